//! Secrets whose signs are escaped: in JSON as some programs write it, and in URLs.

use sqlacc_postman::validate::{Environments, Profile, Settings, fix, validate};

use super::places::{PLACES, collection};
use super::{can_be_known, diff, kinds, shown, texts};

/// How a program writes the signs of its texts.
type Escape = fn(&str) -> String;

const ESCAPES: &[(&str, Escape)] = &[
    ("slashes", |text| text.replace('/', "\\/")),
    ("signs of HTML", |text| {
        text.replace('=', "\\u003d").replace('&', "\\u0026")
    }),
    ("other signs", |text| {
        let text = text.replace('-', "\\u002d").replace('_', "\\u005F");
        text.replace('.', "\\u002e")
    }),
];

#[test]
fn an_escaped_secret_is_one() {
    let kinds = kinds::kinds();
    let settings = Settings {
        profile: Profile::Publish,
        select: vec!["secret-detected".to_owned()],
        ..Settings::default()
    };
    for name in ["header", "description", "JSON body", "form", "path"] {
        let place = PLACES.iter().find(|place| place.name == name).unwrap();
        let known = kinds
            .iter()
            .filter(|kind| can_be_known(kind, *place, "X-Note"));
        let known: Vec<_> = known.collect();
        let plain = collection(*place, "X-Note", &texts(&known));
        for (escape_name, escape) in ESCAPES {
            let text = escape(&plain);
            let found = validate(text.as_bytes(), &settings, &Environments::default());
            for (number, kind) in known.iter().enumerate() {
                let start = format!("/item/{number}/");
                let is_found = |rule: &str| rule == "secret-detected";
                let is_found = found
                    .iter()
                    .any(|one| is_found(one.rule) && one.location.pointer.starts_with(&start));
                assert!(is_found, "{name}, {escape_name}: {}", kind.name);
            }
            let base = collection(*place, "X-Note", &vec!["another"; known.len()]);
            let written = diff(&base, &text) + &diff(&text, &base);
            assert_eq!(shown(&known, &written), [""; 0], "{name}, {escape_name}");
            let fixed = fix(&text, &settings, &Environments::default(), true);
            assert_eq!(shown(&known, &fixed.text), [""; 0], "{name}, {escape_name}");
        }
    }
}

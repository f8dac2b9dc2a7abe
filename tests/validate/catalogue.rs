//! A collection as SQL Account's own program writes it, compared with the catalogue: what is said of it
//! where nothing is wrong, and how much of what is.

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::Value;
use sqlacc_postman::catalogue::{Method, Operation};
use sqlacc_postman::diagnostic::{Comparison, FileReport, Run};
use sqlacc_postman::json::Document;
use sqlacc_postman::report::{FORMATS, Format, Options};
use sqlacc_postman::sqlaccount;
use sqlacc_postman::validate::{Environments, Settings, outcome};

/// A request of every method for `count` resources, each with an empty body mode or a body and with an
/// example of status 0, as the program writes them.
fn exported(count: usize, field: &str) -> String {
    let catalogue = sqlaccount::catalogue();
    let mut items = String::new();
    let resources = catalogue.resources.iter();
    let written = resources.filter(|one| one.body_documented && one.methods == Method::ALL);
    for resource in written.take(count) {
        let path = resource.path;
        for (method, end, body) in [
            ("GET", "", r#"{"mode": "", "raw": ""}"#.to_owned()),
            ("POST", "", body(field)),
            ("PUT", "/{{key}}", body(field)),
            (
                "DELETE",
                "/{{key}}",
                r#"{"mode": "", "raw": ""}"#.to_owned(),
            ),
        ] {
            let comma = if items.is_empty() { "" } else { "," };
            let request = format!(
                r#"{{"method": "{method}", "header": [], "body": {body}, "url": {{"raw": "{{{{host}}}}/{path}{end}", "host": ["{{{{host}}}}"], "path": ["{path}"{}]}}}}"#,
                if end.is_empty() { "" } else { ", \"{{key}}\"" },
            );
            let _ = write!(
                items,
                r#"{comma}{{"name": "{method} {path}", "request": {request}, "response": [{{"name": "Sample", "originalRequest": {request}, "code": 0, "status": "", "body": ""}}]}}"#
            );
        }
    }
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    format!(
        r#"{{"info": {{"name": "SQL Account API", "schema": "{schema}"}}, "item": [{items}], "variable": [{{"key": "host", "value": "https://api.sql.my"}}, {{"key": "key", "value": "1"}}, {{"key": "api_ver", "value": "v1.0"}}]}}"#
    )
}

fn body(field: &str) -> String {
    let raw = format!(r#"{{\"{field}\": 1}}"#);
    format!(r#"{{"mode": "raw", "raw": "{raw}", "options": {{"raw": {{"language": "json"}}}}}}"#)
}

fn run(texts: &[&str], ignored: &[&str]) -> Run {
    let settings = Settings {
        catalogue: Some(Arc::new(sqlaccount::catalogue())),
        ignore: ignored.iter().map(|rule| (*rule).to_owned()).collect(),
        ..Settings::default()
    };
    let report = |text: &&str| {
        let document = Document::from_text(text).unwrap();
        let outcome = outcome(&document, &settings, &Environments::default());
        FileReport {
            path: "a.json".to_owned(),
            text: (*text).to_owned(),
            hidden: outcome.hidden,
            diagnostics: outcome.diagnostics,
            comparison: outcome.comparison,
        }
    };
    Run {
        files: texts.iter().map(report).collect(),
        ..Run::default()
    }
}

fn compared(text: &str, ignored: &[&str]) -> Option<Comparison> {
    run(&[text], ignored).files.remove(0).comparison
}

fn render(format: &str, run: &Run, options: &Options) -> String {
    Format::named(FORMATS, format).unwrap().render(run, options)
}

#[test]
fn the_programs_own_collection_is_a_screen_without_an_error() {
    let text = exported(50, "irbm_status");
    let run = run(&[&text], &["catalogue-body-field-unknown"]);
    let human = render("human", &run, &Options::default());
    assert!(human.lines().count() <= 40, "{human}");
    assert!(!human.contains("error"), "{human}");
    assert!(
        human.contains("200 of 200 calls are in the catalogue of SQL Account API; "),
        "{human}"
    );
    let names = "names of before build 6.2026.1097.902: `irbm_status`";
    assert!(human.contains(names), "{human}");
}

#[test]
fn what_the_catalogue_knows_is_said_once() {
    let with = |field: &str| compared(&exported(2, field), &[]).unwrap();
    let good = with("{{field}}");
    assert_eq!((good.calls, good.known_calls), (8, 8));
    assert_eq!(good.unknown_fields, Some(0));
    let catalogue = sqlaccount::catalogue();
    let resources = catalogue.resources.iter();
    let all = resources.flat_map(|one| one.operations());
    let all = all.filter(|one| *one != Operation::Pdf).count();
    assert_eq!(good.unused_calls, all - 8);
    assert_eq!(good.build_names, []);

    assert_eq!(with("no_such_field").unknown_fields, Some(8));
    let off = compared(&exported(2, "zzz"), &["catalogue-filter-unknown"]);
    assert_eq!(off.unwrap().unknown_fields, None);
    let builds = with("irbm_uuid").build_names;
    assert!(!builds[0].is_new && builds[0].name == "irbm_uuid");
    assert_eq!(with("ta_uuid").build_names, []);
    assert_eq!(
        compared(r#"{"info": {"name": "a"}, "item": []}"#, &[]),
        None
    );
    assert_eq!(compared(r#"{"openapi": "3.1.0"}"#, &[]), None);
}

#[test]
fn the_formats_for_people_and_json_say_it() {
    let text = exported(2, "{{field}}");
    let one = run(&[&text], &[]);
    let sentence = "8 of 8 calls are in the catalogue of SQL Account API; every field is known; ";
    for format in ["human", "markdown"] {
        let written = render(format, &one, &Options::default());
        assert!(written.contains(sentence), "{written}");
        assert_eq!(written.matches("of 8 calls").count(), 1);
    }
    let several = render("human", &run(&[&text, &text], &[]), &Options::default());
    assert!(
        several.contains(&format!("a.json: {sentence}")),
        "{several}"
    );
    let quiet = Options {
        quiet: true,
        ..Options::default()
    };
    assert!(!render("human", &one, &quiet).contains("of 8 calls"));
    let json: Value = serde_json::from_str(&render("json", &one, &quiet)).unwrap();
    assert_eq!(json["files"][0]["catalogue"]["known_calls"], 8);
}

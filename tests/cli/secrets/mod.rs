//! The law of secrets: what one command finds, no command prints. Kinds × places × names × formats.

mod addresses;
mod cases;
mod elsewhere;
mod escapes;
mod kinds;
mod places;
mod random;

use std::fs;

use self::kinds::{Kind, kinds};
use self::places::{PLACES, Place, collection};
use aho_corasick::AhoCorasick;
use assert_cmd::Command;
use sqlacc_postman::diagnostic::{FileReport, Run};
use sqlacc_postman::diff::{self, Impact, compare};
use sqlacc_postman::json::Document;
use sqlacc_postman::report::diff::{self as diff_report, RatedChange, Report};
use sqlacc_postman::report::{self, Options};
use sqlacc_postman::validate::{Environments, Profile, Settings, outcome};

/// A name that says nothing and one that says it all.
const NAMES: [&str; 2] = ["X-Note", "api_token"];

/// Whether anybody could tell that `kind` in `place` under `name` is a secret.
fn can_be_known(kind: &Kind, place: Place, name: &str) -> bool {
    !kind.needs_name || place.is_credential || (place.is_named && name == NAMES[1])
}

/// Each place with each name, and the kinds that are hidden there.
fn for_each(mut check: impl FnMut(Place, &str, &[&Kind])) {
    let kinds = kinds();
    for place in PLACES {
        let names = if place.is_named {
            &NAMES[..]
        } else {
            &NAMES[..1]
        };
        for name in names.iter().copied() {
            let known = kinds.iter().filter(|kind| can_be_known(kind, *place, name));
            check(*place, name, &known.collect::<Vec<_>>());
        }
    }
}

fn texts<'k>(kinds: &[&'k Kind]) -> Vec<&'k str> {
    kinds.iter().map(|kind| kind.text.as_str()).collect()
}

/// The kinds of which `written` shows a part that is long enough to be used.
fn shown<'k>(kinds: &[&'k Kind], written: &str) -> Vec<&'k str> {
    let mut parts = Vec::new();
    let mut names = Vec::new();
    for kind in kinds {
        let secret = &kind.secret;
        let length = secret.len().min(10);
        for at in [0, (secret.len() - length) / 2, secret.len() - length] {
            parts.push(&secret[at..at + length]);
            names.push(kind.name);
        }
    }
    // Methods are shown in capitals.
    let mut finder = AhoCorasick::builder();
    let finder = finder.ascii_case_insensitive(true).build(parts).unwrap();
    let found = finder.find_iter(written);
    found.map(|one| names[one.pattern().as_usize()]).collect()
}

fn settings(profile: Profile) -> Settings {
    Settings {
        profile,
        ..Settings::default()
    }
}

fn report(text: &str, settings: &Settings) -> FileReport {
    let document = Document::from_text(text).unwrap();
    let outcome = outcome(&document, settings, &Environments::default());
    FileReport {
        path: "a.json".to_owned(),
        text: text.to_owned(),
        hidden: outcome.hidden,
        diagnostics: outcome.diagnostics,
        comparison: outcome.comparison,
    }
}

#[test]
fn no_report_of_validate_shows_a_secret() {
    for_each(|place, name, kinds| {
        let text = collection(place, name, &texts(kinds));
        let mut all = settings(Profile::Pedantic);
        all.ignore = vec![
            "secret-detected".to_owned(),
            "awsv4-credential-literal".to_owned(),
        ];
        for settings in [settings(Profile::Publish), all] {
            let run = Run {
                files: vec![report(&text, &settings)],
                ..Run::default()
            };
            for format in report::FORMATS {
                let written = format.render(&run, &Options::default());
                let shown = shown(kinds, &written);
                assert!(
                    shown.is_empty(),
                    "{}, {name}, {}: {shown:?}",
                    place.name,
                    format.name
                );
            }
        }
    });
}

#[test]
fn no_report_of_a_broken_file_shows_a_secret() {
    for_each(|place, name, kinds| {
        let text =
            collection(place, name, &texts(kinds)).replace("\"variable\": [", "\"variable\" [");
        let outcome = sqlacc_postman::validate::syntax_error(
            text.as_bytes(),
            &Document::from_text(&text).err().unwrap(),
            &Settings::default(),
        );
        let run = Run {
            files: vec![FileReport {
                path: "a.json".to_owned(),
                hidden: outcome.hidden,
                diagnostics: outcome.diagnostics,
                comparison: outcome.comparison,
                text,
            }],
            ..Run::default()
        };
        let human = report::FORMATS.first().unwrap();
        let written = human.render(&run, &Options::default());
        assert_eq!(shown(kinds, &written), [""; 0], "{}, {name}", place.name);
    });
}

#[test]
fn no_report_of_diff_shows_a_secret() {
    for_each(|place, name, kinds| {
        let revision = collection(place, name, &texts(kinds));
        // What is new is written in another way than what has changed.
        let (half, _) = kinds.split_at(kinds.len() / 2);
        let others: Vec<&str> = half.iter().map(|_| "another").collect();
        let base = collection(place, name, &others);
        let written = diff(&base, &revision) + &diff(&revision, &base);
        let shown = shown(kinds, &written);
        assert!(shown.is_empty(), "{}, {name}: {shown:?}", place.name);
    });
}

/// All that is written of a comparison.
fn diff(base: &str, revision: &str) -> String {
    let documents = [base, revision].map(|text| Document::from_text(text).unwrap());
    let [base, revision] = &documents;
    let options = diff::Options {
        texts: true,
        ..diff::Options::default()
    };
    let changes = compare(base, revision, &options);
    let rated: Vec<RatedChange> = changes
        .iter()
        .map(|change| RatedChange {
            change,
            impact: Impact::Risky,
            lines: (None, None),
        })
        .collect();
    let report = Report {
        base: "a.json",
        revision: "b.json",
        path: "revision.json",
        changes: &rated,
        accepted: 0,
        fails_at: Impact::Breaking,
        values: true,
        colour: false,
    };
    let formats = diff_report::FORMATS.iter();
    formats.map(|format| format.render(&report)).collect()
}

/// What is likely is reported, so that what is hidden does not stay unknown.
#[test]
fn every_kind_is_found_in_every_place() {
    let settings = Settings {
        select: vec!["secret-detected".to_owned()],
        ..settings(Profile::Publish)
    };
    for_each(|place, name, kinds| {
        // A weak password is hidden, but not reported.
        let weak = ["weak-password", "pin", "random-password"];
        let is_strong = |kind: &&&Kind| !weak.contains(&kind.name);
        // A key that is known by its name only may be a sample where people read.
        let is_told = |kind: &&&Kind| !kind.needs_name || !place.name.starts_with("comment");
        let kinds: Vec<&Kind> = kinds
            .iter()
            .filter(is_strong)
            .filter(is_told)
            .copied()
            .collect();
        let report = report(&collection(place, name, &texts(&kinds)), &settings);
        let found = |number: usize| {
            let start = format!("/item/{number}/");
            report
                .diagnostics
                .iter()
                .any(|one| one.location.pointer.starts_with(&start))
        };
        let missing: Vec<&str> = kinds
            .iter()
            .enumerate()
            .filter(|(number, _)| !found(*number))
            .map(|(_, kind)| kind.name)
            .collect();
        assert!(missing.is_empty(), "{}, {name}: {missing:?}", place.name);
    });
}

#[test]
fn the_command_writes_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let mut known: Vec<Kind> = Vec::new();
    for_each(|place, name, kinds| {
        let file = folder.path().join(format!("{} {name}.json", place.name));
        fs::write(file, collection(place, name, &texts(kinds))).unwrap();
    });
    known.extend(kinds().into_iter().filter(|kind| !kind.needs_name));
    let known: Vec<&Kind> = known.iter().collect();
    let folder = folder.path();
    for args in [
        &["--profile", "publish"][..],
        &["--fix", "--diff"],
        &["--unsafe-fixes", "--diff"],
        &["--profile", "publish", "--unsafe-fixes", "--diff"],
        &["--write-baseline", "--baseline", "baseline.txt"],
        &["--format", "sarif", "--ignore", "secret-detected"],
    ] {
        let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
        command
            .current_dir(folder)
            .args(["validate", "."])
            .args(args);
        let output = command.output().unwrap();
        let mut written = String::from_utf8(output.stdout).unwrap();
        written.push_str(&String::from_utf8(output.stderr).unwrap());
        written.push_str(&fs::read_to_string(folder.join("baseline.txt")).unwrap_or_default());
        assert!(!written.is_empty());
        assert_eq!(shown(&known, &written), [""; 0], "{args:?}");
    }
}

#[test]
fn what_is_no_secret_is_shown() {
    let open = [
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "2024-05-17T08:30:00.000Z",
        "jane.doe@mail.test",
        "https://auth.mail.test/oauth/v2/token?scope=read",
        "someRatherLongIdentifierInCamelCase",
        "some_rather_long_identifier_in_snake_case",
        "The token that the server has sent before",
        "{{api_token}}",
        "Bearer {{token}}",
        "<your-token>",
        "your_api_key_here",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
        "Basic dXNlcm5hbWU6cGFzc3dvcmQ=",
        "postgres://user:password@localhost:5432/db",
        "507f1f77bcf86cd799439011",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "pk_live_Ab3dEf6hIj9kLm2nOp5qRs8t",
    ];
    let others: Vec<&str> = open.iter().map(|_| "another").collect();
    // Whatever is in the cookie of the example is the id of a session.
    let is_open = |place: &&Place| !place.is_credential && place.name != "example";
    for place in PLACES.iter().filter(is_open) {
        let base = collection(*place, NAMES[0], &others);
        let revision = collection(*place, NAMES[0], &open);
        let written = diff(&base, &revision);
        assert!(!written.contains("(hidden)"), "{}: {written}", place.name);
    }
}

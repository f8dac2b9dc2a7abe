//! What people see of a file with many findings: every rule, and no more than a few screens.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::fixtures::fixtures;
use sqlacc_postman::diagnostic::{FileReport, Run, Severity};
use sqlacc_postman::json::Document;
use sqlacc_postman::report::{FORMATS, Options};
use sqlacc_postman::validate::{Environments, Profile, RULES, Settings, outcome};

/// Lines that frames may take, the last frame of them included.
const FRAMES: usize = 45;
/// Lines of a rule: its row of the table, three findings and what is left out, with a blank line.
const OF_RULE: usize = 6;

fn run(text: &str) -> Option<Run> {
    let document = Document::from_text(text).ok()?;
    let settings = Settings {
        profile: Profile::Publish,
        ..Settings::default()
    };
    let outcome = outcome(&document, &settings, &Environments::default());
    let file = FileReport {
        path: "a.json".to_owned(),
        text: text.to_owned(),
        hidden: outcome.hidden,
        diagnostics: outcome.diagnostics,
        comparison: outcome.comparison,
    };
    Some(Run {
        files: vec![file],
        ..Run::default()
    })
}

fn human(run: &Run, options: &Options) -> String {
    FORMATS[0].render(run, options)
}

/// A collection with `count` requests that have the same defects, and each one of its own.
fn alike(count: usize) -> String {
    let mut items = String::new();
    for number in 0..count {
        let comma = if number == 0 { "" } else { ",\n" };
        let _ = write!(
            items,
            r#"{comma}{{"name": "r", "request": {{"method": "GET", "url": "{{{{base}}}}/{{{{v{number}}}}}?a=1&a=2"}}}}"#
        );
    }
    format!(r#"{{"info": {{"name": "c", "schema": "x"}}, "item": [{items}]}}"#)
}

#[test]
fn a_report_names_every_rule_and_is_no_longer_than_a_few_screens() {
    let mut texts = vec![alike(2_000)];
    for rule in RULES {
        let files = fixtures(rule, "fires").into_iter();
        texts.extend(files.filter_map(|(_, bytes)| String::from_utf8(bytes).ok()));
    }
    for text in texts {
        // One fixture of the reader is not JSON.
        let Some(run) = run(&text) else { continue };
        let found = &run.files[0].diagnostics;
        let rules: BTreeSet<_> = found.iter().map(|one| one.rule).collect();
        let report = human(&run, &Options::default());
        for rule in &rules {
            assert!(
                report.contains(&format!("[{rule}]")),
                "{rule} is left out\n{report}"
            );
        }
        let most = FRAMES + OF_RULE * rules.len() + 5;
        let lines = report.lines().count();
        assert!(
            lines <= most,
            "{lines} lines of {} rules\n{report}",
            rules.len()
        );
    }
}

#[test]
fn errors_come_first_and_one_cause_once() {
    let report = human(&run(&alike(2_000)).unwrap(), &Options::default());
    let (table, findings) = report.split_once("rules with findings").unwrap();
    assert!(table.contains("variable-undefined"), "{table}");
    let severities: Vec<Severity> = findings
        .lines()
        .filter_map(|line| {
            let is = |word: &str| line.starts_with(word) || line.contains(&format!(": {word}["));
            if is("error") {
                Some(Severity::Error)
            } else if is("warning") {
                Some(Severity::Warning)
            } else {
                is("info").then_some(Severity::Info)
            }
        })
        .collect();
    assert!(
        severities.is_sorted_by(|one, next| one >= next),
        "{severities:?}"
    );
    assert_eq!(report.matches("`{{base}}`").count(), 1, "{report}");
    assert!(report.contains("and 1996 more places"), "{report}");
}

#[test]
fn all_are_shown_to_those_who_ask() {
    let options = Options {
        max_findings: Some(usize::MAX),
        ..Options::default()
    };
    let report = human(&run(&alike(40)).unwrap(), &options);
    for number in 0..40 {
        let name = format!("`{{{{v{number}}}}}`");
        assert!(report.contains(&name), "{name} is left out\n{report}");
    }
}

//! Every rule, on its fixtures: `tests/rules/<id>/fires*.json` and `silent*.json`.
//!
//! Beside them can be `env*.json`, environments that the fixtures are run with. What a rule reports for
//! the files that make it fire is a snapshot; where it can fix them, so is the result.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::fixtures::{fixtures, with_environments};
use crate::one_rule::only;
use sqlacc_postman::diagnostic::{Applicability, Diagnostic};
use sqlacc_postman::validate::{Environments, Fixable, Group, RULES, Settings, fix, validate};

fn rendered(diagnostic: &Diagnostic) -> String {
    let location = &diagnostic.location;
    let mut text = format!(
        "{}-{} {}",
        location.start, location.end, diagnostic.severity
    );
    if !location.names.is_empty() {
        let _ = write!(text, " [{}]", location.path());
    }
    let _ = write!(text, " {}\n    {}\n", location.pointer, diagnostic.message);
    for label in &diagnostic.labels {
        let _ = writeln!(text, "    {} {}", label.location.start, label.message);
    }
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(text, "    help: {help}");
    }
    if let Some(fix) = &diagnostic.fix {
        let _ = writeln!(text, "    {:?} fix: {}", fix.applicability, fix.message);
    }
    text
}

#[test]
fn every_rule_fires_where_it_should_and_says_what_is_reviewed() {
    for rule in RULES {
        let files = fixtures(rule, "fires");
        assert!(
            !files.is_empty(),
            "{} has no fixture that makes it fire",
            rule.id
        );
        let mut said = String::new();
        for (name, bytes) in files {
            let found = with_environments(rule, |environments| {
                validate(&bytes, &only(rule), environments)
            });
            assert!(!found.is_empty(), "{}/{name} finds nothing", rule.id);
            assert!(
                found.iter().all(|one| one.rule == rule.id),
                "{}/{name}",
                rule.id
            );
            let _ = writeln!(said, "== {name}");
            for diagnostic in &found {
                said.push_str(&rendered(diagnostic));
            }
        }
        insta::with_settings!({ snapshot_path => "snapshots/rules", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(rule.id, said);
        });
    }
}

#[test]
fn every_rule_stays_silent_where_it_should() {
    for rule in RULES {
        let files = fixtures(rule, "silent");
        assert!(
            !files.is_empty(),
            "{} has no fixture that leaves it silent",
            rule.id
        );
        for (name, bytes) in files {
            let found = with_environments(rule, |environments| {
                validate(&bytes, &only(rule), environments)
            });
            let said: Vec<String> = found.iter().map(rendered).collect();
            assert!(said.is_empty(), "{}/{name}: {said:#?}", rule.id);
        }
    }
}

#[test]
fn a_rule_offers_the_fixes_that_its_page_speaks_of() {
    for rule in RULES {
        let mut offered = Vec::new();
        for (name, bytes) in fixtures(rule, "fires") {
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            with_environments(rule, |environments| {
                let found = validate(text.as_bytes(), &only(rule), environments);
                let fixes = found.iter().filter_map(|one| one.fix.as_ref());
                offered.extend(fixes.map(|fix| fix.applicability));
                let result = fix(&text, &only(rule), environments, true);
                let left = validate(result.text.as_bytes(), &only(rule), environments);
                assert!(
                    left.iter().all(|one| one.fix.is_none()),
                    "{}/{name} is not fixed",
                    rule.id
                );
            });
        }
        let best = match offered.iter().min() {
            Some(Applicability::Safe) => Fixable::Safe,
            Some(Applicability::Unsafe) => Fixable::Unsafe,
            None => Fixable::No,
        };
        assert_eq!(best, rule.fixable, "{} and its `fixable`", rule.id);
    }
}

#[test]
fn the_list_is_in_order_and_every_page_is_whole() {
    let mut ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let groups: Vec<_> = RULES.iter().map(|rule| rule.group).collect();
    assert!(groups.is_sorted(), "rules of one group stand together");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len(), "two rules have one id");
    for rule in RULES {
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(rule.id.chars().all(kebab), "{}", rule.id);
        for heading in [
            "## What it does",
            "## Why it matters",
            "## Example",
            "## Use instead",
        ] {
            assert!(
                rule.page.contains(heading),
                "{} has no `{heading}`",
                rule.id
            );
        }
        assert_eq!(
            rule.page.contains("## Fix"),
            rule.fixable != Fixable::No,
            "{} Fix",
            rule.id
        );
        assert!(
            rule.summary().ends_with('.'),
            "{}: {}",
            rule.id,
            rule.summary()
        );
    }
}

#[test]
fn every_fixture_folder_is_a_rule() {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    for entry in fs::read_dir(all).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            RULES.iter().any(|rule| rule.id == name),
            "`{name}` is not a rule"
        );
    }
}

#[test]
fn without_a_catalogue_nothing_is_compared_with_one() {
    for rule in RULES.iter().filter(|rule| rule.group == Group::Catalogue) {
        let settings = Settings {
            catalogue: None,
            ..only(rule)
        };
        for (name, bytes) in fixtures(rule, "fires") {
            let found = validate(&bytes, &settings, &Environments::default());
            assert!(found.is_empty(), "{}/{name}", rule.id);
        }
    }
}

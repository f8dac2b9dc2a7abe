//! The wire law: what `send --collection` puts on the wire is what Postman's own runtimes put there,
//! for every case of the table. Where it is meant to be otherwise, `differences.json` says so and why.

mod binary;
mod case;
mod ours;

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value, json};
use sqlacc_postman::json::Document;

use self::case::Case;

const CASES: &str = include_str!("../../wire/cases.json");
const RECORDED: &str = include_str!("../../wire/recorded.json");
const DIFFERENCES: &str = include_str!("../../wire/differences.json");

/// What Postman's newest runtime did with each case.
fn recorded() -> BTreeMap<String, Value> {
    let all: Map<String, Value> = serde_json::from_str(RECORDED).unwrap();
    let cases = all.into_iter().filter(|(name, _)| name != "versions");
    let runtime = |record: Value| {
        let both = record.get("both").or_else(|| record.get("runtime"));
        both.unwrap().clone()
    };
    cases
        .map(|(name, record)| (name, ours::without_signature_spaces(runtime(record))))
        .collect()
}

/// What differs on purpose: the members of ours that differ, by case.
fn differences() -> BTreeMap<String, Value> {
    let groups: Vec<Value> = serde_json::from_str(DIFFERENCES).unwrap();
    let mut all = BTreeMap::new();
    for group in groups {
        assert!(
            group["reason"]
                .as_str()
                .is_some_and(|reason| reason.len() > 20)
        );
        for (name, ours) in group["cases"].as_object().unwrap() {
            assert!(
                all.insert(name.clone(), ours.clone()).is_none(),
                "{name} is listed twice"
            );
        }
    }
    all
}

/// The members in which `ours` is not `theirs`; `None` where both fail, or are the same.
fn difference(ours: &Value, theirs: &Value) -> Option<Value> {
    if ours == theirs || ours.get("error").is_some() && theirs.get("error").is_some() {
        return None;
    }
    let (Value::Object(own), Value::Object(other)) = (ours, theirs) else {
        return Some(ours.clone());
    };
    if own.contains_key("error") || other.contains_key("error") {
        return Some(ours.clone());
    }
    let names = own.keys().chain(other.keys());
    let differing = names.filter(|name| own.get(*name) != other.get(*name));
    let member = |name: &String| (name.clone(), own.get(name).cloned().unwrap_or(Value::Null));
    Some(differing.map(member).collect::<Map<_, _>>().into())
}

#[test]
fn what_is_sent_is_what_postman_sends() {
    let (mut recorded, mut listed) = (recorded(), differences());
    let mut wrong = String::new();
    let mut same = 0;
    for (name, text) in case::texts(CASES) {
        let theirs = &recorded.remove(&name).unwrap();
        let ours = match Document::from_text(text) {
            Ok(document) => {
                let case = Case {
                    value: document.root(),
                    host: "a.test",
                };
                case.resolved(|resolved| ours::outcome(resolved, theirs))
            }
            Err(error) => json!({"error": error.to_string()}),
        };
        let found = difference(&ours, theirs);
        let meant = listed.remove(&name);
        if found == meant {
            same += usize::from(found.is_none());
            continue;
        }
        match (found, meant) {
            (Some(found), None) => writeln!(wrong, "{name}\n  ours   {found}\n  theirs {theirs}"),
            (None, _) => writeln!(wrong, "{name}: is the same now, and still listed"),
            (Some(found), Some(meant)) => {
                writeln!(
                    wrong,
                    "{name}: differs otherwise\n  ours   {found}\n  listed {meant}"
                )
            }
        }
        .unwrap();
    }
    let unknown: Vec<_> = listed.keys().chain(recorded.keys()).collect();
    assert!(
        wrong.is_empty() && unknown.is_empty(),
        "{wrong}listed or recorded, and not in the table: {unknown:?}\n{same} are the same"
    );
}

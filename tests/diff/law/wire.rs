//! On pairs of the wire table: what two runtimes put on the wire differs exactly when `diff` says so.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::exceptions::{CASES_APART, KINDS_APART};
use super::{diff, sent};

const CASES: &str = include_str!("../../wire/cases.json");
const RECORDED: &str = include_str!("../../wire/recorded.json");

struct Case {
    name: String,
    collection: String,
    /// What the collection does not hold but is sent: environments and files.
    outside: String,
    wire: String,
}

fn collection(case: &Value) -> Value {
    let item = case.get("item").cloned();
    let item = item.unwrap_or_else(|| json!({"name": "r", "request": case["request"]}));
    let mut variables = vec![json!({"key": "host", "value": "a.test"})];
    variables.extend(case["variable"].as_array().into_iter().flatten().cloned());
    let mut collection = json!({
        "info": {"name": "c", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "item": [item],
        "variable": variables,
    });
    for (key, value) in case["collection"].as_object().into_iter().flatten() {
        collection[key] = value.clone();
    }
    collection
}

fn cases() -> Vec<Case> {
    let recorded: Value = serde_json::from_str(RECORDED).unwrap();
    // One per line; a lone surrogate is not text for us.
    let lines = CASES
        .lines()
        .filter_map(|line| serde_json::from_str(line.trim_end_matches(',')).ok());
    let all = lines.filter(Value::is_object);
    let case = |case: Value| {
        let name = case["name"].as_str().unwrap().to_owned();
        let wire = comparable(recorded[&name].clone());
        let collection = collection(&case);
        Case {
            outside: json!([
                case["environment"],
                case["globals"],
                case["files"],
                collection["variable"],
                case["mask"]
            ])
            .to_string(),
            collection: collection.to_string(),
            name,
            wire,
        }
    };
    all.into_iter()
        .map(case)
        .filter(|case| !case.wire.contains("\"error\""))
        .collect()
}

/// A record with the names of headers in lower case, which HTTP does not tell apart.
fn comparable(mut record: Value) -> String {
    for side in record.as_object_mut().unwrap().values_mut() {
        let messages = match side {
            Value::Array(list) => list.iter_mut().collect(),
            one => vec![one],
        };
        let headers = messages
            .into_iter()
            .filter_map(|one| one.get_mut("headers")?.as_array_mut());
        for header in headers.flatten() {
            header[0] = header[0].as_str().unwrap().to_lowercase().into();
        }
    }
    record.to_string()
}

/// Each case with each that sends the same, and with some that do not.
fn pairs(cases: &[Case]) -> Vec<(&Case, &Case)> {
    let mut groups: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        groups.entry(&case.outside).or_default().push(case);
    }
    let mut pairs = Vec::new();
    for group in groups.values() {
        for (index, one) in group.iter().enumerate() {
            let others = group.iter().skip(index + 1).enumerate();
            let near = others.filter(|(distance, other)| *distance < 6 || one.wire == other.wire);
            pairs.extend(near.map(|(_, other)| (*one, *other)));
        }
    }
    pairs
}

#[test]
fn what_is_sent_differs_exactly_when_a_change_says_so() {
    let cases = cases();
    let mut unused: Vec<&str> = CASES_APART
        .iter()
        .chain(KINDS_APART)
        .map(|(name, _)| *name)
        .collect();
    let mut wrong = Vec::new();
    for (one, other) in pairs(&cases) {
        let is_equal = one.wire == other.wire;
        let changes = sent(&diff(&one.collection, &other.collection));
        if is_equal == changes.is_empty() {
            continue;
        }
        let is_apart = |name: &str| one.name.starts_with(name) || other.name.starts_with(name);
        let mut found: Vec<&str> = CASES_APART
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| is_apart(name))
            .collect();
        if found.is_empty() && is_equal {
            let kind = |change: &String| {
                KINDS_APART
                    .iter()
                    .find(|(kind, _)| change.starts_with(kind))
            };
            let kinds: Option<Vec<_>> = changes.iter().map(kind).collect();
            found = kinds.into_iter().flatten().map(|(kind, _)| *kind).collect();
        }
        unused.retain(|name| !found.contains(name));
        if found.is_empty() {
            wrong.push(format!(
                "{} | {} | sent {} | {changes:?}",
                one.name,
                other.name,
                if is_equal { "alike" } else { "otherwise" }
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} pairs:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(unused.is_empty(), "no exception is needed for {unused:?}");
}

//! Every rule at every place where its subject can occur.
//!
//! A construct such as an auth or an event may be a member of the collection, of a folder, of a request
//! and of what an example keeps. A rule that looks at one of them looks at all of them, or the table
//! says why not.

mod table;

use std::collections::BTreeSet;

use self::table::{Place, ROWS, Row, WHOLE};
use crate::one_rule::only;
use serde_json::{Value, json};
use sqlacc_postman::validate::{Environments, RULES, validate};

/// A collection with one of everything that can own something, and nothing to find.
fn skeleton() -> Value {
    let request = || json!({ "method": "POST", "url": "https://{{host}}/agent" });
    json!({
        "info": {
            "name": "Sales",
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
        },
        "item": [{
            "name": "Folder",
            "item": [{
                "name": "Request",
                "request": request(),
                "response": [{ "name": "Example", "code": 200, "originalRequest": request() }],
            }],
        }],
        "variable": [{ "key": "host", "value": "localhost" }],
    })
}

/// The skeleton for `rule`: signed, where that is about what is signed.
fn skeleton_for(rule: &str) -> Value {
    let mut collection = skeleton();
    if rule.starts_with("awsv4-") {
        let parameter = |key| json!({ "key": key, "value": "{{host}}", "type": "string" });
        let names = ["accessKey", "secretKey", "region", "service"];
        collection["auth"] = json!({ "type": "awsv4", "awsv4": names.map(parameter) });
    }
    collection
}

/// The skeleton with the construct of `row` as a member of what is at `place`.
fn with(row: &Row, place: Place) -> String {
    let mut collection = skeleton_for(row.rule);
    let owner = collection.pointer_mut(place.pointer()).unwrap();
    owner[row.member.name()] = serde_json::from_str(row.value).unwrap();
    collection.to_string()
}

#[test]
fn every_rule_looks_wherever_its_construct_may_stand() {
    let mut wrong = Vec::new();
    for row in ROWS {
        let rule = RULES.iter().find(|rule| rule.id == row.rule);
        let rule = rule.unwrap_or_else(|| panic!("`{}` is not a rule", row.rule));
        for place in row.member.places() {
            let text = with(row, *place);
            let found = validate(text.as_bytes(), &only(rule), &Environments::default());
            let reason = row.but.iter().find(|(but, _)| but == place);
            let says = if found.is_empty() {
                "says nothing"
            } else {
                "fires"
            };
            match reason {
                None if found.is_empty() => {}
                Some(_) if !found.is_empty() => {}
                _ => continue,
            }
            wrong.push(format!("{} {says} at {place:?}: {}", row.rule, row.value));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_skeleton_has_nothing_to_find() {
    for row in ROWS {
        let text = skeleton_for(row.rule).to_string();
        let rule = RULES.iter().find(|rule| rule.id == row.rule).unwrap();
        let found = validate(text.as_bytes(), &only(rule), &Environments::default());
        assert!(found.is_empty(), "{}: {found:?}", row.rule);
    }
}

#[test]
fn every_rule_is_in_the_table_or_is_about_the_whole() {
    let in_rows = ROWS.iter().map(|row| row.rule);
    let known: BTreeSet<&str> = in_rows.chain(WHOLE.iter().map(|(rule, _)| *rule)).collect();
    let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(known, all);
}

//! What was edited is what is reported: every set of edits of one collection is recovered.

#![allow(clippy::unwrap_used)]

mod edits;
mod random;
mod shop;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use sqlacc_postman::diff::{Change, Options, compare};
use sqlacc_postman::json::Document;

/// A kind, the pointer at which it is made, and the value that is put there.
const EDITS: &[(&str, &str, &str)] = &[
    (
        "request-method-changed",
        "/item/0/item/2/request/method",
        "\"PUT\"",
    ),
    (
        "query-value-changed",
        "/item/0/item/0/request/url/query/0/value",
        "\"99\"",
    ),
    (
        "header-value-changed",
        "/item/0/item/0/request/header/1/value",
        "\"2\"",
    ),
    ("awsv4-region-changed", "/auth/awsv4/3/value", "\"west\""),
    ("variable-default-changed", "/variable/3/value", "\"ms\""),
    (
        "description-changed",
        "/item/0/item/0/request/description",
        "\"Other.\"",
    ),
    (
        "form-field-type-changed",
        "/item/1/item/1/request/body/formdata/1/type",
        "\"file\"",
    ),
    ("request-renamed", "/item/1/item/0/name", "\"Everybody\""),
    ("folder-renamed", "/item/1/name", "\"People\""),
];

fn base() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff/request-renamed/base.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn diff(base: &Value, revision: &Value) -> Vec<Change> {
    let (base, revision) = (base.to_string(), revision.to_string());
    let base = Document::from_text(&base).unwrap();
    let revision = Document::from_text(&revision).unwrap();
    compare(&base, &revision, &Options::default())
}

#[test]
fn every_set_of_edits_is_recovered() {
    let base = base();
    for set in 0..1_usize << EDITS.len() {
        let mut revision = base.clone();
        let mut expected = BTreeSet::new();
        for (index, (kind, pointer, value)) in EDITS.iter().enumerate() {
            if set & (1 << index) != 0 {
                *revision.pointer_mut(pointer).unwrap() = serde_json::from_str(value).unwrap();
                expected.insert(*kind);
            }
        }
        let changes = diff(&base, &revision);
        let found: BTreeSet<_> = changes.iter().map(|change| change.kind.id()).collect();
        assert_eq!(found, expected, "set {set:b}");
        assert_eq!(changes.len(), expected.len(), "set {set:b}: {changes:#?}");
    }
}

#[test]
fn what_stands_below_a_secret_name_is_not_shown() {
    let body = |secret: &str| {
        let mut collection = base();
        let raw = json!({"credentials": {"value": secret}}).to_string();
        collection["item"][0]["item"][2]["request"]["body"]["raw"] = raw.into();
        collection
    };
    let changes = diff(&body("hunter1"), &body("hunter2"));
    assert_eq!(changes.len(), 1);
    assert!(!format!("{changes:?}").contains("hunter"));
}

#[test]
fn whatever_a_collection_holds_nothing_panics() {
    let odd = json!({"info": 1, "auth": [], "variable": {"a": 1}, "event": 5, "item": [
        1, null, {"request": 5}, {"item": {"a": 1}}, {"name": {}, "request": {"url": {"host": 5, "path": {}}}},
        {"request": {"body": {"mode": "raw", "raw": "{{"}, "url": "://?#&="}, "response": [{"code": "x"}, 1]},
        {"request": {"body": {"mode": "raw", "raw": "{\"a\\"}, "url": "é{{é}}/{é}/:é"}},
    ]});
    assert_eq!(diff(&odd, &odd), []);
    assert!(!diff(&odd, &base()).is_empty());
    assert!(!diff(&base(), &odd).is_empty());
}

//! What was edited is what is reported: every set of edits of one collection is recovered.

#![allow(clippy::unwrap_used)]

mod disguise;
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
    diff_of_texts(&base.to_string(), &revision.to_string())
}

fn diff_of_texts(base: &str, revision: &str) -> Vec<Change> {
    let base = Document::from_text(base).unwrap();
    let revision = Document::from_text(revision).unwrap();
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
fn hundreds_of_requests_of_which_nothing_stayed_as_it_was_are_found() {
    let collection = |verb: &str, end: &str| {
        let request = |n: usize| {
            json!({"name": format!("{verb} part {n}"), "request": {
                "method": "GET", "url": format!("{{{{host}}}}/parts/part{n}/{end}")}})
        };
        let items: Vec<Value> = (0..400).map(request).collect();
        json!({"info": {"name": "Parts"}, "item": [{"name": format!("To {verb}"), "item": items}]})
    };
    let changes = diff(&collection("get", "list"), &collection("fetch", "all"));
    let count = |kind| changes.iter().filter(|one| one.kind.id() == kind).count();
    assert_eq!(count("request-renamed"), 400);
    assert_eq!(count("request-path-changed"), 400);
    assert_eq!(count("folder-renamed"), 1);
    assert_eq!(changes.len(), 801);
    for one in changes
        .iter()
        .filter(|one| one.kind.id() == "request-renamed")
    {
        let number = |text: &Option<String>| text.as_ref()?.rsplit(' ').next().map(str::to_owned);
        assert_eq!(number(&one.before), number(&one.after));
    }
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

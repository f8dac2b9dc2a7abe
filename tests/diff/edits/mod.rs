//! What was edited is what is reported: every set of edits of one collection is recovered.

mod disguise;
mod random;
mod request;
mod shop;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sqlacc_postman::diff::{Change, Options, compare};
use sqlacc_postman::json::Document;

use crate::pair::shop;
use crate::patch::at;

/// A kind, the path at which it is made, and the value that is put there.
const EDITS: &[(&str, &str, &str)] = &[
    (
        "request-method-changed",
        "/item/Orders/item/Create order/request/method",
        "\"PUT\"",
    ),
    (
        "query-value-changed",
        "/item/Orders/item/List orders/request/url/query/limit/value",
        "\"99\"",
    ),
    (
        "header-value-changed",
        "/item/Orders/item/List orders/request/header/X-Trace/value",
        "\"2\"",
    ),
    (
        "awsv4-region-changed",
        "/auth/awsv4/region/value",
        "\"west\"",
    ),
    ("variable-default-changed", "/variable/lang/value", "\"ms\""),
    (
        "description-changed",
        "/item/Orders/item/List orders/request/description",
        "\"Other.\"",
    ),
    (
        "form-field-type-changed",
        "/item/Customers/item/Upload photo/request/body/formdata/file/type",
        "\"file\"",
    ),
    (
        "request-renamed",
        "/item/Customers/item/List customers/name",
        "\"Everybody\"",
    ),
    ("folder-renamed", "/item/Customers/name", "\"People\""),
];

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
    let base = shop();
    for set in 0..1_usize << EDITS.len() {
        let mut revision = base.clone();
        let mut expected = BTreeSet::new();
        for (index, (kind, path, value)) in EDITS.iter().enumerate() {
            if set & (1 << index) != 0 {
                *at(&mut revision, path) = serde_json::from_str(value).unwrap();
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
        let mut collection = shop();
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
    let collection = |verb: &str, start: &str| {
        let request = |n: usize| {
            json!({"name": format!("{verb} part {n}"), "request": {
                "method": "GET", "url": format!("{{{{host}}}}/{start}/parts/part{n}")}})
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
    assert!(!diff(&odd, &shop()).is_empty());
    assert!(!diff(&shop(), &odd).is_empty());
}

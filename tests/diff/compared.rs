//! Comparing as a library: matching, places, fingerprints and impact.

use std::collections::BTreeSet;

use sqlacc_postman::diff::{
    Change, ChangeKind, Contract, Impact, Impacts, Match, Options, compare,
};
use sqlacc_postman::json::Document;

use crate::pair::{pair, same_download};
use crate::{all, diff, kinds};

#[test]
fn nothing_has_changed_however_requests_are_matched() {
    let odd = r#"{"info": {}, "item": [
        {"name": "No path", "request": "{{url}}"}, {"name": "Nothing", "request": {}},
        {"name": "Twice", "id": "1", "request": "{{url}}/a"}, {"name": "Twice", "id": "1", "request": "{{url}}/b"}
    ]}"#;
    for matching in [Match::Auto, Match::Id, Match::Path, Match::Name] {
        let options = Options { matching, ..all() };
        for text in [odd, &same_download().0, &pair("item-id-changed").0] {
            let document = Document::from_text(text).unwrap();
            assert_eq!(compare(&document, &document, &options), [], "{matching:?}");
        }
    }
}

#[test]
fn a_change_says_where_it_is_and_what_it_is() {
    let whole = r#"{"info": {}, "item": [{"name": "Upload", "request": {"method": "PUT", "url": "{{upload_url}}"}}]}"#;
    let changes = diff(r#"{"info": {}, "item": []}"#, whole);
    assert_eq!(changes[0].after.as_deref(), Some("PUT {{upload_url}}"));
    let (base, revision) = pair("graphql-query-changed");
    let lines = diff(&base, &revision).remove(0).lines;
    assert_eq!(
        lines,
        ["- { customers { id } }", "+ { customers { id name } }"]
    );
    let revision = revision.replace("id name", r#"id login(password: \"hunter2\")"#);
    let lines = diff(&base, &revision).remove(0).lines;
    assert_eq!(
        lines[1],
        r#"+ { customers { id login(password: "(hidden)") } }"#
    );
    let (base, revision) = pair("variable-default-changed");
    let change = diff(&base, &revision).remove(0);
    assert!(change.location.base_at.unwrap() > base.find("\"variable\"").unwrap());
    assert!(change.location.revision_at.unwrap() > revision.find("\"variable\"").unwrap());
}

#[test]
fn how_a_file_is_written_does_not_show() {
    let (base, _) = pair("request-renamed");
    let value: serde_json::Value = serde_json::from_str(&base).unwrap();
    let turned = turn(value, 0).to_string();
    let changes = diff(&base, &turned);
    let reordered = changes
        .iter()
        .all(|change| change.kind == ChangeKind::RequestReordered);
    assert!(
        reordered
            || kinds(&changes).is_subset(&BTreeSet::from([
                "request-reordered",
                "request-reordered-across-data"
            ])),
        "{changes:#?}"
    );
}

/// The same collection: members and items in reverse, every item with a new id.
fn turn(value: serde_json::Value, seed: usize) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(members) => {
            let mut turned: serde_json::Map<String, Value> = members
                .into_iter()
                .rev()
                .map(|(key, value)| match value {
                    Value::Array(mut items) if key == "item" => {
                        items.reverse();
                        let items = items.into_iter().map(|item| turn(item, seed + 1));
                        (key, Value::Array(items.collect()))
                    }
                    value => (key, turn(value, seed + 1)),
                })
                .collect();
            if turned.contains_key("info") {
                turned.insert("_exporter_id".to_owned(), seed.into());
            }
            Value::Object(turned)
        }
        Value::Array(items) => items.into_iter().map(|item| turn(item, seed + 1)).collect(),
        other => other,
    }
}

#[test]
fn fingerprints_differ_and_stay() {
    let (base, revision) = pair("request-path-changed");
    let first = diff(&base, &revision);
    let turned = turn(serde_json::from_str(&revision).unwrap(), 0).to_string();
    let second = diff(&base, &turned);
    let found = |changes: &[Change]| -> BTreeSet<String> {
        let kept = changes
            .iter()
            .filter(|change| change.kind == ChangeKind::RequestPathChanged);
        kept.map(|change| change.fingerprint.clone()).collect()
    };
    assert_eq!(found(&first).len(), 1);
    assert_eq!(found(&first), found(&second));
}

#[test]
fn a_contract_is_broken_by_what_concerns_it() {
    let mut impacts = Impacts::default();
    let both = [Contract::Wire, Contract::Run];
    let renamed =
        |impacts: &Impacts, contracts| impacts.worst(ChangeKind::RequestRenamed, contracts);
    assert_eq!(renamed(&impacts, &both[..1]), Impact::Safe);
    assert_eq!(renamed(&impacts, &both), Impact::Risky);
    assert_eq!(
        impacts.of(ChangeKind::ItemIdChanged, Contract::Fork),
        Impact::Risky
    );
    impacts.set(ChangeKind::RequestRenamed, Contract::Run, Impact::Breaking);
    assert_eq!(renamed(&impacts, &both), Impact::Breaking);
    assert_eq!(renamed(&impacts, &both[..1]), Impact::Safe);
}

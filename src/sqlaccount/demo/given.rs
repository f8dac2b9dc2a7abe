//! The records of the examples, each after those that it refers to.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Record;
use crate::catalogue::{Catalogue, Field, Records, Resource, ResourceKind};

/// The records that the catalogue's examples have as there already, masters apart from documents.
pub(super) fn records(catalogue: &Catalogue) -> (Vec<Record>, Vec<Record>) {
    let (mut masters, mut documents) = (Vec::new(), Vec::new());
    for (resource, records) in in_order(catalogue) {
        let kept = match resource.kind {
            ResourceKind::Document => &mut documents,
            _ => &mut masters,
        };
        kept.extend(records.into_iter().map(|record| (resource.path, record)));
    }
    (masters, documents)
}

/// The resources that have records, each after those that its records refer to, and documents
/// that knock off others last.
fn in_order(catalogue: &Catalogue) -> Vec<(&Resource, Vec<Value>)> {
    let mut waiting: Vec<(&Resource, Vec<Value>)> = catalogue
        .resources
        .iter()
        .map(|resource| (resource, examples(resource)))
        .filter(|(_, records)| !records.is_empty())
        .collect();
    waiting.sort_by_key(|(resource, _)| resource.detail("sdsknockoff").is_some());
    let mut ordered = Vec::new();
    while !waiting.is_empty() {
        let paths: BTreeSet<&str> = waiting.iter().map(|(resource, _)| resource.path).collect();
        let ready = waiting.iter().position(|(resource, records)| {
            let mut all = records
                .iter()
                .flat_map(|record| references(resource, record));
            all.all(|(path, _)| path == resource.path || !paths.contains(path))
        });
        ordered.push(waiting.remove(ready.unwrap_or_default()));
    }
    ordered
}

/// The records that are there already; the examples are data of this crate, and tests read them all.
fn examples(resource: &Resource) -> Vec<Value> {
    Records::read(resource).map_or_else(|_| Vec::new(), |records| records.others().to_vec())
}

/// Every reference of a record to another, those of its rows too: path of the resource, and key.
pub(super) fn references(resource: &Resource, record: &Value) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut look = |object: &Value, field: &Field| {
        let value = object.get(field.name.as_ref());
        match (field.refers_to, value) {
            (Some(path), Some(Value::String(key))) if !key.is_empty() => {
                found.push((path, key.clone()));
            }
            (Some(path), Some(Value::Number(key))) => found.push((path, key.to_string())),
            _ => {}
        }
    };
    for field in resource.fields() {
        look(record, field);
    }
    for detail in resource.details {
        let rows = record.get(detail.name).and_then(Value::as_array);
        for row in rows.into_iter().flatten() {
            for field in resource.row_fields(detail) {
                look(row, field);
            }
        }
    }
    found
}

//! The body of an update, from the stored record and the changes.

use serde_json::{Map, Value};
use thiserror::Error;

use super::derived_fields::derived_fields;
use crate::catalogue::{Catalogue, Derivation, Detail, Resource};

/// How the rows of a change relate to the stored rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// A row with the key of a stored one changes that, one without a key is added, and stored rows
    /// that are not named stay.
    Merge,
    /// They replace the stored rows: those that are not among them are removed.
    Replace,
}

/// Why a change cannot be turned into a body.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PatchError {
    /// It is not an object.
    #[error("the change is not a JSON object; write {{\"FIELD\": \"VALUE\"}}")]
    NoObject,
    /// A detail array is not a list of objects.
    #[error("`{0}` must be a list of objects, its rows")]
    NoRows(&'static str),
    /// A row that is not stored: the service would take it for a new one.
    #[error("the record has no row with {key} {value} in `{detail}`; leave {key} out to add a row")]
    UnknownRow {
        /// The detail array.
        detail: &'static str,
        /// The field that identifies its rows.
        key: &'static str,
        /// What was given.
        value: String,
    },
    /// Rows without a key.
    #[error(
        "the rows of `{0}` have no key to match them with the stored rows; send all rows and use --replace-rows"
    )]
    NoKey(&'static str),
    /// A field that the service assigns.
    #[error("`{0}` is assigned by the service and cannot be changed")]
    Assigned(String),
}

/// The body that makes `change` to `stored`, a record of `resource`: the changed fields, the touched
/// detail arrays with every row that remains, and the stored count of changes plus one.
///
/// What is not touched is not sent, because the service has been seen to refuse whole records that
/// were sent back. Rows that remain go without what is null, which it refuses in some fields; those
/// that change go without what the service works out from the changed fields, such as the amount from
/// the quantity, unless it is changed too.
///
/// # Errors
/// When rows would be lost or added by mistake, or the change is impossible.
pub fn update_body(
    (catalogue, resource): (&Catalogue, &Resource),
    stored: &Value,
    change: &Value,
    rows: Rows,
) -> Result<Map<String, Value>, PatchError> {
    let change = change.as_object().ok_or(PatchError::NoObject)?;
    let context = PatchContext {
        resource,
        derivations: catalogue.rules.derivations,
        changed: change.keys().map(String::as_str).collect(),
    };
    let counter = catalogue.counter(resource);
    let mut body = Map::new();
    for (name, value) in change {
        if Some(name.as_str()) == counter {
            continue;
        }
        let detail = resource.details.iter().find(|detail| detail.name == name);
        let value = match detail {
            Some(detail) => detail_rows(&context, detail, stored.get(name), value, rows)?,
            None => value.clone(),
        };
        let is_assigned = resource.field(name).is_some_and(|field| field.assigned);
        if is_assigned && stored.get(name) == Some(&value) {
            continue;
        }
        if is_assigned {
            return Err(PatchError::Assigned(name.clone()));
        }
        body.insert(name.clone(), value);
    }
    let count = |counter| stored.get(counter).and_then(Value::as_i64);
    if let Some((counter, count)) = counter.and_then(|name| Some((name, count(name)?))) {
        body.insert(counter.to_owned(), Value::from(count + 1));
    }
    Ok(body)
}

/// The fields of `edited` that differ from `stored`; removed fields are not changes.
///
/// # Errors
/// When it is not an object.
pub(crate) fn changes(
    catalogue: &Catalogue,
    stored: &Value,
    edited: &Value,
) -> Result<Value, PatchError> {
    let members = edited.as_object().ok_or(PatchError::NoObject)?.iter();
    let changed = members.filter(|(name, value)| stored.get(name) != Some(value));
    let changed = changed.filter(|(name, _)| *name != catalogue.rules.change_counter);
    Ok(changed
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect())
}

/// What applies to all rows.
struct PatchContext<'c> {
    resource: &'c Resource,
    derivations: &'static [Derivation],
    /// The fields of the record that change.
    changed: Vec<&'c str>,
}

fn detail_rows(
    context: &PatchContext<'_>,
    detail: &'static Detail,
    stored: Option<&Value>,
    given: &Value,
    rows: Rows,
) -> Result<Value, PatchError> {
    let stored = stored
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    let given = given.as_array().ok_or(PatchError::NoRows(detail.name))?;
    let kept = |row: &Value| Value::Object(to_send(context.resource, detail, row, row));
    let Some(key) = detail.key else {
        return match rows {
            Rows::Merge if !stored.is_empty() => Err(PatchError::NoKey(detail.name)),
            _ => Ok(Value::Array(given.clone())),
        };
    };
    let mut result: Vec<Value> = match rows {
        Rows::Merge => stored.iter().map(kept).collect(),
        Rows::Replace => Vec::new(),
    };
    for row in given {
        if !row.is_object() {
            return Err(PatchError::NoRows(detail.name));
        }
        let value = row.get(key).filter(|value| !is_new(value));
        let Some(value) = value else {
            result.push(row.clone());
            continue;
        };
        let position = stored
            .iter()
            .position(|other| other.get(key) == Some(value));
        let old = position.and_then(|position| stored.get(position));
        let Some(old) = old else {
            return Err(PatchError::UnknownRow {
                detail: detail.name,
                key,
                value: value.to_string(),
            });
        };
        let mut sent = to_send(context.resource, detail, row, old);
        let outdated = changed_derived_fields(context, detail, row, old);
        let slot = position.and_then(|position| result.get_mut(position));
        if let (Rows::Merge, Some(Value::Object(slot))) = (rows, slot) {
            slot.extend(sent);
            slot.retain(|name, _| row.get(name).is_some() || !outdated.contains(&&**name));
        } else {
            sent.retain(|name, value| old.get(name) != Some(value) || !outdated.contains(&&**name));
            result.push(Value::Object(sent));
        }
    }
    Ok(Value::Array(result))
}

/// The fields of `row` that no longer hold after its changes to `old`.
fn changed_derived_fields(
    context: &PatchContext<'_>,
    detail: &Detail,
    row: &Value,
    old: &Value,
) -> Vec<&'static str> {
    let members = row.as_object().into_iter().flatten();
    let changed: Vec<&str> = members
        .filter(|(name, value)| old.get(name) != Some(value))
        .map(|(name, _)| name.as_str())
        .collect();
    derived_fields(context.derivations, detail.name, &changed, &context.changed)
}

/// Whether a row's key marks it as new.
fn is_new(key: &Value) -> bool {
    key.is_null() || key.as_i64().is_some_and(|key| key <= 0)
}

/// `row` without what is also null in `old`, and without what the service assigns besides its key.
fn to_send(
    resource: &Resource,
    detail: &'static Detail,
    row: &Value,
    old: &Value,
) -> Map<String, Value> {
    let members = row.as_object().into_iter().flatten();
    let sent = members.filter(|(name, value)| {
        let is_key = detail.key == Some(name.as_str());
        let mut fields = resource.row_fields(detail);
        let is_assigned = fields.any(|field| field.name == name.as_str() && field.assigned);
        let was_null = value.is_null() && old.get(name).is_none_or(Value::is_null);
        is_key || !(is_assigned || was_null)
    });
    sent.map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{PatchError, Rows, changes, update_body};
    use crate::catalogue::{Derivation, FieldOwner, Formula, Operand, tiny};

    fn stored() -> Value {
        json!({"dockey": 7, "docno": "N-7", "shelf": "A-01", "updatecount": 4, "sdslines": [
            {"dtlkey": 71, "amount": "12.50", "state": null},
            {"dtlkey": 72, "amount": "1.00", "state": "Y"},
        ]})
    }

    fn body(change: &Value, rows: Rows) -> Result<Value, PatchError> {
        const DERIVATIONS: &[Derivation] = &[Derivation {
            field: "amount",
            owner: FieldOwner::Row,
            only: &["sdslines"],
            formula: Formula::Same(Operand::Own("state")),
            fixed: false,
        }];
        let mut catalogue = tiny::catalogue();
        catalogue.rules.derivations = DERIVATIONS;
        let resource = catalogue.resource("note").unwrap();
        update_body((&catalogue, resource), &stored(), change, rows).map(Value::Object)
    }

    #[test]
    fn only_what_changes_is_sent_with_the_next_count() {
        let change = json!({"shelf": "B-02", "updatecount": 1, "dockey": 7});
        let sent = json!({"shelf": "B-02", "updatecount": 5});
        assert_eq!(body(&change, Rows::Merge), Ok(sent));
    }

    #[test]
    fn merged_rows_lose_none() {
        let change = json!({"sdslines": [{"dtlkey": 72, "amount": "2.00"}, {"amount": "3.00"}]});
        let sent = json!({"updatecount": 5, "sdslines": [
            {"dtlkey": 71, "amount": "12.50"},
            {"dtlkey": 72, "amount": "2.00", "state": "Y"},
            {"amount": "3.00"},
        ]});
        assert_eq!(body(&change, Rows::Merge), Ok(sent));
    }

    #[test]
    fn replaced_rows_are_all_that_remains() {
        let change = json!({"sdslines": [{"dtlkey": 72, "amount": "2.00"}, {"dtlkey": -1}]});
        let sent = json!({"updatecount": 5, "sdslines": [
            {"dtlkey": 72, "amount": "2.00"}, {"dtlkey": -1},
        ]});
        assert_eq!(body(&change, Rows::Replace), Ok(sent));
    }

    #[test]
    fn what_is_worked_out_anew_is_not_sent_as_it_was() {
        let change = json!({"sdslines": [{"dtlkey": 72, "state": "N"}]});
        let sent = json!({"updatecount": 5, "sdslines": [
            {"dtlkey": 71, "amount": "12.50"},
            {"dtlkey": 72, "state": "N"},
        ]});
        assert_eq!(body(&change, Rows::Merge), Ok(sent));
        let named = json!({"sdslines": [{"dtlkey": 72, "state": "N", "amount": "1.00"}]});
        let sent = json!({"updatecount": 5, "sdslines": [
            {"dtlkey": 71, "amount": "12.50"},
            {"dtlkey": 72, "state": "N", "amount": "1.00"},
        ]});
        assert_eq!(body(&named, Rows::Merge), Ok(sent));
        // In an editor all fields are there, changed or not.
        let sent = json!({"updatecount": 5, "sdslines": [{"dtlkey": 72, "state": "N"}]});
        assert_eq!(body(&named, Rows::Replace), Ok(sent));
    }

    #[test]
    fn mistakes_are_named() {
        for change in [
            json!([]),
            json!({"sdslines": {"dtlkey": 71}}),
            json!({"sdslines": [71]}),
            json!({"sdslines": [{"dtlkey": 99}]}),
            json!({"dockey": 8}),
        ] {
            for rows in [Rows::Merge, Rows::Replace] {
                assert!(body(&change, rows).is_err(), "{change}");
            }
        }
    }

    #[test]
    fn an_edited_record_becomes_its_changes() {
        let mut edited = stored();
        edited["shelf"] = json!("B-02");
        edited["sdslines"].as_array_mut().unwrap().remove(0);
        edited.as_object_mut().unwrap().remove("docno");
        let change = changes(&tiny::catalogue(), &stored(), &edited).unwrap();
        let sent = json!({"shelf": "B-02", "updatecount": 5, "sdslines": [
            {"dtlkey": 72, "amount": "1.00", "state": "Y"},
        ]});
        assert_eq!(body(&change, Rows::Replace), Ok(sent));
        assert_eq!(
            changes(&tiny::catalogue(), &stored(), &stored()),
            Ok(json!({}))
        );
    }
}

//! Reads a body as a record of the resource.

use serde_json::Value;

use super::ApiError;
use super::received::received;
use super::transaction::Transaction;
use crate::json::{self, Document};
use crate::sandbox::records::{Array, Members, Plan};

/// The fields of a body, in the form in which they are stored. Names are matched whatever the
/// case. Unknown fields are noted, or refused if `strict`; those that the service assigns are ignored,
/// except for the keys of rows.
pub(super) fn read(
    transaction: &mut Transaction<'_>,
    plan: &Plan,
    body: &[u8],
) -> Result<Members, ApiError> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err(ApiError::bad(
            "the body is empty; it has to be a JSON object",
        ));
    }
    let document = Document::parse(body).map_err(|error| {
        let place = std::str::from_utf8(body).ok().map(|_| {
            let lines = json::LineIndex::new(body);
            let position = lines.position(error.offset());
            format!(" at {}:{}", position.line, position.column)
        });
        ApiError::bad(format!(
            "the body is not JSON{}: {error}",
            place.unwrap_or_default()
        ))
    })?;
    let root = document.root();
    if root.kind() != json::Kind::Object {
        return Err(ApiError::bad("the body has to be a JSON object"));
    }
    if let Some(duplicate) = document.duplicate_keys().first() {
        return Err(ApiError::bad(format!(
            "the body has `{}` twice",
            duplicate.key
        )));
    }
    if root.is_empty() {
        return Err(ApiError::failed(
            "an empty object crashes the real service; send at least one field",
        ));
    }
    object(transaction, plan, None, root)
}

fn object(
    transaction: &mut Transaction<'_>,
    plan: &Plan,
    array: Option<&Array>,
    sent: json::Value<'_>,
) -> Result<Members, ApiError> {
    let layout = array.map_or(&plan.layout, |array| &array.layout);
    // The counter of changes is assigned, but must be sent nevertheless.
    let counter = transaction.engine.catalogue.rules.change_counter;
    let mut members = Members::new();
    for entry in sent.entries() {
        let name = entry.key().to_lowercase();
        if let Some(field) = layout.field(&name) {
            let is_row_key = array.is_some_and(|array| array.key == Some(name.as_str()));
            if !field.assigned || is_row_key || name == counter {
                members.insert(name, received(field, entry.value())?);
            }
        } else if let Some(array) = layout.array(&name) {
            members.insert(
                name,
                Value::Array(rows(transaction, plan, array, entry.value())?),
            );
        } else {
            let other = transaction
                .engine
                .catalogue
                .other_build(&plan.resource, &name);
            let unknown = || format!("there is no field `{}`", entry.key());
            transaction.tolerate(other.unwrap_or_else(unknown))?;
        }
    }
    Ok(members)
}

fn rows(
    transaction: &mut Transaction<'_>,
    plan: &Plan,
    array: &Array,
    sent: json::Value<'_>,
) -> Result<Vec<Value>, ApiError> {
    let name = array.name;
    if sent.is_null() {
        return Ok(Vec::new());
    }
    if sent.kind() != json::Kind::Array {
        return Err(ApiError::bad(format!("{name} has to be an array of rows")));
    }
    let row = |(index, row): (usize, json::Value<'_>)| {
        if row.kind() != json::Kind::Object {
            return Err(ApiError::bad(format!(
                "{name}[{index}] has to be an object"
            )));
        }
        let read = object(transaction, plan, Some(array), row);
        read.map(Value::Object).map_err(|error| ApiError {
            message: format!("{} ({name}[{index}])", error.message),
            ..error
        })
    };
    sent.elements().enumerate().map(row).collect()
}

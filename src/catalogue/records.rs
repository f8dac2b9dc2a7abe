use std::borrow::Cow;

use serde_json::{Map, Value};

use super::{Detail, Field, Resource};

/// The example records of a resource, read from its JSON text.
///
/// For a resource that can be written the text is one object:
///
/// - `create`: a body to POST;
/// - `created`: what the service adds to it, merged member by member, rows by index;
/// - `update`: a body to PUT after that, with concrete keys;
/// - `updated`: what the service adds to that;
/// - `others`: records that exist already, to which the examples of other resources refer.
///
/// For one that can only be read it has `list`, whole records, or `answer`, the whole answer, with
/// `basis`, a sentence that says how far that answer is documented.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    resource: &'a Resource,
    text: Map<String, Value>,
}

/// The text of a resource's examples cannot be read; a defect of the catalogue.
#[derive(Debug, thiserror::Error)]
#[error("the examples of `{path}` are not the JSON object that they have to be: {reason}")]
pub struct RecordError {
    path: &'static str,
    reason: serde_json::Error,
}

impl<'a> Records<'a> {
    /// Reads the examples of `resource`.
    ///
    /// # Errors
    /// [`RecordError`] when its text is not a JSON object.
    pub fn read(resource: &'a Resource) -> Result<Self, RecordError> {
        let build = resource.build.as_ref().map(ToString::to_string);
        let examples = match &build {
            Some(build) => Cow::Owned(resource.examples.replace("{build}", build)),
            None => Cow::Borrowed(resource.examples),
        };
        let mut text: Map<String, Value> =
            serde_json::from_str(&examples).map_err(|reason| RecordError {
                path: resource.path,
                reason,
            })?;
        for (_, value) in text.iter_mut().filter(|(name, _)| *name != "answer") {
            write_decimals(resource, None, value);
        }
        Ok(Self { resource, text })
    }

    /// The body to POST, with a value for each of the company's own fields.
    pub fn create_body(&self) -> Option<Value> {
        let mut body = self.text.get("create")?.clone();
        for udf in &self.resource.udf {
            let value = udf.field.value_of(udf.field.example).unwrap_or(Value::Null);
            let name = udf.field.name.to_string();
            match udf.detail {
                None => insert(&mut body, name, value),
                Some(detail) => insert_in_rows(&mut body, detail, &name, &value),
            }
        }
        Some(body)
    }

    /// The record after the create: what was sent and what the service added. Like all records
    /// here it leaves out what was never set; [`super::RecordJson::whole`] shows that too.
    pub fn created(&self) -> Option<Value> {
        let mut record = self.create_body()?;
        if let Some(added) = self.text.get("created") {
            lay_over(&mut record, added);
        }
        Some(record)
    }

    /// The body to PUT, with concrete keys.
    pub fn update_body(&self) -> Option<&Value> {
        self.text.get("update")
    }

    /// The record after the update of `created`: a sent array has replaced the stored one.
    pub fn updated(&self, created: &Value) -> Option<Value> {
        let mut change = self.update_body()?.clone();
        for detail in self.resource.details {
            let Some(key) = detail.key else { continue };
            let stored = created.get(detail.name).and_then(Value::as_array);
            let rows = change.get_mut(detail.name).and_then(Value::as_array_mut);
            for row in rows.into_iter().flatten() {
                let kept = stored
                    .into_iter()
                    .flatten()
                    .find(|old| same_key(old, row, key));
                if let Some(kept) = kept {
                    let sent = std::mem::replace(row, kept.clone());
                    lay_over(row, &sent);
                }
            }
        }
        if let Some(added) = self.text.get("updated") {
            lay_over(&mut change, added);
        }
        let mut record = created.clone();
        if let (Value::Object(record), Value::Object(change)) = (&mut record, change) {
            record.extend(change);
        }
        Some(record)
    }

    /// The records that exist before any request is sent.
    pub fn others(&self) -> &[Value] {
        let stored = self.text.get("others").or_else(|| self.text.get("list"));
        stored.and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The whole response of a report, or of a system resource without records.
    pub fn answer(&self) -> Option<&Value> {
        self.text.get("answer")
    }

    /// How much of the response is documented.
    pub fn basis(&self) -> Option<&str> {
        self.text.get("basis")?.as_str()
    }
}

/// Gives the decimals of a record, of a row of `detail`, or of an array of them the digits of their
/// fields.
fn write_decimals(resource: &Resource, detail: Option<&'static Detail>, value: &mut Value) {
    if let Value::Array(all) = value {
        for one in all.iter_mut().filter(|one| one.is_object()) {
            write_decimals(resource, detail, one);
        }
        return;
    }
    let mut write = |field: &Field| {
        // Examples have a renamed field by its first name.
        if let (Some(old), Value::Object(members)) = (field.renamed, &mut *value)
            && let Some(given) = members.shift_remove(old)
        {
            members.insert(field.name.to_string(), given);
        }
        if let Some(Value::String(text)) = value.get_mut(&*field.name) {
            *text = field.written(text).into_owned();
        }
    };
    let details = match detail {
        None => {
            resource.fields().for_each(&mut write);
            resource.details
        }
        Some(detail) => {
            resource.row_fields(detail).for_each(&mut write);
            detail.details
        }
    };
    for detail in details {
        if let Some(rows) = value.get_mut(detail.name) {
            write_decimals(resource, Some(detail), rows);
        }
    }
}

fn same_key(a: &Value, b: &Value, key: &str) -> bool {
    a.get(key).is_some() && a.get(key) == b.get(key)
}

fn insert(object: &mut Value, name: String, value: Value) {
    if let Value::Object(members) = object {
        members.insert(name, value);
    }
}

/// Adds a member to every row of the array `detail`, however deeply nested.
fn insert_in_rows(record: &mut Value, detail: &str, name: &str, value: &Value) {
    let Value::Object(members) = record else {
        return;
    };
    for (member, rows) in members {
        for row in rows.as_array_mut().into_iter().flatten() {
            if member == detail {
                insert(row, name.to_owned(), value.clone());
            }
            insert_in_rows(row, detail, name, value);
        }
    }
}

/// Merges `over` into `base`: objects member by member, arrays of rows index by index.
fn lay_over(base: &mut Value, over: &Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (name, value) in over {
                match base.get_mut(name) {
                    Some(old) => lay_over(old, value),
                    None => {
                        base.insert(name.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(base), Value::Array(over)) => {
            for (index, value) in over.iter().enumerate() {
                match base.get_mut(index) {
                    Some(old) => lay_over(old, value),
                    None => base.push(value.clone()),
                }
            }
        }
        (base, over) => *base = over.clone(),
    }
}

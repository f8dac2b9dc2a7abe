//! One resource with everything that its requests and examples show.

use serde::Serialize;
use serde_json::Value;

use super::GenerateError;
use super::variables::{key_variable, row_variable};
use crate::catalogue::{Catalogue, Detail, FieldType, RecordJson, Records, Resource};

/// A resource and the story of its example record: created, read, changed, deleted.
pub(super) struct Story<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) resource: &'a Resource,
    pub(super) records: Records<'a>,
    /// The body to POST.
    pub(super) create_body: Option<String>,
    /// The body to PUT, with concrete keys.
    pub(super) update_body: Option<String>,
    /// The record that Get shows: the created one, or the first that exists.
    pub(super) record: Option<Value>,
    /// That record, whole.
    pub(super) whole: String,
    /// The rows that the Update body changes; their keys are stored in variables.
    pub(super) saved_rows: Vec<SavedRow>,
}

/// A row of the created record that the Update body names by its key.
pub(super) struct SavedRow {
    pub(super) variable: String,
    pub(super) array: &'static str,
    pub(super) index: usize,
    pub(super) key: &'static str,
}

impl<'a> Story<'a> {
    pub(super) fn new(
        catalogue: &'a Catalogue,
        resource: &'a Resource,
    ) -> Result<Self, GenerateError> {
        let records = Records::read(resource)?;
        let create_body = records.create_body();
        let record = records
            .created()
            .or_else(|| records.others().first().cloned());
        let given = |body: &Value| pretty(&RecordJson::given(resource, body));
        let whole = record
            .as_ref()
            .map(|record| pretty(&RecordJson::whole(resource, record)));
        let mut story = Self {
            catalogue,
            resource,
            create_body: create_body.as_ref().map(given).transpose()?,
            update_body: records.update_body().map(given).transpose()?,
            whole: whole.transpose()?.unwrap_or_default(),
            saved_rows: Vec::new(),
            record,
            records,
        };
        story.saved_rows = story.rows_to_save();
        Ok(story)
    }

    /// The field that counts the record's changes.
    pub(super) fn counter(&self) -> Option<&'static str> {
        self.catalogue.counter(self.resource)
    }

    /// The field with the record's number.
    pub(super) fn number(&self) -> Option<&'static str> {
        self.catalogue.number(self.resource)
    }

    /// The variable that holds the key of the record that Create makes.
    pub(super) fn key_variable(&self) -> Option<String> {
        key_variable(self.resource)
    }

    /// The value of the record's key, as text.
    pub(super) fn key_value(&self) -> String {
        let key = self.resource.key_field();
        let value = self
            .record
            .as_ref()
            .zip(key)
            .and_then(|(record, key)| record.get(key));
        value.map(plain_text).unwrap_or_default()
    }

    /// The detail array that the Update body edits row by row, with the rows that it sends.
    pub(super) fn edited(&self) -> Option<(&'static Detail, &[Value])> {
        let body = self.records.update_body()?;
        let keyed = self
            .resource
            .details
            .iter()
            .filter(|detail| detail.key.is_some());
        let mut sent =
            keyed.filter_map(|detail| Some((detail, body.get(detail.name)?.as_array()?)));
        sent.next().map(|(detail, rows)| (detail, rows.as_slice()))
    }

    fn rows_to_save(&self) -> Vec<SavedRow> {
        let Some((detail, sent)) = self.edited() else {
            return Vec::new();
        };
        let stored = self
            .record
            .as_ref()
            .and_then(|record| record.get(detail.name)?.as_array());
        let keep = |(index, row): (usize, &Value)| {
            let key = detail.key?;
            let is_sent = sent.iter().any(|sent| sent.get(key) == row.get(key));
            let variable = row_variable(key, index)?;
            is_sent.then_some(SavedRow {
                variable,
                array: detail.name,
                index,
                key,
            })
        };
        stored
            .into_iter()
            .flatten()
            .enumerate()
            .filter_map(keep)
            .collect()
    }

    /// The Update body as the request sends it: what the service assigns comes from variables.
    pub(super) fn update_template(&self) -> Result<Option<String>, GenerateError> {
        let Some(mut body) = self.records.update_body().cloned() else {
            return Ok(None);
        };
        let mut variables = Vec::new();
        if let Some(name) = self.counter()
            && let Some(counter) = body.get_mut(name)
        {
            *counter = placeholder(name);
            variables.push(name);
        }
        for saved in &self.saved_rows {
            let stored = self
                .record
                .as_ref()
                .and_then(|record| record.get(saved.array)?.get(saved.index)?.get(saved.key));
            let rows = body.get_mut(saved.array).and_then(Value::as_array_mut);
            let keys = rows
                .into_iter()
                .flatten()
                .filter_map(|row| row.get_mut(saved.key));
            for key in keys.filter(|key| Some(&**key) == stored) {
                if key.is_number() {
                    variables.push(&saved.variable);
                }
                *key = placeholder(&saved.variable);
            }
        }
        let mut text = pretty(&RecordJson::given(self.resource, &body))?;
        for variable in variables {
            // Their values are numbers, so they are written without quotes.
            let quoted = placeholder(variable).to_string();
            text = text.replace(&quoted, quoted.trim_matches('"'));
        }
        Ok(Some(text))
    }

    /// A master field that the Update body changes and that is returned as sent.
    pub(super) fn changed_field(&self) -> Option<(&str, &Value)> {
        let body = self.records.update_body()?;
        self.resource.fields().find_map(|field| {
            let comparable = !field.assigned && !matches!(field.kind, FieldType::Decimal(_));
            let value = body.get(field.name.as_ref()).filter(|_| comparable)?;
            Some((field.name.as_ref(), value))
        })
    }

    /// The filter that Details sends: field, value in the request, value in the example.
    pub(super) fn details_filter(&self) -> Option<(&'static str, String, String)> {
        let indexed = self.resource.indexed_filters;
        let (number, key) = (self.number(), self.resource.key);
        let chosen = key.filter(|key| key.is_chosen()).map(|key| key.field);
        let mut wanted = number.into_iter().chain(chosen);
        let field = wanted.find(|name| indexed.contains(name));
        let field = field.or_else(|| indexed.first().copied())?;
        let value = self.record.as_ref()?.get(field).map(plain_text);
        let value = value.filter(|text| !text.is_empty())?;
        let request = if number == Some(field) {
            format!("{{{{{field}}}}}")
        } else if let (true, Some(variable)) = (chosen == Some(field), self.key_variable()) {
            format!("{{{{{variable}}}}}")
        } else {
            value.clone()
        };
        Some((field, request, value))
    }
}

fn placeholder(variable: &str) -> Value {
    Value::from(format!("{{{{{variable}}}}}"))
}

/// `value` as the text of a body: JSON, two spaces.
pub(super) fn pretty(value: &impl Serialize) -> Result<String, GenerateError> {
    Ok(serde_json::to_string_pretty(value)?)
}

/// A value in a path or a query, before encoding.
pub(super) fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

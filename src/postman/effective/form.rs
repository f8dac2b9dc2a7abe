use std::borrow::Cow;

use super::content::written;
use super::url::parameters_of;
use super::{Mode, QueryParameter, text_of};
use crate::json::{Kind, Value};
use crate::postman::view::{is_disabled, is_truthy};

/// A field of a form.
#[derive(Clone, Debug)]
pub struct FormField<'d> {
    /// Its name.
    pub key: Cow<'d, str>,
    /// Its value, or the path of a file; `None` where it has none.
    pub value: Option<Cow<'d, str>>,
    /// Whether it is a file.
    pub is_file: bool,
    /// The name that a file is sent with, where it is not its own.
    pub file_name: Option<Cow<'d, str>>,
    /// The media type that is sent with a part.
    pub content_type: Option<Cow<'d, str>>,
    /// Whether it is sent.
    pub is_enabled: bool,
    /// Its entry in the list, where it has one.
    pub entry: Option<Value<'d>>,
}

/// The fields of `payload`, disabled ones included: a list, or in the mode `urlencoded` also a text
/// or an object, as very old files have it.
pub(crate) fn form_fields(mode: Mode, payload: Value<'_>) -> Vec<FormField<'_>> {
    if payload.kind() == Kind::Array {
        let entries = payload.elements().filter(|entry| !entry.is_null());
        return entries
            .map(|entry| FormField::listed(mode, entry))
            .collect();
    }
    if mode != Mode::Urlencoded {
        return Vec::new();
    }
    let parameters = parameters_of(payload).into_iter();
    let mut fields: Vec<_> = parameters.map(FormField::from).collect();
    // The empty text between two `&` has no name, which JavaScript turns into a word.
    let last = fields.len().saturating_sub(1);
    for field in fields.iter_mut().take(last) {
        if field.key.is_empty() && field.value.is_none() {
            field.key = Cow::Borrowed("null");
        }
    }
    fields
}

impl<'d> FormField<'d> {
    fn listed(mode: Mode, entry: Value<'d>) -> Self {
        let is_file = entry.get("type").is_some_and(|kind| kind.is_str("file"));
        let source = entry.get("src").filter(|_| is_file);
        let value = source.or_else(|| entry.get("value"));
        let key = entry.get("key");
        Self {
            key: match mode {
                // JavaScript turns a missing name into a word when it is put into an object.
                Mode::Urlencoded => key.map_or(Cow::Borrowed("undefined"), text_of),
                _ => key
                    .filter(|key| is_truthy(*key))
                    .map_or(Cow::Borrowed(""), text_of),
            },
            value: value.filter(|value| !value.is_null()).map(paths),
            is_file,
            file_name: entry.get("fileName").and_then(Value::as_str),
            content_type: entry
                .get("contentType")
                .and_then(Value::as_str)
                .filter(|it| !it.is_empty()),
            is_enabled: !is_disabled(entry),
            entry: Some(entry),
        }
    }

    /// The texts that an urlencoded body sends for its value, each under its name: of a list one for
    /// each element; what is neither text, number nor boolean is empty.
    pub fn sent_values(&self) -> Vec<Cow<'d, str>> {
        let text = |value: Value<'d>| match value.kind() {
            Kind::String | Kind::Number | Kind::Bool => text_of(value),
            _ => Cow::Borrowed(""),
        };
        let value = self.entry.and_then(|entry| entry.get("value"));
        match value {
            Some(list) if list.kind() == Kind::Array => list.elements().map(text).collect(),
            Some(one) => vec![text(one)],
            None if self.entry.is_some() => vec![Cow::Borrowed("")],
            None => vec![self.value.clone().unwrap_or_default()],
        }
    }
}

impl<'d> From<QueryParameter<'d>> for FormField<'d> {
    fn from(parameter: QueryParameter<'d>) -> Self {
        Self {
            key: parameter.key.map(|key| key.text).unwrap_or_default(),
            value: parameter.value.map(|value| value.text),
            is_file: false,
            file_name: None,
            content_type: None,
            is_enabled: parameter.is_enabled,
            entry: parameter.entry,
        }
    }
}

/// A text, or the paths of several files.
fn paths(value: Value<'_>) -> Cow<'_, str> {
    if value.kind() != Kind::Array {
        return path(value);
    }
    let paths: Vec<_> = value.elements().map(path).collect();
    Cow::Owned(paths.join(", "))
}

fn path(value: Value<'_>) -> Cow<'_, str> {
    match value.kind() {
        // No path: however it is laid out, it is the same.
        Kind::Object => text_of(value),
        _ => written(value),
    }
}

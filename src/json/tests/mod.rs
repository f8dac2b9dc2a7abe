//! Tests of the module as a whole, through its public API.

mod agreement;
mod duplicates;
mod errors;
mod inputs;
mod positions;
mod schemas;
mod values;

use serde_json::Value as Serde;

use super::{Document, Kind, Value};

fn parse(text: &str) -> Document<'_> {
    Document::from_text(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// What `serde_json` should have read from the same text, built from the tape alone.
fn to_serde(value: Value<'_>) -> Serde {
    match value.kind() {
        Kind::Null => Serde::Null,
        Kind::Bool => Serde::from(value.as_bool()),
        Kind::String => Serde::from(value.as_str()),
        Kind::Array => value.elements().map(to_serde).collect(),
        Kind::Object => value
            .entries()
            .map(|entry| (entry.key().into_owned(), to_serde(entry.value())))
            .collect(),
        Kind::Number => match (value.as_u64(), value.as_i64()) {
            (Some(number), _) => Serde::from(number),
            (None, Some(number)) => Serde::from(number),
            (None, None) => Serde::from(value.as_f64()),
        },
    }
}

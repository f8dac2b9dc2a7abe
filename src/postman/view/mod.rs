//! Tolerant views over a collection's text, however broken: v2.0.0 and v2.1.0, wrapped or not.
//!
//! A view says what is there and where; whether it is right is for others to say. Members of the
//! wrong type are simply not seen as what they should be.

mod auth;
mod collection;
mod foreign;
mod format;
mod item;
mod request;
mod token;

pub use auth::{Auth, Parameter};
pub use collection::Collection;
pub(crate) use foreign::ForeignFormat;
pub use format::Version;
pub(crate) use format::{DocumentKind, recognise, unwrapped};
pub use item::{Event, Example, Item, ItemKind};
pub use request::{Body, Request, Url};
pub(crate) use token::tokens;

use std::borrow::Cow;

use crate::json::{Kind, Value};

/// The text of a member, if it is text.
pub fn text<'d>(object: Value<'d>, name: &str) -> Option<Cow<'d, str>> {
    object.get(name)?.as_str()
}

/// The text of a description, which is text or an object with `content`.
pub fn description(object: Value<'_>) -> Option<Cow<'_, str>> {
    let value = object.get("description")?;
    value.as_str().or_else(|| text(value, "content"))
}

/// Whether a list entry is disabled.
pub fn is_disabled(entry: Value) -> bool {
    entry.get("disabled").is_some_and(is_truthy)
}

/// Whether a value is truthy in JavaScript, by which Postman reads every flag: a text that is not
/// empty is one, `"false"` too.
pub fn is_truthy(value: Value) -> bool {
    match value.kind() {
        Kind::Null => false,
        Kind::Bool => value.as_bool() == Some(true),
        Kind::String => !value.is_str(""),
        Kind::Number => value.as_f64() != Some(0.0),
        Kind::Array | Kind::Object => true,
    }
}

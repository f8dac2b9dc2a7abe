use std::borrow::Cow;

use super::text::number_text;
use super::text_of;
use crate::json::{Document, Kind, Value};
use crate::postman::view::{Auth, is_truthy};

/// A value that an entry's `type` converts: of a variable, a path variable, an attribute of an auth. (`Variable.types` of postman-collection 5.3.)
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TypedValue<'d> {
    /// Missing.
    Undefined,
    /// `null`.
    Null,
    /// A text.
    Text(Cow<'d, str>),
    /// A boolean, a number, a list or an object.
    Other {
        /// The text that JavaScript converts it to.
        text: Cow<'d, str>,
        /// Whether it is truthy in JavaScript.
        is_truthy: bool,
    },
}

impl<'d> TypedValue<'d> {
    /// The value of an entry with the members `value` and `type`.
    pub(crate) fn of_entry(entry: Value<'d>) -> Self {
        let kind = entry.get("type").and_then(Value::as_str);
        Self::new(entry.get("value"), kind.as_deref().unwrap_or_default())
    }

    /// `value` converted to the type `kind`; one that Postman does not know converts nothing.
    pub(crate) fn new(value: Option<Value<'d>>, kind: &str) -> Self {
        match kind.to_ascii_lowercase().as_str() {
            "string" => Self::Text(value.map_or(Cow::Borrowed("undefined"), text_of)),
            "boolean" => {
                let is_true = value.is_some_and(is_truthy);
                Self::other(if is_true { "true" } else { "false" }, is_true)
            }
            "number" => {
                let number = value.map_or(f64::NAN, number);
                Self::other(number_text(number), number != 0.0 && !number.is_nan())
            }
            "array" => Self::parsed(value, Kind::Array),
            "object" => Self::parsed(value, Kind::Object),
            _ => Self::untyped(value),
        }
    }

    fn untyped(value: Option<Value<'d>>) -> Self {
        match value {
            None => Self::Undefined,
            Some(null) if null.is_null() => Self::Null,
            Some(text) if text.kind() == Kind::String => Self::Text(text_of(text)),
            Some(other) => Self::other(text_of(other), is_truthy(other)),
        }
    }

    /// A list or an object, or the JSON of one; undefined for anything else.
    fn parsed(value: Option<Value<'d>>, kind: Kind) -> Self {
        if let Some(own) = value.filter(|value| value.kind() == kind) {
            return Self::other(text_of(own), true);
        }
        let text = value.and_then(Value::as_str).unwrap_or_default();
        match Document::from_text(&text) {
            Ok(document) if document.root().kind() == kind => {
                Self::other(text_of(document.root()).into_owned(), true)
            }
            _ => Self::Undefined,
        }
    }

    fn other(text: impl Into<Cow<'d, str>>, is_truthy: bool) -> Self {
        let text = text.into();
        Self::Other { text, is_truthy }
    }

    /// Its text; `None` where there is no value, or `null`.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Undefined | Self::Null => None,
            Self::Text(text) | Self::Other { text, .. } => Some(text),
        }
    }

    /// Its text where JavaScript takes it for true, else an empty one.
    pub(crate) fn truthy_text(&self) -> &str {
        let text = self.text().filter(|_| self.is_truthy());
        text.unwrap_or_default()
    }

    /// Whether it is truthy in JavaScript.
    pub(crate) fn is_truthy(&self) -> bool {
        match self {
            Self::Undefined | Self::Null => false,
            Self::Text(text) => !text.is_empty(),
            Self::Other { is_truthy, .. } => *is_truthy,
        }
    }
}

/// A value as JavaScript's `Number` converts it.
fn number(value: Value) -> f64 {
    match value.kind() {
        Kind::Number => value.as_f64().unwrap_or(f64::NAN),
        Kind::Object => f64::NAN,
        Kind::Null => 0.0,
        Kind::Bool => f64::from(u8::from(value.as_bool() == Some(true))),
        Kind::String | Kind::Array => {
            let text = text_of(value);
            match text.trim() {
                "" => 0.0,
                // Words that Rust parses as numbers and JavaScript does not.
                text if text.contains(['n', 'N', 'y', 'Y']) => f64::NAN,
                text => text.parse().unwrap_or(f64::NAN),
            }
        }
    }
}

/// The attributes of `auth` that belong to its type `kind`, in the order of the text, converted to
/// their types. Of a name that is repeated the last counts, disabled or not.
pub(crate) fn typed_attributes<'d>(
    auth: Auth<'d>,
    kind: &str,
) -> Vec<(Cow<'d, str>, TypedValue<'d>)> {
    let Some(attributes) = auth.value.get(kind) else {
        return Vec::new();
    };
    let members = attributes
        .entries()
        .map(|entry| (entry.key(), TypedValue::new(Some(entry.value()), "")));
    let listed = |entry: Value<'d>| {
        let key = entry.get("key")?.as_str()?;
        Some((key, TypedValue::of_entry(entry)))
    };
    members
        .chain(attributes.elements().filter_map(listed))
        .collect()
}

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

use super::{Mark, number};

/// The type of a field, with the size or scale that the service keeps it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Text of at most `size` characters; `None` where the size is not documented.
    Text(Option<u16>),
    /// A whole number, written as a JSON number.
    Integer,
    /// A decimal, written as a JSON string; `scale` digits are kept after the point, `None` where
    /// the scale is not documented.
    Decimal(Option<u8>),
    /// `true` or `false`.
    Boolean,
    /// `YYYY-MM-DD`.
    Date,
    /// UTC date and time, `YYYY-MM-DDThh:mm:ss.sssZ`.
    Timestamp,
    /// Bytes, as Base64 text or `null`.
    Blob,
}

impl FieldType {
    /// The type's name, without size or scale.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Integer => "integer",
            Self::Decimal(_) => "decimal",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::Timestamp => "timestamp",
            Self::Blob => "blob",
        }
    }
}

/// The name with its size or scale: `text(30)`, `decimal(2)`, `date`.
impl std::fmt::Display for FieldType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())?;
        match self {
            Self::Text(Some(size)) => write!(f, "({size})"),
            Self::Decimal(Some(scale)) => write!(f, "({scale})"),
            _ => Ok(()),
        }
    }
}

/// Where the service shows a master field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// In lists and in whole records.
    Everywhere,
    /// In whole records (GET by key, `/*`, bodies), not in lists.
    RecordOnly,
    /// In lists, not in whole records.
    ListOnly,
}

/// One field: its name is the key in JSON and the name of the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The JSON key, lower case.
    pub name: Cow<'static, str>,
    /// Type, with size or scale.
    pub kind: FieldType,
    /// One plain sentence.
    pub summary: &'static str,
    /// A realistic value as text, whatever the type; empty for blobs.
    pub example: &'static str,
    /// The allowed values with their meanings; empty where any value is allowed.
    pub codes: &'static [(&'static str, &'static str)],
    /// The path of the resource whose key this value is.
    pub refers_to: Option<&'static str>,
    /// The value that is stored when none is sent, as text.
    pub default: Option<&'static str>,
    /// Whether the service assigns it, so that a create body leaves it out.
    pub assigned: bool,
    /// Its name in earlier builds, by which examples have it.
    pub renamed: Option<&'static str>,
    /// The first build that has it; `None` if all have.
    pub since: Option<Mark>,
    /// The first build that no longer has it.
    pub until: Option<Mark>,
    /// Where a master field is shown; always `Everywhere` in detail rows.
    pub presence: Presence,
}

impl Field {
    const fn new(name: &'static str, kind: FieldType) -> Self {
        Self {
            name: Cow::Borrowed(name),
            kind,
            summary: "",
            example: "",
            codes: &[],
            refers_to: None,
            default: None,
            assigned: false,
            renamed: None,
            since: None,
            until: None,
            presence: Presence::Everywhere,
        }
    }

    /// A text field; its size, where it is documented, is set by [`Field::size`].
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, FieldType::Text(None))
    }

    /// A whole number.
    pub const fn integer(name: &'static str) -> Self {
        Self::new(name, FieldType::Integer)
    }

    /// A decimal; its scale, where it is documented, is set by [`Field::scale`].
    pub const fn decimal(name: &'static str) -> Self {
        Self::new(name, FieldType::Decimal(None))
    }

    /// `true` or `false`.
    pub const fn boolean(name: &'static str) -> Self {
        Self::new(name, FieldType::Boolean)
    }

    /// A date without a time.
    pub const fn date(name: &'static str) -> Self {
        Self::new(name, FieldType::Date)
    }

    /// A date and time in UTC.
    pub const fn timestamp(name: &'static str) -> Self {
        Self::new(name, FieldType::Timestamp)
    }

    /// Bytes, as Base64 or `null`.
    pub const fn blob(name: &'static str) -> Self {
        Self::new(name, FieldType::Blob)
    }

    /// The same field with at most `characters` characters: sizes differ between resources.
    #[must_use]
    pub const fn size(mut self, characters: u16) -> Self {
        self.kind = FieldType::Text(Some(characters));
        self
    }

    /// The same field without a documented size or scale.
    #[must_use]
    pub const fn unsized_(mut self) -> Self {
        self.kind = match self.kind {
            FieldType::Text(_) => FieldType::Text(None),
            FieldType::Decimal(_) => FieldType::Decimal(None),
            other => other,
        };
        self
    }

    /// The same field, stored with `digits` after the decimal point.
    #[must_use]
    pub const fn scale(mut self, digits: u8) -> Self {
        self.kind = FieldType::Decimal(Some(digits));
        self
    }

    /// The same field with its sentence.
    #[must_use]
    pub const fn about(mut self, summary: &'static str) -> Self {
        self.summary = summary;
        self
    }

    /// The same field with its example.
    #[must_use]
    pub const fn example(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }

    /// The same field with its code list: value and meaning.
    #[must_use]
    pub const fn codes(mut self, codes: &'static [(&'static str, &'static str)]) -> Self {
        self.codes = codes;
        self
    }

    /// The same field, whose value is the key of a record of the resource at `path`.
    #[must_use]
    pub const fn refers_to(mut self, path: &'static str) -> Self {
        self.refers_to = Some(path);
        self
    }

    /// The same field with the value that is stored when none is sent.
    #[must_use]
    pub const fn or(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }

    /// The same field, assigned by the service.
    #[must_use]
    pub const fn assigned(mut self) -> Self {
        self.assigned = true;
        self
    }

    /// The same field, which builds have from that one on.
    #[must_use]
    pub const fn since(mut self, mark: Mark) -> Self {
        self.since = Some(mark);
        self
    }

    /// The same field, which had another name before.
    #[must_use]
    pub const fn renamed(mut self, old: &'static str) -> Self {
        self.renamed = Some(old);
        self
    }

    /// The same field, which builds have only before that one.
    #[must_use]
    pub const fn until(mut self, mark: Mark) -> Self {
        self.since = None;
        self.until = Some(mark);
        self
    }

    /// The same field, absent from lists.
    #[must_use]
    pub const fn record_only(mut self) -> Self {
        self.presence = Presence::RecordOnly;
        self
    }

    /// The same field, present in lists only.
    #[must_use]
    pub const fn list_only(mut self) -> Self {
        self.presence = Presence::ListOnly;
        self
    }

    /// Whether lists show it, and so whether a list can be filtered by it.
    pub fn is_listed(&self) -> bool {
        self.presence != Presence::RecordOnly
    }

    /// Whether whole records show it.
    pub fn is_in_records(&self) -> bool {
        self.presence != Presence::ListOnly
    }

    /// `text` as a JSON value of this field's type; `None` when it is not one.
    pub fn value_of(&self, text: &str) -> Option<Value> {
        match self.kind {
            FieldType::Integer => text.parse::<i64>().ok().map(Value::from),
            FieldType::Boolean => text.parse::<bool>().ok().map(Value::from),
            FieldType::Blob if text.is_empty() => Some(Value::Null),
            _ => Some(Value::from(self.written(text))),
        }
    }

    /// `text` as records have it: a decimal with the digits of its scale, at least two.
    pub fn written<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.kind {
            FieldType::Decimal(Some(scale)) => number::with_digits(text, usize::from(scale.max(2))),
            _ => Cow::Borrowed(text),
        }
    }

    /// Why `value` cannot be a value of this field, as its JSON Schema has it; `None` when it can.
    pub fn misfit(&self, value: &Value) -> Option<String> {
        let text = value.as_str();
        let fits = match self.kind {
            FieldType::Integer => value.is_i64() || value.is_u64(),
            FieldType::Boolean => value.is_boolean(),
            FieldType::Decimal(_) => value.is_number() || text.is_some_and(number::is_decimal),
            FieldType::Text(_) | FieldType::Date | FieldType::Timestamp | FieldType::Blob => {
                text.is_some() || value.is_null()
            }
        };
        if !fits {
            return Some(format!("which is not of type {}", self.kind));
        }
        let length = text.map_or(0, |text| text.chars().count());
        if matches!(self.kind, FieldType::Text(Some(size)) if length > usize::from(size)) {
            return Some(format!("which is longer than {}", self.kind));
        }
        let is_code = |(code, _): &(&str, &str)| self.value_of(code).as_ref() == Some(value);
        let is_unset = value.is_null() || *value == self.unset_value();
        if !self.codes.is_empty() && !is_unset && !self.codes.iter().any(is_code) {
            return Some("which is not one of its codes".to_owned());
        }
        None
    }

    /// What the service returns for a field that was never set: its default, or the empty value of its type.
    pub fn unset_value(&self) -> Value {
        if let Some(value) = self.default.and_then(|default| self.value_of(default)) {
            return value;
        }
        match self.kind {
            FieldType::Text(_) => Value::from(""),
            FieldType::Integer => Value::from(0),
            FieldType::Decimal(_) => Value::from(self.written("0.00")),
            FieldType::Boolean => Value::from(false),
            FieldType::Date | FieldType::Timestamp | FieldType::Blob => Value::Null,
        }
    }
}

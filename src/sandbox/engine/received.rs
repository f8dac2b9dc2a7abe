//! Values of fields as sent: converted to the form in which they are stored, or refused.

use rust_decimal::Decimal;
use serde_json::Value;

use super::ApiError;
use crate::catalogue::{Field, FieldType};
use crate::json;
use crate::sandbox::records::value::{amount, number};

/// The value that was sent for `field`, in the form in which it is stored.
pub(super) fn received(field: &Field, sent: json::Value<'_>) -> Result<Value, ApiError> {
    let name = &field.name;
    let text = sent.as_str();
    match (field.kind, sent.kind()) {
        (FieldType::Integer | FieldType::Boolean | FieldType::Decimal(_), json::Kind::Null) => {
            let kind = match field.kind {
                FieldType::Integer => "Integer",
                FieldType::Boolean => "Boolean",
                _ => "Double",
            };
            Err(ApiError::failed(format!(
                "Could not convert variant of type (Null) into type ({kind}): {name}"
            )))
        }
        (_, json::Kind::Null) => Ok(Value::Null),
        (_, json::Kind::Array | json::Kind::Object) => {
            let article = if sent.kind() == json::Kind::Array {
                "an array"
            } else {
                "an object"
            };
            Err(ApiError::bad(format!(
                "{name} is {article}; it has to be {}",
                field.kind
            )))
        }
        (FieldType::Boolean, json::Kind::Bool) => Ok(Value::from(sent.as_bool())),
        (_, json::Kind::Bool) => Err(wrong(field, sent.text())),
        (_, json::Kind::Number) => parsed(field, sent.text()),
        (_, json::Kind::String) => parsed(field, &text.unwrap_or_default()),
    }
}

/// `text` as a value of `field`, in the form in which it is stored.
pub(super) fn parsed(field: &Field, text: &str) -> Result<Value, ApiError> {
    if text.contains('\0') {
        return Err(ApiError::bad(format!("{} has a NUL character", field.name)));
    }
    match field.kind {
        FieldType::Text(size) => match size {
            Some(size) if text.chars().count() > usize::from(size) => Err(ApiError::bad(format!(
                "{} is longer than {size} characters",
                field.name
            ))),
            _ => Ok(Value::from(text)),
        },
        FieldType::Integer => whole(text)
            .map(Value::from)
            .ok_or_else(|| wrong(field, text)),
        FieldType::Boolean => flag(text)
            .map(Value::from)
            .ok_or_else(|| wrong(field, text)),
        FieldType::Decimal(_) => {
            let number = if text.is_empty() {
                Some(Decimal::ZERO)
            } else {
                number(text)
            };
            number
                .and_then(|number| amount(field, number))
                .ok_or_else(|| wrong(field, text))
        }
        FieldType::Date | FieldType::Timestamp if text.is_empty() => Ok(Value::Null),
        FieldType::Date => date(text)
            .map(Value::from)
            .ok_or_else(|| wrong(field, text)),
        FieldType::Timestamp => timestamp(text)
            .map(Value::from)
            .ok_or_else(|| wrong(field, text)),
        FieldType::Blob => Ok(if text.is_empty() {
            Value::Null
        } else {
            Value::from(text)
        }),
    }
}

fn wrong(field: &Field, text: &str) -> ApiError {
    let shown: String = text.chars().take(40).collect();
    let kind = match field.kind {
        FieldType::Decimal(_) => "floating point value".to_owned(),
        kind => kind.name().to_owned(),
    };
    ApiError::bad(format!(
        "'{shown}' is not a valid {kind} for {}",
        field.name
    ))
}

fn whole(text: &str) -> Option<i64> {
    text.trim().parse().ok().or_else(|| {
        let number = number(text)?;
        number.is_integer().then(|| number.try_into().ok())?
    })
}

/// JSON has true and false; the program uses T and F.
fn flag(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "t" | "1" => Some(true),
        "false" | "f" | "0" | "" => Some(false),
        _ => None,
    }
}

/// YYYY-MM-DD, also from YYYYMMDD and from a timestamp.
fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let day: jiff::civil::Date = if day.len() == 8 {
        jiff::civil::Date::strptime("%Y%m%d", day).ok()?
    } else {
        day.parse().ok()?
    };
    Some(day.to_string())
}

/// YYYY-MM-DDThh:mm:ss.sssZ, from any offset; without one it is UTC.
fn timestamp(text: &str) -> Option<String> {
    let text = text.trim();
    let time: Option<jiff::Timestamp> = text.parse().ok();
    let time = time.or_else(|| {
        let local: jiff::civil::DateTime = text.parse().ok()?;
        jiff::tz::TimeZone::UTC.to_timestamp(local).ok()
    })?;
    Some(format!("{time:.3}"))
}

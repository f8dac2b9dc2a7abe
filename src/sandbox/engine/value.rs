//! Values of fields: as they are sent, kept, filtered and calculated with.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Map, Value};

use super::Refusal;
use crate::catalogue::{Field, FieldType};
use crate::json;
use crate::sandbox::database;

/// A record, or a row of one.
pub(crate) type Members = Map<String, Value>;

/// Larger than any amount: 10 to the power of 14.
pub(super) const LARGEST: Decimal = Decimal::from_parts(276_447_232, 23_283, 0, false, 0);

/// How many digits a decimal without a documented scale keeps.
const DIGITS: u8 = 8;

/// The value that was sent for `field`, in the form in which it is kept.
pub(super) fn received(field: &Field, sent: json::Value<'_>) -> Result<Value, Refusal> {
    let name = &field.name;
    let text = sent.as_str();
    match (field.kind, sent.kind()) {
        (FieldType::Integer | FieldType::Boolean | FieldType::Decimal(_), json::Kind::Null) => {
            let kind = match field.kind {
                FieldType::Integer => "Integer",
                FieldType::Boolean => "Boolean",
                _ => "Double",
            };
            Err(Refusal::failed(format!(
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
            Err(Refusal::bad(format!(
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

/// `text` as a value of `field`, in the form in which it is kept.
pub(super) fn parsed(field: &Field, text: &str) -> Result<Value, Refusal> {
    if text.contains('\0') {
        return Err(Refusal::bad(format!("{} has a NUL character", field.name)));
    }
    match field.kind {
        FieldType::Text(size) => match size {
            Some(size) if text.chars().count() > usize::from(size) => Err(Refusal::bad(format!(
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

fn wrong(field: &Field, text: &str) -> Refusal {
    let shown: String = text.chars().take(40).collect();
    let kind = match field.kind {
        FieldType::Decimal(_) => "floating point value".to_owned(),
        kind => kind.name().to_owned(),
    };
    Refusal::bad(format!(
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

/// JSON has true and false; the program itself has T and F.
fn flag(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "t" | "1" => Some(true),
        "false" | "f" | "0" | "" => Some(false),
        _ => None,
    }
}

/// A decimal as it may be sent, exponents included. One of a size that no amount has is none, so
/// that sums and products of a few cannot overflow.
pub(super) fn number(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let number: Decimal = text
        .parse()
        .ok()
        .or_else(|| Decimal::from_scientific(text).ok())?;
    (number.abs() < LARGEST).then_some(number)
}

/// YYYY-MM-DD, also from YYYYMMDD and from a timestamp.
pub(super) fn date(text: &str) -> Option<String> {
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
pub(super) fn timestamp(text: &str) -> Option<String> {
    let text = text.trim();
    let time: Option<jiff::Timestamp> = text.parse().ok();
    let time = time.or_else(|| {
        let local: jiff::civil::DateTime = text.parse().ok()?;
        jiff::tz::TimeZone::UTC.to_timestamp(local).ok()
    })?;
    Some(format!("{time:.3}"))
}

/// How many digits `field` keeps after the point.
fn digits(field: &Field) -> u8 {
    match field.kind {
        FieldType::Decimal(Some(scale)) => scale.max(2),
        _ => DIGITS,
    }
}

/// `number` as `field` keeps it: with the digits of its scale, two at least. `None` when it is too
/// large to be filtered by.
pub(super) fn amount(field: &Field, number: Decimal) -> Option<Value> {
    let digits = u32::from(digits(field));
    let mut kept = number.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    scaled(kept, digits)?;
    if let FieldType::Decimal(Some(_)) = field.kind {
        kept.rescale(digits);
    } else {
        kept = kept.normalize();
        kept.rescale(kept.scale().max(2));
    }
    // There is no negative nothing.
    if kept.is_zero() {
        kept.set_sign_positive(true);
    }
    Some(Value::from(kept.to_string()))
}

/// `number` times ten to the power of `digits`.
fn scaled(mut number: Decimal, digits: u32) -> Option<i64> {
    number.rescale(digits);
    if number.scale() != digits {
        return None;
    }
    i64::try_from(number.mantissa()).ok()
}

/// The value as a number; nothing is zero.
pub(super) fn decimal(value: Option<&Value>) -> Decimal {
    match value {
        Some(Value::String(text)) => number(text).unwrap_or_default(),
        Some(Value::Number(number)) => number.as_i64().map(Decimal::from).unwrap_or_default(),
        _ => Decimal::ZERO,
    }
}

/// The value as text; nothing is no text.
pub(super) fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        None | Some(Value::Null | Value::Array(_) | Value::Object(_)) => String::new(),
        Some(other) => other.to_string(),
    }
}

/// Whether something stands there: text, a number other than zero, true.
pub(super) fn is_set(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(flag)) => *flag,
        Some(Value::String(text)) => !text.trim().is_empty(),
        Some(Value::Number(number)) => number.as_i64() != Some(0),
        Some(_) => true,
    }
}

/// Text as it is compared: without regard to case.
pub(crate) fn folded(text: &str) -> String {
    text.to_lowercase()
}

/// The value as its column has it, to be filtered by.
pub(super) fn column(field: &Field, value: Option<&Value>) -> database::Value {
    match (field.kind, value) {
        (_, None | Some(Value::Null)) => database::Value::Null,
        (FieldType::Integer, Some(value)) => value
            .as_i64()
            .map_or(database::Value::Null, database::Value::Integer),
        (FieldType::Boolean, Some(value)) => {
            database::Value::Integer(i64::from(value.as_bool() == Some(true)))
        }
        (FieldType::Decimal(_), value) => {
            let scaled = scaled(decimal(value), u32::from(digits(field)));
            scaled.map_or(database::Value::Null, database::Value::Integer)
        }
        (FieldType::Text(_), value) => database::Value::Text(folded(&text(value))),
        (FieldType::Date | FieldType::Timestamp | FieldType::Blob, value) => {
            database::Value::Text(text(value))
        }
    }
}

/// What a field holds that was never set, in the form in which it is kept.
pub(super) fn unset(field: &Field) -> Value {
    let value = field.unset_value();
    match field.kind {
        FieldType::Decimal(_) => amount(field, decimal(Some(&value))).unwrap_or(value),
        _ => value,
    }
}

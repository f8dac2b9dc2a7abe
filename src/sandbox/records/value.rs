//! Values of fields as they are stored, filtered and calculated with.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Map, Value};

use crate::catalogue::{Field, FieldType};
use crate::sandbox::database;

/// A record, or a row of one.
pub(crate) type Members = Map<String, Value>;

/// Larger than any amount: 10 to the power of 14.
pub(crate) const LARGEST: Decimal = Decimal::from_parts(276_447_232, 23_283, 0, false, 0);

/// How many digits after the point a decimal without a documented scale has.
const DIGITS: u8 = 8;

/// A decimal as it may be sent, including exponents. One too large for an amount is refused, so
/// that sums and products of a few cannot overflow.
pub(crate) fn number(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let number: Decimal = text
        .parse()
        .ok()
        .or_else(|| Decimal::from_scientific(text).ok())?;
    (number.abs() < LARGEST).then_some(number)
}

/// How many digits `field` has after the point.
fn digits(field: &Field) -> u8 {
    match field.kind {
        FieldType::Decimal(Some(scale)) => scale.max(2),
        _ => DIGITS,
    }
}

/// `number` as `field` stores it: with the digits of its scale, at least two. `None` if it is too
/// large to be filtered by.
pub(crate) fn amount(field: &Field, number: Decimal) -> Option<Value> {
    let digits = u32::from(digits(field));
    let mut kept = number.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    scaled(kept, digits)?;
    if let FieldType::Decimal(Some(_)) = field.kind {
        kept.rescale(digits);
    } else {
        kept = kept.normalize();
        kept.rescale(kept.scale().max(2));
    }
    // Zero has no sign.
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

/// The value as a number; zero if there is none.
pub(crate) fn decimal(value: Option<&Value>) -> Decimal {
    match value {
        Some(Value::String(text)) => number(text).unwrap_or_default(),
        Some(Value::Number(number)) => number.as_i64().map(Decimal::from).unwrap_or_default(),
        _ => Decimal::ZERO,
    }
}

/// The value as text; `None` if there is none.
pub(crate) fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        None | Some(Value::Null | Value::Array(_) | Value::Object(_)) => String::new(),
        Some(other) => other.to_string(),
    }
}

/// Whether it is set: text, a number other than zero, true.
pub(crate) fn is_set(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(flag)) => *flag,
        Some(Value::String(text)) => !text.trim().is_empty(),
        Some(Value::Number(number)) => number.as_i64() != Some(0),
        Some(_) => true,
    }
}

/// Text for comparison, without regard to case.
pub(crate) fn folded(text: &str) -> String {
    text.to_lowercase()
}

/// The value of its column, to filter by.
pub(crate) fn column(field: &Field, value: Option<&Value>) -> database::Value {
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

/// The value of a field that was never set, in the form in which it is stored.
pub(crate) fn unset(field: &Field) -> Value {
    let value = field.unset_value();
    match field.kind {
        FieldType::Decimal(_) => amount(field, decimal(Some(&value))).unwrap_or(value),
        _ => value,
    }
}

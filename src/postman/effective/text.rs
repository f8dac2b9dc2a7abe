//! The text that JavaScript converts a value to.

use std::borrow::Cow;

use crate::json::{Kind, Value};

/// The text of a value as JavaScript's `String` converts it: `null`, `1.5`, lists with commas between
/// their elements, every object as `[object Object]`.
pub(crate) fn text_of(value: Value<'_>) -> Cow<'_, str> {
    match value.kind() {
        Kind::Null => Cow::Borrowed("null"),
        Kind::Bool => Cow::Borrowed(value.text()),
        Kind::String => value.as_str().unwrap_or_default(),
        Kind::Number => number(value),
        Kind::Object => Cow::Borrowed("[object Object]"),
        Kind::Array => {
            let elements: Vec<Cow<str>> = value.elements().map(element_text).collect();
            Cow::Owned(elements.join(","))
        }
    }
}

/// The text of an element when a list is joined: empty for `null`.
pub(super) fn element_text(element: Value<'_>) -> Cow<'_, str> {
    match element.kind() {
        Kind::Null => Cow::Borrowed(""),
        _ => text_of(element),
    }
}

fn number(value: Value<'_>) -> Cow<'_, str> {
    let written = value.text();
    // What has so few digits is exact, and written as JavaScript writes it but for zeros in front
    // that JSON forbids.
    let is_plain = written.len() <= 15 && written.bytes().all(|byte| byte.is_ascii_digit());
    match value.as_f64() {
        Some(number) if !is_plain => Cow::Owned(number_text(number)),
        _ => Cow::Borrowed(written),
    }
}

/// A number as JavaScript writes it.
pub(super) fn number_text(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    if !number.is_finite() {
        return if number.is_nan() {
            "NaN".to_owned()
        } else {
            format!("{}Infinity", if number < 0.0 { "-" } else { "" })
        };
    }
    // Rust and JavaScript both take the shortest digits that mean the number.
    let scientific = format!("{:e}", number.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let digits = mantissa.replace('.', "");
    let sign = if number < 0.0 { "-" } else { "" };
    // How many digits are before the point.
    let whole = usize::try_from(exponent + 1).unwrap_or_default();
    let text = match exponent {
        0..=20 if digits.len() <= whole => digits.clone() + &"0".repeat(whole - digits.len()),
        0..=20 => {
            let (before, after) = digits.split_at(whole);
            format!("{before}.{after}")
        }
        -6..=-1 => {
            let zeros = usize::try_from(-exponent - 1).unwrap_or_default();
            format!("0.{}{digits}", "0".repeat(zeros))
        }
        _ => {
            let plus = if exponent > 0 { "+" } else { "" };
            format!("{mantissa}e{plus}{exponent}")
        }
    };
    format!("{sign}{text}")
}

#[cfg(test)]
mod tests {
    use super::text_of;
    use crate::json::Document;

    #[test]
    fn texts_are_those_of_javascript() {
        for (json, text) in [
            ("null", "null"),
            ("false", "false"),
            (r#""a\"b""#, "a\"b"),
            ("3", "3"),
            ("3.0", "3"),
            ("-0", "0"),
            ("-1.50", "-1.5"),
            ("1e3", "1000"),
            ("123456789012345678901234", "1.2345678901234569e+23"),
            ("12345678901234567890", "12345678901234567000"),
            ("1e21", "1e+21"),
            ("1e20", "100000000000000000000"),
            ("0.000001", "0.000001"),
            ("0.0000015", "0.0000015"),
            ("1.5e-7", "1.5e-7"),
            ("0.1", "0.1"),
            ("-123.456", "-123.456"),
            ("{}", "[object Object]"),
            ("[]", ""),
            ("[[],1]", ",1"),
            (
                r#"["a",["b",null,{"c":1}],true]"#,
                "a,b,,[object Object],true",
            ),
        ] {
            let document = Document::from_text(json).unwrap();
            assert_eq!(text_of(document.root()), text, "{json}");
        }
    }
}

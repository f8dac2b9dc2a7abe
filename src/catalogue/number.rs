//! Decimals as text.

use std::borrow::Cow;

/// `text` with exactly `digits` after the point, if it is a decimal and no other than zeros have to go.
pub(super) fn with_digits(text: &str, digits: usize) -> Cow<'_, str> {
    if !is_decimal(text) {
        return Cow::Borrowed(text);
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let kept = part.get(..digits).unwrap_or(part);
    let gone = part.get(digits..).unwrap_or_default();
    if digits == part.len() || gone.bytes().any(|digit| digit != b'0') {
        return Cow::Borrowed(text);
    }
    if digits == 0 {
        return Cow::Borrowed(whole);
    }
    Cow::Owned(format!("{whole}.{kept:0<digits$}"))
}

/// Digits, with an optional sign and an optional fraction.
pub(super) fn is_decimal(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(part)
}

#[cfg(test)]
mod tests {
    use super::with_digits;

    #[test]
    fn digits_are_added_and_only_zeros_are_dropped() {
        for (text, digits, expected) in [
            ("1", 2, "1.00"),
            ("-1.5", 4, "-1.5000"),
            ("1.000000", 2, "1.00"),
            ("1.00", 0, "1"),
            ("1.005", 2, "1.005"),
            ("8%", 2, "8%"),
            ("", 2, ""),
            (".5", 2, ".5"),
        ] {
            assert_eq!(with_digits(text, digits), expected, "{text}");
        }
    }
}

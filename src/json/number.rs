//! Numbers: their grammar, and what the digits mean.

use super::error::{ErrorKind, Expected, Fault};

/// The longest run of digits that cannot overflow: the largest `f64` has 309.
const SAFE_LENGTH: usize = 308;

/// The offset after the number that starts at `start`, which is a digit or a minus sign.
pub(super) fn end(text: &str, start: usize) -> Result<usize, Fault> {
    let bytes = text.as_bytes();
    let mut at = start;
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    let first = at;
    at = digits(bytes, at, Expected::DigitAfterMinus)?;
    if bytes.get(first) == Some(&b'0') && at > first + 1 {
        return Err(Fault::new(ErrorKind::LeadingZero, start));
    }
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at + 1, Expected::DigitAfterPoint)?;
    }
    let mut has_exponent = false;
    if let Some(b'e' | b'E') = bytes.get(at) {
        has_exponent = true;
        at += 1;
        if let Some(b'+' | b'-') = bytes.get(at) {
            at += 1;
        }
        at = digits(bytes, at, Expected::DigitInExponent)?;
    }
    if (has_exponent || at - start > SAFE_LENGTH)
        && as_f64(text.get(start..at).unwrap_or_default()).is_none()
    {
        return Err(Fault::new(ErrorKind::NumberOutOfRange, start));
    }
    Ok(at)
}

fn digits(bytes: &[u8], start: usize, expected: Expected) -> Result<usize, Fault> {
    let mut at = start;
    while let Some(b'0'..=b'9') = bytes.get(at) {
        at += 1;
    }
    if at == start {
        return Err(Fault::new(ErrorKind::Unexpected(expected), at));
    }
    Ok(at)
}

/// The nearest `f64`; `None` where that would be infinite.
pub(super) fn as_f64(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A number written without fraction or exponent that fits; `-0` is none, as it is not the
/// integer 0 for `serde_json` either.
pub(super) fn as_i64(text: &str) -> Option<i64> {
    if text == "-0" {
        None
    } else {
        text.parse().ok()
    }
}

/// Like [`as_i64`], up to `u64::MAX`.
pub(super) fn as_u64(text: &str) -> Option<u64> {
    text.parse().ok()
}

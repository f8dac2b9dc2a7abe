//! Escapes of strings: checked while parsing, decoded when a string is asked for.

use super::error::{ErrorKind, Fault};

/// Reads the escape whose backslash is at `at`: its character and the offset after
/// it.
///
/// The string may also end at the end of `bytes`; that is reported as
/// [`ErrorKind::UnterminatedString`] at `at`, for the caller to place.
pub(super) fn read(bytes: &[u8], at: usize) -> Result<(char, usize), Fault> {
    let decoded = match bytes.get(at + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return read_unicode(bytes, at),
        Some(..b' ') => return Err(Fault::new(ErrorKind::ControlCharacter, at + 1)),
        Some(_) => return Err(Fault::new(ErrorKind::UnknownEscape, at)),
        None => return Err(Fault::new(ErrorKind::UnterminatedString, at)),
    };
    Ok((decoded, at + 2))
}

fn read_unicode(bytes: &[u8], at: usize) -> Result<(char, usize), Fault> {
    let unit = read_hex(bytes, at)?;
    if let Some(decoded) = char::from_u32(unit) {
        return Ok((decoded, at + 6));
    }
    let lone = Fault::new(ErrorKind::LoneSurrogate, at);
    // Only a leading surrogate that a trailing one follows makes a character.
    if unit >= 0xDC00 || bytes.get(at + 6..at + 8) != Some(b"\\u") {
        return Err(lone);
    }
    let trailing = read_hex(bytes, at + 6)?;
    if !(0xDC00..=0xDFFF).contains(&trailing) {
        return Err(lone);
    }
    let scalar = 0x1_0000 + ((unit - 0xD800) << 10) + (trailing - 0xDC00);
    char::from_u32(scalar)
        .map(|decoded| (decoded, at + 12))
        .ok_or(lone)
}

/// The four digits after the `\u` at `at`.
fn read_hex(bytes: &[u8], at: usize) -> Result<u32, Fault> {
    (at + 2..at + 6).try_fold(0, |value, place| {
        bytes
            .get(place)
            .and_then(|&byte| char::from(byte).to_digit(16))
            .map(|digit| value * 16 + digit)
            .ok_or(Fault::new(ErrorKind::IncompleteUnicodeEscape, at))
    })
}

/// The value of the string whose text between the quotes is `raw`.
pub(super) fn unescape(raw: &str) -> String {
    let bytes = raw.as_bytes();
    let mut decoded = String::with_capacity(raw.len());
    let mut done = 0;
    for at in memchr::memchr_iter(b'\\', bytes) {
        // The second backslash of `\\\\` does not begin an escape.
        if at < done {
            continue;
        }
        decoded.push_str(raw.get(done..at).unwrap_or_default());
        // The parser only accepts valid escapes; a backslash before anything else stays.
        let (character, after) = read(bytes, at).unwrap_or(('\\', at + 1));
        decoded.push(character);
        done = after;
    }
    decoded.push_str(raw.get(done..).unwrap_or_default());
    decoded
}

/// Where in `raw`, the text between two quotes, the byte `offset` of the unescaped string is.
pub(super) fn offset_in_raw(raw: &str, offset: usize) -> Option<usize> {
    offsets_in_raw(raw, &[offset])?.pop()
}

/// Where in `raw` the bytes `offsets` of the unescaped string are, which are in order.
pub(super) fn offsets_in_raw(raw: &str, offsets: &[usize]) -> Option<Vec<usize>> {
    let mut at = 0;
    let mut decoded = 0;
    let mut places = Vec::with_capacity(offsets.len());
    for offset in offsets {
        while decoded < *offset {
            let rest = raw.get(at..)?;
            let (length, width) = if rest.starts_with('\\') {
                let (character, length) = read(rest.as_bytes(), 0).ok()?;
                (length, character.len_utf8())
            } else {
                let width = rest.chars().next()?.len_utf8();
                (width, width)
            };
            at += length;
            decoded += width;
        }
        places.push((decoded == *offset).then_some(at)?);
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_found_behind_escapes() {
        let raw = r"a\n\u00e9é";
        assert_eq!(
            [0, 1, 2, 4, 6].map(|offset| offset_in_raw(raw, offset)),
            [Some(0), Some(1), Some(3), Some(9), Some(11)]
        );
        assert_eq!(offset_in_raw(raw, 3), None);
        assert_eq!(offset_in_raw(raw, 7), None);
    }

    #[test]
    fn every_escape_decodes() {
        let raw = r#"a\"\\\/\b\f\n\r\t\u0041\u00e9\uD83D\uDE00 é"#;
        assert_eq!(unescape(raw), "a\"\\/\u{8}\u{c}\n\r\tAé😀 é");
        assert_eq!(unescape(""), "");
        assert_eq!(unescape("plain"), "plain");
    }
}

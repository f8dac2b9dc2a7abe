//! From bytes of a script's source to bytes of the document.

use std::ops::Range;

use super::super::context::Script;
use crate::json::Value;

impl<'d> Script<'_, 'd> {
    /// The line of the script, or the text, that `range` of the source begins in, and the bytes of
    /// the document that it takes there; at least one.
    pub(in crate::validate) fn place(&self, range: &Range<usize>) -> (Value<'d>, Range<usize>) {
        let whole = self.event.exec.unwrap_or(self.event.value);
        let mut at = (whole, 0);
        let mut start = 0;
        for line in whole.elements() {
            let Some(text) = line.as_str() else {
                continue;
            };
            if start > range.start {
                break;
            }
            at = (line, start);
            start += text.len() + 1;
        }
        let (line, before) = at;
        let raw = line.as_raw_str().unwrap_or_default();
        let first = raw_offset(raw, range.start.saturating_sub(before));
        let last = raw_offset(raw, range.end.saturating_sub(before)).max(first + 1);
        let quote = line.span().start + 1;
        let end = line.span().end;
        (line, (quote + first).min(end)..(quote + last).min(end))
    }
}

/// Where byte `offset` of the unescaped text stands in the text as it is written.
fn raw_offset(raw: &str, offset: usize) -> usize {
    let (mut at, mut seen) = (0, 0);
    while seen < offset
        && let Some(rest) = raw.get(at..)
        && let Some(first) = rest.chars().next()
    {
        let (raw_length, length) = match (first, rest.as_bytes().get(1)) {
            ('\\', Some(b'u')) => escaped(rest),
            ('\\', _) => (2, 1),
            _ => (first.len_utf8(), first.len_utf8()),
        };
        at += raw_length;
        seen += length;
    }
    at.min(raw.len())
}

/// How long `\uXXXX`, or a pair of them, is, and the character that it stands for.
fn escaped(rest: &str) -> (usize, usize) {
    let digits = rest.get(2..6).unwrap_or_default();
    match u32::from_str_radix(digits, 16) {
        Ok(code @ (0..0xD800 | 0xE000..)) => (6, char::from_u32(code).map_or(3, char::len_utf8)),
        _ => (12, 4),
    }
}

#[cfg(test)]
mod tests {
    use super::raw_offset;

    #[test]
    fn escapes_are_longer_than_what_they_stand_for() {
        let raw = r#"a\"b\u00e9\ud83d\ude00c"#;
        // Unescaped: a " b é 😀 c
        let offsets: Vec<usize> = [0, 1, 2, 3, 5, 9, 10, 99]
            .map(|at| raw_offset(raw, at))
            .into();
        assert_eq!(offsets, [0, 1, 3, 4, 10, 22, 23, 23]);
    }
}

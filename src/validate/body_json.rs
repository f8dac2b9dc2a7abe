//! The JSON in a raw body, with places in the document that the body is text of.

use crate::json::Value;
use crate::postman::view::tokens;

/// `text` with every `{{variable}}` replaced by something of the same length that JSON can have
/// there: a number, or characters inside a string.
pub(crate) fn neutralised(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut in_string = false;
    let mut done = 0;
    for token in tokens(text) {
        let before = text.get(done..token.span.start).unwrap_or_default();
        in_string = ends_in_string(before, in_string);
        result.push_str(before);
        if in_string {
            result.extend(std::iter::repeat_n('_', token.span.len()));
        } else {
            result.push('0');
            result.extend(std::iter::repeat_n(' ', token.span.len() - 1));
        }
        done = token.span.end;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    result
}

/// Whether a string is open after `text`, when one was or was not before it.
fn ends_in_string(text: &str, mut in_string: bool) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' if in_string => {
                bytes.next();
            }
            b'"' => in_string = !in_string,
            _ => {}
        }
    }
    in_string
}

/// Turns places in the text that a string value stands for into places in the document; goes
/// forward only, so that a whole body costs one pass.
#[derive(Debug)]
pub(crate) struct Places<'d> {
    rest: &'d str,
    inner: usize,
    outer: usize,
}

impl<'d> Places<'d> {
    /// Places in the text of `string`.
    pub(crate) fn new(string: Value<'d>) -> Self {
        Self {
            rest: string.as_raw_str().unwrap_or_default(),
            inner: 0,
            outer: string.span().start + 1,
        }
    }

    /// Where the byte `inner` of the unescaped text stands in the document. Must not go back.
    pub(crate) fn outer(&mut self, inner: usize) -> usize {
        while self.inner < inner {
            let Some((written, stands_for)) = next_character(self.rest) else {
                break;
            };
            self.rest = self.rest.get(written..).unwrap_or_default();
            self.outer += written;
            self.inner += stands_for;
        }
        self.outer
    }
}

/// The bytes of the first character as it is written in a JSON string, and of what it stands for.
fn next_character(text: &str) -> Option<(usize, usize)> {
    let first = text.chars().next()?;
    if first != '\\' {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    let unit = |at: usize| u32::from_str_radix(text.get(at..at + 4)?, 16).ok();
    if text.get(1..2) != Some("u") {
        return Some((2, 1));
    }
    Some(match unit(2)? {
        0xD800..=0xDBFF if text.get(6..8) == Some("\\u") => (12, 4),
        0..=0x7F => (6, 1),
        0x80..=0x7FF => (6, 2),
        _ => (6, 3),
    })
}

#[cfg(test)]
mod tests {
    use super::{Places, neutralised};
    use crate::json::Document;

    #[test]
    fn variables_become_something_of_their_length() {
        let text = r#"{"a": {{n}}, "b": "x\"{{s}}", "c": "{{d}}"}"#;
        let plain = neutralised(text);
        assert_eq!(plain, r#"{"a": 0    , "b": "x\"_____", "c": "_____"}"#);
        assert_eq!(neutralised("é{{a}}"), "é0    ");
    }

    #[test]
    fn places_are_found_through_escapes() {
        let text = r#"["\n\"é\u00e9\ud83d\ude00z"]"#;
        let document = Document::from_text(text).unwrap();
        let string = document.root().index(0).unwrap();
        let inner = string.as_str().unwrap();
        let mut places = Places::new(string);
        for (at, c) in inner.char_indices() {
            let outer = places.outer(at);
            if c == 'z' {
                assert_eq!(&text[outer..=outer], "z");
            }
        }
        assert_eq!(places.outer(inner.len()), text.len() - 2);
    }
}

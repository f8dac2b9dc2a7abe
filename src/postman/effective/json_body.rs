//! The JSON in a body: without its variables, and with places in the document that contains the body
//! as text.

use std::borrow::Cow;

use crate::json::Value;
use crate::postman::view::tokens;

/// Whether comments are allowed in a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comments {
    /// Postman removes them before it sends the text.
    Allowed,
    /// They are sent as written.
    Refused,
}

/// `body` with every variable, and every comment where they are allowed, replaced by something
/// fitting of the same length, so that places stay; `None` where what fits cannot be known.
pub(crate) fn mask_variables(body: &str, comments: Comments) -> Option<Cow<'_, str>> {
    let comments = comments == Comments::Allowed;
    let has_comment = comments && memchr::memchr(b'/', body.as_bytes()).is_some();
    if !has_comment && tokens(body).next().is_none() {
        return Some(Cow::Borrowed(body));
    }
    let mut masked: Vec<u8> = body.as_bytes().to_vec();
    let mut variables = tokens(body).map(|token| token.span).peekable();
    let mut open: Vec<u8> = Vec::new();
    let mut before = b' ';
    let mut at = 0;
    while let Some(&byte) = body.as_bytes().get(at) {
        while variables.next_if(|span| span.start < at).is_some() {}
        if let Some(span) = variables.next_if(|span| span.start == at) {
            let behind = next_byte(body, span.end);
            let is_member = open.last() == Some(&b'{') && matches!(before, b'{' | b',');
            let (fill, last): (&[u8], u8) = match (before, behind) {
                _ if is_member => match behind {
                    Some(b':') => (b"\"\"", b'"'),
                    Some(b',' | b'}') => (b"\"\":0", b'0'),
                    // A piece with a comma of its own.
                    _ => (b"", before),
                },
                (b':' | b'[' | b',' | b' ', Some(b',' | b']' | b'}') | None) => (b"0", b'0'),
                _ => return None,
            };
            let place = masked.get_mut(span.clone())?;
            place.fill(b' ');
            place.get_mut(..fill.len())?.copy_from_slice(fill);
            before = last;
            at = span.end;
            continue;
        }
        match byte {
            b'"' => {
                let mut inside = Vec::new();
                let end = string_end(body, at, |start| {
                    while variables.next_if(|span| span.start < start).is_some() {}
                    let span = variables.next_if(|span| span.start == start)?;
                    inside.push(span.clone());
                    Some(span.end)
                });
                for span in inside {
                    masked.get_mut(span)?.fill(b'x');
                }
                at = end;
                before = byte;
                continue;
            }
            b'/' if comments => {
                if let Some(end) = comment_end(body, at) {
                    for byte in masked.get_mut(at..end)? {
                        if !matches!(byte, b'\n' | b'\r') {
                            *byte = b' ';
                        }
                    }
                    at = end;
                    continue;
                }
            }
            b'{' | b'[' => open.push(byte),
            b'}' | b']' => {
                open.pop();
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
        at += 1;
    }
    String::from_utf8(masked).ok().map(Cow::Owned)
}

/// `body` without its comments, as Postman sends it: spaces in front of them and the ends of their
/// lines stay, and one that is not closed goes to the end. (`strip-json-comments` 3.1 without white
/// space.)
pub(crate) fn without_comments(body: &str) -> Cow<'_, str> {
    let bytes = body.as_bytes();
    let mut kept = String::new();
    let mut from = 0;
    let mut at = 0;
    let mut is_in_string = false;
    let mut backslashes = 0;
    while let Some(byte) = bytes.get(at) {
        let next = bytes.get(at + 1);
        match (byte, next) {
            (b'"', _) if backslashes % 2 == 0 => is_in_string = !is_in_string,
            (b'/', Some(kind @ (b'/' | b'*'))) if !is_in_string => {
                let rest = body.get(at + 2..).unwrap_or_default();
                let length = match kind {
                    b'/' => rest.find('\n'),
                    _ => rest.find("*/").map(|end| end + 2),
                };
                kept.push_str(body.get(from..at).unwrap_or_default());
                from = length.map_or(body.len(), |length| at + 2 + length);
                at = from;
                backslashes = 0;
                continue;
            }
            _ => {}
        }
        backslashes = if *byte == b'\\' { backslashes + 1 } else { 0 };
        at += 1;
    }
    if from == 0 {
        return Cow::Borrowed(body);
    }
    kept.push_str(body.get(from..).unwrap_or_default());
    Cow::Owned(kept)
}

/// `body` with blanks for its comments and for commas that nothing follows, as people write them; `None` if
/// it has neither.
pub(crate) fn lenient(body: &str) -> Option<String> {
    let mut plain = body.as_bytes().to_vec();
    let mut variables = tokens(body).map(|token| token.span).peekable();
    let mut variable = |start: usize| {
        while variables.next_if(|span| span.start < start).is_some() {}
        let span = variables.next_if(|span| span.start == start)?;
        Some(span.end)
    };
    let mut at = 0;
    // A comma after which nothing has come yet.
    let mut comma = None;
    while let Some(&byte) = body.as_bytes().get(at) {
        let end = match byte {
            b'"' => Some(string_end(body, at, &mut variable)),
            b'{' => variable(at),
            b'/' => comment_end(body, at),
            _ => None,
        };
        let end = end.unwrap_or(at + 1);
        match byte {
            b'/' if end > at + 1 => plain.get_mut(at..end)?.fill(b' '),
            b'}' | b']' => {
                if let Some(comma) = comma.take() {
                    *plain.get_mut(comma)? = b' ';
                }
            }
            b',' => comma = Some(at),
            byte if byte.is_ascii_whitespace() => {}
            _ => comma = None,
        }
        at = end;
    }
    (plain != body.as_bytes()).then(|| String::from_utf8(plain).ok())?
}

/// The first byte at or after `at` that is not white space.
fn next_byte(body: &str, at: usize) -> Option<u8> {
    body.get(at..)?
        .bytes()
        .find(|byte| !byte.is_ascii_whitespace())
}

/// The offset after the closing quote of the string that starts at `at`; the end without one. `variable`
/// gives the end of a variable that starts at an offset: quotes in it do not close the string.
fn string_end(body: &str, at: usize, mut variable: impl FnMut(usize) -> Option<usize>) -> usize {
    let mut at = at + 1;
    while let Some(byte) = body.as_bytes().get(at) {
        match byte {
            b'{' => at = variable(at).unwrap_or(at + 1),
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    body.len()
}

/// The offset after the comment that starts at `at`, if one does.
fn comment_end(body: &str, at: usize) -> Option<usize> {
    let rest = body.get(at..)?;
    if rest.starts_with("//") {
        return Some(at + rest.find('\n').unwrap_or(rest.len()));
    }
    let inside = rest.strip_prefix("/*")?;
    Some(at + 2 + inside.find("*/")? + 2)
}

/// Converts offsets in the unescaped text of a string value to offsets in the document; goes
/// forward only, so that a whole body costs one pass.
#[derive(Debug)]
pub(crate) struct OffsetMap<'d> {
    rest: &'d str,
    inner: usize,
    outer: usize,
}

impl<'d> OffsetMap<'d> {
    /// The offsets of the text of `string`.
    pub(crate) fn new(string: Value<'d>) -> Self {
        Self {
            rest: string.as_raw_str().unwrap_or_default(),
            inner: 0,
            outer: string.span().start + 1,
        }
    }

    /// Where the byte `inner` of the unescaped text is in the document. Must not go back.
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

/// The lengths of the first character, as written in a JSON string and unescaped.
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
    use super::{Comments, OffsetMap, lenient, mask_variables, without_comments};
    use crate::json::Document;

    #[test]
    fn comments_and_last_commas_are_blank() {
        for (text, plain) in [
            ("[1, 2,]", Some("[1, 2 ]")),
            (
                "{\"a\": \"//,]\", /* b */ }",
                Some("{\"a\": \"//,]\"          }"),
            ),
            ("[1, // é\n]", Some("[1       \n]")),
            ("[\"\\\"\", {},{},\n]", Some("[\"\\\"\", {},{} \n]")),
            // Quotes inside a variable's name do not close a string.
            (r#"{"a": "{{ "b", }}", }"#, Some(r#"{"a": "{{ "b", }}"  }"#)),
            ("[{{a,}},]", Some("[{{a,}} ]")),
            ("[1, 2]", None),
            ("[1 /* 2", None),
        ] {
            assert_eq!(lenient(text).as_deref(), plain, "{text}");
        }
    }

    #[test]
    fn variables_become_something_of_their_length() {
        for (text, masked) in [
            ("{\"a\": 1}", Some("{\"a\": 1}")),
            (
                r#"{"a": {{n}}, "b": "x\"{{s}}", "c": "{{d}}"}"#,
                Some(r#"{"a": 0    , "b": "x\"xxxxx", "c": "xxxxx"}"#),
            ),
            ("{{whole}}", Some("0        ")),
            ("é, {{a}}", Some("é, 0    ")),
            ("{ {{members}} }", Some("{ \"\":0        }")),
            ("{{{key}}: 1}", Some("{\"\"     : 1}")),
            ("[{{a}}, {{b}}]", Some("[0    , 0    ]")),
            (r#"{"{{key}}": 1}"#, Some(r#"{"xxxxxxx": 1}"#)),
            // Quotes inside a variable's name do not close a string.
            (r#"{"q": "{{ \"a\" }}"}"#, Some(r#"{"q": "xxxxxxxxxxx"}"#)),
            // What these become cannot be known.
            (r#"{"a": {{b}}{{c}}}"#, None),
            (r#"{"a": {{n}}.50}"#, None),
        ] {
            let found = mask_variables(text, Comments::Refused);
            assert_eq!(found.as_deref(), masked, "{text}");
        }
    }

    #[test]
    fn comments_are_put_aside_where_they_are_allowed() {
        let text = "{ // {{a}}\n \"a\": \"//\" /* \" */ }";
        let masked = "{         \n \"a\": \"//\"         }";
        assert_eq!(
            mask_variables(text, Comments::Allowed).as_deref(),
            Some(masked)
        );
        let kept = mask_variables("[1 /* b */]", Comments::Refused);
        assert_eq!(kept.as_deref(), Some("[1 /* b */]"));
    }

    #[test]
    fn comments_are_taken_out_as_postman_takes_them_out() {
        for (text, sent) in [
            ("{ // a\r\n\"b\": \"//\" /* c */ }", "{ \n\"b\": \"//\"  }"),
            (r#"["\"//", 1] // "x"#, r#"["\"//", 1] "#),
            (r#"["\\", /*" // */ 2]"#, r#"["\\",  2]"#),
            ("[1 /* 2", "[1 "),
            ("[/]", "[/]"),
            ("// a", ""),
        ] {
            assert_eq!(without_comments(text), sent, "{text}");
        }
    }

    #[test]
    fn places_are_found_through_escapes() {
        let text = r#"["\n\"é\u00e9\ud83d\ude00z"]"#;
        let document = Document::from_text(text).unwrap();
        let string = document.root().index(0).unwrap();
        let inner = string.as_str().unwrap();
        let mut places = OffsetMap::new(string);
        for (at, c) in inner.char_indices() {
            let outer = places.outer(at);
            if c == 'z' {
                assert_eq!(&text[outer..=outer], "z");
            }
        }
        assert_eq!(places.outer(inner.len()), text.len() - 2);
    }
}

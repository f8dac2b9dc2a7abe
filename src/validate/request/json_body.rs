use std::ops::Range;

use crate::json::{Document, ErrorKind};
use crate::postman::view::tokens;

/// Why a body is no JSON.
#[derive(Debug)]
pub(crate) struct JsonError {
    /// The bytes of the body that were not expected.
    pub(crate) at: Range<usize>,
    /// What was expected and found, without quoting what may be secret.
    pub(crate) what: String,
}

/// Whether a media type is JSON.
pub(crate) fn is_json_media(value: &str) -> bool {
    let media = value.split(';').next().unwrap_or_default().trim();
    let media = media.to_ascii_lowercase();
    media == "application/json" || media.ends_with("+json") || media == "text/json"
}

/// Why `body` is no JSON, its variables and comments put aside; `None` where it is JSON or nobody
/// can know.
pub(crate) fn json_error(body: &str) -> Option<JsonError> {
    let plain = neutral(body)?;
    let error = Document::from_text(&plain).err()?;
    let start = error.span().start;
    let found = body.get(start..).and_then(|rest| rest.chars().next());
    let what = match error.kind() {
        // Not what a server would stumble over.
        ErrorKind::NumberOutOfRange | ErrorKind::LoneSurrogate | ErrorKind::TooDeep => return None,
        ErrorKind::Unexpected(expected) => {
            let found = match found {
                None => "the end".to_owned(),
                Some(c) if c.is_ascii_digit() => "a number".to_owned(),
                Some(c) if c.is_alphabetic() => "a word without quotes".to_owned(),
                Some('"') => "a text in quotes".to_owned(),
                Some(c) => format!("`{c}`"),
            };
            format!("expected {expected}, found {found}")
        }
        _ => error.to_string(),
    };
    let length = found.map_or(0, char::len_utf8);
    Some(JsonError {
        at: start..start + length,
        what,
    })
}

/// `body` with every variable and comment replaced by something fitting of the same length, so that
/// places stay; `None` where what fits cannot be known.
fn neutral(body: &str) -> Option<String> {
    let mut plain: Vec<u8> = body.as_bytes().to_vec();
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
                    // A piece that brings its own comma.
                    _ => (b"", before),
                },
                (b':' | b'[' | b',' | b' ', Some(b',' | b']' | b'}') | None) => (b"0", b'0'),
                _ => return None,
            };
            let place = plain.get_mut(span.clone())?;
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
                    plain.get_mut(span)?.fill(b'x');
                }
                at = end;
                before = byte;
                continue;
            }
            b'/' => {
                if let Some(end) = comment_end(body, at) {
                    for byte in plain.get_mut(at..end)? {
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
    String::from_utf8(plain).ok()
}

/// The first byte at or behind `at` that is no white space.
fn next_byte(body: &str, at: usize) -> Option<u8> {
    body.get(at..)?
        .bytes()
        .find(|byte| !byte.is_ascii_whitespace())
}

/// Behind the closing quote of the string that starts at `at`; of one without, the end. `variable`
/// tells where a variable ends that starts at a place: quotes in it do not close the string.
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

/// Behind the comment that starts at `at`, if one does.
fn comment_end(body: &str, at: usize) -> Option<usize> {
    let rest = body.get(at..)?;
    if rest.starts_with("//") {
        return Some(at + rest.find('\n').unwrap_or(rest.len()));
    }
    let inside = rest.strip_prefix("/*")?;
    Some(at + 2 + inside.find("*/")? + 2)
}

#[cfg(test)]
mod tests {
    use super::json_error;

    #[test]
    fn variables_and_comments_are_no_errors() {
        for body in [
            r#"{"a": {{b}}, "c": "{{d}} {{e}}", "f": [{{g}}]}"#,
            r#"{"a":{{b}}}"#,
            "{{whole}}",
            r"{ {{members}} }",
            r#"{ {{members}}, "a": 1 }"#,
            r#"{ {{members}} "a": 1 }"#,
            r#"{ "a": 1, {{more}} }"#,
            r"{{{key}}: 1}",
            r#"{"{{key}}": {{a}}{{b}}}"#,
            r#"{"a": {{n}}.50, }"#,
            "{ // note\n \"a\": 1 /* \" */ }",
            r#"{"url": "http://x/{{a}}\"{{b"}"#,
            r#"{"q": "{{ \"json\" }}"}"#,
            "1e999",
        ] {
            assert!(json_error(body).is_none(), "{body}");
        }
    }

    #[test]
    fn errors_are_found_where_they_are() {
        for (body, at, what) in [
            (r#"{"a": {{b}},}"#, 11, "trailing comma before `}`"),
            (r#"{"a": {{b}} "c": 1}"#, 6, ""),
            (
                r#"{"a": 1 "c": 1}"#,
                8,
                "expected `,` or `}` after a value, found a text in quotes",
            ),
            (
                "{\"é\": secret}",
                7,
                "expected a value, found a word without quotes",
            ),
            ("[1", 2, "expected `,` or `]` after a value, found the end"),
        ] {
            let found = json_error(body);
            if what.is_empty() {
                assert!(found.is_none(), "{body}: it may bring its own comma");
                continue;
            }
            let found = found.unwrap();
            assert_eq!((found.at.start, found.what.as_str()), (at, what), "{body}");
        }
    }
}

use std::ops::Range;

use crate::json::{Document, ErrorKind, LineIndex, Value};
use crate::postman::effective::json_body::{Comments, mask_variables};
use crate::validate::Finding;

/// Why a body is not JSON.
#[derive(Debug)]
pub(crate) struct JsonError {
    /// The bytes of the body that were not expected.
    pub(crate) at: Range<usize>,
    /// What was expected and found, without quoting what may be secret.
    pub(crate) what: String,
}

impl JsonError {
    /// The same error, `by` bytes further on.
    #[must_use]
    pub(crate) fn shifted(mut self, by: usize) -> Self {
        self.at = self.at.start + by..self.at.end + by;
        self
    }

    /// A finding at its place in `at`, whose text is `body`; `what` the body is called.
    pub(crate) fn finding<'d>(self, at: Value<'d>, body: &str, what: &str) -> Finding<'d> {
        let place = LineIndex::new(body.as_bytes()).position(self.at.start);
        let (line, column) = (place.line, place.column);
        let message = format!(
            "{what} is not valid JSON, line {line}, column {column}: {}",
            self.what
        );
        let finding = Finding::new(at, message);
        match at.span_of(self.at) {
            Some(span) => finding.span(span),
            None => finding,
        }
    }
}

/// Why `body` is not JSON, apart from its variables and, where they are allowed, its comments; `None`
/// if it is JSON or that cannot be known.
pub(crate) fn json_error(body: &str, comments: Comments) -> Option<JsonError> {
    // Most bodies are JSON as they are.
    if Document::from_text(body).is_ok() {
        return None;
    }
    let masked = mask_variables(body, comments)?;
    let error = Document::from_text(&masked).err()?;
    let start = error.span().start;
    let found = body.get(start..).and_then(|rest| rest.chars().next());
    let what = match error.kind() {
        // A server accepts this.
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

#[cfg(test)]
mod tests {
    use super::json_error;
    use crate::postman::effective::json_body::Comments;

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
            assert!(json_error(body, Comments::Allowed).is_none(), "{body}");
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
            let found = json_error(body, Comments::Allowed);
            if what.is_empty() {
                assert!(found.is_none(), "{body}: it may bring its own comma");
                continue;
            }
            let found = found.unwrap();
            assert_eq!((found.at.start, found.what.as_str()), (at, what), "{body}");
        }
    }
}

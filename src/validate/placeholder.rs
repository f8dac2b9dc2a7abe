//! Texts in place of something that is still to be written.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use memchr::memmem;

/// What people and converters leave in place of a text.
const MARKS: [&str; 4] = ["TODO", "FIXME", "lorem ipsum", "Lorem ipsum"];

/// Names of types that converters write in angle brackets without an example.
const TYPES: &[&str] = &[
    "string",
    "integer",
    "number",
    "boolean",
    "long",
    "double",
    "float",
    "date",
    "datetime",
    "date-time",
    "uuid",
    "email",
    "byte",
    "binary",
    "object",
    "array",
    "int",
    "bool",
    "text",
    "uri",
    "url",
    "int32",
    "int64",
    "decimal",
];

/// Whether the whole value is a placeholder: `<string>`, `string`, *lorem ipsum*.
pub(super) fn is_placeholder(value: &str) -> bool {
    let value = value.trim();
    let inner = value
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    match inner {
        Some(inner) => is_type(inner),
        // Alone, other names of types are values that people mean: `text`, `date`, `email`.
        None => value == "string" || placeholder_in_prose(value).is_some(),
    }
}

fn is_type(name: &str) -> bool {
    TYPES.iter().any(|one| name.eq_ignore_ascii_case(one))
}

/// What is still to be written in a name or a description.
pub(super) fn placeholder_in_prose(text: &str) -> Option<&str> {
    let whole = text.trim();
    if matches!(whole, "TODO" | "TBD" | "FIXME") {
        return Some(whole);
    }
    let is_unfinished = |word: &Range<usize>| {
        // A list may be called TODO; a note is followed by the task.
        let is_note = || matches!(text.as_bytes().get(word.end), Some(b':' | b'('));
        text.get(word.clone()) != Some("TODO") || is_note()
    };
    let word = marks(text).find(is_unfinished)?;
    text.get(word)
}

/// The first placeholder among the values of a body, as it is written in the collection: the bytes
/// of its name, in `raw`, a text inside a JSON text, so that its quotes have backslashes.
pub(super) fn placeholder_in_text(raw: &str) -> Option<Range<usize>> {
    let bytes = raw.as_bytes();
    for open in memchr::memchr_iter(b'<', bytes) {
        let rest = raw.get(open + 1..)?;
        let name = rest.get(..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?)?;
        let end = open + 1 + name.len();
        let is_value = is_quoted(raw, open, end + 1) || is_bare(raw, open);
        if bytes.get(end) == Some(&b'>') && is_type(name) && is_value {
            return Some(open..end + 1);
        }
    }
    let mut strings = memmem::find_iter(bytes, "\\\"string\\\"");
    let string = strings.find(|at| {
        // A value, and not the type in a JSON Schema that is being sent.
        let before = raw.get(..*at).unwrap_or_default().trim_end();
        before.ends_with(':')
            && !before
                .trim_end_matches(':')
                .trim_end()
                .ends_with("type\\\"")
    });
    if let Some(at) = string {
        return Some(at + 2..at + 8);
    }
    marks(raw).find(|mark| {
        raw.get(mark.clone())
            .is_some_and(|word| word.ends_with("ipsum"))
    })
}

fn is_quoted(raw: &str, start: usize, end: usize) -> bool {
    let before = raw.get(..start).is_some_and(|text| text.ends_with("\\\""));
    before && raw.get(end..).is_some_and(|text| text.starts_with("\\\""))
}

/// Whether it is in place of a number, after a colon. In HTML and XML it is not.
fn is_bare(raw: &str, start: usize) -> bool {
    raw.get(..start)
        .is_some_and(|text| text.trim_end().ends_with("\\\":"))
}

/// Where one of the marks is in `text` without a letter or digit on either side.
fn marks(text: &str) -> impl Iterator<Item = Range<usize>> {
    static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    let finder = FINDER.get_or_init(|| AhoCorasick::new(MARKS).ok());
    let is_part = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
    let bytes = text.as_bytes();
    let found = finder.iter().flat_map(move |finder| finder.find_iter(text));
    found.map(|mark| mark.range()).filter(move |word| {
        let before = word.start.checked_sub(1).and_then(|at| bytes.get(at));
        !is_part(before) && !is_part(bytes.get(word.end))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_placeholder, placeholder_in_prose, placeholder_in_text};

    #[test]
    fn values_that_only_name_a_type_are_placeholders() {
        for placeholder in [
            "<string>",
            "string",
            " <dateTime> ",
            "<Long>",
            "Lorem ipsum dolor",
        ] {
            assert!(is_placeholder(placeholder), "{placeholder}");
        }
        for value in [
            "",
            "text",
            "<your name>",
            "strings",
            "<b>x</b>",
            "{{string}}",
        ] {
            assert!(!is_placeholder(value), "{value}");
        }
    }

    #[test]
    fn prose_is_unfinished_where_it_says_so() {
        assert_eq!(placeholder_in_prose("TODO"), Some("TODO"));
        assert_eq!(placeholder_in_prose("One. TODO: two"), Some("TODO"));
        assert_eq!(placeholder_in_prose("a FIXME b"), Some("FIXME"));
        for text in [
            "Create a TODO",
            "TODO list",
            "Todo: buy milk",
            "mastodon TODOs:",
        ] {
            assert_eq!(placeholder_in_prose(text), None, "{text}");
        }
    }

    #[test]
    fn a_body_has_placeholders_as_values_only() {
        let found = |raw: &'static str| placeholder_in_text(raw).and_then(|span| raw.get(span));
        assert_eq!(found(r#"{\"a\": \"<string>\"}"#), Some("<string>"));
        assert_eq!(found(r#"{\"a\": <number>}"#), Some("<number>"));
        assert_eq!(found(r#"{\"a\": \"string\"}"#), Some("string"));
        for raw in [
            r#"{\"type\": \"string\"}"#,
            r#"{\"string\": 1}"#,
            "<object><date>1</date></object>",
            r#"{\"kinds\": [\"string\"]}"#,
        ] {
            assert_eq!(found(raw), None, "{raw}");
        }
    }
}

use std::borrow::Cow;
use std::ops::Range;

use crate::json::Value;
use crate::postman::view::tokens;

/// A `{{name}}` in a string that Postman sends.
#[derive(Clone, Debug)]
pub(crate) struct Use<'d> {
    /// The string.
    pub value: Value<'d>,
    /// The bytes of the token in the document.
    pub span: Range<usize>,
    /// The number of its name.
    pub(super) name: u32,
    /// The number of the item that it is in.
    pub(super) owner: u32,
    /// Whether it is in a body, which may be a template of another language.
    pub(super) in_body: bool,
    /// Whether the body, or the sentence that it is in, is one.
    pub(super) in_template: bool,
}

/// The names that a string uses, each with the bytes of its token in the document. They are looked
/// for in the text as it is written, so that the bytes are right whatever is escaped before them.
pub(super) fn used(value: Value<'_>) -> impl Iterator<Item = (Cow<'_, str>, Range<usize>)> {
    let start = value.span().start + 1;
    let raw = value.as_raw_str().unwrap_or_default();
    tokens(raw).filter_map(move |token| {
        let span = start + token.span.start..start + token.span.end;
        Some((unescaped(token.name)?, span))
    })
}

/// A part of a JSON string without its escapes; nothing for the empty one.
fn unescaped(raw: &str) -> Option<Cow<'_, str>> {
    if raw.is_empty() {
        None
    } else if raw.contains('\\') {
        serde_json::from_str(&format!("\"{raw}\""))
            .ok()
            .map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(raw))
    }
}

/// A name between braces, in whatever text.
pub(crate) struct Mention<'t> {
    /// The name.
    pub name: Cow<'t, str>,
    /// Whether it is inside another name, as in `{{host_{{stage}}}}`.
    pub is_composed: bool,
}

/// Every name between braces anywhere in a JSON text: sent or not, in descriptions and examples too.
pub(crate) fn mentions(text: &str) -> impl Iterator<Item = Mention<'_>> {
    tokens(text).filter_map(|token| {
        Some(Mention {
            name: unescaped(token.name)?,
            is_composed: is_composed(text, token.span.start),
        })
    })
}

/// Whether a name has begun, and not ended, in front of `at`.
fn is_composed(text: &str, at: usize) -> bool {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    let mut back = before.iter().rev().take(LONGEST_PREFIX);
    let stop = back.find(|byte| matches!(byte, b'{' | b'}' | b'"' | b'\n'));
    stop == Some(&b'{') && back.next() == Some(&b'{')
}

/// Names are put together from short parts.
const LONGEST_PREFIX: usize = 64;

//! A handle on one value of a document.

use std::{borrow::Cow, fmt, ops::Range};

use super::{
    document::Document,
    escape,
    node::{Kind, Node},
    number,
};

/// A value of a [`Document`], or a key, which is a string value too; 16 bytes, to be copied.
#[derive(Clone, Copy)]
pub struct Value<'d> {
    document: &'d Document<'d>,
    index: u32,
}

impl Document<'_> {
    /// The value that the text is.
    pub fn root(&self) -> Value<'_> {
        Value::new(self, 0)
    }

    /// The key or value that starts at this byte.
    pub fn value_at(&self, start: usize) -> Option<Value<'_>> {
        Some(Value::new(self, self.index_at(start)?))
    }
}

impl<'d> Value<'d> {
    #[inline]
    pub(super) fn new(document: &'d Document<'d>, index: u32) -> Self {
        Self { document, index }
    }

    #[inline]
    pub(super) fn node(self) -> Node {
        self.document.node(self.index)
    }

    pub(super) fn index_on_tape(self) -> u32 {
        self.index
    }

    /// The document this value is in.
    pub fn document(self) -> &'d Document<'d> {
        self.document
    }

    /// What the value is.
    #[inline]
    pub fn kind(self) -> Kind {
        self.node().kind()
    }

    /// Whether the value is `null`.
    pub fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// The bytes of the value in [`Document::text`]: a string with its quotes, an array or
    /// object with its brackets.
    pub fn span(self) -> Range<usize> {
        self.node().span()
    }

    /// The value as it is written.
    pub fn text(self) -> &'d str {
        self.document.text().get(self.span()).unwrap_or_default()
    }

    /// The string, unescaped; borrowed from the text unless it has escapes.
    pub fn as_str(self) -> Option<Cow<'d, str>> {
        let raw = self.as_raw_str()?;
        Some(if self.node().is_escaped() {
            Cow::Owned(escape::unescape(raw))
        } else {
            Cow::Borrowed(raw)
        })
    }

    /// The string between its quotes as it is written, escapes and all.
    pub fn as_raw_str(self) -> Option<&'d str> {
        let node = self.node();
        let span = node.span();
        if node.kind() != Kind::String {
            return None;
        }
        self.document.text().get(span.start + 1..span.end - 1)
    }

    /// Where the bytes `inside` of the unescaped string are in [`Document::text`].
    pub fn span_of(self, inside: Range<usize>) -> Option<Range<usize>> {
        let raw = self.as_raw_str()?;
        let start = self.span().start + 1;
        if !self.node().is_escaped() {
            return (inside.end <= raw.len()).then(|| start + inside.start..start + inside.end);
        }
        let from = escape::offset_in_raw(raw, inside.start)?;
        let to = escape::offset_in_raw(raw, inside.end)?;
        Some(start + from..start + to)
    }

    /// As [`Value::span_of`] for many parts of one string, in one pass; none if one of them is not
    /// on character boundaries.
    pub fn spans_of(self, inside: &[Range<usize>]) -> Vec<Range<usize>> {
        let Some(raw) = self.as_raw_str().filter(|_| self.node().is_escaped()) else {
            let start = self.span().start + 1;
            let spans = inside.iter();
            return spans
                .map(|span| start + span.start..start + span.end)
                .collect();
        };
        let mut offsets: Vec<usize> = inside
            .iter()
            .flat_map(|span| [span.start, span.end])
            .collect();
        offsets.sort_unstable();
        offsets.dedup();
        let Some(places) = escape::offsets_in_raw(raw, &offsets) else {
            return Vec::new();
        };
        let start = self.span().start + 1;
        let place = |offset: &usize| {
            let index = offsets.binary_search(offset).ok();
            start
                + index
                    .and_then(|index| places.get(index))
                    .copied()
                    .unwrap_or_default()
        };
        let spans = inside.iter();
        spans
            .map(|span| place(&span.start)..place(&span.end))
            .collect()
    }

    /// Whether the value is this string; allocates only where an escape makes it necessary.
    pub fn is_str(self, string: &str) -> bool {
        let node = self.node();
        if node.kind() != Kind::String {
            return false;
        }
        let span = node.span();
        if node.is_escaped() {
            // An escape is longer than what it stands for, at most six times: a body is rarely worth
            // decoding to see that it is not empty.
            let written = span.len() - 2;
            let may_be = string.len() < written && written <= 6 * string.len();
            return may_be && self.as_str().as_deref() == Some(string);
        }
        // Most strings differ in length already, which the tape knows without the text.
        span.len() == string.len() + 2
            && self
                .document
                .text()
                .as_bytes()
                .get(span.start + 1..span.end - 1)
                == Some(string.as_bytes())
    }

    /// `true` or `false`.
    pub fn as_bool(self) -> Option<bool> {
        (self.kind() == Kind::Bool).then(|| self.text() == "true")
    }

    /// The number as it is written, such as `1.50`.
    pub fn as_number_text(self) -> Option<&'d str> {
        (self.kind() == Kind::Number).then(|| self.text())
    }

    /// A number written without fraction or exponent, if it fits; `None` for `-0`, which is not
    /// the integer 0 for `serde_json` either.
    pub fn as_i64(self) -> Option<i64> {
        self.as_number_text().and_then(number::as_i64)
    }

    /// As [`Value::as_i64`], for numbers from 0 to `u64::MAX`.
    pub fn as_u64(self) -> Option<u64> {
        self.as_number_text().and_then(number::as_u64)
    }

    /// The `f64` nearest to a number; always finite.
    pub fn as_f64(self) -> Option<f64> {
        self.as_number_text().and_then(number::as_f64)
    }
}

impl fmt::Debug for Value<'_> {
    /// Leaves the text out: it can be long and can contain secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} at {:?}", self.kind(), self.span())
    }
}

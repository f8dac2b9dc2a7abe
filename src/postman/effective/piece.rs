use std::borrow::Cow;
use std::ops::Range;

use super::text_of;
use crate::json::Value;

/// A text of a request with its place in the document: a whole value, or a part of a string.
#[derive(Clone, Debug)]
pub struct Piece<'d> {
    /// The text, unescaped.
    pub text: Cow<'d, str>,
    /// The value that it is, or that it is a part of.
    pub at: Value<'d>,
    /// Its bytes in the unescaped string; `None` where it is the whole value.
    pub part: Option<Range<usize>>,
}

impl<'d> Piece<'d> {
    /// The text that JavaScript converts a value to; `None` for null.
    pub fn whole(at: Value<'d>) -> Option<Self> {
        (!at.is_null()).then(|| Self {
            text: text_of(at),
            at,
            part: None,
        })
    }

    /// A string; `None` for anything else.
    pub fn string(at: Value<'d>) -> Option<Self> {
        Some(Self {
            text: at.as_str()?,
            at,
            part: None,
        })
    }

    /// The bytes `part` of this piece.
    #[must_use]
    pub fn part(&self, part: Range<usize>) -> Self {
        let text = match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(part.clone()).unwrap_or_default()),
            Cow::Owned(text) => Cow::Owned(text.get(part.clone()).unwrap_or_default().to_owned()),
        };
        let start = self.part.as_ref().map_or(0, |own| own.start);
        Self {
            text,
            at: self.at,
            part: Some(start + part.start..start + part.end),
        }
    }

    /// Its bytes in the document: with the quotes if it is a whole string.
    pub fn span(&self) -> Range<usize> {
        let inside = self.part.clone().and_then(|part| self.at.span_of(part));
        inside.unwrap_or_else(|| self.at.span())
    }

    /// The bytes `inside` of its text in the document; those of the whole piece where that cannot be known.
    pub fn span_of(&self, inside: Range<usize>) -> Range<usize> {
        let start = self.part.as_ref().map_or(0, |own| own.start);
        let range = start + inside.start..start + inside.end;
        self.at.span_of(range).unwrap_or_else(|| self.span())
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The pieces between the separators that `mask`, as long as the text, has.
    pub(super) fn split<'s>(
        &'s self,
        mask: &'s str,
        separators: &'static [char],
    ) -> impl Iterator<Item = Self> + use<'s, 'd> {
        let mut start = 0;
        mask.split(separators).map(move |one| {
            let part = start..start + one.len();
            start = part.end + 1;
            self.part(part)
        })
    }
}

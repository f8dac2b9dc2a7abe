//! Removes secrets from texts about a document.

use std::borrow::Cow;
use std::num::NonZero;
use std::ops::Range;

use super::classify::{classify, credential};
use super::scan::{Reading, opaque, scan};
use super::values::Values;
use super::{Secret, find, find_near, is_credential};
use crate::json::Document;

/// What is shown in place of a secret; always the same, because its length would be a hint.
pub(crate) const HIDDEN: &str = "(hidden)";

/// Of a line of this many bytes a frame shows no more, on either side of what it points at.
const NEAR: usize = 16 * 1024;

/// The secrets of a document, to be removed from any text about it.
#[derive(Debug, Default)]
pub(crate) struct Mask {
    /// The bytes of the document that are secret, in order, none twice.
    spans: Vec<Range<usize>>,
    /// Values that are secret wherever they occur.
    values: Values,
}

impl Mask {
    /// The mask for texts about the document with these `secrets`.
    pub(crate) fn of(secrets: &[Secret]) -> Self {
        Self {
            spans: joined(secrets.iter().map(|one| one.span.clone()).collect()),
            values: Values::of(secrets),
        }
    }

    /// The mask for texts about `text`, which may not be JSON.
    pub(crate) fn of_text(text: &str) -> Self {
        match Document::from_text(text) {
            Ok(document) => Self::of(&find(&document)),
            Err(_) => Self {
                spans: secret_spans(text, Reading::Value),
                values: Values::default(),
            },
        }
    }

    /// `text`, which is about the document, without secrets.
    pub(crate) fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.read(text, Reading::Prose)
    }

    /// `code`, a part of a script or of a body, without secrets.
    pub(crate) fn code<'t>(&self, code: &'t str) -> Cow<'t, str> {
        self.read(code, Reading::Script)
    }

    fn read<'t>(&self, text: &'t str, reading: Reading) -> Cow<'t, str> {
        let mut spans = secret_spans(text, reading);
        spans.extend(self.values.find(text));
        without(text, joined(spans))
    }

    /// `text`, which is the whole document, without secrets; line by line as it was.
    pub(crate) fn document<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut spans = self.spans.clone();
        spans.extend(self.values.find(text));
        spans.extend(opaque(text));
        without(text, joined(spans))
    }

    /// The mask for texts about `document` that point at `spans`, and what is near those.
    pub(crate) fn of_spans(document: &Document, spans: Vec<Range<usize>>) -> Self {
        let spans = around(document.text(), spans);
        Self::of(&find_near(document, spans, NonZero::<usize>::MIN))
    }

    /// The bytes of the document `text` that are not to be shown, near those that are pointed at.
    pub(crate) fn near(&self, text: &str, places: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut spans = self.spans.clone();
        for part in around(text, places) {
            let Some(near) = text.get(part.clone()) else {
                continue;
            };
            let found = self.values.find(near).into_iter().chain(opaque(near));
            spans.extend(found.map(|span| part.start + span.start..part.start + span.end));
        }
        joined(spans)
    }

    /// Whether anything of `span` is secret.
    pub(crate) fn touches(&self, span: &Range<usize>) -> bool {
        let after = self.spans.partition_point(|one| one.end <= span.start);
        self.spans
            .get(after)
            .is_some_and(|one| one.start < span.end)
    }

    /// The mask for texts about two documents.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            spans: Vec::new(),
            values: self.values.and(other.values),
        }
    }
}

/// What of `text` a frame may show that points at one of `places`, in order and apart.
fn around(text: &str, places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let around = |place: Range<usize>| {
        let start = text.floor_char_boundary(place.start.saturating_sub(NEAR));
        let end = place.end.min(place.start + 4 * NEAR) + NEAR;
        start..text.ceil_char_boundary(end)
    };
    joined(places.into_iter().map(around).collect())
}

/// `text`, which is not about a document, without secrets; long words without a name, such as those of
/// files, stay.
pub(crate) fn mask(text: &str) -> Cow<'_, str> {
    let found = scan(text, Reading::Prose).into_iter();
    without(text, joined(found.map(|one| one.span).collect()))
}

/// The value of an auth's attribute, without secrets.
pub(crate) fn mask_attribute<'t>(kind: &str, name: &str, value: &'t str) -> Cow<'t, str> {
    if !is_credential(kind, name) {
        return mask_value(name, value);
    }
    let mut spans = secret_spans(value, Reading::Value);
    spans.extend(credential(name, "a credential", value).map(|one| one.span));
    without(value, joined(spans))
}

/// The value under that name, without secrets.
pub(crate) fn mask_value<'t>(name: &str, value: &'t str) -> Cow<'t, str> {
    let mut spans = secret_spans(value, Reading::Value);
    spans.extend(classify(name, value).into_iter().map(|one| one.span));
    without(value, joined(spans))
}

/// A script without secrets, line by line as it was.
pub(crate) fn mask_script(source: &str) -> Cow<'_, str> {
    without(source, secret_spans(source, Reading::Script))
}

/// Everything that is or may be secret in a text, in order and merged.
fn secret_spans(text: &str, reading: Reading) -> Vec<Range<usize>> {
    let found = scan(text, reading).into_iter().map(|one| one.span);
    joined(found.chain(opaque(text)).collect())
}

/// Spans in order, adjacent ones merged.
fn joined(mut spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    spans.sort_by_key(|span| (span.start, span.end));
    spans.dedup_by(|next, last| {
        let touches = next.start <= last.end;
        if touches {
            last.end = last.end.max(next.end);
        }
        touches
    });
    spans
}

/// `text` without what is in `spans`, with the same number of lines.
fn without(text: &str, spans: Vec<Range<usize>>) -> Cow<'_, str> {
    if spans.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut open = String::with_capacity(text.len());
    let mut done = 0;
    for span in spans {
        open.push_str(text.get(done..span.start).unwrap_or_default());
        let secret = text.get(span.clone()).unwrap_or_default();
        for line in secret.split_inclusive('\n') {
            open.push_str(HIDDEN);
            open.push_str(if line.ends_with('\n') { "\n" } else { "" });
        }
        done = span.end;
    }
    open.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(open)
}

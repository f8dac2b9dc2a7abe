//! Parts that contain more than their name says: a host with a scheme or port, a segment with
//! a slash or a question mark. Postman splits the composed text again, so they mean what they mean in
//! a text.

use std::ops::Range;

use super::compose::Composed;
use super::text::{SLASHES, UrlText, mask_variables};
use super::{Piece, QueryParameter, RequestUrl};
use crate::json::Value;

impl<'d> RequestUrl<'d> {
    /// The same address, its pieces as Postman splits them again; `whole` is the URL that it is.
    pub(super) fn split_again(self, whole: Value<'d>) -> Self {
        if !self.has_more_than_parts() {
            return self;
        }
        let composed = Composed::of(&self, |_| None);
        let again = Resplit {
            composed: &composed,
            masked: &mask_variables(&composed.text),
            whole,
        };
        let cut = UrlText::of_masked(again.masked);
        let path = (!cut.path.is_empty()).then(|| {
            let inner = cut.path.start + 1..cut.path.end;
            again.split(inner, SLASHES).collect()
        });
        let mut query: Vec<_> = cut.query.map_or_else(Vec::new, |range| {
            let parameters = again.ranges(range, &['&']);
            parameters.map(|one| again.parameter(one)).collect()
        });
        let disabled = self.query.iter().filter(|one| !one.is_enabled);
        query.extend(disabled.cloned());
        Self {
            is_split: true,
            protocol: cut.protocol.map(|range| again.piece(range)),
            user_info: cut.user_info.map(|range| again.piece(range)),
            host: Some(again.piece(cut.host)).filter(|host| !host.is_empty()),
            port: cut.port.map(|range| again.piece(range)),
            path,
            query,
            hash: cut.hash.map(|range| again.piece(range)),
            variables: self.variables,
        }
    }

    /// Whether a part holds a character that ends it in a text.
    fn has_more_than_parts(&self) -> bool {
        let has = |text: &str, signs: &[char]| {
            text.contains(signs) && mask_variables(text).contains(signs)
        };
        let host = self.host_text();
        has(host, &['/', '\\', '?', '#', '@', ':'])
            || self
                .segments()
                .iter()
                .any(|one| has(&one.text, &['/', '\\', '?', '#']))
    }
}

/// The composed text and what its bytes come from.
struct Resplit<'c, 'd> {
    composed: &'c Composed<'c, 'd>,
    masked: &'c str,
    whole: Value<'d>,
}

impl<'c, 'd> Resplit<'c, 'd> {
    /// The piece that the bytes `range` come from; with the place of the whole URL where they come
    /// from more than one.
    fn piece(&self, range: Range<usize>) -> Piece<'d> {
        if let Some((from, piece)) = self.composed.source_of(&range) {
            if *from == range {
                return (*piece).clone();
            }
            return piece.part(range.start - from.start..range.end - from.start);
        }
        let text = self.composed.text.get(range).unwrap_or_default();
        Piece {
            text: text.to_owned().into(),
            at: self.whole,
            part: None,
        }
    }

    /// The ranges between `separators` in `range`.
    fn ranges(
        &self,
        range: Range<usize>,
        separators: &'static [char],
    ) -> impl Iterator<Item = Range<usize>> + use<'c, 'd> {
        let mut start = range.start;
        let text = self.masked.get(range).unwrap_or_default();
        text.split(separators).map(move |one| {
            let part = start..start + one.len();
            start = part.end + 1;
            part
        })
    }

    fn split(
        &self,
        range: Range<usize>,
        separators: &'static [char],
    ) -> impl Iterator<Item = Piece<'d>> {
        self.ranges(range, separators).map(|part| self.piece(part))
    }

    fn parameter(&self, range: Range<usize>) -> QueryParameter<'d> {
        if let Some(own) = self.composed.parameter_at(&range) {
            return own.clone();
        }
        let text = self.masked.get(range.clone()).unwrap_or_default();
        let equals = text.find('=').map(|at| range.start + at);
        QueryParameter {
            key: Some(self.piece(range.start..equals.unwrap_or(range.end))),
            value: equals.map(|at| self.piece(at + 1..range.end)),
            is_enabled: true,
            entry: None,
        }
    }
}

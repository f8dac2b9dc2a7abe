//! Secrets in an address: found in its whole text, hidden in each of its pieces.

use std::ops::Range;

use super::scan::{FoundSecret, Reading, scan};
use super::values::is_distinct;
use super::{Confidence, name::is_secret_name, value::looks_random};
use crate::json::{Kind, Value};
use crate::postman::effective::url::PlacedPiece;
use crate::postman::effective::{Piece, RequestUrl};
use crate::postman::view::Url;

/// A piece of an address that is a secret, or a part of one.
pub(super) struct SecretPiece<'d> {
    pub(super) at: Value<'d>,
    /// Its bytes in the document.
    pub(super) span: Range<usize>,
    pub(super) kind: &'static str,
    pub(super) confidence: Confidence,
}

/// An address that is written in parts, with its secrets.
pub(super) struct Address<'d> {
    /// The text that Postman composes from the parts.
    pub(super) text: String,
    pub(super) secrets: Vec<SecretPiece<'d>>,
}

impl<'d> Address<'d> {
    /// The address composed from the parts of `url`.
    pub(super) fn of_parts(url: &Url<'d>) -> Self {
        let address = RequestUrl::of(url);
        let (text, pieces) = address.composed_of();
        // The scheme shows that a user with a password follows.
        let scheme = address.protocol_text().map_or("http://", |_| "");
        let whole = format!("{scheme}{text}");
        let mut secrets = Vec::new();
        for found in scan(&whole, Reading::Value) {
            let start = found.span.start.saturating_sub(scheme.len());
            let span = start..found.span.end.saturating_sub(scheme.len()).max(start);
            secrets.extend(in_pieces(&found, &span, &pieces));
        }
        secrets.extend(named_segments(&address));
        Self { text, secrets }
    }
}

/// Whether a secret, or the mark by which it is known, is in the host of an address.
pub(crate) fn is_in_host(url: &RequestUrl) -> bool {
    let text = url.written();
    let host = url.host_text();
    let start = text.find(host).unwrap_or_default();
    let found = scan(&text, Reading::Value);
    let mut spans = found.iter().map(|one| &one.span);
    spans.any(|span| span.start < start + host.len() && start < span.end)
}

/// The pieces of an address that is the text `at`, of the secrets in it that go over several.
pub(super) fn of_text<'d>(at: Value<'d>, found: &[FoundSecret]) -> Vec<SecretPiece<'d>> {
    let address = RequestUrl::of_raw(&Url::new(at));
    let values = address.query.iter().filter_map(|one| one.value.as_ref());
    let pieces: Vec<PlacedPiece> = address
        .segments()
        .iter()
        .chain(values)
        .filter_map(|piece| Some((piece.part.clone()?, piece.clone())))
        .collect();
    let across = |one: &&FoundSecret| {
        let last = pieces.partition_point(|(range, _)| range.end < one.span.end);
        let last = pieces.get(last);
        !last.is_some_and(|(range, _)| covers(range, &one.span))
    };
    let found = found.iter().filter(across);
    let mut secrets: Vec<_> = found
        .flat_map(|one| in_pieces(one, &one.span, &pieces))
        .collect();
    secrets.extend(named_segments(&address));
    for one in &mut secrets {
        one.confidence = Confidence::Possible;
    }
    secrets
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The pieces that a secret goes over, at `span` of the text that they are pieces of: the last is the
/// secret, the others may be parts of it. Those of them that are words open nothing.
fn in_pieces<'d>(
    found: &FoundSecret,
    span: &Range<usize>,
    pieces: &[PlacedPiece<'d>],
) -> Vec<SecretPiece<'d>> {
    let first = pieces.partition_point(|(range, _)| range.end <= span.start);
    let pieces = pieces.get(first..).unwrap_or_default();
    let touched = pieces
        .iter()
        .take_while(|(range, _)| range.start < span.end);
    let mut secrets: Vec<SecretPiece> = touched
        .filter_map(|(range, piece)| {
            let is_whole = covers(range, span);
            let inside = if range.len() == piece.text.len() {
                let (from, to) = (span.start.max(range.start), span.end.min(range.end));
                from - range.start..to - range.start
            } else {
                // Its special characters are encoded in the address.
                0..piece.text.len()
            };
            let text = piece.text.get(inside.clone())?;
            let is_part = is_whole || piece.at.kind() != Kind::Array && is_distinct(text);
            let (at, span) = place(piece, inside.clone()).filter(|_| is_part)?;
            let (kind, mut confidence) = (found.kind, found.confidence);
            // The parts have names of their own.
            if is_whole && found.name.is_some() {
                confidence = Confidence::Possible;
            }
            Some(SecretPiece {
                at,
                span,
                kind,
                confidence,
            })
        })
        .collect();
    let count = secrets.len();
    for one in secrets.iter_mut().take(count.saturating_sub(1)) {
        one.confidence = Confidence::Possible;
    }
    secrets
}

/// The value that the bytes `inside` of a piece are in, and where: of a list one of its elements, of
/// user and password one of both.
fn place<'d>(piece: &Piece<'d>, inside: Range<usize>) -> Option<(Value<'d>, Range<usize>)> {
    let text = piece.text.get(inside.clone())?;
    match piece.at.kind() {
        Kind::String | Kind::Number => Some((piece.at, piece.span_of(inside))),
        Kind::Array => piece.at.elements().find_map(|one| within(one, text)),
        _ => ["password", "user"]
            .iter()
            .find_map(|name| within(piece.at.get(name)?, text)),
    }
}

fn within<'d>(value: Value<'d>, text: &str) -> Option<(Value<'d>, Range<usize>)> {
    let start = value.as_str()?.find(text)?;
    Some((value, value.span_of(start..start + text.len())?))
}

/// The segments that follow one with the name of a secret: `/password/x`.
fn named_segments<'d>(address: &RequestUrl<'d>) -> Vec<SecretPiece<'d>> {
    let pairs = address.segments().windows(2);
    let secret = |pair: &[Piece<'d>]| {
        let [name, value] = pair else { return None };
        let is_secret = is_secret_name(&name.text) && looks_random(&value.text);
        let (at, span) = place(value, 0..value.text.len()).filter(|_| is_secret)?;
        Some(SecretPiece {
            at,
            span,
            kind: "a secret",
            confidence: Confidence::Possible,
        })
    };
    pairs.filter_map(secret).collect()
}

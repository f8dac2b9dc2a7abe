//! Composing an address: the text that Postman makes from the pieces.

use std::borrow::Cow;
use std::ops::Range;

use super::{Piece, QueryParameter, RequestUrl, path_parameter};
use crate::postman::view::tokens;

impl<'d> RequestUrl<'d> {
    /// The text that Postman composes from the pieces, before it replaces `{{variables}}`:
    /// with the values of segments such as `:id`, without what is disabled.
    pub fn composed(&self) -> String {
        Composed::of(self, |segment| self.filled(segment)).text
    }

    /// The same text with the pieces that its bytes come from, in order; of the query the values only.
    pub(in crate::postman::effective) fn composed_of(&self) -> (String, Vec<PlacedPiece<'d>>) {
        let composed = Composed::of(self, |segment| self.filled(segment));
        let own = composed.sources.iter();
        let own = own.map(|(range, piece)| (range.clone(), (*piece).clone()));
        let filled = composed.filled.iter().filter_map(|(start, segment)| {
            let name = path_parameter(segment)?;
            let variable = self.variables.iter().rfind(|one| one.name == name)?;
            let piece = Piece::whole(variable.value?)?;
            Some((*start..start + piece.text.len(), piece))
        });
        let values = composed.parameters.iter().filter_map(|(range, parameter)| {
            let value = parameter.value.clone()?;
            let length = parameter.sent_value()?.len();
            Some((range.end - length..range.end, value))
        });
        let mut pieces: Vec<_> = own.chain(filled).chain(values).collect();
        pieces.sort_by_key(|(range, _)| range.start);
        (composed.text, pieces)
    }

    /// A segment such as `:id` replaced by its value; `None` if it has none and is sent as
    /// written.
    pub fn filled(&self, segment: &str) -> Option<String> {
        let name = path_parameter(segment)?;
        let suffix = segment.get(name.len() + 1..)?;
        Some(format!("{}{suffix}", self.path_value(name)?))
    }

    /// The text that people see in the address bar: as written, with `:id` and with a literal
    /// `&` in a value.
    pub fn written(&self) -> String {
        let mut text = Composed::head(self, |_| None).text;
        let mut separator = '?';
        for parameter in self.sent_query() {
            text.push(separator);
            separator = '&';
            text.push_str(parameter.key_text());
            if let Some(value) = &parameter.value {
                text.extend(["=", &value.text]);
            }
        }
        if let Some(hash) = &self.hash {
            text.extend(["#", &hash.text]);
        }
        text
    }

    /// The same, but with what [`RequestUrl::composed`] encodes.
    pub fn written_encoded(&self) -> String {
        Composed::of(self, |_| None).text
    }

    /// Protocol, host and port as one text.
    pub fn origin(&self) -> String {
        let mut text = String::new();
        if let Some(protocol) = self.protocol_text() {
            text.extend([protocol, "://"]);
        }
        text.push_str(self.host_text());
        if let Some(port) = &self.port {
            text.extend([":", &port.text]);
        }
        text
    }

    /// The same with the protocol that is taken where none is written, unless the host may bring one
    /// along.
    pub fn sent_origin(&self) -> String {
        let origin = self.origin();
        if self.protocol_text().is_some() || origin.is_empty() || origin.starts_with("{{") {
            return origin;
        }
        format!("http://{origin}")
    }

    /// The path as written, from its first slash; a lone slash without a path.
    pub fn path_text(&self) -> String {
        let segments: Vec<&str> = self
            .segments()
            .iter()
            .map(|one| one.text.as_ref())
            .collect();
        format!("/{}", segments.join("/"))
    }
}

/// A piece with its bytes in a text.
pub(in crate::postman::effective) type PlacedPiece<'d> = (Range<usize>, Piece<'d>);

/// A composed text with what its bytes come from.
pub(super) struct Composed<'u, 'd> {
    pub(super) text: String,
    /// In the order of the text.
    sources: Vec<(Range<usize>, &'u Piece<'d>)>,
    /// Where the values of segments such as `:id` start, and the segments.
    filled: Vec<(usize, &'u str)>,
    /// In the order of the text.
    parameters: Vec<(Range<usize>, &'u QueryParameter<'d>)>,
}

impl<'u, 'd> Composed<'u, 'd> {
    /// The text of `url`; `replaced` gives what takes the place of a segment.
    pub(super) fn of(url: &'u RequestUrl<'d>, replaced: impl Fn(&str) -> Option<String>) -> Self {
        let mut composed = Self::head(url, replaced);
        let mut separator = '?';
        for parameter in url.sent_query() {
            composed.text.push(separator);
            separator = '&';
            composed.parameter(parameter);
        }
        if let Some(hash) = &url.hash {
            composed.text.push('#');
            composed.piece(hash);
        }
        composed
    }

    /// The text in front of the query.
    fn head(url: &'u RequestUrl<'d>, replaced: impl Fn(&str) -> Option<String>) -> Self {
        let mut composed = Self {
            text: String::new(),
            sources: Vec::new(),
            filled: Vec::new(),
            parameters: Vec::new(),
        };
        if let Some(protocol) = url.protocol.as_ref().filter(|one| !one.is_empty()) {
            composed.piece(protocol);
            if !protocol.text.ends_with("://") {
                composed.text.push_str("://");
            }
        }
        if let Some(user_info) = &url.user_info {
            composed.piece(user_info);
            composed.text.push('@');
        }
        if let Some(host) = &url.host {
            composed.piece(host);
        }
        if let Some(port) = &url.port {
            composed.text.push(':');
            composed.piece(port);
        }
        composed.path(url, replaced);
        composed
    }

    fn path(&mut self, url: &'u RequestUrl<'d>, replaced: impl Fn(&str) -> Option<String>) {
        for segment in url.segments() {
            self.text.push('/');
            match replaced(&segment.text) {
                Some(value) => {
                    self.filled.push((self.text.len(), segment.text.as_ref()));
                    self.text.push_str(&value);
                }
                None => self.piece(segment),
            }
        }
        // A list without segments is a path all the same.
        if url.path.as_ref().is_some_and(Vec::is_empty) {
            self.text.push('/');
        }
    }

    fn piece(&mut self, piece: &'u Piece<'d>) {
        let start = self.text.len();
        self.text.push_str(&piece.text);
        self.sources.push((start..self.text.len(), piece));
    }

    fn parameter(&mut self, parameter: &'u QueryParameter<'d>) {
        let start = self.text.len();
        self.text.push_str(&parameter.sent_key());
        if let Some(value) = parameter.sent_value() {
            self.text.push('=');
            self.text.push_str(&value);
        }
        self.parameters.push((start..self.text.len(), parameter));
    }

    /// The piece that all bytes of `range` come from, and where it is in the text.
    pub(super) fn source_of(&self, range: &Range<usize>) -> Option<&(Range<usize>, &'u Piece<'d>)> {
        let after = self
            .sources
            .partition_point(|(from, _)| from.start <= range.start);
        let found = self.sources.get(after.checked_sub(1)?)?;
        (range.end <= found.0.end).then_some(found)
    }

    /// The parameter that `range` is.
    pub(super) fn parameter_at(&self, range: &Range<usize>) -> Option<&'u QueryParameter<'d>> {
        let at = self
            .parameters
            .partition_point(|(from, _)| from.start < range.start);
        let (from, parameter) = self.parameters.get(at)?;
        (from == range).then_some(*parameter)
    }
}

impl QueryParameter<'_> {
    /// Its name as it is put into the address.
    pub fn sent_key(&self) -> Cow<'_, str> {
        encoded(self.key_text(), &['&', '#', '='])
    }

    /// Its value as it is put into the address; `None` where the name is sent alone.
    pub fn sent_value(&self) -> Option<Cow<'_, str>> {
        let value = self.value.as_ref()?;
        Some(encoded(&value.text, &['&', '#']))
    }
}

/// `text` with the characters of `reserved` percent-encoded, but for those inside of `{{variables}}`.
pub(super) fn encoded<'t>(text: &'t str, reserved: &[char]) -> Cow<'t, str> {
    if !text.contains(reserved) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut from = 0;
    let literal = |part: &str, out: &mut String| {
        for c in part.chars() {
            match c {
                '&' if reserved.contains(&c) => out.push_str("%26"),
                '#' if reserved.contains(&c) => out.push_str("%23"),
                '=' if reserved.contains(&c) => out.push_str("%3D"),
                _ => out.push(c),
            }
        }
    };
    for token in tokens(text) {
        literal(
            text.get(from..token.span.start).unwrap_or_default(),
            &mut out,
        );
        out.push_str(text.get(token.span.clone()).unwrap_or_default());
        from = token.span.end;
    }
    literal(text.get(from..).unwrap_or_default(), &mut out);
    Cow::Owned(out)
}

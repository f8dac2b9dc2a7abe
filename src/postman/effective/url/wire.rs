//! An address on the wire.

use std::ops::Range;

use super::compose::encoded;
use super::text::UrlText;
use crate::postman::view::tokens;

/// An address with its variables replaced, split as Postman splits it before sending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WireUrl {
    /// The protocol in lower case; `http` where none is written.
    pub protocol: String,
    /// User and password, with a colon between them.
    pub user_info: Option<String>,
    /// The host in lower case, without its port.
    pub host: String,
    /// The port, as it is written.
    pub port: Option<String>,
    /// The path, from its slash; empty where there is none.
    path: String,
    /// The parameters, as they are written; none where there is no `?`.
    parameters: Vec<String>,
}

/// What happens to characters that a request line cannot contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UrlEncoding {
    /// They are percent-encoded.
    On,
    /// They stay: the setting `disableUrlEncoding`.
    Off,
}

impl WireUrl {
    /// The parts of `text`, which [`RequestUrl::composed`](super::RequestUrl::composed) made and
    /// whose variables have their values.
    pub(crate) fn new(text: &str) -> Self {
        let cut = UrlText::new(text);
        let part = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
        let path = part(cut.path.clone()).replace('\\', "/");
        // A scheme in the path, which a text with variables may well have, is taken for one here.
        let late = path.find("://").filter(|_| cut.protocol.is_none());
        let late = late.map(|at| cut.path.start.min(cut.host.start)..cut.path.start + at);
        let protocol = cut.protocol.or(late).map(part).unwrap_or_default();
        Self {
            protocol: match protocol.as_str() {
                "" => "http".to_owned(),
                written => written.to_lowercase(),
            },
            user_info: cut.user_info.map(part),
            host: part(cut.host).to_lowercase(),
            port: cut.port.map(part),
            path,
            parameters: cut.query.map_or_else(Vec::new, |range| {
                let query = part(range);
                query.split('&').map(str::to_owned).collect()
            }),
        }
    }

    /// Removes the parameters of that name.
    pub(crate) fn remove_parameter(&mut self, key: &str) {
        self.parameters
            .retain(|one| one.split('=').next() != Some(key));
    }

    /// Appends a parameter and encodes what would end it; without a value there
    /// is no `=` either.
    pub(crate) fn add_parameter(&mut self, key: &str, value: Option<&str>) {
        let mut text = encoded(key, &['&', '#', '=']).into_owned();
        if let Some(value) = value {
            text.push('=');
            text.push_str(&encoded(value, &['&', '#']));
        }
        self.parameters.push(text);
    }

    /// Path and query as the request line has them. The fragment is never sent.
    ///
    /// What is encoded already stays as it is, a `%` that starts no escape too (`encodePath` and
    /// `encodeQueryParam` of postman-url-encoder 3.0).
    pub(crate) fn target(&self, encoding: UrlEncoding) -> String {
        let mut target = String::with_capacity(self.path.len() + 16);
        if self.path.is_empty() {
            target.push('/');
        }
        let mut push = |text: &str, reserved: &[u8]| match encoding {
            UrlEncoding::On => encode(&mut target, text, reserved),
            UrlEncoding::Off => target.push_str(text),
        };
        push(&self.path, IN_PATH);
        let mut separator = "?";
        for parameter in &self.parameters {
            push(separator, b"");
            push(parameter, b" \"#'<>");
            separator = "&";
        }
        target
    }
}

/// What a path cannot contain.
const IN_PATH: &[u8] = b" \"#<>?`{}";

/// A segment of a path as it is sent, unless encoding is off; variables stay as they are written.
pub(crate) fn encoded_segment(text: &str) -> String {
    let mut target = String::with_capacity(text.len());
    let mut done = 0;
    for token in tokens(text) {
        let before = text.get(done..token.span.start).unwrap_or_default();
        encode(&mut target, before, IN_PATH);
        target.push_str(text.get(token.span.clone()).unwrap_or_default());
        done = token.span.end;
    }
    encode(&mut target, text.get(done..).unwrap_or_default(), IN_PATH);
    target
}

/// Adds `text` with control characters, what is not ASCII and the characters of `reserved` encoded.
fn encode(target: &mut String, text: &str, reserved: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |half: u8| char::from(DIGITS.get(usize::from(half)).copied().unwrap_or(b'0'));
    for byte in text.bytes() {
        if (0x20..0x7F).contains(&byte) && !reserved.contains(&byte) {
            target.push(char::from(byte));
        } else {
            target.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{UrlEncoding, WireUrl};

    #[test]
    fn an_address_is_split_and_encoded_as_postman_does() {
        for (text, parts, target) in [
            ("a.test", ("http", "a.test", None), "/"),
            (
                "HTTPS://A.Test:81?b",
                ("https", "a.test", Some("81")),
                "/?b",
            ),
            (
                "http://h/a b/{c}/é%zz?d='e f'&&#g",
                ("http", "h", None),
                "/a%20b/%7Bc%7D/%C3%A9%zz?d=%27e%20f%27&&",
            ),
            ("http:\\\\h\\a?b=\\c", ("http", "h", None), "/a?b=\\c"),
            ("http://[::1]:8/?", ("http", "[::1]", Some("8")), "/?"),
        ] {
            let url = WireUrl::new(text);
            let found = (
                url.protocol.as_str(),
                url.host.as_str(),
                url.port.as_deref(),
            );
            assert_eq!(found, parts, "{text}");
            assert_eq!(url.target(UrlEncoding::On), target, "{text}");
        }
        let raw = WireUrl::new("h/{a}?b='c'");
        assert_eq!(raw.target(UrlEncoding::Off), "/{a}?b='c'");
    }

    #[test]
    fn a_parameter_replaces_those_of_its_name() {
        let mut url = WireUrl::new("h?a=1&b&a&ab=2");
        url.remove_parameter("a");
        url.add_parameter("a", Some("x&y #z"));
        url.add_parameter("c=d", None);
        assert_eq!(url.target(UrlEncoding::On), "/?b&ab=2&a=x%26y%20%23z&c%3Dd");
        let mut url = WireUrl::new("h?a=1");
        url.remove_parameter("a");
        assert_eq!(url.target(UrlEncoding::On), "/");
    }
}

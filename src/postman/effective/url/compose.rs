//! Composing an address: the text that Postman makes of the pieces.

use std::borrow::Cow;

use super::{QueryParameter, RequestUrl, path_parameter};
use crate::postman::view::tokens;

impl RequestUrl<'_> {
    /// The text that Postman makes of the pieces, before it puts the values of `{{variables}}` in:
    /// with the values of segments such as `:id`, without what is disabled.
    pub fn composed(&self) -> String {
        self.text(|segment| {
            let name = path_parameter(segment)?;
            let suffix = segment.get(name.len() + 1..)?;
            Some(format!("{}{suffix}", self.path_value(name)?))
        })
    }

    /// The text that people see in the address bar: the same, but with `:id` where it is written.
    pub fn written(&self) -> String {
        self.text(|_| None)
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

    /// The path as it is written, from its first slash; a lone slash where there is none.
    pub fn path_text(&self) -> String {
        let segments: Vec<&str> = self
            .segments()
            .iter()
            .map(|one| one.text.as_ref())
            .collect();
        format!("/{}", segments.join("/"))
    }

    fn text(&self, replaced: impl Fn(&str) -> Option<String>) -> String {
        let mut text = String::new();
        if let Some(protocol) = self.protocol.as_ref().filter(|one| !one.is_empty()) {
            text.push_str(&protocol.text);
            if !protocol.text.ends_with("://") {
                text.push_str("://");
            }
        }
        if let Some(user_info) = &self.user_info {
            text.extend([&user_info.text, "@"]);
        }
        text.push_str(self.host_text());
        if let Some(port) = &self.port {
            text.extend([":", &port.text]);
        }
        for segment in self.segments() {
            text.push('/');
            match replaced(&segment.text) {
                Some(value) => text.push_str(&value),
                None => text.push_str(&segment.text),
            }
        }
        // A list without segments is a path all the same.
        if self.path.as_ref().is_some_and(Vec::is_empty) {
            text.push('/');
        }
        let mut separator = '?';
        for parameter in self.sent_query() {
            text.push(separator);
            separator = '&';
            parameter.compose(&mut text);
        }
        if let Some(hash) = &self.hash {
            text.extend(["#", &hash.text]);
        }
        text
    }
}

impl QueryParameter<'_> {
    fn compose(&self, text: &mut String) {
        if let Some(key) = &self.key {
            text.push_str(&encoded(&key.text, &['&', '#', '=']));
        }
        if let Some(value) = &self.value {
            text.push('=');
            text.push_str(&encoded(&value.text, &['&', '#']));
        }
    }
}

/// `text` with the characters of `reserved` percent-encoded, but for those inside of `{{variables}}`.
fn encoded<'t>(text: &'t str, reserved: &[char]) -> Cow<'t, str> {
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

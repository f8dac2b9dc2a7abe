use std::borrow::Cow;
use std::ops::Range;

use super::url_text::UrlText;
use crate::json::{Kind, Value};
use crate::postman::view::Url;

/// Protocol and host that a URL is sent to, with where they are written.
pub(crate) struct Address<'d> {
    /// The protocol, and where it stands.
    pub(crate) protocol: Option<(String, Written<'d>)>,
    /// The host, without its port.
    pub(crate) host: String,
    /// Where the host stands.
    pub(crate) host_at: Written<'d>,
}

/// A place in a string, or a whole value.
#[derive(Clone, Debug)]
pub(crate) struct Written<'d> {
    /// The value.
    pub(crate) at: Value<'d>,
    /// The bytes of its unescaped text; `None` for the whole.
    pub(crate) inside: Option<Range<usize>>,
}

impl Written<'_> {
    /// The bytes in the document.
    pub(crate) fn span(&self) -> Range<usize> {
        let inside = self.inside.clone();
        inside
            .and_then(|inside| self.at.span_of(inside))
            .unwrap_or_else(|| self.at.span())
    }
}

impl<'d> Address<'d> {
    /// Where `url` is sent to: by its parts, else by its text.
    pub(crate) fn of(url: &Url<'d>) -> Option<Self> {
        if !url.has_parts() {
            return Self::of_text(url.raw?);
        }
        let at = url.host?;
        if at.kind() == Kind::String {
            let mut address = Self::of_text(at)?;
            address.protocol = said_protocol(url).or(address.protocol);
            return Some(address);
        }
        let text = url.host_text()?;
        let parts = UrlText::new(&text);
        let whole = Written { at, inside: None };
        let inside = parts.protocol.and_then(|range| text.get(range));
        let inside = inside.map(|protocol| (protocol.to_owned(), whole.clone()));
        Some(Self {
            protocol: said_protocol(url).or(inside),
            host: text.get(parts.host)?.to_owned(),
            host_at: whole,
        })
    }

    /// Where the URL `at`, a text, is sent to.
    pub(crate) fn of_text(at: Value<'d>) -> Option<Self> {
        let text: Cow<'d, str> = at.as_str()?;
        let parts = UrlText::new(&text);
        let written = |range: Range<usize>| Written {
            at,
            inside: Some(range),
        };
        let protocol = parts.protocol.and_then(|range| {
            let protocol = text.get(range.clone())?.to_owned();
            Some((protocol, written(range)))
        });
        Some(Self {
            protocol,
            host: text.get(parts.host.clone())?.to_owned(),
            host_at: written(parts.host),
        })
    }
}

fn said_protocol<'d>(url: &Url<'d>) -> Option<(String, Written<'d>)> {
    let at = url.protocol?;
    let text = at.as_str()?;
    let text = text.trim_end_matches("://").trim_end_matches(':').trim();
    let written = Written { at, inside: None };
    (!text.is_empty()).then(|| (text.to_owned(), written))
}

/// Whether a host is one's own machine or network, where plain HTTP and home-made certificates are
/// usual.
pub(crate) fn is_local(host: &str) -> bool {
    let host = host.trim().trim_matches(['[', ']']).to_ascii_lowercase();
    if let Ok(address) = host.parse::<std::net::Ipv4Addr>() {
        return address.is_loopback()
            || address.is_private()
            || address.is_link_local()
            || address.is_unspecified();
    }
    let suffixes = [
        ".local",
        ".localhost",
        ".test",
        ".internal",
        ".lan",
        ".localdomain",
    ];
    // A name without a dot is resolved by the own network, a container's name above all.
    !host.contains('.') || suffixes.iter().any(|suffix| host.ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn own_machines_are_local() {
        for host in [
            "localhost",
            "127.0.0.1",
            "[::1]",
            "10.1.2.3",
            "api.local",
            "web",
        ] {
            assert!(is_local(host), "{host}");
        }
        for host in ["example.com", "8.8.8.8", "localhost.example.com"] {
            assert!(!is_local(host), "{host}");
        }
    }
}

//! Where a service is: scheme, host and perhaps a path.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ops::Range;

use thiserror::Error;

use crate::postman::effective::url::UrlText;

/// Scheme and host of a service, and the path that its resources are under.
///
/// ```
/// use sqlacc_postman::client::BaseUrl;
///
/// let base = BaseUrl::parse("https://sql.example.com:443/api/")?;
/// assert_eq!(base.authority(), "sql.example.com");
/// assert_eq!(base.target("/agent?offset=0"), "/api/agent?offset=0");
/// assert_eq!(base.to_string(), "https://sql.example.com:443/api");
/// # Ok::<(), sqlacc_postman::client::BaseUrlError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    given: String,
    is_secure: bool,
    name: String,
    port: u16,
    path: String,
}

/// Why a text is not a base URL.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum BaseUrlError {
    /// A user or a password, which does not belong in a URL.
    #[error(
        "the host contains a user or password; remove them, since everyone who gets the collection sees them"
    )]
    UserInfo,
    /// A host without `https://`.
    #[error("`{0}` has no scheme; write https://{0}")]
    NoScheme(String),
    /// Neither HTTP nor HTTPS.
    #[error("the scheme `{0}` is not supported; use https or http")]
    Scheme(String),
    /// A port outside the valid range.
    #[error("{}", port_message(.0))]
    Port(String),
    /// A host that cannot be looked up as it is written.
    #[error("{}", host_message(.0))]
    Host(String),
    /// Anything else.
    #[error(
        "`{0}` is not a URL; write scheme, host and optionally a port, such as https://api.sql.my"
    )]
    Other(String),
}

fn host_message(host: &str) -> String {
    match host {
        "" => "the URL has no host; write one, such as https://api.sql.my".to_owned(),
        host => format!(
            "`{host}` is not a host; write a name such as api.sql.my, in its ASCII form (xn--…) if it \
             has other letters, an IPv4 address with all four numbers, or an IPv6 address in brackets"
        ),
    }
}

fn port_message(port: &str) -> String {
    match port {
        "" => "the port after the colon is missing; write a number from 1 to 65535, or no colon"
            .to_owned(),
        port => format!("`{port}` is not a port; write a number from 1 to 65535"),
    }
}

impl BaseUrl {
    /// Reads `https://host`, with or without a port and a path.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn parse(given: &str) -> Result<Self, BaseUrlError> {
        let text = given.trim().trim_end_matches('/');
        let cut = UrlText::new(text);
        let text_of = |range: Range<usize>| text.get(range).unwrap_or_default();
        if cut.user_info.is_some() {
            return Err(BaseUrlError::UserInfo);
        }
        let path = text_of(cut.path);
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~[]:/".contains(c);
        if cut.query.is_some() || cut.hash.is_some() || !path.chars().all(is_plain) {
            return Err(BaseUrlError::Other(given.to_owned()));
        }
        let host_starts = cut.host.start;
        let (host, port) = (text_of(cut.host), cut.port.map(text_of));
        let Some(protocol) = cut.protocol.map(text_of) else {
            return Err(match Self::of("https", host, port) {
                Ok(_) => BaseUrlError::NoScheme(text.to_owned()),
                Err(_) => BaseUrlError::Other(given.to_owned()),
            });
        };
        if host_starts != protocol.len() + "://".len() {
            return Err(BaseUrlError::Other(given.to_owned()));
        }
        Ok(Self {
            given: text.to_owned(),
            path: path.to_owned(),
            ..Self::of(protocol, host, port)?
        })
    }

    /// The base of that protocol, host and port, without a path.
    ///
    /// # Errors
    /// When one of them is invalid.
    pub fn of(protocol: &str, host: &str, port: Option<&str>) -> Result<Self, BaseUrlError> {
        let is_secure = protocol.eq_ignore_ascii_case("https");
        if !is_secure && !protocol.eq_ignore_ascii_case("http") {
            return Err(BaseUrlError::Scheme(protocol.to_owned()));
        }
        if !is_host(host) {
            return Err(BaseUrlError::Host(host.to_owned()));
        }
        let number = match port {
            Some(text) => port_number(text).ok_or_else(|| BaseUrlError::Port(text.to_owned()))?,
            None => scheme_port(is_secure),
        };
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        Ok(Self {
            given: format!("{}://{host}{port}", protocol.to_ascii_lowercase()),
            is_secure,
            name: host.to_owned(),
            port: number,
            path: String::new(),
        })
    }

    /// Whether it is reached through TLS.
    pub fn is_secure(&self) -> bool {
        self.is_secure
    }

    /// The host's name or address; an IPv6 address without its brackets.
    pub fn name(&self) -> &str {
        self.name.trim_matches(['[', ']'])
    }

    /// The port; the scheme's default if none is given.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Host and port as the `Host` header has them: without the scheme's own port.
    pub fn authority(&self) -> String {
        if self.port == scheme_port(self.is_secure) {
            self.name.clone()
        } else {
            format!("{}:{}", self.name, self.port)
        }
    }

    /// Scheme and authority, without the path.
    pub fn origin(&self) -> String {
        let scheme = if self.is_secure { "https" } else { "http" };
        format!("{scheme}://{}", self.authority())
    }

    /// The target of a request for `path_and_query`, which starts with a slash.
    pub fn target(&self, path_and_query: &str) -> String {
        format!("{}{path_and_query}", self.path)
    }

    /// Whether it is this machine, which is reached without a network or a proxy.
    pub fn is_loopback(&self) -> bool {
        let address: Option<IpAddr> = self.name().parse().ok();
        self.name.eq_ignore_ascii_case("localhost")
            || address.is_some_and(|address| address.is_loopback())
    }
}

/// A name of letters, digits, hyphens, underscores and dots, or an address.
fn is_host(host: &str) -> bool {
    if let Some(inner) = host.strip_prefix('[') {
        let address = inner.strip_suffix(']').map(str::parse::<Ipv6Addr>);
        return address.is_some_and(|address| address.is_ok());
    }
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
    let last = host.trim_end_matches('.').rsplit('.').next();
    // Resolvers read `127.1` and `0x7f000001` as addresses, each in its own way.
    let is_number = last.is_some_and(|last| {
        last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x")
    });
    !host.trim_matches('.').is_empty()
        && host.chars().all(is_plain)
        && (!is_number || host.parse::<Ipv4Addr>().is_ok())
}

fn port_number(text: &str) -> Option<u16> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|port| is_number && *port > 0)
}

fn scheme_port(is_secure: bool) -> u16 {
    if is_secure { 443 } else { 80 }
}

/// The given text without a slash at the end.
impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.given)
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn hosts_are_read() {
        for (given, authority, port, loopback) in [
            ("https://api.sql.my", "api.sql.my", 443, false),
            ("HTTP://localhost:80/", "localhost", 80, true),
            ("http://[::1]:8443", "[::1]:8443", 8443, true),
            ("https://[::1]", "[::1]", 443, true),
            ("http://127.0.0.9:443/a", "127.0.0.9:443", 443, true),
        ] {
            let base = BaseUrl::parse(given).unwrap();
            let found = (base.authority(), base.port(), base.is_loopback());
            assert_eq!(found, (authority.to_owned(), port, loopback), "{given}");
        }
        for wrong in [
            "",
            "api.sql.my",
            "ftp://a",
            "https://",
            "https://a:b",
            "https://a:70000",
            "https://u:p@a",
            "https://a b",
            "https://a?b",
            "https://a/b#c",
            "https://::1",
        ] {
            assert!(BaseUrl::parse(wrong).is_err(), "{wrong}");
        }
    }
}

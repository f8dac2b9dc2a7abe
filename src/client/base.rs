//! Where a service is: scheme, host and perhaps a path.

use std::fmt;
use std::net::IpAddr;

use thiserror::Error;

/// Scheme and host of a service, and the path that its resources are under.
///
/// ```
/// use sqlacc_postman::client::Base;
///
/// let base = Base::parse("https://sql.example.com:443/api/")?;
/// assert_eq!(base.authority(), "sql.example.com");
/// assert_eq!(base.target("/agent?offset=0"), "/api/agent?offset=0");
/// assert_eq!(base.to_string(), "https://sql.example.com:443/api");
/// # Ok::<(), sqlacc_postman::client::BaseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    given: String,
    is_secure: bool,
    name: String,
    port: u16,
    path: String,
}

/// Why a text says no base.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum BaseError {
    /// A user or a password, which belongs into no URL.
    #[error(
        "the host has a user or a password in it; leave them out, everybody who gets the collection sees them"
    )]
    UserInfo,
    /// Anything else.
    #[error("`{0}` is no host; give scheme, host and perhaps a port, such as https://api.sql.my")]
    NoHost(String),
}

impl Base {
    /// Reads `https://host`, with or without a port and a path.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn parse(given: &str) -> Result<Self, BaseError> {
        if given.contains('@') {
            return Err(BaseError::UserInfo);
        }
        let text = given.trim_end_matches('/');
        Self::of_plain(text).ok_or_else(|| BaseError::NoHost(given.to_owned()))
    }

    fn of_plain(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let is_secure = scheme.eq_ignore_ascii_case("https");
        if !is_secure && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (name, port) = match authority.rsplit_once(':') {
            Some((name, port)) if !authority.ends_with(']') => (name, Some(port)),
            _ => (authority, None),
        };
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~[]:".contains(c);
        let is_host = !name.is_empty()
            && name.chars().all(is_plain)
            && (!name.contains(':') || name.starts_with('['))
            && path.chars().all(|c| is_plain(c) || c == '/');
        let port = match port {
            Some(port) => port.parse().ok()?,
            None => scheme_port(is_secure),
        };
        is_host.then(|| Self {
            given: text.to_owned(),
            is_secure,
            name: name.to_owned(),
            port,
            path: if path.is_empty() {
                String::new()
            } else {
                format!("/{path}")
            },
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

    /// The port, the scheme's own where none is said.
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

    /// Whether it is this machine itself, which no network and no proxy lies before.
    pub fn is_loopback(&self) -> bool {
        let address: Option<IpAddr> = self.name().parse().ok();
        self.name.eq_ignore_ascii_case("localhost")
            || address.is_some_and(|address| address.is_loopback())
    }
}

fn scheme_port(is_secure: bool) -> u16 {
    if is_secure { 443 } else { 80 }
}

/// As it was given, without a slash at the end.
impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.given)
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn hosts_are_read() {
        for (given, authority, port, loopback) in [
            ("https://api.sql.my", "api.sql.my", 443, false),
            ("HTTP://localhost:80/", "localhost", 80, true),
            ("http://[::1]:8443", "[::1]:8443", 8443, true),
            ("https://[::1]", "[::1]", 443, true),
            ("http://127.0.0.9:443/a", "127.0.0.9:443", 443, true),
        ] {
            let base = Base::parse(given).unwrap();
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
            assert!(Base::parse(wrong).is_err(), "{wrong}");
        }
    }
}

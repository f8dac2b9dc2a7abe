//! One exchange over HTTP.

use std::io;
use std::net::ToSocketAddrs;
use std::time::Duration;

use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Proxy, http};

use super::request_spec::WireRequest;
use super::{Answer, BaseUrl, Failure};

/// How to reach a service.
#[derive(Clone)]
pub struct Settings {
    /// How long to wait for the whole response.
    pub timeout: Duration,
    /// The URL of the proxy to go through. Nothing is read from the environment.
    pub proxy: Option<String>,
    /// Take any certificate.
    pub insecure: bool,
    /// The `User-Agent` of requests without one.
    pub user_agent: Option<String>,
}

/// Larger than any record or report, but small enough not to fill the memory.
const LARGEST_ANSWER: u64 = 512 * 1024 * 1024;

/// A way to one service, kept open from request to request.
pub struct Connection {
    agent: Agent,
    base: BaseUrl,
    user_agent: Option<String>,
    timeout: Duration,
    /// The proxy's host and port.
    proxy: Option<(String, u16)>,
}

impl Connection {
    /// Prepares the way to `base`; nothing is sent.
    ///
    /// # Errors
    /// [`Failure::Proxy`] when the proxy's URL cannot be read.
    pub fn new(base: BaseUrl, settings: &Settings) -> Result<Self, Failure> {
        let proxy = settings.proxy.as_deref().map(Proxy::new).transpose();
        let proxy = proxy.map_err(|_| Failure::Proxy {
            proxy: "of the environment".to_owned(),
            reason: "its URL is invalid; write http://proxy.example.com:8080".to_owned(),
        })?;
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .disable_verification(settings.insecure)
            .build();
        let at = proxy
            .as_ref()
            .map(|proxy| (proxy.host().to_owned(), proxy.port()));
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            // A signature holds for one host and path only: a redirect is an answer to be shown.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(settings.timeout))
            .tls_config(tls)
            .proxy(proxy)
            .build()
            .new_agent();
        Ok(Self {
            agent,
            base,
            user_agent: settings.user_agent.clone(),
            timeout: settings.timeout,
            proxy: at,
        })
    }

    /// The service that it reaches.
    pub fn base(&self) -> &BaseUrl {
        &self.base
    }

    pub(super) fn exchange(&self, wire: &WireRequest<'_>) -> Result<Answer, Failure> {
        // The library reads these two itself, as text, and blames the connection.
        let reads = |name: &str| {
            ["authorization", "host"]
                .iter()
                .any(|own| name.eq_ignore_ascii_case(own))
        };
        let unread = |(name, value): &&(String, String)| reads(name) && !value.is_ascii();
        if let Some((name, _)) = wire.headers.iter().find(unread) {
            return Err(Failure::NotAscii(name.clone()));
        }
        let mut request = http::Request::builder().method(wire.method).uri(format!(
            "{}{}",
            self.base.origin(),
            wire.target
        ));
        for (name, value) in &wire.headers {
            request = request.header(name.as_str(), latin1(value));
        }
        let brings_own = |(name, _): &(String, String)| name.eq_ignore_ascii_case("user-agent");
        let own = wire.headers.iter().any(brings_own);
        if let Some(user_agent) = self.user_agent.as_ref().filter(|_| !own) {
            request = request.header("User-Agent", user_agent);
        }
        let unsendable = |error: http::Error| Failure::Unsendable(error.to_string());
        let expects_body = ["POST", "PUT", "PATCH"].contains(&wire.method);
        let answer = if wire.body.is_empty() && !expects_body {
            self.agent.run(request.body(()).map_err(unsendable)?)
        } else {
            self.agent.run(request.body(wire.body).map_err(unsendable)?)
        };
        let (head, mut body) = answer.map_err(|error| self.failure(error))?.into_parts();
        let body = body.with_config().limit(LARGEST_ANSWER).read_to_vec();
        let headers = head.headers.iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.as_str().to_owned(), value)
        });
        Ok(Answer {
            status: head.status.as_u16(),
            headers: headers.collect(),
            body: body.map_err(|error| self.failure(error))?,
        })
    }

    fn failure(&self, error: ureq::Error) -> Failure {
        let place = match &self.proxy {
            Some((name, port)) => format!("the proxy {name}:{port}"),
            None => format!("{}:{}", self.base.name(), self.base.port()),
        };
        match error {
            ureq::Error::HostNotFound => self.unresolved(),
            ureq::Error::Timeout(_) => self.timed_out(place),
            ureq::Error::ConnectProxyFailed(reason) => Failure::Proxy {
                proxy: self
                    .proxy
                    .as_ref()
                    .map_or_else(String::new, |(name, _)| name.clone()),
                reason,
            },
            ureq::Error::Io(error) => self.broken(&error, place),
            ureq::Error::Rustls(error) => tls(place, error.to_string()),
            ureq::Error::Tls(reason) => tls(place, reason.to_owned()),
            ureq::Error::Http(_) | ureq::Error::BadUri(_) => Failure::Unsendable(error.to_string()),
            ureq::Error::ConnectionFailed => Failure::Broken {
                place,
                reason: error.to_string(),
            },
            // Too long, or not what HTTP is: another try would end alike.
            other => Failure::Unreadable {
                place,
                reason: other.to_string(),
            },
        }
    }

    fn broken(&self, error: &io::Error, place: String) -> Failure {
        match error.kind() {
            io::ErrorKind::ConnectionRefused => Failure::ConnectionRefused(place),
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => self.timed_out(place),
            // The library reports both a lack of TLS and a wrong certificate as this.
            io::ErrorKind::InvalidData if self.base.is_secure() => tls(place, error.to_string()),
            _ if !self.resolves() => self.unresolved(),
            io::ErrorKind::UnexpectedEof => Failure::Broken {
                place,
                reason: "it was closed before a response arrived".to_owned(),
            },
            _ => Failure::Broken {
                place,
                reason: error.to_string(),
            },
        }
    }

    /// Where the next hop is.
    fn next_hop(&self) -> (&str, u16) {
        match &self.proxy {
            Some((name, port)) => (name, *port),
            None => (self.base.name(), self.base.port()),
        }
    }

    /// Looks the name up again: the system's error for that has no kind of its own.
    fn resolves(&self) -> bool {
        self.next_hop()
            .to_socket_addrs()
            .is_ok_and(|mut found| found.next().is_some())
    }

    fn unresolved(&self) -> Failure {
        Failure::Resolution(self.next_hop().0.to_owned())
    }

    fn timed_out(&self, place: String) -> Failure {
        Failure::TimedOut {
            place,
            seconds: self.timeout.as_secs(),
        }
    }
}

/// The bytes of a header's value, one per character, as in HTTP; anything beyond Latin-1 stays
/// UTF-8.
fn latin1(value: &str) -> Vec<u8> {
    let bytes = value.chars().map(|c| u8::try_from(u32::from(c)));
    let bytes: Result<Vec<u8>, _> = bytes.collect();
    bytes.unwrap_or_else(|_| value.as_bytes().to_vec())
}

fn tls(place: String, reason: String) -> Failure {
    // What the library says of an answer that is plain HTTP.
    let reason = if reason.contains("InvalidContentType") {
        "it answers without TLS; check the port, or write http:// instead of https://".to_owned()
    } else {
        reason
    };
    Failure::Tls { place, reason }
}

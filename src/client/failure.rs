//! Why there is no response.

use thiserror::Error;

use crate::sigv4::SignError;

/// Why a request got no response, by the step at which it failed. None contains a secret.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Failure {
    /// The request cannot be signed.
    #[error(transparent)]
    Signing(#[from] SignError),
    /// The request cannot be put on the wire.
    #[error("the request cannot be sent: {0}")]
    Unsendable(String),
    /// A header that the HTTP library only sends in ASCII has another character.
    #[error(
        "the header `{0}` has a character that is not ASCII, which this client cannot send; encode or remove it"
    )]
    NotAscii(String),
    /// The name has no address.
    #[error(
        "the name `{0}` cannot be resolved; check its spelling, the network and the DNS server"
    )]
    Resolution(String),
    /// The connection is refused.
    #[error("{0} refuses connections; check host and port, and that the service is running")]
    ConnectionRefused(String),
    /// No response in time.
    #[error(
        "{place} did not answer within {seconds} s; a firewall may block it, or the service is busy (--timeout waits longer)"
    )]
    TimedOut {
        /// Where it was sent.
        place: String,
        /// The time limit.
        seconds: u64,
    },
    /// TLS failed, or the system does not trust the certificate.
    #[error("cannot establish a secure connection to {place}: {reason}")]
    Tls {
        /// Where it was sent.
        place: String,
        /// What the TLS library says.
        reason: String,
    },
    /// The proxy refuses it.
    #[error("the proxy {proxy} did not connect: {reason}")]
    Proxy {
        /// Which proxy, without its password.
        proxy: String,
        /// The value given.
        reason: String,
    },
    /// The response is too long, or is not HTTP.
    #[error("cannot read the response of {place}: {reason}")]
    Unreadable {
        /// Where it came from.
        place: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The connection broke.
    #[error("the connection to {place} broke: {reason}")]
    Broken {
        /// Where it was sent.
        place: String,
        /// What the system says.
        reason: String,
    },
}

impl Failure {
    /// The step at which it failed, in a word or two.
    pub fn step(&self) -> &'static str {
        match self {
            Self::Signing(_) => "signing",
            Self::Unsendable(_) | Self::NotAscii(_) => "sending",
            Self::Resolution(_) => "name resolution",
            Self::ConnectionRefused(_) => "connecting",
            Self::TimedOut { .. } => "waiting",
            Self::Tls { .. } => "TLS",
            Self::Proxy { .. } => "proxy",
            Self::Unreadable { .. } => "reading",
            Self::Broken { .. } => "connection",
        }
    }

    /// Whether another try may succeed.
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::ConnectionRefused(_) | Self::TimedOut { .. } | Self::Broken { .. }
        )
    }
}

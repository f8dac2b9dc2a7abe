//! Why no answer came.

use thiserror::Error;

use crate::sigv4::SignError;

/// Why a request got no answer, by the step at which it failed. None has a secret in it.
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
    /// Nobody listens.
    #[error("{0} refuses connections; check host and port, and that the service is running")]
    ConnectionRefused(String),
    /// No answer in time.
    #[error(
        "{place} did not answer within {seconds} s; a firewall may block it, or the service is busy (--timeout waits longer)"
    )]
    TimedOut {
        /// Whom it was sent to.
        place: String,
        /// How long was waited.
        seconds: u64,
    },
    /// No TLS, or a certificate that the system does not trust.
    #[error("cannot establish a secure connection to {place}: {reason}")]
    Tls {
        /// Whom it was sent to.
        place: String,
        /// What the TLS library says.
        reason: String,
    },
    /// The proxy does not let it through.
    #[error("the proxy {proxy} did not connect: {reason}")]
    Proxy {
        /// Which proxy, without its password.
        proxy: String,
        /// What it says.
        reason: String,
    },
    /// The connection broke.
    #[error("the connection to {place} broke: {reason}")]
    Broken {
        /// Whom it was sent to.
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
            Self::Broken { .. } => "connection",
        }
    }

    /// Whether the next try may go better.
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::ConnectionRefused(_) | Self::TimedOut { .. } | Self::Broken { .. }
        )
    }
}

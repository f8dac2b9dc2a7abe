//! A request before it is signed, and how it is signed.

use crate::sigv4::{
    Credentials, Request, SignError, SignatureLocation, Signing, Timestamp, sign_as_given,
};

use super::BaseUrl;

/// What to send, independent of the base.
///
/// It has no `Debug`, because a header may contain a password.
#[derive(Clone, Default)]
pub struct RequestSpec {
    /// The method.
    pub method: String,
    /// Path and query below the base, starting with a slash, percent-encoded.
    pub target: String,
    /// Headers besides those that the client and the signature add. A `Host` replaces the
    /// base's.
    pub headers: Vec<(String, String)>,
    /// Headers that are not signed.
    pub unsigned_headers: Vec<(String, String)>,
    /// The body; empty for none.
    pub body: Vec<u8>,
}

impl RequestSpec {
    /// Whether it changes nothing, so that it can be sent again without harm.
    pub fn is_read(&self) -> bool {
        ["GET", "HEAD", "OPTIONS"].contains(&self.method.as_str())
    }

    /// Whether one of its headers has that name.
    pub fn has_header(&self, name: &str) -> bool {
        let mut headers = self.headers.iter().chain(&self.unsigned_headers);
        headers.any(|(other, _)| other.eq_ignore_ascii_case(name))
    }
}

/// The keys and the scope that requests are signed with.
#[derive(Clone, Debug)]
pub struct Signer {
    /// The keys.
    pub credentials: Credentials,
    /// The region of the scope.
    pub region: String,
    /// The service of the scope.
    pub service: String,
    /// Where the signature goes.
    pub location: SignatureLocation,
}

/// A request as it goes on the wire: target, and all headers but those of the connection.
///
/// It has no `Debug`, because a header may contain a password.
pub struct WireRequest<'c> {
    /// The method.
    pub method: &'c str,
    /// Path and query.
    pub target: String,
    /// The headers, `Host` and the signature's among them.
    pub headers: Vec<(String, String)>,
    /// The body; empty for none.
    pub body: &'c [u8],
}

impl<'c> WireRequest<'c> {
    /// `spec` to `base`, signed at `now` if there is a signer.
    ///
    /// # Errors
    /// When it cannot be signed.
    pub fn of(
        spec: &'c RequestSpec,
        base: &BaseUrl,
        signer: Option<&Signer>,
        now: Timestamp,
    ) -> Result<Self, SignError> {
        let mut headers = Vec::new();
        if !spec.has_header("Host") {
            headers.push(("Host".to_owned(), base.authority()));
        }
        headers.extend(spec.headers.iter().cloned());
        let mut wire = Self {
            method: &spec.method,
            target: base.target(&spec.target),
            headers,
            body: &spec.body,
        };
        if let Some(with) = signer {
            let signing = Signing {
                credentials: &with.credentials,
                region: &with.region,
                service: &with.service,
                time: now,
                location: with.location,
            };
            let result = wire.with(|request| sign_as_given(request, &signing))?;
            (wire.target, wire.headers) = (result.target, result.headers);
        }
        wire.headers.extend(spec.unsigned_headers.iter().cloned());
        Ok(wire)
    }

    /// Runs `look` on the request as a verifier sees it.
    pub(super) fn with<T>(&self, look: impl FnOnce(&Request<'_>) -> T) -> T {
        let headers = self.headers.iter();
        let headers: Vec<(&str, &str)> = headers
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        look(&Request {
            method: self.method,
            target: &self.target,
            headers: &headers,
            body: self.body,
        })
    }
}

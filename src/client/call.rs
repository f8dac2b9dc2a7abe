//! A request before it is signed, and how it is signed.

use crate::sigv4::{Credentials, Place, Request, SignError, Signing, Timestamp, sendable, sign};

use super::Base;

/// What to send, to whatever base.
///
/// It has no `Debug`, because a header may hold a password.
#[derive(Clone, Default)]
pub struct Call {
    /// The method.
    pub method: String,
    /// Path and query below the base, starting with a slash. What stands in a segment, a key or a
    /// value is percent-encoded where it would be read as more than text.
    pub target: String,
    /// Headers beside those that the client and the signature bring.
    pub headers: Vec<(String, String)>,
    /// The body; empty for none.
    pub body: Vec<u8>,
}

impl Call {
    /// Whether it changes nothing, so that it can be sent again without harm.
    pub fn is_read(&self) -> bool {
        ["GET", "HEAD", "OPTIONS"].contains(&self.method.as_str())
    }

    /// Whether one of its headers has that name.
    pub fn has_header(&self, name: &str) -> bool {
        self.headers
            .iter()
            .any(|(other, _)| other.eq_ignore_ascii_case(name))
    }
}

/// With which keys, and for what, requests are signed.
#[derive(Clone, Debug)]
pub struct Signer {
    /// The keys.
    pub credentials: Credentials,
    /// The region of the scope.
    pub region: String,
    /// The service of the scope.
    pub service: String,
    /// Where the signature goes.
    pub place: Place,
}

/// A request as it goes on the wire: target, and all headers but those of the connection.
pub(super) struct Wire<'c> {
    pub(super) method: &'c str,
    pub(super) target: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: &'c [u8],
}

impl<'c> Wire<'c> {
    /// `call` to `base`, signed now when there is a signer.
    pub(super) fn of(
        call: &'c Call,
        base: &Base,
        signer: Option<&Signer>,
        now: Timestamp,
    ) -> Result<Self, SignError> {
        let host = base.authority();
        let target = base.target(&call.target);
        let mut headers: Vec<(&str, &str)> = vec![("Host", &host)];
        let given = call.headers.iter();
        headers.extend(given.map(|(name, value)| (name.as_str(), value.as_str())));
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let (target, headers) = if let Some(with) = signer {
            let request = Request {
                method: &call.method,
                target: &target,
                headers: &headers,
                body: &call.body,
            };
            let signing = Signing {
                credentials: &with.credentials,
                region: &with.region,
                service: &with.service,
                time: now,
                place: with.place,
            };
            let wire = sign(&request, &signing)?;
            (wire.target, wire.headers)
        } else {
            (sendable(&target), headers.iter().map(owned).collect())
        };
        Ok(Self {
            method: &call.method,
            target,
            headers,
            body: &call.body,
        })
    }

    /// Runs `look` on the request as a verifier would see it.
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

//! Step 4: the signature.

use std::fmt;

use subtle::ConstantTimeEq;

use super::canonical_request::CanonicalRequest;
use super::credential_scope::CredentialScope;
use super::signing_key::SigningKey;
use super::string_to_sign::string_to_sign;
use super::timestamp::Timestamp;

/// The result of each step of the specification.
///
/// The canonical request contains the session token, if there is one; `Debug` leaves it out.
#[derive(Clone, PartialEq, Eq)]
pub struct Stages {
    /// The canonical request.
    pub canonical_request: String,
    /// The string to sign.
    pub string_to_sign: String,
    /// The signature, 64 hex digits.
    pub signature: String,
}

impl fmt::Debug for Stages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stages")
            .field("signature", &self.signature)
            .finish_non_exhaustive()
    }
}

impl Stages {
    pub(super) fn of(
        request: &CanonicalRequest,
        time: Timestamp,
        scope: &CredentialScope,
        secret: &str,
    ) -> Self {
        Self::by(&SigningKey::of(secret, time, scope), request, time, scope)
    }

    /// The same with a key that is already derived.
    pub(super) fn by(
        key: &SigningKey,
        request: &CanonicalRequest,
        time: Timestamp,
        scope: &CredentialScope,
    ) -> Self {
        let canonical_request = request.text();
        let string_to_sign =
            string_to_sign(&time.to_string(), &scope.to_string(), &canonical_request);
        let signature = key.sign(&string_to_sign);
        Self {
            canonical_request,
            string_to_sign,
            signature,
        }
    }

    /// Whether `signature` is this one, in constant time, which does not show how much of it is right.
    pub(super) fn matches(&self, signature: &str) -> bool {
        self.signature.as_bytes().ct_eq(signature.as_bytes()).into()
    }
}

//! Step 3: the signing key, derived from the secret for one day, region and service.

use aws_sigv4::sign::v4::generate_signing_key;
use zeroize::Zeroizing;

use super::credential_scope::Scope;
use super::timestamp::Timestamp;

/// The key; wiped from memory when it is done with.
#[derive(Clone)]
pub(super) struct SigningKey(Zeroizing<Vec<u8>>);

impl SigningKey {
    /// The key for `scope`. Its day decides, so that a scope of another day than the `time` can be
    /// looked into.
    pub(super) fn of(secret: &str, time: Timestamp, scope: &Scope) -> Self {
        let day = Timestamp::of_day(&scope.date).unwrap_or(time);
        let key = generate_signing_key(secret, day.system_time(), &scope.region, &scope.service);
        Self(Zeroizing::new(key.as_ref().to_vec()))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

//! Step 3: the signing key, derived from the secret for one day, region and service.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::credential_scope::{CredentialScope, TERMINATOR};
use super::encoding::hex;
use super::timestamp::Timestamp;

/// The bytes that SHA-256 takes at a time, to which HMAC fills up its key.
const BLOCK: usize = 64;

/// The key; wiped from memory when it is dropped.
#[derive(Clone)]
pub(super) struct SigningKey(Zeroizing<Vec<u8>>);

impl SigningKey {
    /// The key for `scope`. The day is that of the scope, so that a scope with another day than `time` can be
    /// examined.
    pub(super) fn of(secret: &str, time: Timestamp, scope: &CredentialScope) -> Self {
        let day = Timestamp::of_day(&scope.date).unwrap_or(time).date();
        let start = Zeroizing::new(format!("AWS4{secret}").into_bytes());
        Self::derived(start, [&*day, &scope.region, &scope.service, TERMINATOR])
    }

    /// The key that starts with `start` and is authenticated with each of `parts`.
    pub(super) fn derived<'a>(
        start: Zeroizing<Vec<u8>>,
        parts: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let step = |key: Zeroizing<Vec<u8>>, part| Zeroizing::new(authenticate(&key, part));
        Self(parts.into_iter().fold(start, step))
    }

    /// The same key written as hex digits.
    pub(super) fn as_hex(&self) -> Self {
        Self(Zeroizing::new(hex(&self.0).into_bytes()))
    }

    /// A step of the key with message and key exchanged.
    pub(super) fn swapped(key: &str, message: &[u8]) -> Self {
        Self(Zeroizing::new(authenticate(key.as_bytes(), message)))
    }

    /// The bytes of the key.
    pub(super) fn bytes(&self) -> Zeroizing<Vec<u8>> {
        self.0.clone()
    }

    /// The lower-case hex digits of the signature of `string_to_sign`.
    pub(super) fn sign(&self, string_to_sign: &str) -> String {
        hex(&authenticate(&self.0, string_to_sign))
    }
}

/// HMAC-SHA-256 of `text`.
fn authenticate(key: &[u8], text: impl AsRef<[u8]>) -> Vec<u8> {
    let mut block = Zeroizing::new([0_u8; BLOCK]);
    if key.len() <= BLOCK {
        block[..key.len()].copy_from_slice(key);
    } else {
        // HMAC hashes a longer key first.
        let hash = Sha256::digest(key);
        block[..hash.len()].copy_from_slice(&hash);
    }
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    mac.update(text.as_ref());
    mac.finalize().into_bytes().to_vec()
}

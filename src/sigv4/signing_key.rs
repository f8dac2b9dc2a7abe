//! Step 3: the signing key, derived from the secret for one day, region and service.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::credential_scope::CredentialScope;
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
        let mut key = Zeroizing::new(format!("AWS4{secret}").into_bytes());
        for part in [&*day, &scope.region, &scope.service, "aws4_request"] {
            key = Zeroizing::new(authenticate(&key, part));
        }
        Self(key)
    }

    /// The lower-case hex digits of the signature of `string_to_sign`.
    pub(super) fn sign(&self, string_to_sign: &str) -> String {
        hex(&authenticate(&self.0, string_to_sign))
    }
}

/// HMAC-SHA-256 of `text`.
fn authenticate(key: &[u8], text: &str) -> Vec<u8> {
    let mut block = Zeroizing::new([0_u8; BLOCK]);
    if key.len() <= BLOCK {
        block[..key.len()].copy_from_slice(key);
    } else {
        // HMAC hashes a longer key first.
        let hash = Sha256::digest(key);
        block[..hash.len()].copy_from_slice(&hash);
    }
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

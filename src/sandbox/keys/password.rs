//! Passwords, hashed with Argon2id.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

use super::KeyError;
use crate::sandbox::clock_and_rng::ClockAndRng;

/// A hash that no password has, so that checking a missing user takes as long.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The hash of `password`, with a new salt, as a PHC string.
pub(super) fn hash(password: &str, system: &ClockAndRng) -> Result<String, KeyError> {
    if password.is_empty() || password.len() > 200 {
        return Err(KeyError::Password);
    }
    let salt = system.bytes::<16>()?;
    let hash: Result<PasswordHash, _> =
        Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
    let hash = hash.map_err(|error| KeyError::Hash(error.to_string()))?;
    Ok(hash.to_string())
}

/// Whether `password` matches `hash`; without a hash it does not, after the same time.
pub(super) fn matches(password: &str, hash: Option<&str>) -> bool {
    let verified = Argon2::default().verify_password(password.as_bytes(), hash.unwrap_or(NOBODY));
    verified.is_ok() && hash.is_some()
}

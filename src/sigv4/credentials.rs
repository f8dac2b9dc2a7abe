//! The two keys.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use secrecy::{ExposeSecret, SecretString};

use super::credential_scope::CredentialScope;
use super::signing_key::SigningKey;
use super::timestamp::Timestamp;

/// An access key, its secret, and perhaps the token of a session.
///
/// `Debug` shows the access key only, and what is secret is wiped from memory when it is dropped.
/// The one copy that is out of reach is the buffer that `aws-sigv4` makes while it derives the
/// signing key.
#[derive(Clone)]
pub struct Credentials {
    access_key: String,
    secret_key: SecretString,
    session_token: Option<SecretString>,
    /// The key that was derived last; most requests of a day are for one scope. Copies share it.
    derived: Arc<Mutex<Option<(CredentialScope, SigningKey)>>>,
}

impl Credentials {
    /// The pair of keys as the program showed it.
    pub fn new(access_key: impl Into<String>, secret_key: impl Into<String>) -> Self {
        Self {
            access_key: access_key.into(),
            secret_key: SecretString::from(secret_key.into()),
            session_token: None,
            derived: Arc::default(),
        }
    }

    /// The same keys with the token of a session; an empty one is none, as in Postman.
    #[must_use]
    pub fn with_session_token(mut self, token: impl Into<String>) -> Self {
        let token = SecretString::from(token.into());
        self.session_token = (!token.expose_secret().is_empty()).then_some(token);
        self
    }

    /// The key that names the user; no secret.
    pub fn access_key(&self) -> &str {
        &self.access_key
    }

    /// Whether the secret is that many hex digits, which is all that is said of it.
    pub fn secret_is_hex(&self, digits: usize) -> bool {
        let secret = self.secret();
        secret.len() == digits && secret.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    pub(super) fn secret(&self) -> &str {
        self.secret_key.expose_secret()
    }

    /// The signing key for `scope`, whose day is that of `time`.
    pub(super) fn signing_key(&self, time: Timestamp, scope: &CredentialScope) -> SigningKey {
        let mut derived = self.derived.lock().unwrap_or_else(PoisonError::into_inner);
        match &*derived {
            Some((known, key)) if known == scope => key.clone(),
            _ => {
                let key = SigningKey::of(self.secret(), time, scope);
                *derived = Some((scope.clone(), key.clone()));
                key
            }
        }
    }

    pub(super) fn session_token(&self) -> Option<&str> {
        self.session_token.as_ref().map(ExposeSecret::expose_secret)
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key", &self.access_key)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_that_was_derived_last_is_for_its_own_scope_only() {
        let time = Timestamp::from_seconds(1_768_465_800);
        let scope = |date: &str, region: &str| CredentialScope {
            date: date.to_owned(),
            region: region.to_owned(),
            service: "sqlaccount".to_owned(),
        };
        let credentials = Credentials::new("key", "secret");
        for (date, region) in [
            ("20260115", "ap-southeast-5"),
            ("20260115", "ap-southeast-5"),
            ("20260115", "eu-west-1"),
            ("20260116", "eu-west-1"),
        ] {
            let scope = scope(date, region);
            let expected = SigningKey::of("secret", time, &scope);
            let key = credentials.clone().signing_key(time, &scope);
            assert_eq!(key.sign("a"), expected.sign("a"), "{scope}");
        }
    }
}

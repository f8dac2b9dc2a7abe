//! The form of the two keys.

use zeroize::Zeroizing;

use super::UserCode;
use crate::sandbox::clock_and_rng::{ClockAndRng, NoRandomness};

/// What separates the 32 hex digits from the user, as the program's key dialog shows it.
const DOMAIN: &str = ".sql.my/";

/// A pair of keys, which is shown once. It has no `Debug`; the secret is wiped from memory when it is
/// dropped.
pub struct KeyPair {
    /// `<32 hex digits>.sql.my/USER`.
    pub access_key: String,
    /// 64 hex digits.
    pub secret_key: Zeroizing<String>,
}

impl KeyPair {
    pub(super) fn new(user: &UserCode, system: &ClockAndRng) -> Result<Self, NoRandomness> {
        let name = hex(&system.bytes::<16>()?);
        let secret = Zeroizing::new(system.bytes::<32>()?);
        Ok(Self {
            access_key: format!("{name}{DOMAIN}{user}"),
            secret_key: Zeroizing::new(hex(&*secret)),
        })
    }
}

/// An access key without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessKey {
    /// The key.
    pub access_key: String,
    /// Its user.
    pub user: String,
    /// When it was generated, in seconds since the start of 1970.
    pub generated: i64,
    /// When it was revoked, likewise; `None` while it is live.
    pub revoked: Option<i64>,
}

/// Lower-case hex digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

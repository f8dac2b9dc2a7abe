//! Step 2: the string to sign.

use super::canonical_request::sha256_hex;

/// The only algorithm.
pub(super) const ALGORITHM: &str = "AWS4-HMAC-SHA256";

pub(super) fn string_to_sign(time: &str, scope: &str, canonical_request: &str) -> String {
    let hash = sha256_hex(canonical_request.as_bytes());
    format!("{ALGORITHM}\n{time}\n{scope}\n{hash}")
}

//! Step 3: the signing key, derived from the secret for one day, region and service.

use aws_sigv4::sign::v4::generate_signing_key;
use zeroize::Zeroizing;

use super::timestamp::Timestamp;

pub(super) fn signing_key(
    secret: &str,
    day: Timestamp,
    region: &str,
    service: &str,
) -> Zeroizing<Vec<u8>> {
    let key = generate_signing_key(secret, day.system_time(), region, service);
    Zeroizing::new(key.as_ref().to_vec())
}

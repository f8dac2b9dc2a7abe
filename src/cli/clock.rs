//! The time, from the clock or as given.

use std::time::SystemTime;

use crate::sigv4::Timestamp;

/// Reads `--at`.
pub(super) fn timestamp(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse(text).ok_or_else(|| "it is a time in UTC such as 20260115T083000Z".to_owned())
}

/// The time given, or now.
pub(super) fn at(given: Option<Timestamp>) -> Timestamp {
    given.unwrap_or_else(|| SystemTime::now().into())
}

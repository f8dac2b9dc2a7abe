//! The time, from the clock or as given.

use std::time::SystemTime;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::sigv4::Timestamp;

/// Reads `--at`.
pub(super) fn timestamp(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse(text).ok_or_else(|| "it is a time in UTC such as 20260115T083000Z".to_owned())
}

/// The time given, or now.
pub(super) fn at(given: Option<Timestamp>) -> Timestamp {
    given.unwrap_or_else(|| SystemTime::now().into())
}

/// Whether `day`, written YYYY-MM-DD, is over in UTC; `None` when it is no day.
pub(super) fn is_over(day: &str) -> Option<bool> {
    let day: Date = day.parse().ok()?;
    let now = jiff::Timestamp::now().to_zoned_datetime(TimeZone::UTC);
    Some(day < now.date())
}

//! The time, from the clock or as given.

use std::thread;
use std::time::{Duration, SystemTime};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::output::eprint;
use crate::client::Clock;
use crate::sigv4::Timestamp;

/// The system clock.
pub(super) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        SystemTime::now().into()
    }

    fn wait(&self, pause: Duration, why: &str) {
        eprint(&format!("{why}; retrying in {:.1} s", pause.as_secs_f32()));
        thread::sleep(pause);
    }
}

/// Reads `--at`.
pub(super) fn timestamp(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse(text).ok_or_else(|| "write a time in UTC such as 20260115T083000Z".to_owned())
}

/// The time given, or now.
pub(super) fn at(given: Option<Timestamp>) -> Timestamp {
    given.unwrap_or_else(|| SystemTime::now().into())
}

/// Whether `day`, written YYYY-MM-DD, is over in UTC; `None` if it is not a date.
pub(super) fn is_over(day: &str) -> Option<bool> {
    let day: Date = day.parse().ok()?;
    let now = jiff::Timestamp::now().to_zoned_datetime(TimeZone::UTC);
    Some(day < now.date())
}

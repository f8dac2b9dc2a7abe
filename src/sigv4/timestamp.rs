//! Points in time as `x-amz-date` writes them.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::civil::Date;

const EPOCH: Date = Date::constant(1970, 1, 1);
/// The last second of the year 9999; the basic form has no room for later ones.
const LAST: u64 = 253_402_300_799;

/// A second in UTC, from 1970 to 9999.
///
/// ```
/// use sqlacc_postman::sigv4::Timestamp;
///
/// let time = Timestamp::parse("20260115T083000Z").unwrap();
/// assert_eq!(time.seconds(), 1_768_465_800);
/// assert_eq!(time.to_string(), "20260115T083000Z");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(u64);

impl Timestamp {
    /// The second `seconds` after the start of 1970, or the last of 9999 when it is later.
    pub fn from_seconds(seconds: u64) -> Self {
        Self(seconds.min(LAST))
    }

    /// Reads the basic form, `20260115T083000Z`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let time = time.strip_suffix('Z')?;
        let hour: u64 = digits(time.get(0..2)?)?;
        let (minute, second): (u64, u64) = (digits(time.get(2..4)?)?, digits(time.get(4..)?)?);
        let fits = time.len() == 6 && hour < 24 && minute < 60 && second < 60;
        let day = Self::of_day(date).filter(|_| fits)?;
        Some(Self(day.0 + hour * 3600 + minute * 60 + second))
    }

    /// The start of the day `20260115`.
    pub(super) fn of_day(text: &str) -> Option<Self> {
        let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
        let date = Date::new(digits(year)?, digits(month)?, digits(day)?).ok()?;
        let seconds = date.duration_since(EPOCH).as_secs();
        let day = u64::try_from(seconds).ok().map(Self);
        day.filter(|_| text.len() == 8)
    }

    /// Seconds since the start of 1970.
    pub fn seconds(self) -> u64 {
        self.0
    }

    /// The day, as the credential scope writes it: `20260115`.
    pub fn date(self) -> String {
        let mut text = self.to_string();
        text.truncate(8);
        text
    }

    /// This time `seconds` later, or earlier when negative.
    #[must_use]
    pub fn shifted(self, seconds: i64) -> Self {
        Self::from_seconds(self.0.saturating_add_signed(seconds))
    }
}

/// The number that `text` is, if it consists of digits only.
fn digits<N: FromStr>(text: &str) -> Option<N> {
    let only = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| only)
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self::from_seconds(
            time.duration_since(UNIX_EPOCH)
                .map_or(0, |since| since.as_secs()),
        )
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = i64::try_from(self.0 / 86_400).unwrap_or(0);
        let second = self.0 % 86_400;
        let date = EPOCH.saturating_add(jiff::Span::new().days(days));
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(
            f,
            "{:04}{:02}{:02}T{hour:02}{minute:02}{second:02}Z",
            date.year(),
            date.month(),
            date.day(),
        )
    }
}

//! Points in time as `x-amz-date` writes them.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The last second of the year 9999, after which the basic form has no room.
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
        let bytes = text.as_bytes();
        let digits = |from: usize, to: usize| -> Option<i64> {
            let part = bytes.get(from..to)?;
            let number = std::str::from_utf8(part).ok()?;
            part.iter()
                .all(u8::is_ascii_digit)
                .then(|| number.parse().ok())?
        };
        let fixed =
            bytes.len() == 16 && bytes.get(8) == Some(&b'T') && bytes.get(15) == Some(&b'Z');
        let (hour, minute, second) = (digits(9, 11)?, digits(11, 13)?, digits(13, 15)?);
        if !fixed || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let year = i16::try_from(digits(0, 4)?).ok()?;
        let (month, day) = (
            i8::try_from(digits(4, 6)?).ok()?,
            i8::try_from(digits(6, 8)?).ok()?,
        );
        let date = jiff::civil::Date::new(year, month, day).ok()?;
        let days = date
            .duration_since(jiff::civil::Date::constant(1970, 1, 1))
            .as_secs();
        let seconds = u64::try_from(days + hour * 3600 + minute * 60 + second).ok()?;
        Some(Self(seconds))
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

    pub(super) fn system_time(self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.0)
    }
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
        let date =
            jiff::civil::Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(days));
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

//! The two years before those of the examples.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// How many months of documents there are.
pub(super) const MONTHS: u32 = 24;

/// The last day of the last month.
pub(super) const LAST_DAY: Date = date(2025, 12, 31);

/// The given day of a month, counted from January 2024 as 0. No month has fewer than 28 days.
pub(super) fn day(month: u32, day: i8) -> Date {
    let year = i16::try_from(month / 12).unwrap_or_default();
    let month = i8::try_from(month % 12).unwrap_or_default();
    date(2024 + year, 1 + month, day.clamp(1, 28))
}

/// The day so many days after `from`.
pub(super) fn after(from: Date, days: usize) -> Date {
    let days = i64::try_from(days).unwrap_or_default();
    from.saturating_add(days.days())
}

/// Unix seconds of half past nine in the morning of `date`, in Malaysia, and a little.
pub(super) fn seconds(date: Date) -> i64 {
    let days = date.since(jiff::civil::date(1970, 1, 1));
    days.map_or(0, |span| i64::from(span.get_days())) * 86_400 + 5_424
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_each_other_up_to_the_last_day() {
        assert_eq!(day(0, 5), date(2024, 1, 5));
        assert_eq!(day(MONTHS - 1, 28), date(2025, 12, 28));
        assert_eq!(after(date(2024, 2, 28), 2), date(2024, 3, 1));
    }

    #[test]
    fn seconds_are_those_of_the_examples() {
        assert_eq!(seconds(date(2026, 1, 14)), 1_768_354_224);
    }
}

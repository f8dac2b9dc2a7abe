//! Values for Postman's dynamic variables, like those that Postman makes up.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::time::SystemTime;

use jiff::{Span, Timestamp};
use uuid::Builder;

/// The values of the other variables: one line per name, `|` between values. A `#` is a digit,
/// and a value may contain other variables. It has no real name or address; domains are those that
/// are reserved for examples.
const WORDS: &str = include_str!("words.txt");

/// Makes up values from the time and the random numbers that it is given.
///
/// ```
/// use std::time::UNIX_EPOCH;
/// use sqlacc_postman::client::collection::DynamicVariables;
///
/// let made_up = DynamicVariables { now: UNIX_EPOCH, random: &|| 7 };
/// assert_eq!(made_up.value("$isoTimestamp").as_deref(), Some("1970-01-01T00:00:00.000Z"));
/// assert_eq!(made_up.value("$randomInt").as_deref(), Some("7"));
/// assert_eq!(made_up.value("$nothing"), None);
/// ```
pub struct DynamicVariables<'r> {
    /// Now.
    pub now: SystemTime,
    /// The next random number.
    pub random: &'r dyn Fn() -> u64,
}

const MINUTES_OF_A_DAY: u64 = 24 * 60;
const MINUTES_OF_A_YEAR: u64 = 365 * MINUTES_OF_A_DAY;

impl DynamicVariables<'_> {
    /// A value for `name`, which includes the dollar sign; it may contain other dynamic variables. `None`
    /// when Postman has no such variable.
    pub fn value(&self, name: &str) -> Option<String> {
        let value = match name.strip_prefix('$')? {
            "guid" | "randomUUID" => {
                let bytes = self.wide().to_be_bytes();
                Builder::from_random_bytes(bytes).into_uuid().to_string()
            }
            "timestamp" => self.time()?.as_second().to_string(),
            "isoTimestamp" => format!("{:.3}", self.time()?),
            "randomInt" => self.below(1001).to_string(),
            "randomPrice" => format!("{}.{:02}", self.below(1000), self.below(100)),
            "randomLatitude" => self.degrees(90),
            "randomLongitude" => self.degrees(180),
            "randomDateFuture" => self.date(1, MINUTES_OF_A_YEAR)?,
            "randomDatePast" => self.date(-1, MINUTES_OF_A_YEAR)?,
            "randomDateRecent" => self.date(-1, MINUTES_OF_A_DAY)?,
            "randomHexColor" => format!("#{:06x}", self.below(1 << 24)),
            "randomIP" => Ipv4Addr::from_bits(u32::try_from(self.below(1 << 32)).ok()?).to_string(),
            "randomIPV6" => Ipv6Addr::from_bits(self.wide()).to_string(),
            "randomMACAddress" => {
                let bytes = (0..6).map(|_| format!("{:02x}", self.below(256)));
                bytes.collect::<Vec<_>>().join(":")
            }
            "randomAlphaNumeric" => self.letters(1),
            "randomPassword" => self.letters(15),
            "randomBitcoin" => format!("3{}", self.letters(33)),
            "randomLoremLines" => ["{{$randomLoremSentence}}"; 3].join("\n"),
            "randomLoremParagraphs" => ["{{$randomLoremParagraph}}"; 3].join("\n"),
            other => {
                let (_, values) = lists().find(|(name, _)| *name == other)?;
                self.digits(self.one(values)?)
            }
        };
        Some(value)
    }

    fn below(&self, end: u64) -> u64 {
        (self.random)() % end
    }

    fn wide(&self) -> u128 {
        u128::from((self.random)()) << 64 | u128::from((self.random)())
    }

    fn one(&self, values: &'static str) -> Option<&'static str> {
        let mut values = values.split(" | ");
        let count = u64::try_from(values.clone().count()).ok()?;
        values.nth(usize::try_from(self.below(count)).ok()?)
    }

    /// `pattern` with a digit for every `#`.
    fn digits(&self, pattern: &str) -> String {
        let digit = |c| match c {
            '#' => char::from_digit(u32::try_from(self.below(10)).unwrap_or(0), 10).unwrap_or('0'),
            other => other,
        };
        pattern.chars().map(digit).collect()
    }

    fn letters(&self, count: usize) -> String {
        let letter = |_| char::from_digit(u32::try_from(self.below(36)).ok()?, 36);
        (0..count).filter_map(letter).collect()
    }

    fn degrees(&self, most: u64) -> String {
        let sign = if self.below(2) == 0 { "" } else { "-" };
        format!("{sign}{}.{:04}", self.below(most), self.below(10_000))
    }

    fn time(&self) -> Option<Timestamp> {
        Timestamp::try_from(self.now).ok()
    }

    /// A time at most that many minutes from now, as JavaScript writes it.
    fn date(&self, direction: i64, minutes: u64) -> Option<String> {
        let away = i64::try_from(self.below(minutes) + 1).ok()?;
        let time = self
            .time()?
            .checked_add(Span::new().minutes(direction * away));
        let form = "%a %b %d %Y %H:%M:%S GMT+0000 (Coordinated Universal Time)";
        Some(time.ok()?.strftime(form).to_string())
    }
}

fn lists() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.lines().filter_map(|line| line.split_once(": "))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fmt::Write;
    use std::time::{Duration, UNIX_EPOCH};

    use super::{DynamicVariables, WORDS, lists};
    use crate::client::collection::Variables;
    use crate::postman::dynamic::{NAMES, is_known};
    use crate::postman::effective::Scopes;

    #[test]
    fn every_dynamic_variable_of_postman_has_a_value() {
        let state = Cell::new(1_u64);
        let random = || {
            let next = state.get().wrapping_mul(6_364_136_223_846_793_005);
            state.set(next.wrapping_add(1_442_695_040_888_963_407));
            state.get() >> 24
        };
        let made_up = DynamicVariables {
            now: UNIX_EPOCH + Duration::from_millis(1_768_465_800_120),
            random: &random,
        };
        let dynamic = |name: &str| made_up.value(name);
        let variables = Variables {
            scopes: &Scopes::default(),
            dynamic: &dynamic,
            observe: &|_, _| (),
        };
        let mut text = String::new();
        for name in NAMES {
            let value = variables.substitute(&format!("{{{{${name}}}}}")).unwrap();
            writeln!(text, "{name}: {}", value.escape_debug()).unwrap();
        }
        insta::assert_snapshot!(text);
    }

    #[test]
    fn the_words_are_in_order_and_mean_variables_that_there_are() {
        assert!(lists().is_sorted_by(|one, next| one.0 < next.0));
        assert_eq!(lists().count(), WORDS.lines().count());
        for (name, values) in lists() {
            assert!(
                is_known(&format!("${name}")) && !values.is_empty(),
                "{name}"
            );
        }
    }
}

//! How sizes, times and shares are written.

use std::net::SocketAddr;
use std::time::Duration;

/// An address and a port.
pub(super) fn address(text: &str) -> Result<SocketAddr, String> {
    let address = text.parse();
    address.map_err(|_| "write an address and a port, such as 127.0.0.1:8080".to_owned())
}

/// Bytes, such as `65536`, `64k` or `16M`.
pub(super) fn size(text: &str) -> Result<usize, String> {
    let (digits, factor) = match text.as_bytes().last() {
        Some(b'k' | b'K') => (text.trim_end_matches(['k', 'K']), 1 << 10),
        Some(b'm' | b'M') => (text.trim_end_matches(['m', 'M']), 1 << 20),
        _ => (text, 1),
    };
    let bytes = digits
        .parse::<usize>()
        .ok()
        .and_then(|number| number.checked_mul(factor));
    let bytes = bytes.filter(|bytes| (1..=1 << 30).contains(bytes));
    bytes.ok_or_else(|| "write a number of bytes up to 1024M, such as 65536, 64k or 16M".to_owned())
}

/// A time, such as `500ms`, `15s` or `2m`.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let factor = match text.get(digits.len()..) {
        Some("ms") => Some(1),
        Some("s" | "") => Some(1000),
        Some("m") => Some(60_000),
        _ => None,
    };
    let millis = digits
        .parse::<u64>()
        .ok()
        .zip(factor)
        .and_then(|(number, factor)| number.checked_mul(factor));
    let millis = millis.filter(|millis| (1..=86_400_000).contains(millis));
    let time = millis.map(Duration::from_millis);
    time.ok_or_else(|| "write a time of at most a day, such as 500ms, 15s or 2m".to_owned())
}

/// Milliseconds, or their minimum and maximum, up to ten minutes.
pub(super) fn latency(text: &str) -> Result<(u32, u32), String> {
    let (shortest, longest) = text.split_once('-').unwrap_or((text, text));
    let bounds = shortest.parse().ok().zip(longest.parse().ok());
    let bounds = bounds.filter(|(from, to)| from <= to && *to <= 600_000);
    bounds.ok_or_else(|| "write milliseconds up to 600000, such as 50 or 20-200".to_owned())
}

/// A share from 0 to 1, in millionths.
pub(super) fn share(text: &str) -> Result<u32, String> {
    let share = text.parse::<rust_decimal::Decimal>().ok();
    let millionths = share
        .and_then(|share| share.checked_mul(rust_decimal::Decimal::from(1_000_000)))
        .and_then(|share| u32::try_from(share.round()).ok());
    let millionths = millionths.filter(|share| *share <= 1_000_000);
    millionths.ok_or_else(|| "write a fraction from 0 to 1, such as 0.05".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_times_and_shares_are_read_or_refused() {
        assert_eq!(size("16M"), Ok(16 << 20));
        assert_eq!(size("64k"), Ok(65536));
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("2m"), Ok(Duration::from_mins(2)));
        assert_eq!(duration("15"), Ok(Duration::from_secs(15)));
        assert_eq!(latency("20-200"), Ok((20, 200)));
        assert_eq!(latency("5"), Ok((5, 5)));
        assert_eq!(share("0.05"), Ok(50_000));
        assert_eq!(share("1"), Ok(1_000_000));
        for bad in ["", "k", "-1", "0", "2G", "99999999999999999999M"] {
            assert!(size(bad).is_err(), "{bad}");
        }
        for bad in ["", "s", "0s", "1h", "-1s", "99999999999999999s"] {
            assert!(duration(bad).is_err(), "{bad}");
        }
        for bad in ["", "9-3", "a", "-", "600001"] {
            assert!(latency(bad).is_err(), "{bad}");
        }
        for bad in ["", "-0.1", "1.1", "x", "99999999999999999999999"] {
            assert!(share(bad).is_err(), "{bad}");
        }
    }
}

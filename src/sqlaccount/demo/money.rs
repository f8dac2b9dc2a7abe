//! Amounts in sen and quantities in whole units, as the service writes them.

/// `sen` as a decimal of two places.
pub(super) fn money(sen: i64) -> String {
    let sign = if sen < 0 { "-" } else { "" };
    let (ringgit, rest) = (sen.abs() / 100, sen.abs() % 100);
    format!("{sign}{ringgit}.{rest:02}")
}

/// A quantity as a decimal of two places.
pub(super) fn quantity(units: i64) -> String {
    format!("{units}.00")
}

/// `percent` of `sen`, rounded half away from zero.
pub(super) fn share(sen: i64, percent: i64) -> i64 {
    let product = sen * percent;
    (product + 50 * product.signum()) / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_two_places() {
        let all = [money(0), money(7), money(123_456), money(-56), quantity(-2)];
        assert_eq!(all, ["0.00", "0.07", "1234.56", "-0.56", "-2.00"]);
    }

    #[test]
    fn shares_round_half_away_from_zero() {
        assert_eq!(
            [share(25, 10), share(-25, 10), share(24, 10), share(1000, 8)],
            [3, -3, 2, 80]
        );
    }
}

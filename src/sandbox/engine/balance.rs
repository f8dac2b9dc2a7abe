use serde_json::Value;

use super::ApiError;
use crate::catalogue::Balance;
use crate::sandbox::records::Members;
use crate::sandbox::records::value::decimal;

/// Refuses a record whose sums differ.
pub(super) fn check(balances: &[Balance], path: &str, record: &Members) -> Result<(), ApiError> {
    for balance in balances.iter().filter(|balance| balance.resource == path) {
        let rows = record.get(balance.detail).and_then(Value::as_array);
        let sum = |column: &str| -> rust_decimal::Decimal {
            rows.into_iter()
                .flatten()
                .map(|row| decimal(row.get(column)))
                .sum()
        };
        let (debit, credit) = (sum(balance.debit), sum(balance.credit));
        if debit != credit {
            let Balance {
                debit: one,
                credit: other,
                ..
            } = balance;
            return Err(ApiError::bad(format!(
                "the rows do not balance: {one} is {debit} in all, {other} {credit}"
            )));
        }
    }
    Ok(())
}

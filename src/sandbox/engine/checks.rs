//! What must hold in every record that is stored.

use std::collections::HashSet;

use rust_decimal::Decimal;
use serde_json::Value;

use super::ApiError;
use super::transaction::Transaction;
use crate::catalogue::{Balance, Counterpart, Floor, Single};
use crate::sandbox::records::value::{decimal, folded, is_set, text};
use crate::sandbox::records::{Draft, Members};

impl Transaction<'_> {
    /// Refuses a record of the resource at `path` whose sums, amounts or flags cannot be.
    pub(super) fn check(&mut self, path: &str, record: &Members) -> Result<(), ApiError> {
        let rules = &self.engine.catalogue.rules;
        for balance in rules.balances.iter().filter(|one| one.resource == path) {
            check_balance(balance, record)?;
        }
        for floor in rules.floors {
            check_floor(floor, path, record)?;
        }
        for single in rules.singles.iter().filter(|one| one.resource == path) {
            if rows(record, single.detail).next().is_none() {
                self.tolerate(format!("{} is empty", single.detail))?;
            } else {
                check_single(single, record)?;
            }
        }
        Ok(())
    }
}

/// Gives the flag to the first row that can have it, if no row was sent with it.
pub(super) fn flag_one(singles: &[Single], path: &str, draft: &mut Draft<'_>) {
    for single in singles.iter().filter(|one| one.resource == path) {
        let all = draft.rows_of(single.detail);
        let mut flagged = all.iter().any(|row| is_set(row.members.get(single.flag)));
        let (column, number) = single.having;
        let infallible = draft.each_row(single.detail, |_, row, _| {
            if row.is_new && !row.is_sent(single.flag) {
                let value = row.members.get(column);
                let is_fit = value.is_none() || decimal(value) == Decimal::from(number);
                row.set(single.flag, Value::from(is_fit && !flagged));
                flagged |= is_fit;
            }
            Ok::<_, std::convert::Infallible>(())
        });
        let Ok(()) = infallible;
    }
}

fn rows<'a>(record: &'a Members, array: &str) -> impl Iterator<Item = &'a Value> {
    let rows = record.get(array).and_then(Value::as_array);
    rows.into_iter().flatten()
}

fn check_balance(balance: &Balance, record: &Members) -> Result<(), ApiError> {
    let sum = |column: &str| -> Decimal {
        rows(record, balance.detail)
            .map(|row| decimal(row.get(column)))
            .sum()
    };
    let one = balance.debit;
    let debit = sum(one);
    let (other, credit) = match balance.credit {
        Counterpart::Column(column) => (column, sum(column)),
        Counterpart::Field(field) => (field, decimal(record.get(field))),
    };
    if debit == credit {
        return Ok(());
    }
    Err(ApiError::bad(format!(
        "the rows do not balance: {one} is {debit} in all, {other} {credit}"
    )))
}

fn check_floor(floor: &Floor, path: &str, record: &Members) -> Result<(), ApiError> {
    if !floor.only.is_empty() && !floor.only.contains(&path) {
        return Ok(());
    }
    let check = |value: Option<&Value>| {
        let number = decimal(value);
        if number < Decimal::ZERO {
            let Floor { field, message, .. } = floor;
            return Err(ApiError::bad(format!("{message} ({field} is {number})")));
        }
        Ok(())
    };
    match floor.detail {
        None => check(record.get(floor.field)),
        Some(detail) => rows(record, detail).try_for_each(|row| check(row.get(floor.field))),
    }
}

fn check_single(single: &Single, record: &Members) -> Result<(), ApiError> {
    let Single {
        detail,
        flag,
        having: (column, number),
        unique,
        ..
    } = single;
    let mut flagged = rows(record, detail).filter(|row| is_set(row.get(flag)));
    let is_fit = |row: &Value| decimal(row.get(column)) == Decimal::from(*number);
    let (first, second) = (flagged.next(), flagged.next());
    if second.is_some() || !first.is_some_and(is_fit) {
        let count = rows(record, detail)
            .filter(|row| is_set(row.get(flag)))
            .count();
        return Err(ApiError::bad(format!(
            "{detail} needs exactly one row with {flag}, whose {column} is {number}; {count} have {flag}"
        )));
    }
    let mut seen = HashSet::new();
    for row in rows(record, detail) {
        let name = text(row.get(unique));
        if !seen.insert(folded(&name)) {
            return Err(ApiError::bad(format!(
                "{detail} has {unique} '{name}' twice"
            )));
        }
    }
    Ok(())
}

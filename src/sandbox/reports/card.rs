//! The stock card of an item: the opening balance, and each movement after it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::ReportError;
use super::cost::{CostScope, kept, unit_cost};
use super::filter::ReportFilter;
use super::items::Item;
use super::line::ReportLine;
use super::sql::Conditions;
use crate::catalogue::{StockColumn, StockReport};
use crate::sandbox::database::{Connection, DatabaseError, Value, integer, text};
use crate::sandbox::records::movement::OPENING;

/// The maximum number of rows in a response.
const MOST: usize = 100_000;

/// The rows of all items, by location, the balance running.
pub(super) fn lines<'a>(
    connection: &mut dyn Connection,
    report: &StockReport,
    filter: &ReportFilter,
    items: &'a BTreeMap<String, Item>,
) -> Result<Vec<ReportLine<'a>>, ReportError> {
    let mut lines = Vec::new();
    for (code, item) in items {
        let mut openings = openings(connection, filter, code)?;
        let before = before(filter, code);
        let there: Decimal = openings.values().sum();
        let has_cost = report
            .columns
            .iter()
            .any(|(_, one)| *one == StockColumn::Cost);
        let cost = if has_cost {
            unit_cost(connection, &before, item, there)?
        } else {
            Decimal::ZERO
        };
        let moves = moves(connection, filter, code, MOST + 1 - lines.len())?;
        let mut account = Account::default();
        for moved in moves {
            if account.location.as_deref() != Some(&moved.location) {
                // Locations without movements come before those that follow them.
                let later = openings.split_off(&moved.location);
                open_all(
                    &mut lines,
                    item,
                    filter,
                    cost,
                    std::mem::replace(&mut openings, later),
                );
                account = Account::at(&moved.location, Decimal::ZERO, cost);
                if let Some(quantity) = openings.remove(&moved.location) {
                    account.quantity = quantity;
                    lines.push(opening(item, filter, &moved.location, quantity, cost));
                }
            }
            lines.push(account.line(item, moved));
        }
        open_all(&mut lines, item, filter, cost, openings);
        if lines.len() > MOST {
            return Err(ReportError::TooLong(MOST));
        }
    }
    Ok(lines)
}

/// The state of one location while its card is computed.
#[derive(Debug, Default)]
struct Account {
    location: Option<String>,
    quantity: Decimal,
    /// The running average cost of one.
    cost: Decimal,
}

/// One movement.
struct StockMovement {
    location: String,
    batch: String,
    day: String,
    number: String,
    description: String,
    quantity: Decimal,
    cost: Option<Decimal>,
}

impl Account {
    fn at(location: &str, quantity: Decimal, cost: Decimal) -> Self {
        Self {
            location: Some(location.to_owned()),
            quantity,
            cost,
        }
    }

    fn line<'a>(&mut self, item: &'a Item, moved: StockMovement) -> ReportLine<'a> {
        let one = moved.cost.and_then(|cost| cost.checked_div(moved.quantity));
        if let Some(one) = one {
            let held = self.quantity.max(Decimal::ZERO);
            let value = held * self.cost + moved.quantity * one;
            self.cost = value.checked_div(held + moved.quantity).unwrap_or(one);
        }
        self.quantity += moved.quantity;
        ReportLine {
            location: moved.location,
            batch: moved.batch,
            day: moved.day,
            number: moved.number,
            description: moved.description,
            moved: moved.quantity,
            quantity: self.quantity,
            cost: one.unwrap_or(self.cost),
            ..ReportLine::of(item)
        }
    }
}

fn open_all<'a>(
    lines: &mut Vec<ReportLine<'a>>,
    item: &'a Item,
    filter: &ReportFilter,
    cost: Decimal,
    openings: BTreeMap<String, Decimal>,
) {
    for (location, quantity) in openings {
        if filter.zero_balance || !quantity.is_zero() {
            lines.push(opening(item, filter, &location, quantity, cost));
        }
    }
}

fn opening<'a>(
    item: &'a Item,
    filter: &ReportFilter,
    location: &str,
    quantity: Decimal,
    cost: Decimal,
) -> ReportLine<'a> {
    ReportLine {
        location: location.to_owned(),
        day: filter.from.clone().unwrap_or_default(),
        description: "Opening balance".to_owned(),
        moved: quantity,
        quantity,
        cost,
        ..ReportLine::of(item)
    }
}

/// All that moved before the first day.
fn before(filter: &ReportFilter, code: &str) -> CostScope {
    let conditions = Conditions::default().and("item = ?", code);
    let conditions = match &filter.from {
        Some(day) => conditions.and("day < ?", day.as_str()),
        None => conditions.and("kind = ?", OPENING),
    };
    CostScope {
        conditions,
        with_transfers: false,
    }
}

/// What was at each location before the first day.
fn openings(
    connection: &mut dyn Connection,
    filter: &ReportFilter,
    code: &str,
) -> Result<BTreeMap<String, Decimal>, DatabaseError> {
    let conditions = filter.places(before(filter, code).conditions);
    let sql = format!(
        "SELECT at_location, CAST(SUM(quantity) AS BIGINT) FROM movement{} GROUP BY at_location",
        conditions.sql()
    );
    let mut all = BTreeMap::new();
    for mut row in connection.query(&sql, &conditions.parameters)? {
        all.insert(text(&mut row, 0)?, kept(integer(&mut row, 1)?));
    }
    Ok(all)
}

fn moves(
    connection: &mut dyn Connection,
    filter: &ReportFilter,
    code: &str,
    most: usize,
) -> Result<Vec<StockMovement>, DatabaseError> {
    let conditions = Conditions::default()
        .and("item = ?", code)
        .and("kind <> ?", OPENING);
    let conditions = match &filter.from {
        Some(day) => conditions.and("day >= ?", day.as_str()),
        None => conditions,
    };
    let conditions = filter.places(filter.until(conditions));
    // On the same day, what comes in is listed before what goes out.
    let sql = format!(
        "SELECT at_location, in_batch, day, number, description, quantity, cost FROM movement{} \
         ORDER BY at_location, day, CASE WHEN quantity < 0 THEN 1 ELSE 0 END, resource, id, line \
         LIMIT {most}",
        conditions.sql()
    );
    let rows = connection.query(&sql, &conditions.parameters)?;
    let moved = |mut row: Vec<Value>| {
        let cost = match row.get(6) {
            Some(Value::Integer(cost)) => Some(kept(*cost)),
            _ => None,
        };
        Ok(StockMovement {
            location: text(&mut row, 0)?,
            batch: text(&mut row, 1)?,
            day: text(&mut row, 2)?,
            number: text(&mut row, 3)?,
            description: text(&mut row, 4)?,
            quantity: kept(integer(&mut row, 5)?),
            cost,
        })
    };
    rows.into_iter().map(moved).collect()
}

//! Serial numbers: those that are in stock, and those that cannot be.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::ReportError;
use super::filter::ReportFilter;
use super::items::Item;
use super::line::ReportLine;
use super::sql::Conditions;
use crate::catalogue::StockRows;
use crate::sandbox::database::{Connection, integer, text};

/// The rows of serial numbers in stock, each with the document that brought it in last, or, for
/// [`StockRows::Conflicts`], all movements of those that are there twice or less than not at all.
pub(super) fn lines<'a>(
    connection: &mut dyn Connection,
    rows: StockRows,
    filter: &ReportFilter,
    items: &'a BTreeMap<String, Item>,
) -> Result<Vec<ReportLine<'a>>, ReportError> {
    let conditions = filter.until(Conditions::default().among("item", &filter.items));
    // A serial number cannot have gone out before it came in: the balance at the end tells.
    let wanted = match rows {
        StockRows::Conflicts => "SUM(quantity) < 0 OR SUM(quantity) > 1",
        _ => "SUM(quantity) > 0",
    };
    let sql = format!(
        "SELECT s.item, s.serial, s.at_location, s.day, s.number, s.description, s.quantity \
         FROM serial s JOIN (SELECT item, serial FROM serial{} GROUP BY item, serial \
         HAVING {wanted}) t ON t.item = s.item AND t.serial = s.serial \
         ORDER BY s.item, s.serial, s.day, s.quantity DESC, s.resource, s.id, s.line",
        conditions.sql()
    );
    let mut lines: Vec<ReportLine> = Vec::new();
    for mut row in connection.query(&sql, &conditions.parameters)? {
        let Some(item) = items.get(&text(&mut row, 0)?) else {
            continue;
        };
        let line = ReportLine {
            serial: text(&mut row, 1)?,
            location: text(&mut row, 2)?,
            day: text(&mut row, 3)?,
            number: text(&mut row, 4)?,
            description: text(&mut row, 5)?,
            quantity: Decimal::from(integer(&mut row, 6)?),
            ..ReportLine::of(item)
        };
        if rows == StockRows::Conflicts {
            lines.push(line);
            continue;
        }
        let is_in = line.quantity > Decimal::ZERO && is_within(filter, &line.day);
        match lines.last_mut().filter(|last| last.is_same_serial(&line)) {
            Some(last) if is_in => *last = line,
            None if is_in => lines.push(line),
            _ => {}
        }
    }
    Ok(lines)
}

fn is_within(filter: &ReportFilter, day: &str) -> bool {
    filter.from.as_deref().is_none_or(|from| day >= from)
        && filter.until.as_deref().is_none_or(|until| day <= until)
}

impl ReportLine<'_> {
    fn is_same_serial(&self, other: &Self) -> bool {
        self.serial == other.serial && self.is_same_item(other)
    }
}

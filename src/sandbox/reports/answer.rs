//! The response of a report.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::cost::{CostScope, kept, layers, unit_cost};
use super::filter::ReportFilter;
use super::items::{self, Item};
use super::line::ReportLine;
use super::sql::Conditions;
use super::{ReportError, card, serials};
use crate::catalogue::{Batches, Stock, StockColumn, StockReport, StockRows};
use crate::sandbox::database::{Connection, DatabaseError, integer, text};
use crate::sandbox::records::stored::each_record;

/// The response to `query`: `{"main": […]}`, by item and location.
///
/// # Errors
/// [`ReportError`] when a parameter cannot be read, when there are too many rows, and when the
/// database refuses.
pub(in crate::sandbox) fn answer(
    connection: &mut dyn Connection,
    stock: &Stock,
    report: &StockReport,
    query: &[(String, String)],
) -> Result<Value, ReportError> {
    let filter = ReportFilter::read(&stock.parameters, query)?;
    let items = items::read(connection, &stock.items, &filter)?;
    let lines = match report.rows {
        StockRows::Card => card::lines(connection, report, &filter, &items)?,
        StockRows::Serials | StockRows::Conflicts => {
            serials::lines(connection, report.rows, &filter, &items)?
        }
        _ => balances(connection, stock, report, &filter, &items)?,
    };
    let rows: Vec<Value> = lines.iter().map(|line| line.show(report)).collect();
    Ok(json!({ "main": rows }))
}

/// The balance of an item at a location in a batch.
struct Balance {
    location: String,
    batch: String,
    quantity: Decimal,
}

fn balances<'a>(
    connection: &mut dyn Connection,
    stock: &Stock,
    report: &StockReport,
    filter: &ReportFilter,
    items: &'a BTreeMap<String, Item>,
) -> Result<Vec<ReportLine<'a>>, ReportError> {
    let mut there = read_balances(connection, filter)?;
    let mut lines = Vec::new();
    for (code, item) in items {
        let places = there.remove(code).unwrap_or_default();
        let total: Decimal = places.iter().map(|place| place.quantity).sum();
        let cost = cost(connection, report, filter, code, item, total)?;
        let first = lines.len();
        for place in merged(places, report.rows) {
            lines.push(ReportLine {
                location: place.location,
                batch: place.batch,
                quantity: place.quantity,
                cost,
                ..ReportLine::of(item)
            });
        }
        // An item that never moved has a balance too: zero.
        if lines.len() == first && report.rows != StockRows::Expiry {
            lines.push(ReportLine {
                cost,
                ..ReportLine::of(item)
            });
        }
        if let Some(line) = lines
            .get_mut(first)
            .filter(|_| report.rows == StockRows::Items)
        {
            line.ages = ages(connection, report, filter, code, total)?;
        }
        if report.rows == StockRows::Reorder {
            let level = item.reorder_level;
            let wanted = total <= level && (filter.zero_level || level > Decimal::ZERO);
            lines.truncate(if wanted { lines.len() } else { first });
        }
    }
    if report.rows == StockRows::Expiry {
        return expiring(connection, &stock.batches, filter, lines);
    }
    if report.rows != StockRows::Reorder && !filter.zero_balance {
        lines.retain(|line| !line.quantity.is_zero());
    }
    Ok(lines)
}

/// The balances of each item, by its code in lower case.
fn read_balances(
    connection: &mut dyn Connection,
    filter: &ReportFilter,
) -> Result<BTreeMap<String, Vec<Balance>>, DatabaseError> {
    let conditions = Conditions::default().among("item", &filter.items);
    let conditions = filter.until(filter.places(conditions));
    let sql = format!(
        "SELECT item, at_location, in_batch, CAST(SUM(quantity) AS BIGINT) FROM movement{} \
         GROUP BY item, at_location, in_batch ORDER BY item, at_location, in_batch",
        conditions.sql()
    );
    let mut all: BTreeMap<String, Vec<Balance>> = BTreeMap::new();
    for mut row in connection.query(&sql, &conditions.parameters)? {
        let balance = Balance {
            location: text(&mut row, 1)?,
            batch: text(&mut row, 2)?,
            quantity: kept(integer(&mut row, 3)?),
        };
        all.entry(text(&mut row, 0)?).or_default().push(balance);
    }
    Ok(all)
}

/// The balances as the rows of the report: of the item, of the item at each location, or as they
/// are.
fn merged(balances: Vec<Balance>, rows: StockRows) -> Vec<Balance> {
    let mut merged: Vec<Balance> = Vec::new();
    for mut balance in balances {
        if matches!(rows, StockRows::Items | StockRows::Reorder) {
            balance.location.clear();
        }
        if !matches!(rows, StockRows::Batches | StockRows::Expiry) {
            balance.batch.clear();
        }
        let same = |known: &&mut Balance| {
            known.location == balance.location && known.batch == balance.batch
        };
        match merged.iter_mut().find(same) {
            Some(known) => known.quantity += balance.quantity,
            None => merged.push(balance),
        }
    }
    merged
}

fn scope(filter: &ReportFilter, code: &str, with_transfers: bool) -> CostScope {
    CostScope {
        conditions: filter.until(Conditions::default().and("item = ?", code)),
        with_transfers,
    }
}

/// The unit cost of the item, if the report shows it.
fn cost(
    connection: &mut dyn Connection,
    report: &StockReport,
    filter: &ReportFilter,
    code: &str,
    item: &Item,
    balance: Decimal,
) -> Result<Decimal, DatabaseError> {
    let shows = |(_, column): &(&str, StockColumn)| {
        matches!(column, StockColumn::Cost | StockColumn::Value)
    };
    if !report.columns.iter().any(shows) {
        return Ok(Decimal::ZERO);
    }
    unit_cost(connection, &scope(filter, code, false), item, balance)
}

/// How much of the balance is from each month, if the report shows it.
fn ages(
    connection: &mut dyn Connection,
    report: &StockReport,
    filter: &ReportFilter,
    code: &str,
    balance: Decimal,
) -> Result<Vec<Decimal>, DatabaseError> {
    let columns = report.columns.iter();
    let columns = columns.filter(|(_, column)| matches!(column, StockColumn::Age(_)));
    let mut ages = vec![Decimal::ZERO; columns.count()];
    let Some(oldest) = ages.len().checked_sub(1) else {
        return Ok(ages);
    };
    // What moved within the requested locations is no younger for that.
    let with_transfers = filter.has_locations() && !filter.ignore_transfers;
    let mut scope = scope(filter, code, with_transfers);
    scope.conditions = filter.places(scope.conditions);
    let layers = layers(connection, &scope, balance)?;
    // Without a last day the newest movement's month is the current one.
    let newest = layers.first().map(|layer| layer.day.clone());
    let today = filter.until.clone().or(newest).unwrap_or_default();
    for layer in layers {
        let age = months(&layer.day, &today).unwrap_or(oldest);
        ages[age.min(oldest)] += layer.quantity;
    }
    Ok(ages)
}

/// How many calendar months lie between two days; `None` if either is not a date.
fn months(from: &str, until: &str) -> Option<usize> {
    let month = |day: &str| -> Option<usize> {
        let (year, month) = (day.get(..4)?, day.get(5..7)?);
        Some(year.parse::<usize>().ok()? * 12 + month.parse::<usize>().ok()?)
    };
    month(until)?.checked_sub(month(from)?)
}

/// The lines whose batch expires in the range asked for, the first to expire first.
fn expiring<'a>(
    connection: &mut dyn Connection,
    fields: &Batches,
    filter: &ReportFilter,
    lines: Vec<ReportLine<'a>>,
) -> Result<Vec<ReportLine<'a>>, ReportError> {
    let mut batches: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    each_record(connection, fields.resource, &mut |record| {
        if let Some(code) = record.get(fields.code).and_then(Value::as_str) {
            batches.insert(code.to_lowercase(), record);
        }
    })?;
    let within = |day: &Value, (from, until): &(Option<String>, Option<String>)| {
        let day = day.as_str().unwrap_or_default();
        from.as_deref().is_none_or(|from| day >= from)
            && until.as_deref().is_none_or(|until| day <= until)
    };
    let mut found = Vec::new();
    for mut line in lines {
        let Some(batch) = batches.get(&line.batch.to_lowercase()) else {
            continue;
        };
        line.made = batch.get(fields.made).cloned().unwrap_or_default();
        line.expires = batch.get(fields.expires).cloned().unwrap_or_default();
        let expires = !line.expires.is_null() && within(&line.expires, &filter.expiry);
        if expires && within(&line.made, &filter.made) {
            found.push(line);
        }
    }
    found.sort_by_cached_key(|line| {
        let expires = line.expires.as_str().unwrap_or_default().to_owned();
        (expires, line.batch.clone())
    });
    Ok(found)
}

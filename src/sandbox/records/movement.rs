//! The table of movements, and what a record puts into it.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use super::value::Members;
use crate::catalogue::{Direction, Document, Movement, Stock};
use crate::sandbox::database::{self, Connection, DatabaseError, once};

/// The number of digits after the point of quantities and costs.
pub(crate) const DIGITS: u32 = 4;

/// What was there before the first document.
pub(crate) const OPENING: i64 = 0;
/// What came in or went out.
const ORDINARY: i64 = 1;
/// What went from one location to another.
pub(crate) const TRANSFER: i64 = 2;

/// One row that moves stock.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MovementRow {
    item: String,
    location: String,
    batch: String,
    agent: String,
    area: String,
    project: String,
    /// In units of the smallest digit; negative when it goes out.
    quantity: i64,
    /// The same, of what all of it cost.
    cost: Option<i64>,
    kind: i64,
    serials: Vec<String>,
}

/// Creates the tables, once.
pub(crate) fn create_tables(connection: &mut dyn Connection) -> Result<(), DatabaseError> {
    let text = connection.text_type();
    once(connection, "movement", |connection| {
        for sql in [
            format!(
                "CREATE TABLE movement (resource {text} NOT NULL, id BIGINT NOT NULL, \
                 line BIGINT NOT NULL, item {text} NOT NULL, at_location {text} NOT NULL, \
                 in_batch {text} NOT NULL, by_agent {text} NOT NULL, in_area {text} NOT NULL, \
                 of_project {text} NOT NULL, day {text} NOT NULL, number {text} NOT NULL, \
                 description {text} NOT NULL, kind BIGINT NOT NULL, quantity BIGINT NOT NULL, \
                 cost BIGINT, PRIMARY KEY (resource, id, line))"
            ),
            "CREATE INDEX movement_item ON movement (item, day)".to_owned(),
            "CREATE INDEX movement_day ON movement (day)".to_owned(),
            format!(
                "CREATE TABLE serial (resource {text} NOT NULL, id BIGINT NOT NULL, \
                 line BIGINT NOT NULL, item {text} NOT NULL, serial {text} NOT NULL, \
                 at_location {text} NOT NULL, day {text} NOT NULL, number {text} NOT NULL, \
                 description {text} NOT NULL, quantity BIGINT NOT NULL, \
                 PRIMARY KEY (resource, id, line))"
            ),
            "CREATE INDEX serial_item ON serial (item, serial)".to_owned(),
        ] {
            connection.execute(&sql, &[])?;
        }
        Ok(())
    })
}

/// Stores the movements of a new record.
pub(crate) fn keep(
    connection: &mut dyn Connection,
    stock: &Stock,
    path: &str,
    id: i64,
    record: &Members,
) -> Result<(), DatabaseError> {
    let document = &stock.document;
    let day = text_member(record, document.date);
    let number = text_member(record, document.number);
    let description = text_member(record, document.description);
    let mut serials = 0_i64;
    for (line, moved) in (0_i64..).zip(movement_rows(stock, path, record)) {
        let day: &str = if moved.kind == OPENING { "" } else { &day };
        let cost = moved.cost.map_or(database::Value::Null, Into::into);
        connection.execute(
            "INSERT INTO movement (resource, id, line, item, at_location, in_batch, by_agent, in_area, of_project, \
             day, number, description, kind, quantity, cost) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            &[
                path.into(),
                id.into(),
                line.into(),
                moved.item.as_str().into(),
                moved.location.as_str().into(),
                moved.batch.into(),
                moved.agent.into(),
                moved.area.into(),
                moved.project.into(),
                day.into(),
                number.as_str().into(),
                description.as_str().into(),
                moved.kind.into(),
                moved.quantity.into(),
                cost,
            ],
        )?;
        for serial in moved.serials {
            connection.execute(
                "INSERT INTO serial (resource, id, line, item, serial, at_location, day, number, \
                 description, quantity) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                &[
                    path.into(),
                    id.into(),
                    serials.into(),
                    moved.item.as_str().into(),
                    serial.into(),
                    moved.location.as_str().into(),
                    day.into(),
                    number.as_str().into(),
                    description.as_str().into(),
                    moved.quantity.signum().into(),
                ],
            )?;
            serials += 1;
        }
    }
    Ok(())
}

/// Deletes the movements of a record that is changed or deleted.
pub(crate) fn forget(
    connection: &mut dyn Connection,
    path: &str,
    id: i64,
) -> Result<(), DatabaseError> {
    for table in ["movement", "serial"] {
        let sql = format!("DELETE FROM {table} WHERE resource = ?1 AND id = ?2");
        connection.execute(&sql, &[path.into(), id.into()])?;
    }
    Ok(())
}

/// How much the record moves of each item, by their folded codes.
pub(crate) fn quantities(
    stock: &Stock,
    path: &str,
    record: &Members,
) -> impl Iterator<Item = (String, Decimal)> {
    let rows = movement_rows(stock, path, record).into_iter();
    rows.map(|row| (row.item, Decimal::new(row.quantity, DIGITS)))
}

/// All that the record moves; nothing when it is void.
fn movement_rows(stock: &Stock, path: &str, record: &Members) -> Vec<MovementRow> {
    if record.get(stock.document.void).and_then(Value::as_bool) == Some(true) {
        return Vec::new();
    }
    let mut all = Vec::new();
    for movement in stock.movements.iter().filter(|one| one.resource == path) {
        match movement.detail {
            None => all.extend(of_row(movement, &stock.document, record, record)),
            Some(detail) => {
                let rows = record.get(detail).and_then(Value::as_array);
                let rows = rows.into_iter().flatten().filter_map(Value::as_object);
                all.extend(rows.filter_map(|row| of_row(movement, &stock.document, record, row)));
            }
        }
    }
    all
}

fn of_row(
    movement: &Movement,
    document: &Document,
    record: &Members,
    row: &Members,
) -> Option<MovementRow> {
    let item = text_member(row, movement.item).to_lowercase();
    let quantity = scaled(row.get(movement.quantity));
    let elsewhere = movement
        .unless
        .is_some_and(|(field, kinds)| kinds.contains(&text_member(row, field).as_str()));
    if item.is_empty() || quantity == 0 || elsewhere {
        return None;
    }
    let (sign, kind) = match movement.direction {
        Direction::Opening => (1, OPENING),
        Direction::In => (1, ORDINARY),
        Direction::Out => (-1, ORDINARY),
        Direction::Arrival => (1, TRANSFER),
        Direction::Departure => (-1, TRANSFER),
    };
    let quantity = sign * quantity;
    let cost = movement.cost.filter(|_| quantity > 0);
    let serials = movement.serials.and_then(|(detail, column)| {
        let rows = row.get(detail)?.as_array()?;
        let serial = |row: &Value| row.get(column)?.as_str().map(str::to_owned);
        Some(rows.iter().filter_map(serial).collect())
    });
    let own = |name: &str| {
        let given = text_member(row, name);
        if given.is_empty() {
            text_member(record, name)
        } else {
            given
        }
    };
    Some(MovementRow {
        item,
        location: text_member(row, movement.location),
        batch: text_member(row, document.batch),
        agent: own(document.agent),
        area: own(document.area),
        project: own(document.project),
        quantity,
        cost: cost.map(|field| scaled(row.get(field)).abs()),
        kind,
        serials: serials.unwrap_or_default(),
    })
}

fn text_member(record: &Members, name: &str) -> String {
    record
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// A decimal in units of its smallest digit; 0 for anything else and for one that is too large.
fn scaled(value: Option<&Value>) -> i64 {
    let number = value.and_then(Value::as_str);
    let number: Decimal = number
        .and_then(|text| text.parse().ok())
        .unwrap_or_default();
    let rounding = RoundingStrategy::MidpointAwayFromZero;
    let mut kept = number.round_dp_with_strategy(DIGITS, rounding);
    kept.rescale(DIGITS);
    i64::try_from(kept.mantissa()).unwrap_or_default()
}

//! How much of each row of a document other documents have taken over.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::sandbox::database::{self, Connection, DatabaseError, Value, once};

/// The number of digits after the point that are counted.
const DIGITS: u32 = 4;

/// A row of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Taken {
    /// The path of the document's resource.
    pub(super) path: &'static str,
    /// The document's number in its table.
    pub(super) id: i64,
    /// The row's own key.
    pub(super) row: i64,
}

/// Creates the table, once.
pub(super) fn create_table(connection: &mut dyn Connection) -> Result<(), DatabaseError> {
    let text = connection.text_type();
    once(connection, "taken", |connection| {
        let table = format!(
            "CREATE TABLE taken (target {text} NOT NULL, id BIGINT NOT NULL, line BIGINT NOT NULL, \
             used BIGINT NOT NULL, PRIMARY KEY (target, id, line))"
        );
        connection.execute(&table, &[]).map(|_| ())
    })
}

/// Adds `used` to what has been taken of a row; it is negative to give it back.
pub(super) fn take(
    connection: &mut dyn Connection,
    taken: Taken,
    used: Decimal,
) -> Result<(), DatabaseError> {
    let rounding = RoundingStrategy::MidpointAwayFromZero;
    let mut kept = used.round_dp_with_strategy(DIGITS, rounding);
    kept.rescale(DIGITS);
    let used = i64::try_from(kept.mantissa()).unwrap_or_default();
    let sql = "INSERT INTO taken (target, id, line, used) VALUES (?1, ?2, ?3, ?4) \
               ON CONFLICT (target, id, line) DO UPDATE SET used = taken.used + excluded.used";
    let Taken { path, id, row } = taken;
    let parameters = [path.into(), id.into(), row.into(), used.into()];
    connection.execute(sql, &parameters).map(|_| ())
}

/// How much has been taken of a row.
pub(super) fn of_row(
    connection: &mut dyn Connection,
    taken: Taken,
) -> Result<Decimal, DatabaseError> {
    let sql = "SELECT line, used FROM taken WHERE target = ?1 AND id = ?2 AND line = ?3";
    let parameters = [taken.path.into(), taken.id.into(), taken.row.into()];
    let rows = read(connection, sql, &parameters)?;
    Ok(rows.first().map_or(Decimal::ZERO, |(_, used)| *used))
}

/// The rows of a document of which something has been taken, by their keys.
pub(super) fn of_document(
    connection: &mut dyn Connection,
    path: &'static str,
    id: i64,
) -> Result<Vec<(i64, Decimal)>, DatabaseError> {
    let sql = "SELECT line, used FROM taken WHERE target = ?1 AND id = ?2 AND used <> 0";
    read(connection, sql, &[path.into(), id.into()])
}

/// Forgets a document that is deleted.
pub(super) fn forget(
    connection: &mut dyn Connection,
    path: &'static str,
    id: i64,
) -> Result<(), DatabaseError> {
    let sql = "DELETE FROM taken WHERE target = ?1 AND id = ?2";
    connection
        .execute(sql, &[path.into(), id.into()])
        .map(|_| ())
}

fn read(
    connection: &mut dyn Connection,
    sql: &str,
    parameters: &[Value],
) -> Result<Vec<(i64, Decimal)>, DatabaseError> {
    let rows = connection.query(sql, parameters)?.into_iter();
    let pair = |mut row: database::Row| {
        let line = database::integer(&mut row, 0)?;
        Ok((line, Decimal::new(database::integer(&mut row, 1)?, DIGITS)))
    };
    rows.map(pair).collect()
}

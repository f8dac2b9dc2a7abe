//! Whole records, put into an empty company.

use serde_json::Value;

use super::references::Uses;
use super::transaction::Transaction;
use super::{ApiError, numbers};
use crate::sandbox::database::{self, Connection, DatabaseError};
use crate::sandbox::records::{Draft, Members, Plan, StoredRecord, stored};

/// How far a company has been created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seeding {
    /// How many documents it will have.
    pub size: u32,
    /// How many of its records are stored, in order.
    pub kept: u32,
}

/// The counters for both; they are removed when the company is complete.
const SIZE: &str = "seed:size";
const KEPT: &str = "seed:kept";

/// Refuses `more` records that do not continue the company.
pub(super) fn check(
    connection: &mut dyn Connection,
    standing: Seeding,
    more: usize,
) -> Result<(), ApiError> {
    let before = noted(connection)?.map_or(0, |seeding| seeding.kept);
    if before as usize + more == standing.kept as usize {
        return Ok(());
    }
    Err(ApiError::failed(
        "another sandbox is putting a company in; start this one when that is done",
    ))
}

/// Stores how far the company is.
pub(super) fn note(
    connection: &mut dyn Connection,
    standing: Option<Seeding>,
) -> Result<(), DatabaseError> {
    let Some(Seeding { size, kept }) = standing else {
        let sql = "DELETE FROM counter WHERE name IN (?1, ?2)";
        return connection
            .execute(sql, &[SIZE.into(), KEPT.into()])
            .map(|_| ());
    };
    numbers::advance_past(connection, SIZE, size.into())?;
    numbers::advance_past(connection, KEPT, kept.into())
}

/// How far the company is; `None` if it is complete or was never begun.
pub(super) fn noted(connection: &mut dyn Connection) -> Result<Option<Seeding>, DatabaseError> {
    let mut counted = |name: &str| {
        let sql = "SELECT value FROM counter WHERE name = ?1";
        let mut rows = connection.query(sql, &[name.into()])?;
        let value = rows.first_mut().map(|row| database::integer(row, 0));
        Ok::<_, DatabaseError>(
            value
                .transpose()?
                .and_then(|value| u32::try_from(value).ok()),
        )
    };
    let (size, kept) = (counted(SIZE)?, counted(KEPT)?);
    Ok(size.zip(kept).map(|(size, kept)| Seeding { size, kept }))
}

impl<'e> Transaction<'e> {
    /// Stores a whole record that already has its keys. It is neither computed nor posted, and
    /// what it refers to need not exist yet.
    pub(super) fn seed(&mut self, plan: &'e Plan, record: &Members) -> Result<(), ApiError> {
        let mut draft = Draft::new(&plan.layout, None, Members::new()).with_keys(record);
        draft.rows.clear();
        let mut members = draft.finish();
        for array in &plan.layout.arrays {
            let rows = record.get(array.name).and_then(Value::as_array);
            let whole = |row: &Value| {
                let row = row.as_object().cloned().unwrap_or_default();
                Value::Object(Draft::new(&array.layout, Some(row), Members::new()).finish())
            };
            let rows = rows.into_iter().flatten().map(whole).collect();
            members.insert(array.name.to_owned(), Value::Array(rows));
            self.pass_row_keys(array.numbered_by(), members.get(array.name))?;
        }
        let key = plan.resource.key_field().unwrap_or_default();
        let counter = format!("id:{}", plan.resource.path);
        let id = match members.get(key).and_then(Value::as_i64) {
            Some(id) if plan.has_number_key() => {
                numbers::advance_past(self.connection, &counter, id)?;
                id
            }
            _ => numbers::next(self.connection, &counter)?,
        };
        numbers::number(self.engine, self.connection, plan, &mut members)?;
        let record = StoredRecord { id, members };
        stored::insert(self.connection, plan, &record)?;
        self.count_uses(&Uses::of(plan, &record.members))?;
        let linked = self.linked(plan, &record.members);
        self.count_uses(&linked)?;
        self.seed_taken(plan, &record.members)
    }

    fn pass_row_keys(&mut self, key: Option<&str>, rows: Option<&Value>) -> Result<(), ApiError> {
        let Some(key) = key else { return Ok(()) };
        let rows = rows.and_then(Value::as_array).into_iter().flatten();
        if let Some(most) = rows.filter_map(|row| row.get(key)?.as_i64()).max() {
            numbers::advance_past(self.connection, key, most)?;
        }
        Ok(())
    }
}

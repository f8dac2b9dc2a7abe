//! Numbers that the service assigns: keys of records and rows, and the numbers of documents.

use serde_json::Value;

use super::ApiError;
use super::state::State;
use crate::catalogue::Numbering;
use crate::sandbox::database::{self, Connection, DatabaseError};
use crate::sandbox::records::value::{column, folded, is_set, text};
use crate::sandbox::records::{Members, Plan, stored};

/// The next number of the counter `name`, from 1.
pub(super) fn next(connection: &mut dyn Connection, name: &str) -> Result<i64, DatabaseError> {
    let sql = "INSERT INTO counter (name, value) VALUES (?1, 1) \
               ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value";
    let mut rows = connection.query(sql, &[name.into()])?;
    rows.first_mut()
        .map_or(Err(DatabaseError::Column(0)), |row| {
            database::integer(row, 0)
        })
}

/// Raises the counter `name` to `value` at least.
pub(super) fn advance_past(
    connection: &mut dyn Connection,
    name: &str,
    value: i64,
) -> Result<(), DatabaseError> {
    let sql = "INSERT INTO counter (name, value) VALUES (?1, ?2) ON CONFLICT (name) \
               DO UPDATE SET value = excluded.value WHERE counter.value < excluded.value";
    connection
        .execute(sql, &[name.into(), value.into()])
        .map(|_| ())
}

/// Gives the document a number if it has none, and refuses one that another document has.
pub(super) fn number(
    engine: &State,
    connection: &mut dyn Connection,
    plan: &Plan,
    members: &mut Members,
) -> Result<(), ApiError> {
    let rules = &engine.catalogue.rules.numbering;
    let (field, Some(prefix)) = (rules.field, plan.prefix) else {
        return Ok(());
    };
    if plan.layout.field(field).is_none() {
        return Ok(());
    }
    let counter = format!("no:{prefix}");
    if is_set(members.get(field)) {
        let given = text(members.get(field));
        check_unique(connection, rules, plan, members)?;
        let digits = given
            .strip_prefix(prefix)
            .filter(|digits| digits.len() < 18);
        if let Some(Ok(number)) = digits.map(str::parse) {
            advance_past(connection, &counter, number)?;
        }
        return Ok(());
    }
    loop {
        let number = next(connection, &counter)?;
        let given = format!("{prefix}{number:0width$}", width = rules.digits);
        let mut sharing = engine
            .plans
            .values()
            .filter(|other| other.prefix == Some(prefix));
        let is_taken = sharing.try_fold(false, |is_taken, other| {
            Ok::<_, ApiError>(is_taken || taken(connection, other, field, &given)?)
        })?;
        if !is_taken {
            members.insert(field.to_owned(), Value::from(given));
            return Ok(());
        }
    }
}

/// Refuses a number that another document has, of the same party where numbers are a party's own.
fn check_unique(
    connection: &mut dyn Connection,
    rules: &Numbering,
    plan: &Plan,
    members: &Members,
) -> Result<(), ApiError> {
    let given = text(members.get(rules.field));
    let column_of = |name: &str| {
        let field = plan.layout.field(name)?;
        Some((format!("f_{name}"), column(field, members.get(name))))
    };
    let within = rules.unique_within(plan.resource.path);
    let names = [rules.field].into_iter().chain(within);
    let conditions: Vec<_> = names.filter_map(column_of).collect();
    if stored::find_by(connection, plan, &conditions)?.is_none() {
        return Ok(());
    }
    let field = rules.field;
    let party = within.map(|within| format!(" for {within} '{}'", text(members.get(within))));
    Err(ApiError::bad(format!(
        "Document No. '{given}' already exists: duplicate value, {field} has to be unique{}",
        party.unwrap_or_default()
    )))
}

/// Refuses to move a document to a party that already has one with its number.
pub(super) fn check_moved(
    engine: &State,
    connection: &mut dyn Connection,
    plan: &Plan,
    before: &Members,
    after: &Members,
) -> Result<(), ApiError> {
    let rules = &engine.catalogue.rules.numbering;
    let within = rules.unique_within(plan.resource.path);
    let party = |record: &Members| within.map(|field| folded(&text(record.get(field))));
    if party(before) == party(after) {
        return Ok(());
    }
    check_unique(connection, rules, plan, after)
}

fn taken(
    connection: &mut dyn Connection,
    plan: &Plan,
    field: &str,
    number: &str,
) -> Result<bool, DatabaseError> {
    let column = format!("f_{field}");
    stored::is_there(connection, plan, &column, folded(number).into())
}

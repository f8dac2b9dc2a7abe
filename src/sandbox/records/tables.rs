//! Creates the tables, and rebuilds one when the catalogue has changed.

use super::plan::Plan;
use super::{movement, stored};
use crate::sandbox::database::{Connection, DatabaseError, once, text};

/// How many records are read at a time when a table is rebuilt.
const AT_A_TIME: i64 = 500;

/// Creates the tables that do not belong to a resource, once.
pub(crate) fn make_shared(connection: &mut dyn Connection) -> Result<(), DatabaseError> {
    let text = connection.text_type();
    let tables = [
        (
            "layout",
            format!("name {text} NOT NULL PRIMARY KEY, statements TEXT NOT NULL"),
        ),
        (
            "counter",
            format!("name {text} NOT NULL PRIMARY KEY, value BIGINT NOT NULL"),
        ),
        (
            "used",
            format!(
                "target {text} NOT NULL, name {text} NOT NULL, uses BIGINT NOT NULL, \
                 PRIMARY KEY (target, name)"
            ),
        ),
    ];
    for (name, columns) in tables {
        once(connection, name, |connection| {
            let sql = format!("CREATE TABLE {name} ({columns})");
            connection.execute(&sql, &[]).map(|_| ())
        })?;
    }
    Ok(())
}

/// Creates the table of a resource. One with the columns of another catalogue, older or with
/// other user-defined fields, is rebuilt from its records.
pub(crate) fn make(connection: &mut dyn Connection, plan: &Plan) -> Result<(), DatabaseError> {
    let table = &plan.sql.table;
    let wanted = plan.sql.layout(connection);
    let known = "SELECT statements FROM layout WHERE name = ?1";
    let mut known = connection.query(known, &[table.as_str().into()])?;
    let joined = wanted.join(";");
    let known = known.first_mut().map(|row| text(row, 0)).transpose()?;
    if known.as_ref() == Some(&joined) {
        return Ok(());
    }
    let is_there = known.is_some();
    if is_there {
        let sql = format!("CREATE TABLE moved AS SELECT id, shared, listed, rest FROM {table}");
        connection.execute(&sql, &[])?;
        connection.execute(&format!("DROP TABLE {table}"), &[])?;
    }
    for statement in &wanted {
        connection.execute(statement, &[])?;
    }
    if is_there {
        move_back(connection, plan)?;
        connection.execute("DROP TABLE moved", &[])?;
    }
    let note = "INSERT INTO layout (name, statements) VALUES (?1, ?2) \
                ON CONFLICT (name) DO UPDATE SET statements = excluded.statements";
    let parameters = [table.as_str().into(), joined.into()];
    connection.execute(note, &parameters).map(|_| ())
}

fn move_back(connection: &mut dyn Connection, plan: &Plan) -> Result<(), DatabaseError> {
    let mut last = i64::MIN;
    loop {
        let sql = "SELECT id, shared, listed, rest FROM moved WHERE id > ?1 ORDER BY id LIMIT ?2";
        let mut rows = connection.query(sql, &[last.into(), AT_A_TIME.into()])?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in &mut rows {
            let record = stored::read(row)?;
            last = record.id;
            // The movements were stored with the record, and are stored again.
            movement::forget(connection, plan.resource.path, record.id)?;
            stored::insert(connection, plan, &record.completed(plan))?;
        }
    }
}

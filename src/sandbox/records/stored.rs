//! Records in their tables. A record is stored as the text of responses: what lists and whole
//! records share, what only lists show, and the rest.

use serde_json::Value;

use super::draft::Draft;
use super::movement;
use super::plan::Plan;
use super::value::{Members, column, folded, text};
use crate::catalogue::{Field, Presence};
use crate::sandbox::database::{self, Connection, DatabaseError, Row};

/// A record and its number in the table.
#[derive(Clone, Debug)]
pub(crate) struct StoredRecord {
    pub(crate) id: i64,
    pub(crate) members: Members,
}

impl StoredRecord {
    /// The same record with exactly the fields that `plan` knows.
    pub(crate) fn completed(self, plan: &Plan) -> Self {
        let draft = Draft::new(&plan.layout, Some(self.members), Members::new());
        Self {
            id: self.id,
            members: draft.finish(),
        }
    }
}

/// The texts of a record.
struct StoredJson {
    shared: String,
    listed: String,
    rest: String,
}

fn stored_json(plan: &Plan, members: &Members) -> StoredJson {
    let mut all = StoredJson {
        shared: String::new(),
        listed: String::new(),
        rest: String::new(),
    };
    let mut put = |presence: Presence, name: &str| {
        let Some(value) = members.get(name) else {
            return;
        };
        let out = match presence {
            Presence::Everywhere => &mut all.shared,
            Presence::ListOnly => &mut all.listed,
            Presence::RecordOnly => &mut all.rest,
        };
        // The first shared member follows the brace.
        if presence != Presence::Everywhere || !out.is_empty() {
            out.push(',');
        }
        out.push_str(&Value::from(name).to_string());
        out.push(':');
        out.push_str(&value.to_string());
    };
    for field in &plan.layout.fields {
        put(field.presence, &field.name);
    }
    for array in &plan.layout.arrays {
        put(Presence::RecordOnly, array.name);
    }
    all
}

/// Writes the object of which `row` has the two texts: `shared`, and `listed` or `rest`.
pub(crate) fn write(out: &mut String, row: &mut Row) -> Result<(), DatabaseError> {
    let (shared, more) = (database::text(row, 0)?, database::text(row, 1)?);
    out.extend(["{", &shared, &more, "}"]);
    Ok(())
}

/// The whole record as a response has it.
pub(crate) fn answered(plan: &Plan, members: &Members) -> String {
    let texts = stored_json(plan, members);
    format!("{{{}{}}}", texts.shared, texts.rest)
}

fn columns(plan: &Plan, members: &Members) -> Vec<database::Value> {
    let listed = plan.layout.fields.iter().filter(|field| field.is_listed());
    let mut values: Vec<_> = listed
        .map(|field| column(field, members.get(&*field.name)))
        .collect();
    let StoredJson {
        shared,
        listed,
        rest,
    } = stored_json(plan, members);
    values.extend([shared.into(), listed.into(), rest.into()]);
    values
}

/// The text of a record's key in the path, folded.
pub(crate) fn key_of(plan: &Plan, members: &Members) -> String {
    let key = plan.resource.key_field().unwrap_or_default();
    folded(&text(members.get(key)))
}

pub(crate) fn insert(
    connection: &mut dyn Connection,
    plan: &Plan,
    record: &StoredRecord,
) -> Result<(), DatabaseError> {
    let mut parameters = vec![record.id.into(), key_of(plan, &record.members).into()];
    parameters.extend(columns(plan, &record.members));
    connection.execute(&plan.sql.insert, &parameters)?;
    match &plan.stock {
        Some(stock) => movement::keep(
            connection,
            stock,
            plan.resource.path,
            record.id,
            &record.members,
        ),
        None => Ok(()),
    }
}

pub(crate) fn update(
    connection: &mut dyn Connection,
    plan: &Plan,
    record: &StoredRecord,
) -> Result<(), DatabaseError> {
    let mut parameters = columns(plan, &record.members);
    parameters.push(record.id.into());
    connection.execute(&plan.sql.update, &parameters)?;
    match &plan.stock {
        Some(stock) => {
            let path = plan.resource.path;
            movement::forget(connection, path, record.id)?;
            movement::keep(connection, stock, path, record.id, &record.members)
        }
        None => Ok(()),
    }
}

pub(crate) fn delete(
    connection: &mut dyn Connection,
    plan: &Plan,
    id: i64,
) -> Result<(), DatabaseError> {
    connection.execute(&plan.sql.delete, &[id.into()])?;
    match &plan.stock {
        Some(_) => movement::forget(connection, plan.resource.path, id),
        None => Ok(()),
    }
}

/// Calls `visit` with every record of the resource at `path`, in the order of creation.
pub(crate) fn each_record(
    connection: &mut dyn Connection,
    path: &str,
    visit: &mut dyn FnMut(Members),
) -> Result<(), DatabaseError> {
    let sql = format!("SELECT id, shared, listed, rest FROM r_{path} ORDER BY id");
    for mut row in connection.query(&sql, &[])? {
        visit(read(&mut row)?.members);
    }
    Ok(())
}

/// Whether there is a record whose column `name` is `value`.
pub(crate) fn is_there(
    connection: &mut dyn Connection,
    plan: &Plan,
    name: &str,
    value: database::Value,
) -> Result<bool, DatabaseError> {
    let sql = format!("SELECT 1 FROM {} WHERE {name} = ?1 LIMIT 1", plan.sql.table);
    Ok(!connection.query(&sql, &[value])?.is_empty())
}

/// The record whose column `name` is `value`.
pub(crate) fn find(
    connection: &mut dyn Connection,
    plan: &Plan,
    name: &str,
    value: database::Value,
) -> Result<Option<StoredRecord>, DatabaseError> {
    let table = &plan.sql.table;
    let sql = format!("SELECT id, shared, listed, rest FROM {table} WHERE {name} = ?1");
    let mut rows = connection.query(&sql, &[value])?;
    let Some(row) = rows.first_mut() else {
        return Ok(None);
    };
    read(row).map(Some)
}

/// The record whose columns have these values.
pub(crate) fn find_by(
    connection: &mut dyn Connection,
    plan: &Plan,
    conditions: &[(String, database::Value)],
) -> Result<Option<StoredRecord>, DatabaseError> {
    let conditions = conditions.iter().zip(1..);
    let (sql, values): (Vec<String>, Vec<database::Value>) = conditions
        .map(|((name, value), mark)| (format!("{name} = ?{mark}"), value.clone()))
        .unzip();
    let table = &plan.sql.table;
    let sql = format!(
        "SELECT id, shared, listed, rest FROM {table} WHERE {} LIMIT 1",
        sql.join(" AND ")
    );
    let mut rows = connection.query(&sql, &values)?;
    rows.first_mut().map(read).transpose()
}

/// The record of which `row` has the columns `id`, `shared`, `listed` and `rest`.
pub(crate) fn read(row: &mut Row) -> Result<StoredRecord, DatabaseError> {
    let id = database::integer(row, 0)?;
    let texts: [String; 3] = [
        database::text(row, 1)?,
        database::text(row, 2)?,
        database::text(row, 3)?,
    ];
    let text = format!("{{{}}}", texts.concat());
    let members = serde_json::from_str(&text).map_err(|_| DatabaseError::Column(1))?;
    Ok(StoredRecord { id, members })
}

/// The record that `value` of `field` names, which is one of `plan`'s.
pub(crate) fn referred(
    connection: &mut dyn Connection,
    plan: &Plan,
    field: &Field,
    value: &Value,
) -> Result<Option<StoredRecord>, DatabaseError> {
    let (column, value) = reference(plan, field, value);
    find(connection, plan, column, value)
}

/// The column of `plan`'s table, and the value in it, by which a reference names a record.
pub(crate) fn reference<'p>(
    plan: &'p Plan,
    field: &Field,
    value: &Value,
) -> (&'p str, database::Value) {
    match value.as_i64() {
        Some(number) if field.kind == crate::catalogue::FieldType::Integer => ("id", number.into()),
        _ if plan.has_number_key() => (&plan.sql.code, folded(&text(Some(value))).into()),
        _ => ("key", folded(&text(Some(value))).into()),
    }
}

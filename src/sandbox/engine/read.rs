//! The three ways to GET.

use super::filter::{Fields, Filter};
use super::state::State;
use super::{Answer, Refusal, key};
use crate::sandbox::database::{self, Connection};
use crate::sandbox::records::{Plan, stored};

/// A page of records: of lists the master fields, of `/*` whole records.
pub(super) fn page(
    engine: &State,
    connection: &mut dyn Connection,
    plan: &Plan,
    fields: Fields,
    query: &[(String, String)],
) -> Result<Answer, Refusal> {
    let filter = Filter::read(engine, plan, fields, query)?;
    let last = match fields {
        Fields::Listed => "listed",
        Fields::Indexed => "rest",
    };
    let order = if plan.has_number_key() { "id" } else { "key" };
    let (table, size) = (&plan.sql.table, engine.catalogue.service.page_size);
    let mut parameters = filter.parameters;
    parameters.push(filter.offset.into());
    // What is passed over is only counted, in an index, and not read.
    let sql = format!(
        "SELECT shared, {last} FROM {table} WHERE {order} IN (SELECT {order} FROM {table}{} \
         ORDER BY {order} LIMIT {size} OFFSET ?{}) ORDER BY {order}",
        filter.sql,
        parameters.len()
    );
    let mut body = format!(
        "{{\"pagination\":{{\"offset\":{}}},\"data\":[",
        filter.offset
    );
    for (index, mut row) in connection.query(&sql, &parameters)?.into_iter().enumerate() {
        if index > 0 {
            body.push(',');
        }
        stored::write(&mut body, &mut row)?;
    }
    body.push_str("]}");
    Ok(Answer::json(200, body))
}

/// One whole record, as the only element of `data`.
pub(super) fn one(
    connection: &mut dyn Connection,
    plan: &Plan,
    key: &str,
) -> Result<Answer, Refusal> {
    let record = whole(connection, plan, key)?;
    Ok(Answer::json(
        200,
        format!("{{\"pagination\":{{\"offset\":0}},\"data\":[{record}]}}"),
    ))
}

/// The text of one whole record.
pub(super) fn whole(
    connection: &mut dyn Connection,
    plan: &Plan,
    key: &str,
) -> Result<String, Refusal> {
    let (column, value) = key::by_key(plan, key)?;
    let sql = format!(
        "SELECT shared, rest FROM {} WHERE {column} = ?1",
        plan.sql.table
    );
    let mut rows: Vec<database::Row> = connection.query(&sql, &[value])?;
    let Some(row) = rows.first_mut() else {
        return Err(key::not_found(plan, key));
    };
    let mut text = String::new();
    stored::write(&mut text, row)?;
    Ok(text)
}

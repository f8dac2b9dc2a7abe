//! The three ways to GET.

use std::fmt::Write as _;

use super::filter::{Fields, Filter};
use super::state::State;
use super::{Answer, ApiError, key};
use crate::catalogue::{Conventions, Paging};
use crate::sandbox::database::{self, Connection};
use crate::sandbox::records::{Plan, stored};

/// A page of records: master fields in lists, whole records for `/*`.
pub(super) fn page(
    engine: &State,
    connection: &mut dyn Connection,
    plan: &Plan,
    fields: Fields,
    query: &[(String, String)],
) -> Result<Answer, ApiError> {
    let filter = Filter::read(engine, plan, fields, query)?;
    let last = match fields {
        Fields::Listed => "listed",
        Fields::Indexed => "rest",
    };
    let order = if plan.has_number_key() { "id" } else { "key" };
    let (table, conventions) = (&plan.sql.table, &engine.catalogue.conventions);
    let size = conventions.paging.size().map_or(i64::MAX, i64::from);
    let mut parameters = filter.parameters;
    parameters.push(filter.offset.into());
    // Skipped records are only counted, in an index, not read.
    let sql = format!(
        "SELECT shared, {last} FROM {table} WHERE {order} IN (SELECT {order} FROM {table}{} \
         ORDER BY {order} LIMIT {size} OFFSET ?{}) ORDER BY {order}",
        filter.sql,
        parameters.len()
    );
    let rows = connection.query(&sql, &parameters)?;
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let next = (count == size).then(|| filter.offset.saturating_add(count));
    let mut records = String::new();
    for (index, mut row) in rows.into_iter().enumerate() {
        if index > 0 {
            records.push(',');
        }
        stored::write(&mut records, &mut row)?;
    }
    let body = listed(conventions, filter.offset, &records, next);
    Ok(Answer {
        tolerated: filter.ignored,
        ..Answer::json(200, body)
    })
}

/// One whole record, as a read by key returns it.
pub(super) fn one(
    engine: &State,
    connection: &mut dyn Connection,
    plan: &Plan,
    key: &str,
) -> Result<Answer, ApiError> {
    let record = whole(connection, plan, key)?;
    let conventions = &engine.catalogue.conventions;
    let body = if conventions.answers.get_is_list {
        listed(conventions, 0, &record, None)
    } else {
        record
    };
    Ok(Answer::json(200, body))
}

/// `records`, separated by commas, as a list from `offset` on; and where the next page starts.
fn listed(conventions: &Conventions, offset: i64, records: &str, next: Option<i64>) -> String {
    let Some(member) = conventions.answers.records else {
        return format!("[{records}]");
    };
    let json = |name: &str| serde_json::Value::from(name);
    let mut body = String::with_capacity(records.len() + 64);
    body.push('{');
    if let Paging::Offset {
        echo: Some((outer, inner)),
        ..
    } = conventions.paging
    {
        let _ = write!(body, "{}:{{{}:{offset}}},", json(outer), json(inner));
    }
    let _ = write!(body, "{}:[", json(member));
    body.push_str(records);
    body.push(']');
    if let Paging::Token { member, .. } = conventions.paging {
        let next = next.map(|next| next.to_string());
        let _ = write!(body, ",{}:{}", json(member), serde_json::json!(next));
    }
    body.push('}');
    body
}

/// The text of one whole record.
pub(super) fn whole(
    connection: &mut dyn Connection,
    plan: &Plan,
    key: &str,
) -> Result<String, ApiError> {
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

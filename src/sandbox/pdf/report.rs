//! The answer of a report as pages.

use serde_json::Value;

use super::head::{draw_facts, draw_section, draw_title};
use super::page_writer::PageWriter;
use super::record::value_text;
use super::table::{self, Column};
use crate::catalogue::Resource;

/// The answer of a report as a PDF document: the company's name, the report's title, the template's
/// name, the parameters that were given, and each array of the answer as a table.
///
/// A column is right-aligned if all its values are numbers. The
/// same answer gives the same bytes.
pub fn report(
    company: &str,
    resource: &Resource,
    parameters: &[(String, String)],
    answer: &Value,
    template: &str,
) -> Vec<u8> {
    let mut pages = PageWriter::new();
    draw_title(&mut pages, company, resource.title, template);
    draw_facts(&mut pages, parameters);
    for (name, rows) in answer.as_object().into_iter().flatten() {
        let rows = rows.as_array().map_or(&[][..], Vec::as_slice);
        if rows.is_empty() {
            draw_section(&mut pages, &format!("{name}: no rows"));
        } else {
            draw_section(&mut pages, name);
            table::draw(&mut pages, &columns(rows), &[]);
        }
    }
    pages.finish(resource.title)
}

/// A column for each member that a row has, in the order in which they first appear.
fn columns(rows: &[Value]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let members = rows.iter().filter_map(Value::as_object).flatten();
    for (name, _) in members {
        if columns.iter().any(|column| column.heading == *name) {
            continue;
        }
        let cell = |row: &Value| row.get(name).map(cell).unwrap_or_default();
        let cells: Vec<String> = rows.iter().map(cell).collect();
        columns.push(Column {
            heading: name.clone(),
            numeric: cells.iter().all(|cell| is_number(cell)),
            optional: true,
            cells,
        });
    }
    columns
}

/// A value as text; an array of rows as its values one after the other.
fn cell(value: &Value) -> String {
    match value {
        Value::Array(rows) => rows.iter().map(cell).collect::<Vec<_>>().join(", "),
        Value::Object(row) => row.values().map(cell).collect::<Vec<_>>().join(" "),
        other => value_text(other),
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

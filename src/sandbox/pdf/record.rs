//! A record as pages: its master fields, its rows, its amounts.

use serde_json::Value;

use super::head::{draw_facts, draw_section, draw_title, draw_totals};
use super::page_writer::PageWriter;
use super::table::{self, Column};
use crate::catalogue::{Detail, Field, FieldType, Resource, ResourceKind, Rules};

/// The default of text fields.
const NOTHING: &str = "----";

/// The record as a PDF document: the company's name, the resource's title, the template's name, all
/// master fields that are set, each detail array as a table, and the amounts of a document last.
///
/// A field is set when it is neither empty, nor zero, nor `false`. No built-in template is
/// imitated: whatever its name, the document looks the same. Text outside of Windows-1252 shows as
/// question marks. The same record gives the same bytes.
pub fn record(
    company: &str,
    (rules, resource): (&Rules, &Resource),
    record: &Value,
    template: &str,
) -> Vec<u8> {
    let mut pages = PageWriter::new();
    draw_title(&mut pages, company, resource.title, template);
    let set: Vec<(&Field, String)> = resource
        .fields()
        .filter(|field| field.is_in_records())
        .filter_map(|field| {
            Some((
                field,
                printed_value(field, record.get(field.name.as_ref())?)?,
            ))
        })
        .collect();
    let is_total = |field: &Field| {
        resource.kind == ResourceKind::Document && field.kind == FieldType::Decimal(Some(2))
    };
    let pairs = |totals: bool| -> Vec<(String, String)> {
        let chosen = set.iter().filter(|(field, _)| is_total(field) == totals);
        chosen
            .map(|(field, text)| (field.name.to_string(), text.clone()))
            .collect()
    };
    draw_facts(&mut pages, &pairs(false));
    for detail in resource.details {
        let rows = record.get(detail.name).and_then(Value::as_array);
        if let Some(rows) = rows.filter(|rows| !rows.is_empty()) {
            draw_section(&mut pages, detail.title);
            draw_rows(&mut pages, resource, detail, rows);
        }
    }
    draw_totals(&mut pages, &pairs(true));
    let number = [rules.numbering.field, rules.code]
        .iter()
        .find_map(|name| record.get(name)?.as_str());
    let footer = match number {
        Some(number) => format!("{} {number}", resource.title),
        None => resource.title.to_owned(),
    };
    pages.finish(&footer)
}

fn draw_rows(pages: &mut PageWriter, resource: &Resource, detail: &'static Detail, rows: &[Value]) {
    let mut columns = Vec::new();
    for field in resource.row_fields(detail).filter(|field| !field.assigned) {
        let name = field.name.as_ref();
        let cell = |row: &Value| row.get(name).and_then(|value| printed_value(field, value));
        let cells: Vec<String> = rows
            .iter()
            .map(|row| cell(row).unwrap_or_default())
            .collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        columns.push(Column {
            heading: name.to_owned(),
            numeric: matches!(field.kind, FieldType::Integer | FieldType::Decimal(_)),
            optional: field.refers_to.is_none() && !detail.sdk_mandatory.contains(&name),
            cells,
        });
    }
    let under: Vec<String> = rows.iter().map(|row| nested(detail, row)).collect();
    table::draw(pages, &columns, &under);
}

/// The arrays inside a row, as text.
fn nested(detail: &Detail, row: &Value) -> String {
    let mut parts = Vec::new();
    for inner in detail.details {
        let rows = row.get(inner.name).and_then(Value::as_array);
        let rows = rows.into_iter().flatten().filter_map(Value::as_object);
        let values: Vec<String> = rows
            .map(|row| row.values().map(value_text).collect::<Vec<_>>().join(" "))
            .collect();
        if !values.is_empty() {
            parts.push(format!("{}: {}", inner.title, values.join(", ")));
        }
    }
    parts.join(" \u{b7} ")
}

/// The value as text; `None` when the field is not set, or holds bytes.
fn printed_value(field: &Field, value: &Value) -> Option<String> {
    let text = value_text(value);
    let zero = text.chars().all(|c| matches!(c, '0' | '.'));
    let number = matches!(field.kind, FieldType::Integer | FieldType::Decimal(_));
    let unset = text.trim().is_empty() || text == NOTHING || text == "false" || (number && zero);
    if unset || field.kind == FieldType::Blob {
        return None;
    }
    let meaning = field.codes.iter().find(|(code, _)| *code == text);
    Some(match meaning {
        Some((_, meaning)) => format!("{text} ({meaning})"),
        None => text,
    })
}

/// A JSON value as people read it: text without quotes, nothing for null.
pub(super) fn value_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

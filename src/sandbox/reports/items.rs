//! The items that a report is about.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::filter::ReportFilter;
use crate::catalogue::Items;
use crate::sandbox::database::{Connection, DatabaseError};
use crate::sandbox::records::stored::each_record;

/// How an item's stock is valued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Costing {
    Fixed,
    FirstInFirstOut,
    Average,
}

/// An item, as far as reports show it.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) shelf: String,
    pub(super) costing: Costing,
    /// The fixed cost of one.
    pub(super) cost: Decimal,
    /// Units, each with what one costs, as the item's record has it.
    pub(super) units: Vec<(Value, Value)>,
    pub(super) reorder_level: Decimal,
    pub(super) reorder_quantity: Decimal,
    pub(super) lead_time: Value,
}

/// The items that the filter lets through, by their code in lower case.
pub(super) fn read(
    connection: &mut dyn Connection,
    fields: &Items,
    filter: &ReportFilter,
) -> Result<BTreeMap<String, Item>, DatabaseError> {
    let mut found = BTreeMap::new();
    each_record(connection, fields.resource, &mut |record| {
        let item = item(fields, &record);
        let code = item.code.to_lowercase();
        if is_wanted(fields, &record, &code, filter) {
            found.insert(code, item);
        }
    })?;
    Ok(found)
}

fn is_wanted(
    fields: &Items,
    record: &Map<String, Value>,
    code: &str,
    filter: &ReportFilter,
) -> bool {
    let either = |name: &str, (with, without): (bool, bool)| {
        let flag = record.get(name).and_then(Value::as_bool) == Some(true);
        if flag { with } else { without }
    };
    let among = |wanted: &[String], given: &str| {
        wanted.is_empty() || wanted.contains(&given.to_lowercase())
    };
    let (detail, column) = fields.categories;
    let mut categories = rows(record, detail)
        .iter()
        .filter_map(|row| row.get(column)?.as_str());
    either(fields.active, filter.active)
        && either(fields.controlled, filter.controlled)
        && among(&filter.items, code)
        && among(&filter.groups, &text_member(record, fields.group))
        && (filter.categories.is_empty() || categories.any(|one| among(&filter.categories, one)))
}

fn item(fields: &Items, record: &Map<String, Value>) -> Item {
    let (detail, unit, cost) = fields.units;
    let unit = |row: &Value| {
        let of = |name: &str| row.get(name).cloned().unwrap_or_default();
        (of(unit), of(cost))
    };
    Item {
        code: text_member(record, fields.code),
        name: text_member(record, fields.name),
        unit: text_member(record, fields.unit),
        shelf: text_member(record, fields.shelf),
        costing: match record.get(fields.costing).and_then(Value::as_i64) {
            Some(0) => Costing::Fixed,
            Some(2) => Costing::Average,
            _ => Costing::FirstInFirstOut,
        },
        cost: decimal(record, fields.cost),
        units: rows(record, detail).iter().map(unit).collect(),
        reorder_level: decimal(record, fields.reorder_level),
        reorder_quantity: decimal(record, fields.reorder_quantity),
        lead_time: record.get(fields.lead_time).cloned().unwrap_or_default(),
    }
}

fn rows<'a>(record: &'a Map<String, Value>, detail: &str) -> &'a [Value] {
    let rows = record.get(detail).and_then(Value::as_array);
    rows.map_or(&[], Vec::as_slice)
}

fn text_member(record: &Map<String, Value>, name: &str) -> String {
    let text = record.get(name).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

fn decimal(record: &Map<String, Value>, name: &str) -> Decimal {
    text_member(record, name).parse().unwrap_or_default()
}

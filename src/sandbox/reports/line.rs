//! One row of a report, and how its columns show it.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Map, Value, json};

use super::items::Item;
use crate::catalogue::{StockColumn, StockReport};

/// What a row of any report may have; a report shows what it has columns for.
#[derive(Clone, Debug)]
pub(super) struct ReportLine<'a> {
    pub(super) item: &'a Item,
    pub(super) location: String,
    pub(super) batch: String,
    pub(super) quantity: Decimal,
    /// What moved: positive in, negative out.
    pub(super) moved: Decimal,
    pub(super) cost: Decimal,
    /// How much of the quantity is of each calendar month, from the last day's back.
    pub(super) ages: Vec<Decimal>,
    pub(super) day: String,
    pub(super) number: String,
    pub(super) description: String,
    pub(super) serial: String,
    pub(super) made: Value,
    pub(super) expires: Value,
}

impl<'a> ReportLine<'a> {
    pub(super) fn of(item: &'a Item) -> Self {
        Self {
            item,
            location: String::new(),
            batch: String::new(),
            quantity: Decimal::ZERO,
            moved: Decimal::ZERO,
            cost: Decimal::ZERO,
            ages: Vec::new(),
            day: String::new(),
            number: String::new(),
            description: String::new(),
            serial: String::new(),
            made: Value::Null,
            expires: Value::Null,
        }
    }

    /// Whether the other row is of the same item.
    pub(super) fn is_same_item(&self, other: &Self) -> bool {
        std::ptr::eq(self.item, other.item)
    }

    /// The row as the report answers it.
    pub(super) fn show(&self, report: &StockReport) -> Value {
        let members = report.columns.iter();
        let members = members.map(|(name, column)| ((*name).to_owned(), self.cell(*column)));
        Value::Object(members.collect::<Map<_, _>>())
    }

    fn cell(&self, column: StockColumn) -> Value {
        match column {
            StockColumn::Item => json!(self.item.code),
            StockColumn::Name => json!(self.item.name),
            StockColumn::Unit => json!(self.item.unit),
            StockColumn::Units(name, price) => {
                let units = self.item.units.iter();
                let unit = |(unit, cost): &(Value, Value)| json!({name: unit, price: cost});
                units.map(unit).collect()
            }
            StockColumn::Shelf => json!(self.item.shelf),
            StockColumn::Location => json!(self.location),
            StockColumn::Batch => json!(self.batch),
            StockColumn::Made => self.made.clone(),
            StockColumn::Expires => self.expires.clone(),
            StockColumn::Quantity => json!(number(self.quantity, 4)),
            StockColumn::In => json!(number(self.moved.max(Decimal::ZERO), 4)),
            StockColumn::Out => json!(number(-self.moved.min(Decimal::ZERO), 4)),
            StockColumn::Value => json!(number(self.quantity * self.cost, 2)),
            StockColumn::Cost => json!(number(self.cost, 4)),
            StockColumn::Age(at) => {
                json!(number(self.ages.get(at).copied().unwrap_or_default(), 4))
            }
            StockColumn::Date => json!(self.day),
            StockColumn::Number => json!(self.number),
            StockColumn::Description => json!(self.description),
            StockColumn::Serial => json!(self.serial),
            StockColumn::ReorderLevel => json!(number(self.item.reorder_level, 4)),
            StockColumn::ReorderQuantity => json!(number(self.item.reorder_quantity, 4)),
            StockColumn::LeadTime => self.item.lead_time.clone(),
            StockColumn::Blank => json!(""),
        }
    }
}

/// A decimal with two digits after the point at least, and `most` at most.
pub(super) fn number(value: Decimal, most: u32) -> String {
    let rounding = RoundingStrategy::MidpointAwayFromZero;
    let mut shown = value.round_dp_with_strategy(most, rounding).normalize();
    if shown.is_zero() {
        shown.set_sign_positive(true);
    }
    shown.rescale(shown.scale().max(2));
    shown.to_string()
}

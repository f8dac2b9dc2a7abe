//! What stock cost, and how old it is.

use rust_decimal::Decimal;

use super::items::{Costing, Item};
use super::sql::Conditions;
use crate::sandbox::database::{Connection, DatabaseError, Value, integer, text};
use crate::sandbox::records::movement::{DIGITS, TRANSFER};

/// What came in at one time and is still in stock, if the oldest goes out first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layer {
    /// The day; empty for the opening balance.
    pub(super) day: String,
    pub(super) quantity: Decimal,
    /// What one cost, when it is known.
    cost: Option<Decimal>,
}

/// Which movements make the layers.
#[derive(Clone, Debug)]
pub(super) struct CostScope {
    pub(super) conditions: Conditions,
    /// Whether what arrived from another location counts as having come in.
    pub(super) with_transfers: bool,
}

/// A stored number as a decimal.
pub(super) fn kept(number: i64) -> Decimal {
    Decimal::new(number, DIGITS)
}

/// What came in last, up to `balance`: the newest first. What is not covered is left out.
pub(super) fn layers(
    connection: &mut dyn Connection,
    scope: &CostScope,
    balance: Decimal,
) -> Result<Vec<Layer>, DatabaseError> {
    const AT_ONCE: usize = 500;
    let mut conditions = scope.conditions.clone().always("quantity > 0");
    if !scope.with_transfers {
        conditions = conditions.and("kind <> ?", TRANSFER);
    }
    let mut layers = Vec::new();
    let mut open = balance;
    let mut skipped = 0;
    while open > Decimal::ZERO {
        let sql = format!(
            "SELECT quantity, cost, day FROM movement{} \
             ORDER BY day DESC, resource DESC, id DESC, line DESC LIMIT {AT_ONCE} OFFSET {skipped}",
            conditions.sql()
        );
        let rows = connection.query(&sql, &conditions.parameters)?;
        let count = rows.len();
        for mut row in rows {
            let whole = kept(integer(&mut row, 0)?);
            let cost = match row.get(1) {
                Some(Value::Integer(cost)) => Some(kept(*cost) / whole),
                _ => None,
            };
            let quantity = whole.min(open);
            open -= quantity;
            let day = text(&mut row, 2)?;
            layers.push(Layer {
                day,
                quantity,
                cost,
            });
            if open <= Decimal::ZERO {
                break;
            }
        }
        if count < AT_ONCE {
            break;
        }
        skipped += AT_ONCE;
    }
    Ok(layers)
}

/// The average unit cost of all that came in with a cost; the fixed cost if
/// nothing did.
pub(super) fn average(
    connection: &mut dyn Connection,
    scope: &CostScope,
    item: &Item,
) -> Result<Decimal, DatabaseError> {
    let conditions = scope
        .conditions
        .clone()
        .always("quantity > 0 AND cost IS NOT NULL")
        .and("kind <> ?", TRANSFER);
    let sql = format!(
        "SELECT CAST(COALESCE(SUM(cost), 0) AS BIGINT), CAST(COALESCE(SUM(quantity), 0) AS BIGINT) \
         FROM movement{}",
        conditions.sql()
    );
    let mut rows = connection.query(&sql, &conditions.parameters)?;
    let Some(row) = rows.first_mut() else {
        return Ok(item.cost);
    };
    let (cost, quantity) = (integer(row, 0)?, integer(row, 1)?);
    Ok(kept(cost).checked_div(kept(quantity)).unwrap_or(item.cost))
}

/// What one of the `balance` of the item cost, by the item's own way of valuing.
pub(super) fn unit_cost(
    connection: &mut dyn Connection,
    scope: &CostScope,
    item: &Item,
    balance: Decimal,
) -> Result<Decimal, DatabaseError> {
    if item.costing == Costing::Fixed {
        return Ok(item.cost);
    }
    let average = average(connection, scope, item)?;
    if item.costing == Costing::Average || balance <= Decimal::ZERO {
        return Ok(average);
    }
    let (mut value, mut covered) = (Decimal::ZERO, Decimal::ZERO);
    for layer in layers(connection, scope, balance)? {
        value += layer.quantity * layer.cost.unwrap_or(average);
        covered += layer.quantity;
    }
    Ok(value.checked_div(covered).unwrap_or(average))
}

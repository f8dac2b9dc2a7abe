//! Stores records, and keeps what other records say about them up to date: the stock of items, the
//! balances of parties.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::transaction::Transaction;
use super::{ApiError, taken};
use crate::sandbox::records::value::{amount, decimal, folded, text};
use crate::sandbox::records::{Members, Plan, StoredRecord, movement, stored};

/// Sums that change: the path of the resource that has them, the record's folded code, the field.
type Changes = BTreeMap<(&'static str, String, &'static str), Decimal>;

impl Transaction<'_> {
    /// Stores a record that is new, changed or deleted.
    pub(super) fn keep(
        &mut self,
        plan: &Plan,
        id: i64,
        before: Option<&Members>,
        after: Option<&mut Members>,
    ) -> Result<(), ApiError> {
        let mut changes = Changes::new();
        let one = Decimal::ONE;
        for (record, sign) in [(before, -one), (after.as_deref(), one)] {
            if let Some(record) = record {
                self.count_balances(plan, record, sign, &mut changes);
                count_stock(plan, record, sign, &mut changes);
            }
        }
        changes.retain(|_, change| !change.is_zero());
        let path = plan.resource.path;
        match after {
            None => {
                stored::delete(self.connection, plan, id)?;
                taken::forget(self.connection, path, id)?;
            }
            Some(members) => {
                // What an item has from its own record.
                let code = folded(&text(members.get(plan.code)));
                let is_own =
                    |(resource, name, _): &(&str, String, _)| *resource == path && *name == code;
                let own: Vec<_> = changes.keys().filter(|key| is_own(key)).cloned().collect();
                for key in own {
                    if let Some(change) = changes.remove(&key) {
                        add(plan, members, key.2, change);
                    }
                }
                let record = StoredRecord {
                    id,
                    members: members.clone(),
                };
                match before {
                    None => stored::insert(self.connection, plan, &record)?,
                    Some(_) => stored::update(self.connection, plan, &record)?,
                }
            }
        }
        for ((path, name, field), change) in changes {
            self.add_to(path, &name, field, change)?;
        }
        Ok(())
    }

    fn count_balances(&self, plan: &Plan, record: &Members, sign: Decimal, changes: &mut Changes) {
        if self.is_void(record) {
            return;
        }
        for tally in self.engine.catalogue.rules.tallies {
            let parts = tally.adds.iter().map(|part| (part, sign));
            let parts = parts.chain(tally.subtracts.iter().map(|part| (part, -sign)));
            for ((_, field), sign) in parts.filter(|((path, _), _)| *path == plan.resource.path) {
                let name = folded(&text(record.get(tally.by)));
                let change = changes
                    .entry((tally.resource, name, tally.field))
                    .or_default();
                *change += sign * decimal(record.get(*field));
            }
        }
    }

    fn add_to(
        &mut self,
        path: &str,
        name: &str,
        field: &'static str,
        change: Decimal,
    ) -> Result<(), ApiError> {
        let Some(plan) = self.engine.plans.get(path) else {
            return Ok(());
        };
        let column = if plan.has_number_key() {
            plan.sql.code.as_str()
        } else {
            "key"
        };
        if let Some(mut found) = stored::find(self.connection, plan, column, name.into())? {
            add(plan, &mut found.members, field, change);
            stored::update(self.connection, plan, &found)?;
        }
        Ok(())
    }
}

fn count_stock(plan: &Plan, record: &Members, sign: Decimal, changes: &mut Changes) {
    let Some(stock) = &plan.stock else { return };
    let items = &stock.items;
    for (item, quantity) in movement::quantities(stock, plan.resource.path, record) {
        let change = changes
            .entry((items.resource, item, items.balance))
            .or_default();
        *change += sign * quantity;
    }
}

fn add(plan: &Plan, members: &mut Members, field: &str, change: Decimal) {
    let sum = decimal(members.get(field)) + change;
    if let Some(value) = plan
        .layout
        .field(field)
        .and_then(|field| amount(field, sum))
    {
        members.insert(field.to_owned(), value);
    }
}

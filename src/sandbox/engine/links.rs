//! Rows that use up another document: knock-offs and transfers.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::Value;

use super::opened::{Document, Opened, Opening, own_key};
use super::references::Uses;
use super::taken::{self, Taken};
use super::transaction::Transaction;
use super::{ApiError, link_kind};
use crate::catalogue::{Link, LinkedRow};
use crate::sandbox::records::value::{amount, decimal, is_set, text};
use crate::sandbox::records::{Draft, Members, Plan, RecordLayout};

impl Transaction<'_> {
    /// Fills the rows of a record that is about to be computed from the documents that they name.
    /// Knock-offs also use these up; transfers do so in [`Self::transfer`].
    pub(super) fn link(&mut self, plan: &Plan, draft: &mut Draft<'_>) -> Result<(), ApiError> {
        let own = (plan.resource.path, own_key(plan, &draft.members));
        let mut opened = Opened::default();
        for link in self.engine.catalogue.rules.links {
            draft.each_row(link.detail, |_, row, record| {
                link_kind::settle(link, row)?;
                if self.is_void(&record.members) {
                    return Ok(());
                }
                let opening = Opening {
                    link,
                    plan,
                    record: &record.members,
                };
                let Some(key) = self.open(&mut opened, &opening, &row.members)? else {
                    return Ok(());
                };
                if key == own {
                    return Err(ApiError::bad("a document cannot name itself as its source"));
                }
                let Some(document) = opened.get_mut(key) else {
                    return Ok(());
                };
                self.check_agreement(&opening, document.plan, &document.members)?;
                if let Some(linked) = &link.row {
                    return fill_from_row(link, linked, row, document);
                }
                fill(link, row, &document.members);
                knock_off(link, row, document.plan, &mut document.members)
            })?;
        }
        self.close(opened)
    }

    /// Uses up the rows that the rows of a computed record name.
    pub(super) fn transfer(&mut self, plan: &Plan, draft: &mut Draft<'_>) -> Result<(), ApiError> {
        if self.is_void(&draft.members) {
            return Ok(());
        }
        let mut opened = Opened::default();
        for link in self.engine.catalogue.rules.links {
            let Some(linked) = &link.row else { continue };
            draft.each_row(link.detail, |_, row, record| {
                let opening = Opening {
                    link,
                    plan,
                    record: &record.members,
                };
                let Some(key) = self.open(&mut opened, &opening, &row.members)? else {
                    return Ok(());
                };
                let Some(document) = opened.get_mut(key) else {
                    return Ok(());
                };
                let source = named_row(linked, &row.members, document)?;
                check_same(linked, &row.members, source)?;
                let used = decimal(row.members.get(link.amount));
                let taken = taken_of(key, linked, source);
                let left =
                    decimal(source.get(linked.whole)) - taken::of_row(self.connection, taken)?;
                if used.is_sign_negative() && !used.is_zero() || used > left {
                    let (used, left) = (used.normalize(), left.normalize());
                    return Err(ApiError::bad(format!(
                        "{} ({} is {used}, {left} left)",
                        linked.too_much, link.amount
                    )));
                }
                self.take((link, linked), document, taken, used)
            })?;
        }
        self.close(opened)
    }

    /// Releases what the rows of a stored record have used up.
    pub(super) fn unlink(&mut self, plan: &Plan, record: &Members) -> Result<(), ApiError> {
        if self.is_void(record) {
            return Ok(());
        }
        let mut opened = Opened::default();
        for link in self.engine.catalogue.rules.links {
            let opening = Opening { link, plan, record };
            for row in rows(record, link.detail) {
                // The seed may have links to deleted documents; those need no release.
                let Ok(Some(key)) = self.open(&mut opened, &opening, row) else {
                    continue;
                };
                let Some(document) = opened.get_mut(key) else {
                    continue;
                };
                let used = decimal(row.get(link.amount));
                match &link.row {
                    None => change(link, document.plan, &mut document.members, -used),
                    Some(linked) => {
                        let Ok(source) = named_row(linked, row, document) else {
                            continue;
                        };
                        let taken = taken_of(key, linked, source);
                        self.take((link, linked), document, taken, -used)?;
                    }
                }
            }
        }
        self.close(opened)
    }

    /// The documents that the rows name, as uses: they cannot be deleted meanwhile.
    pub(super) fn linked(&mut self, plan: &Plan, record: &Members) -> Uses {
        let mut uses = Uses::default();
        if self.is_void(record) {
            return uses;
        }
        for link in self.engine.catalogue.rules.links {
            let opening = Opening { link, plan, record };
            for row in rows(record, link.detail) {
                if let Ok(Some((path, id))) = self.identify_document(&opening, row) {
                    uses.add((path, format!("#{id}")));
                }
            }
        }
        uses
    }

    /// Counts what the rows of a seeded record have taken over; their sources say so already.
    pub(super) fn seed_taken(&mut self, plan: &Plan, record: &Members) -> Result<(), ApiError> {
        if self.is_void(record) {
            return Ok(());
        }
        for link in self.engine.catalogue.rules.links {
            let Some(linked) = &link.row else { continue };
            let opening = Opening { link, plan, record };
            for row in rows(record, link.detail) {
                let named = row.get(linked.column).and_then(Value::as_i64);
                let document = self.identify_document(&opening, row)?;
                if let (Some(number), Some((path, id))) = (named, document) {
                    let taken = Taken {
                        path,
                        id,
                        row: number,
                    };
                    taken::take(self.connection, taken, decimal(row.get(link.amount)))?;
                }
            }
        }
        Ok(())
    }

    /// Refuses to change what other documents have used up of the document with this id.
    pub(super) fn check_taken(
        &mut self,
        plan: &Plan,
        id: i64,
        before: &Members,
        after: &Members,
    ) -> Result<(), ApiError> {
        let path = plan.resource.path;
        let is_target = |link: &&Link| link.targets.iter().any(|(_, target)| *target == path);
        let rules = &self.engine.catalogue.rules;
        let Some(link) = rules.links.iter().find(is_target) else {
            return Ok(());
        };
        if !self.is_used(path, id)? {
            return Ok(());
        }
        let party = |record: &Members| link.same.map(|field| text(record.get(field)));
        if self.is_void(after) != self.is_void(before) || party(after) != party(before) {
            return Err(ApiError::bad(link.locked));
        }
        let Some(linked) = &link.row else {
            return Ok(());
        };
        let (old, new) = (by_key(linked, before), by_key(linked, after));
        for (row, used) in taken::of_document(self.connection, path, id)? {
            let (Some(old), Some(new)) = (old.get(&row), new.get(&row)) else {
                return Err(ApiError::bad(link.locked));
            };
            if linked
                .same
                .iter()
                .any(|column| old.get(*column) != new.get(*column))
            {
                return Err(ApiError::bad(link.locked));
            }
            let whole = decimal(new.get(linked.whole));
            if whole < used {
                let (whole, used) = (whole.normalize(), used.normalize());
                return Err(ApiError::bad(format!(
                    "{} ({} is {whole}, {used} transferred)",
                    linked.too_much, linked.whole
                )));
            }
        }
        Ok(())
    }

    /// Takes an amount of a document's row, or gives it back.
    fn take(
        &mut self,
        (link, linked): (&Link, &LinkedRow),
        document: &mut Document<'_>,
        taken: Taken,
        used: Decimal,
    ) -> Result<(), ApiError> {
        taken::take(self.connection, taken, used)?;
        let array = document.plan.layout.array(linked.detail);
        let Some(array) = array.filter(|array| array.layout.field(link.grows).is_some()) else {
            return Ok(());
        };
        let sum = taken::of_row(self.connection, taken)?;
        if let Some(row) = document.row_mut(linked, taken.row) {
            let (whole, unit) = (
                decimal(row.get(linked.whole)),
                decimal(row.get(linked.unit)),
            );
            let grown = if whole.is_zero() {
                sum
            } else {
                sum * unit / whole
            };
            put(&array.layout, row, link.grows, grown);
        }
        Ok(())
    }

    pub(super) fn is_void(&self, record: &Members) -> bool {
        is_set(record.get(self.engine.catalogue.rules.void))
    }
}

fn rows<'a>(record: &'a Members, array: &str) -> impl Iterator<Item = &'a Members> {
    let rows = record.get(array).and_then(Value::as_array);
    rows.into_iter().flatten().filter_map(Value::as_object)
}

fn by_key<'a>(linked: &LinkedRow, record: &'a Members) -> BTreeMap<i64, &'a Members> {
    let keyed = |row: &'a Members| Some((row.get(linked.key)?.as_i64()?, row));
    rows(record, linked.detail).filter_map(keyed).collect()
}

/// The row of the document that `row` names.
fn named_row<'a>(
    linked: &LinkedRow,
    row: &Members,
    document: &'a Document<'_>,
) -> Result<&'a Members, ApiError> {
    let named = row.get(linked.column);
    document.row(linked, named).ok_or_else(|| {
        let shown = text(named);
        ApiError::not_found(&format!(
            "{} '{shown}' names no row of the document",
            linked.column
        ))
    })
}

fn taken_of((path, id): (&'static str, i64), linked: &LinkedRow, source: &Members) -> Taken {
    let row = source.get(linked.key).and_then(Value::as_i64);
    Taken {
        path,
        id,
        row: row.unwrap_or_default(),
    }
}

fn check_same(linked: &LinkedRow, row: &Members, source: &Members) -> Result<(), ApiError> {
    for column in linked.same {
        let (own, other) = (text(row.get(*column)), text(source.get(*column)));
        if !own.eq_ignore_ascii_case(&other) {
            return Err(ApiError::bad(format!(
                "{column} '{own}' is not the '{other}' of the row that is transferred"
            )));
        }
    }
    Ok(())
}

/// What is left of the document, and the field that says so.
fn remaining_amount(
    link: &Link,
    target: &Plan,
    document: &Members,
) -> Option<(&'static str, Decimal)> {
    let mut fields = link.left.iter().copied();
    let field = fields.find(|field| target.layout.field(field).is_some())?;
    Some((field, decimal(document.get(field))))
}

fn fill(link: &Link, row: &mut Draft<'_>, document: &Members) {
    for (column, field) in link.filled {
        let known = row.layout.field(column).is_some();
        if let (true, false, Some(value)) = (known, row.is_sent(column), document.get(*field)) {
            row.set(column, value.clone());
        }
    }
}

/// Fills what is not set from the row that is named.
fn fill_from_row(
    link: &Link,
    linked: &LinkedRow,
    row: &mut Draft<'_>,
    document: &Document<'_>,
) -> Result<(), ApiError> {
    let source = named_row(linked, &row.members, document)?;
    let same = linked.same.iter().map(|column| (*column, *column));
    for (column, field) in same.chain(link.filled.iter().copied()) {
        let is_open = row.is_new && !is_set(row.members.get(column));
        if let (true, Some(value)) = (is_open, source.get(field)) {
            row.set(column, value.clone());
        }
    }
    Ok(())
}

/// Uses up what a row knocks off.
fn knock_off(
    link: &Link,
    row: &mut Draft<'_>,
    target: &Plan,
    document: &mut Members,
) -> Result<(), ApiError> {
    let used = decimal(row.members.get(link.amount));
    if let Some((_, before)) = remaining_amount(link, target, document) {
        if used > before {
            let number = text(row.members.get(link.document.0));
            return Err(ApiError::bad(format!(
                "{} {used} is more than the {before} that is left of {number}",
                link.amount
            )));
        }
        set_remaining(link, row, before, before - used);
    }
    change(link, target, document, used);
    Ok(())
}

fn set_remaining(link: &Link, row: &mut Draft<'_>, before: Decimal, after: Decimal) {
    let Some((first, second)) = link.remaining else {
        return;
    };
    for (column, number) in [(first, before), (second, after)] {
        let value = row
            .layout
            .field(column)
            .and_then(|field| amount(field, number));
        if let (false, Some(value)) = (row.is_sent(column), value) {
            row.set(column, value);
        }
    }
}

/// Uses up `used` of the document, or releases it if it is negative.
fn change(link: &Link, target: &Plan, document: &mut Members, used: Decimal) {
    if let Some((field, before)) = remaining_amount(link, target, document) {
        put(&target.layout, document, field, before - used);
    }
    let before = decimal(document.get(link.grows));
    put(&target.layout, document, link.grows, before + used);
}

/// Sets a field to a number, if there is such a field.
fn put(layout: &RecordLayout, members: &mut Members, field: &str, number: Decimal) {
    if let Some(value) = layout.field(field).and_then(|field| amount(field, number)) {
        members.insert(field.to_owned(), value);
    }
}

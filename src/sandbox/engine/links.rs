//! Rows that use up another document: knock-offs and transfers.

use rust_decimal::Decimal;
use serde_json::Value;

use super::references::Uses;
use super::transaction::Transaction;
use super::{ApiError, key};
use crate::catalogue::Link;
use crate::sandbox::records::value::{amount, column, decimal, is_set, text};
use crate::sandbox::records::{Draft, Members, Plan, RecordLayout, StoredRecord, stored};

impl<'e> Transaction<'e> {
    /// Links the rows of a record that is about to be stored: fills them from the documents that they
    /// name, and uses those up.
    pub(super) fn link(&mut self, draft: &mut Draft<'_>) -> Result<(), ApiError> {
        if self.is_void(&draft.members) {
            return Ok(());
        }
        for link in self.engine.catalogue.rules.links {
            draft.each_row(link.detail, |_, row, record| {
                let Some((target, mut document)) = self.document(link, &row.members)? else {
                    return Ok(());
                };
                self.check_agreement(link, &record.members, &document)?;
                fill(link, row, &document.members);
                let used = decimal(row.members.get(link.amount));
                let before = remaining_amount(link, target, &document.members);
                if let Some((_, before)) = before {
                    if used > before {
                        let number = text(row.members.get(link.document.0));
                        return Err(ApiError::bad(format!(
                            "{} {used} is more than the {before} that is left of {number}",
                            link.amount
                        )));
                    }
                    set_remaining(link, row, before, before - used);
                }
                change(link, target, &mut document.members, &row.members, used);
                stored::update(self.connection, target, &document)?;
                Ok::<_, ApiError>(())
            })?;
        }
        Ok(())
    }

    /// Releases what the rows of a stored record have used up.
    pub(super) fn unlink(&mut self, record: &Members) -> Result<(), ApiError> {
        if self.is_void(record) {
            return Ok(());
        }
        for link in self.engine.catalogue.rules.links {
            for row in rows(record, link.detail) {
                // The seed may have links to deleted documents; those need no release.
                if let Ok(Some((target, mut document))) = self.document(link, row) {
                    let used = decimal(row.get(link.amount));
                    change(link, target, &mut document.members, row, -used);
                    stored::update(self.connection, target, &document)?;
                }
            }
        }
        Ok(())
    }

    /// The documents that the rows name, as uses: they cannot be deleted meanwhile.
    pub(super) fn linked(&mut self, record: &Members) -> Uses {
        let mut uses = Uses::default();
        if self.is_void(record) {
            return uses;
        }
        for link in self.engine.catalogue.rules.links {
            for row in rows(record, link.detail) {
                if let Ok(Some((target, document))) = self.document(link, row) {
                    uses.add((target.resource.path, format!("#{}", document.id)));
                }
            }
        }
        uses
    }

    fn is_void(&self, record: &Members) -> bool {
        is_set(record.get(self.engine.catalogue.rules.void))
    }

    /// The document that a row names.
    fn document(
        &mut self,
        link: &Link,
        row: &Members,
    ) -> Result<Option<(&'e Plan, StoredRecord)>, ApiError> {
        let kind = text(row.get(link.kind));
        let target = link
            .targets
            .iter()
            .find(|(one, _)| one.eq_ignore_ascii_case(&kind));
        let named = row
            .get(link.document.0)
            .filter(|value| is_set(Some(*value)));
        let (Some((_, path)), Some(named)) = (target, named) else {
            return Ok(None);
        };
        let Some(target) = self.engine.plans.get(path) else {
            return Ok(None);
        };
        let field = link.document.1;
        let found = if Some(field) == target.resource.key_field() {
            let (name, value) = key::by_key(target, &text(Some(named)))?;
            stored::find(self.connection, target, name, value)?
        } else {
            let field = target.layout.field(field);
            let value =
                field.map(|field| (format!("f_{}", field.name), column(field, Some(named))));
            match value {
                Some((name, value)) => stored::find(self.connection, target, &name, value)?,
                None => None,
            }
        };
        let Some(document) = found else {
            let title = target.resource.title.to_lowercase();
            let (column, shown) = (link.document.0, text(Some(named)));
            return Err(ApiError::not_found(&format!(
                "{column} '{shown}' names no {title}"
            )));
        };
        Ok(Some((target, document)))
    }

    fn check_agreement(
        &self,
        link: &Link,
        record: &Members,
        document: &StoredRecord,
    ) -> Result<(), ApiError> {
        let Some(field) = link.same else {
            return Ok(());
        };
        let (own, other) = (text(record.get(field)), text(document.members.get(field)));
        if own.eq_ignore_ascii_case(&other) && !self.is_void(&document.members) {
            return Ok(());
        }
        Err(ApiError::not_found(&format!(
            "{field} '{own}' has no such document that is not cancelled"
        )))
    }
}

fn rows<'a>(record: &'a Members, array: &str) -> impl Iterator<Item = &'a Members> {
    let rows = record.get(array).and_then(Value::as_array);
    rows.into_iter().flatten().filter_map(Value::as_object)
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
fn change(link: &Link, target: &Plan, document: &mut Members, row: &Members, used: Decimal) {
    if let Some((field, before)) = remaining_amount(link, target, document) {
        put(&target.layout, document, field, before - used);
    }
    match link.row {
        None => {
            let before = decimal(document.get(link.grows));
            put(&target.layout, document, link.grows, before + used);
        }
        Some((column, array, key)) => {
            let Some(layout) = target.layout.array(array).map(|array| &array.layout) else {
                return;
            };
            let rows = document.get_mut(array).and_then(Value::as_array_mut);
            let mut rows = rows.into_iter().flatten().filter_map(Value::as_object_mut);
            let named = row.get(column);
            if let Some(found) = rows.find(|row| row.get(key) == named && is_set(named)) {
                let before = decimal(found.get(link.grows));
                put(layout, found, link.grows, before + used);
            }
        }
    }
}

/// Sets a field to a number, if there is such a field.
fn put(layout: &RecordLayout, members: &mut Members, field: &str, number: Decimal) {
    if let Some(value) = layout.field(field).and_then(|field| amount(field, number)) {
        members.insert(field.to_owned(), value);
    }
}

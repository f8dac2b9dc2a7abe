//! Documents that the rows of a record name, read once each and stored again at the end.

use std::collections::BTreeMap;

use serde_json::Value;

use super::transaction::Transaction;
use super::{ApiError, key};
use crate::catalogue::{Link, LinkedRow};
use crate::sandbox::database;
use crate::sandbox::records::value::{column, is_set, text};
use crate::sandbox::records::{Members, Plan, StoredRecord, stored};

/// The path of a document's resource, and its number in the table.
pub(super) type DocumentKey = (&'static str, i64);

/// The link by whose rule a record names documents.
pub(super) struct Opening<'a> {
    pub(super) link: &'a Link,
    /// The plan of the record.
    pub(super) plan: &'a Plan,
    pub(super) record: &'a Members,
}

/// The plan of a document, and the columns by which it is found.
type Sought<'e> = (&'e Plan, Vec<(String, database::Value)>);

/// The document's number in its table, if it is found by that.
fn number(conditions: &[(String, database::Value)]) -> Option<i64> {
    match conditions {
        [(name, database::Value::Integer(id))] if name == "id" => Some(*id),
        _ => None,
    }
}

/// A document that is being changed.
pub(super) struct Document<'e> {
    pub(super) plan: &'e Plan,
    pub(super) members: Members,
    before: Members,
    /// Where its rows are, by their keys, if rows can name them.
    positions: BTreeMap<i64, usize>,
}

impl Document<'_> {
    /// The row with that key.
    pub(super) fn row(&self, linked: &LinkedRow, key: Option<&Value>) -> Option<&Members> {
        let position = self.positions.get(&key?.as_i64()?)?;
        self.members.get(linked.detail)?.get(position)?.as_object()
    }

    /// The same, to be changed.
    pub(super) fn row_mut(&mut self, linked: &LinkedRow, key: i64) -> Option<&mut Members> {
        let position = self.positions.get(&key)?;
        let rows = self.members.get_mut(linked.detail)?;
        rows.get_mut(position)?.as_object_mut()
    }
}

fn positions(link: &Link, document: &Members) -> BTreeMap<i64, usize> {
    let Some(linked) = &link.row else {
        return BTreeMap::new();
    };
    let rows = document.get(linked.detail).and_then(Value::as_array);
    let rows = rows.into_iter().flatten().enumerate();
    rows.filter_map(|(position, row)| Some((row.get(linked.key)?.as_i64()?, position)))
        .collect()
}

/// The documents that are being changed.
#[derive(Default)]
pub(super) struct Opened<'e>(BTreeMap<DocumentKey, Document<'e>>);

impl<'e> Opened<'e> {
    pub(super) fn get_mut(&mut self, key: DocumentKey) -> Option<&mut Document<'e>> {
        self.0.get_mut(&key)
    }
}

impl<'e> Transaction<'e> {
    /// Reads the document that `row` names, unless that is done already.
    pub(super) fn open(
        &mut self,
        opened: &mut Opened<'e>,
        opening: &Opening<'_>,
        row: &Members,
    ) -> Result<Option<DocumentKey>, ApiError> {
        let Some((plan, conditions)) = self.sought(opening, row)? else {
            return Ok(None);
        };
        let path = plan.resource.path;
        if let Some(id) = number(&conditions).filter(|id| opened.0.contains_key(&(path, *id))) {
            return Ok(Some((path, id)));
        }
        let Some(found) = stored::find_by(self.connection, plan, &conditions)? else {
            let title = plan.resource.title.to_lowercase();
            let column = opening.link.document.0;
            let shown = text(row.get(column));
            return Err(ApiError::not_found(&format!(
                "{column} '{shown}' names no {title}"
            )));
        };
        let StoredRecord { id, members } = found;
        opened.0.entry((path, id)).or_insert_with(|| Document {
            plan,
            positions: positions(opening.link, &members),
            before: members.clone(),
            members,
        });
        Ok(Some((path, id)))
    }

    /// Stores what has changed.
    pub(super) fn close(&mut self, opened: Opened<'e>) -> Result<(), ApiError> {
        for ((_, id), document) in opened.0 {
            let Document {
                plan,
                mut members,
                before,
                ..
            } = document;
            if members != before {
                self.keep(plan, id, Some(&before), Some(&mut members))?;
            }
        }
        Ok(())
    }

    /// The document that `row` names, without reading it where the row has its number.
    pub(super) fn identify_document(
        &mut self,
        opening: &Opening<'_>,
        row: &Members,
    ) -> Result<Option<DocumentKey>, ApiError> {
        let Some((plan, conditions)) = self.sought(opening, row)? else {
            return Ok(None);
        };
        let path = plan.resource.path;
        if let Some(id) = number(&conditions) {
            return Ok(Some((path, id)));
        }
        let found = stored::find_by(self.connection, plan, &conditions)?;
        Ok(found.map(|found| (path, found.id)))
    }

    /// In which table, and by which columns, the document that `row` names is found.
    fn sought(&self, opening: &Opening<'_>, row: &Members) -> Result<Option<Sought<'e>>, ApiError> {
        let Opening { link, record, .. } = opening;
        let kind = text(row.get(link.kind));
        let mut targets = link.targets.iter();
        let target = targets.find(|(one, _)| one.eq_ignore_ascii_case(&kind));
        let named = row
            .get(link.document.0)
            .filter(|value| is_set(Some(*value)));
        let plan = target.and_then(|(_, path)| self.engine.plans.get(path));
        let (Some(plan), Some(named)) = (plan, named) else {
            return Ok(None);
        };
        let field = link.document.1;
        if Some(field) == plan.resource.key_field() {
            let (name, value) = key::by_key(plan, &text(Some(named)))?;
            return Ok(Some((plan, vec![(name.to_owned(), value)])));
        }
        let numbering = &self.engine.catalogue.rules.numbering;
        // A number that is unique within one party only is sought among that party's documents.
        let within = numbering.unique_within(plan.resource.path);
        let within = within.map(|field| (field, record.get(field)));
        let sought = [(field, Some(named))].into_iter().chain(within);
        let condition = |(name, value): (&'static str, Option<&Value>)| {
            let field = plan.layout.field(name)?;
            Some((format!("f_{name}"), column(field, value)))
        };
        let conditions: Option<Vec<_>> = sought.map(condition).collect();
        Ok(conditions.map(|conditions| (plan, conditions)))
    }

    /// Refuses a document of another party, and one that is void.
    pub(super) fn check_agreement(
        &self,
        opening: &Opening<'_>,
        target: &Plan,
        document: &Members,
    ) -> Result<(), ApiError> {
        let Opening { link, plan, record } = opening;
        let Some(field) = link.same else {
            return Ok(());
        };
        let party = |plan: &Plan| plan.layout.field(field).and_then(|field| field.refers_to);
        let (own, other) = (text(record.get(field)), text(document.get(field)));
        // An order to a supplier may come from one of a customer.
        let is_alike = if party(plan) == party(target) {
            own.eq_ignore_ascii_case(&other)
        } else {
            link.row.is_some()
        };
        if is_alike && !self.is_void(document) {
            return Ok(());
        }
        Err(ApiError::not_found(&format!(
            "{field} '{own}' has no such document that is not cancelled"
        )))
    }
}

/// The number of the record in its table; 0 if it has none yet.
pub(super) fn own_key(plan: &Plan, members: &Members) -> i64 {
    let key = plan.resource.key_field().filter(|_| plan.has_number_key());
    let key = key.and_then(|key| members.get(key)?.as_i64());
    key.unwrap_or_default()
}

//! What a record refers to must exist, and what is referred to cannot be deleted.

use std::collections::BTreeMap;

use serde_json::Value;

use super::ApiError;
use super::state::State;
use super::transaction::Transaction;
use crate::catalogue::{Field, FieldType};
use crate::sandbox::database::{self, DatabaseError};
use crate::sandbox::records::value::{column, folded, is_set, text, unset};
use crate::sandbox::records::{Members, Plan, Reference, stored};

/// A record that is referred to: its resource, and its folded code or its number.
type Name = (&'static str, String);

/// How often each record is referred to by one record.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Uses(BTreeMap<Name, i64>);

/// The referring values, with their fields.
fn referring<'a>(
    plan: &'a Plan,
    record: &'a Members,
) -> impl Iterator<Item = (&'a Reference, &'a Value)> {
    let of_rows = |reference: &'a Reference, array: &str| -> Vec<&'a Value> {
        let rows = record.get(array).and_then(Value::as_array);
        let rows = rows.into_iter().flatten();
        rows.filter_map(|row| row.get(&*reference.field.name))
            .collect()
    };
    let values = move |reference: &'a Reference| {
        let values: Vec<&'a Value> = match reference.array {
            None => record.get(&*reference.field.name).into_iter().collect(),
            Some(array) => of_rows(reference, array),
        };
        values.into_iter().map(move |value| (reference, value))
    };
    let own = record.get(plan.code);
    let refers = move |(reference, value): &(&Reference, &Value)| {
        let is_itself = reference.target == plan.resource.path && Some(*value) == own;
        is_set(Some(value)) && **value != unset(&reference.field) && !is_itself
    };
    plan.references.iter().flat_map(values).filter(refers)
}

fn name_of(reference: &Reference, value: &Value) -> Name {
    let name = match reference.field.kind {
        FieldType::Integer => format!("#{}", text(Some(value))),
        _ => folded(&text(Some(value))),
    };
    (reference.target, name)
}

impl Uses {
    /// What `record` refers to.
    pub(super) fn of(plan: &Plan, record: &Members) -> Self {
        let mut uses = Self::default();
        for (reference, value) in referring(plan, record) {
            uses.add(name_of(reference, value));
        }
        uses
    }

    pub(super) fn add(&mut self, name: Name) {
        *self.0.entry(name).or_default() += 1;
    }

    /// These, less `other`.
    pub(super) fn less(mut self, other: Self) -> Self {
        for (name, count) in other.0 {
            *self.0.entry(name).or_default() -= count;
        }
        self
    }
}

impl Transaction<'_> {
    /// Refuses a reference to a missing record, unless the stored record already had it.
    pub(super) fn check_references(
        &mut self,
        plan: &Plan,
        record: &Members,
        stored: Option<&Members>,
    ) -> Result<(), ApiError> {
        let known = stored
            .map(|stored| Uses::of(plan, stored))
            .unwrap_or_default();
        for (reference, value) in referring(plan, record) {
            let name = name_of(reference, value);
            if known.0.contains_key(&name) || self.is_there.contains(&name) {
                continue;
            }
            let Some(target) = self.engine.plans.get(reference.target) else {
                continue;
            };
            let (column, sought) = stored::reference(target, &reference.field, value);
            if !stored::is_there(self.connection, target, column, sought)? {
                let title = target.resource.title.to_lowercase();
                let place = match reference.array {
                    None => reference.field.name.to_string(),
                    Some(array) => format!("{array}.{}", reference.field.name),
                };
                return Err(ApiError::not_found(&format!(
                    "{place} '{}' names no {title}",
                    text(Some(value))
                )));
            }
            self.is_there.insert(name);
        }
        Ok(())
    }

    /// Counts references.
    pub(super) fn count_uses(&mut self, uses: &Uses) -> Result<(), DatabaseError> {
        let sql = "INSERT INTO used (target, name, uses) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (target, name) DO UPDATE SET uses = used.uses + excluded.uses";
        for ((target, name), count) in &uses.0 {
            if *count != 0 {
                let parameters = [(*target).into(), name.as_str().into(), (*count).into()];
                self.connection.execute(sql, &parameters)?;
            }
        }
        Ok(())
    }

    /// Refuses to delete what other records refer to.
    pub(super) fn check_unused(
        &mut self,
        plan: &Plan,
        record: &stored::StoredRecord,
    ) -> Result<(), ApiError> {
        let code = plan
            .layout
            .field(plan.code)
            .map(|field| column(field, record.members.get(plan.code)));
        let code = match code {
            Some(database::Value::Text(code)) => code,
            _ => String::new(),
        };
        let uses = self.uses(plan.resource.path, &code, record.id)?;
        if uses > 0 {
            let title = plan.resource.title.to_lowercase();
            let times = if uses == 1 {
                "once"
            } else {
                &format!("{uses} times")
            };
            return Err(ApiError::bad(format!(
                "Cannot delete this {title}: other records use it {times}"
            )));
        }
        let code = text(record.members.get(plan.code));
        if self.engine.is_default(plan.resource.path, &code) {
            let title = plan.resource.title.to_lowercase();
            return Err(ApiError::bad(format!(
                "Cannot delete this {title}: other records have it by default"
            )));
        }
        Ok(())
    }

    /// Whether rows of other documents name the document with this number.
    pub(super) fn is_used(&mut self, path: &'static str, id: i64) -> Result<bool, DatabaseError> {
        Ok(self.uses(path, "", id)? > 0)
    }

    /// How often other records refer to the record with this folded code and number.
    fn uses(&mut self, path: &'static str, code: &str, id: i64) -> Result<i64, DatabaseError> {
        let sql = "SELECT CAST(SUM(uses) AS BIGINT) FROM used WHERE target = ?1 AND (name = ?2 OR name = ?3)";
        let parameters = [path.into(), code.into(), format!("#{id}").into()];
        let mut rows = self.connection.query(sql, &parameters)?;
        let uses = rows
            .first_mut()
            .and_then(|row| database::integer(row, 0).ok());
        Ok(uses.unwrap_or_default())
    }
}

impl State {
    /// Whether a field that refers to the resource at `path` has this code when none is sent.
    fn is_default(&self, path: &str, code: &str) -> bool {
        let is_it = |field: &Field| {
            let default = field.default.filter(|_| field.refers_to == Some(path));
            default.is_some_and(|default| default.eq_ignore_ascii_case(code))
        };
        self.plans.values().any(|plan| {
            let arrays = plan.layout.arrays.iter().map(|array| &array.layout);
            let mut layouts = [&plan.layout].into_iter().chain(arrays);
            layouts.any(|layout| layout.fields.iter().any(is_it))
        })
    }
}

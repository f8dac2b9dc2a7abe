//! A record in the making: what is stored, what was sent, what has changed.

use std::collections::HashSet;
use std::mem;

use serde_json::Value;

use super::layout::{Array, RecordLayout};
use super::value::{Members, is_set, unset};

/// A record or a row, before it is stored.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    pub(crate) layout: &'a RecordLayout,
    pub(crate) members: Members,
    /// Whether it is new.
    pub(crate) is_new: bool,
    /// The fields that the client sent, which are not computed.
    sent: HashSet<String>,
    /// The fields that changed.
    changed: HashSet<String>,
    /// The rows, an entry for each array of the shape.
    pub(crate) rows: Vec<Vec<Draft<'a>>>,
}

impl<'a> Draft<'a> {
    /// A record that was sent, merged into the stored one if there is one.
    pub(crate) fn new(layout: &'a RecordLayout, stored: Option<Members>, sent: Members) -> Self {
        let is_new = stored.is_none();
        let mut members = stored.unwrap_or_default();
        let mut draft = Self {
            layout,
            is_new,
            sent: HashSet::new(),
            changed: HashSet::new(),
            rows: Vec::with_capacity(layout.arrays.len()),
            members: Members::new(),
        };
        let mut sent = sent;
        for array in &layout.arrays {
            let old = rows_of(&mut members, array.name);
            let new = match sent.remove(array.name) {
                Some(Value::Array(rows)) => {
                    draft.changed.insert(array.name.to_owned());
                    Self::replaced(array, old, rows)
                }
                _ => old
                    .into_iter()
                    .map(|row| Self::new(&array.layout, Some(row), Members::new()))
                    .collect(),
            };
            draft.rows.push(new);
        }
        draft.members = members;
        for (name, value) in sent {
            if draft.members.get(&name) != Some(&value) {
                draft.changed.insert(name.clone());
            }
            draft.sent.insert(name.clone());
            draft.members.insert(name, value);
        }
        draft
    }

    /// The rows of an array that was sent: with the key of a stored row they are that row, changed;
    /// without one they are new. Stored rows that were not sent are gone.
    fn replaced(array: &'a Array, old: Vec<Members>, sent: Vec<Value>) -> Vec<Draft<'a>> {
        let mut old: Vec<Option<Members>> = old.into_iter().map(Some).collect();
        let sent = sent.into_iter().filter_map(|row| match row {
            Value::Object(row) => Some(row),
            _ => None,
        });
        sent.map(|mut row| {
            let key = array
                .key
                .and_then(|key| row.get(key))
                .filter(|key| is_set(Some(*key)));
            let stored = key.and_then(|key| {
                let same = |old: &&mut Option<Members>| {
                    let old = old
                        .as_ref()
                        .and_then(|old| old.get(array.key.unwrap_or_default()));
                    old == Some(key)
                };
                old.iter_mut().find(same).and_then(Option::take)
            });
            if let (None, Some(key)) = (&stored, array.key) {
                row.shift_remove(key);
            }
            Self::new(&array.layout, stored, row)
        })
        .collect()
    }

    /// Takes over a record that already has its keys.
    pub(crate) fn with_keys(mut self, keys: &Members) -> Self {
        for (name, value) in keys {
            self.sent.insert(name.clone());
            self.members.insert(name.clone(), value.clone());
        }
        self
    }

    pub(crate) fn is_sent(&self, field: &str) -> bool {
        self.sent.contains(field)
    }

    pub(crate) fn has_changed(&self, field: &str) -> bool {
        self.is_new || self.changed.contains(field)
    }

    /// Whether anything is different from before.
    pub(crate) fn is_any_changed(&self) -> bool {
        self.is_new || !self.changed.is_empty()
    }

    pub(crate) fn set(&mut self, field: &str, value: Value) {
        if self.members.get(field) != Some(&value) {
            self.changed.insert(field.to_owned());
            self.members.insert(field.to_owned(), value);
        }
    }

    /// The rows of the array of that name.
    pub(crate) fn rows_of(&self, array: &str) -> &[Draft<'a>] {
        let mut arrays = self.layout.arrays.iter().zip(&self.rows);
        arrays
            .find(|(one, _)| one.name == array)
            .map_or(&[], |(_, rows)| rows)
    }

    /// Gives each row of the array to `work`, with the record that it belongs to.
    pub(crate) fn each_row<E>(
        &mut self,
        array: &str,
        mut work: impl FnMut(usize, &mut Draft<'a>, &Draft<'a>) -> Result<(), E>,
    ) -> Result<(), E> {
        let position = self.layout.arrays.iter().position(|one| one.name == array);
        let Some(slot) = position.and_then(|index| self.rows.get_mut(index)) else {
            return Ok(());
        };
        let mut rows = mem::take(slot);
        let done = rows
            .iter_mut()
            .enumerate()
            .try_for_each(|(index, row)| work(index, row, self));
        if let Some(slot) = position.and_then(|index| self.rows.get_mut(index)) {
            *slot = rows;
        }
        done
    }

    /// Whether a column of the array's rows, or which rows there are, has changed.
    pub(crate) fn column_has_changed(&self, array: &str, column: &str) -> bool {
        self.has_changed(array)
            || self
                .rows_of(array)
                .iter()
                .any(|row| row.has_changed(column))
    }

    /// The whole record in the catalogue's order; what was never set has its default.
    pub(crate) fn finish(mut self) -> Members {
        let mut members = Members::new();
        for field in &self.layout.fields {
            let value = match self.members.shift_remove(&*field.name) {
                // What was seeded may have other digits than what is sent.
                Some(Value::String(text)) => Value::from(field.written(&text)),
                Some(value) => value,
                None => unset(field),
            };
            members.insert(field.name.to_string(), value);
        }
        for (array, rows) in self.layout.arrays.iter().zip(self.rows) {
            let rows = rows
                .into_iter()
                .map(|row| Value::Object(row.finish()))
                .collect();
            members.insert(array.name.to_owned(), Value::Array(rows));
        }
        members
    }
}

fn rows_of(members: &mut Members, array: &str) -> Vec<Members> {
    let rows = match members.shift_remove(array) {
        Some(Value::Array(rows)) => rows,
        _ => Vec::new(),
    };
    let row = |row| match row {
        Value::Object(row) => Some(row),
        _ => None,
    };
    rows.into_iter().filter_map(row).collect()
}

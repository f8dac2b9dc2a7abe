//! Documents that are also entered as other documents.

use serde_json::Value;

use super::ApiError;
use super::transaction::Transaction;
use crate::sandbox::records::value::{folded, text};
use crate::sandbox::records::{Members, Plan, RecordLayout, stored};

impl<'e> Transaction<'e> {
    /// Enters a document in the other resource, or removes it there.
    pub(super) fn post(
        &mut self,
        plan: &'e Plan,
        before: Option<&Members>,
        after: Option<&Members>,
    ) -> Result<(), ApiError> {
        let rules = &self.engine.catalogue.rules;
        let mut postings = rules.postings.iter();
        let Some(posting) = postings.find(|posting| posting.from == plan.resource.path) else {
            return Ok(());
        };
        let Some(target) = self.engine.plans.get(posting.to) else {
            return Ok(());
        };
        let number = rules.numbering.field;
        let within = rules.numbering.unique_within(posting.to);
        let known = match before {
            Some(before) => {
                let names = [number].into_iter().chain(within);
                let condition = |name: &str| {
                    let given = folded(&text(before.get(name)));
                    (format!("f_{name}"), given.into())
                };
                let conditions: Vec<_> = names.map(condition).collect();
                stored::find_by(self.connection, target, &conditions)?
            }
            None => None,
        };
        match (known, after) {
            (Some(known), Some(after)) => self
                .replace(target, known, copied(target, after))
                .map(|_| ()),
            (Some(known), None) => self.remove(target, &known),
            (None, Some(after)) if before.is_none() => {
                self.create(target, copied(target, after)).map(|_| ())
            }
            (None, _) => Ok(()),
        }
    }
}

/// What a document shares with its entry elsewhere: fields of the same name that the service
/// does not assign.
fn copied(target: &Plan, record: &Members) -> Members {
    let of = |layout: &RecordLayout, from: &Members| -> Members {
        let fields = layout.fields.iter().filter(|field| !field.assigned);
        let known = fields.filter_map(|field| {
            let value = from.get(&*field.name).filter(|value| !value.is_null())?;
            Some((field.name.to_string(), value.clone()))
        });
        known.collect()
    };
    let mut copy = of(&target.layout, record);
    for array in &target.layout.arrays {
        if let Some(rows) = record.get(array.name).and_then(Value::as_array) {
            let rows = rows.iter().filter_map(Value::as_object);
            let rows = rows
                .map(|row| Value::Object(of(&array.layout, row)))
                .collect();
            copy.insert(array.name.to_owned(), Value::Array(rows));
        }
    }
    copy
}

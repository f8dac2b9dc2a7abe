//! Whole records, put into an empty company.

use serde_json::Value;

use super::draft::Draft;
use super::plan::Plan;
use super::references::Uses;
use super::stored::{self, Stored};
use super::value::Members;
use super::write::Work;
use super::{Refusal, numbers};

impl<'e> Work<'e> {
    /// Keeps a whole record that has its keys already. It is neither worked out nor posted, and
    /// nothing that it refers to has to be there yet.
    pub(super) fn seed(&mut self, plan: &'e Plan, record: &Members) -> Result<(), Refusal> {
        let mut draft = Draft::new(&plan.shape, None, Members::new()).with_keys(record);
        draft.rows.clear();
        let mut members = draft.finish();
        for array in &plan.shape.arrays {
            let rows = record.get(array.name).and_then(Value::as_array);
            let whole = |row: &Value| {
                let row = row.as_object().cloned().unwrap_or_default();
                Value::Object(Draft::new(&array.shape, Some(row), Members::new()).finish())
            };
            let rows = rows.into_iter().flatten().map(whole).collect();
            members.insert(array.name.to_owned(), Value::Array(rows));
            self.pass_row_keys(array.numbered_by(), members.get(array.name))?;
        }
        let key = plan.resource.key.field().unwrap_or_default();
        let counter = format!("id:{}", plan.resource.path);
        let id = match members.get(key).and_then(Value::as_i64) {
            Some(id) if plan.has_number_key() => {
                numbers::pass(self.connection, &counter, id)?;
                id
            }
            _ => numbers::next(self.connection, &counter)?,
        };
        numbers::number(self.engine, self.connection, plan, &mut members)?;
        let record = Stored { id, members };
        stored::insert(self.connection, plan, &record)?;
        self.count_uses(&Uses::of(plan, &record.members))?;
        let linked = self.linked(&record.members);
        Ok(self.count_uses(&linked)?)
    }

    fn pass_row_keys(&mut self, key: Option<&str>, rows: Option<&Value>) -> Result<(), Refusal> {
        let Some(key) = key else { return Ok(()) };
        let rows = rows.and_then(Value::as_array).into_iter().flatten();
        if let Some(most) = rows.filter_map(|row| row.get(key)?.as_i64()).max() {
            numbers::pass(self.connection, key, most)?;
        }
        Ok(())
    }
}

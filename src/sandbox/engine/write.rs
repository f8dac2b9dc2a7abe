//! Create, update and delete, each in one transaction.

use serde_json::Value;
use uuid::Uuid;

use super::references::Uses;
use super::state::State;
use super::transaction::Transaction;
use super::{ApiError, checks, key, numbers};
use crate::catalogue::KeyKind;
use crate::sandbox::records::value::{column, is_set, text};
use crate::sandbox::records::{Draft, Members, Plan, StoredRecord, stored};

impl<'e> Transaction<'e> {
    /// Creates a record and returns it as stored.
    pub(super) fn create(&mut self, plan: &'e Plan, sent: Members) -> Result<Members, ApiError> {
        check_required(self.engine, plan, &sent)?;
        let mut draft = Draft::new(&plan.layout, None, sent);
        let id = self.identify(plan, &mut draft)?;
        numbers::number(self.engine, self.connection, plan, &mut draft.members)?;
        let mut members = self.complete(plan, draft, None)?;
        self.check_references(plan, &members, None)?;
        self.keep(plan, id, None, Some(&mut members))?;
        let uses = Uses::of(plan, &members);
        self.count_uses(&uses)?;
        let linked = self.linked(plan, &members);
        self.count_uses(&linked)?;
        self.post(plan, None, Some(&members))?;
        Ok(members)
    }

    /// Changes the record with this key and returns it as stored.
    pub(super) fn update(
        &mut self,
        plan: &'e Plan,
        key: &str,
        sent: Members,
    ) -> Result<Members, ApiError> {
        let stored = self.found(plan, key)?;
        let mut sent = sent;
        self.check_counter(plan, &stored, &mut sent)?;
        check_key(plan, &stored, &mut sent)?;
        check_number(self.engine, &stored, &mut sent)?;
        self.replace(plan, stored, sent)
    }

    pub(super) fn replace(
        &mut self,
        plan: &'e Plan,
        stored: StoredRecord,
        sent: Members,
    ) -> Result<Members, ApiError> {
        let before = stored.members;
        let uses = Uses::of(plan, &before);
        let linked = self.linked(plan, &before);
        self.unlink(plan, &before)?;
        let draft = Draft::new(&plan.layout, Some(before.clone()), sent);
        let mut members = self.complete(plan, draft, Some(&before))?;
        self.check_references(plan, &members, Some(&before))?;
        self.check_taken(plan, stored.id, &before, &members)?;
        numbers::check_moved(self.engine, self.connection, plan, &before, &members)?;
        self.keep(plan, stored.id, Some(&before), Some(&mut members))?;
        self.count_uses(&Uses::of(plan, &members).less(uses))?;
        let relinked = self.linked(plan, &members).less(linked);
        self.count_uses(&relinked)?;
        self.post(plan, Some(&before), Some(&members))?;
        Ok(members)
    }

    /// Deletes the record with this key.
    pub(super) fn delete(&mut self, plan: &'e Plan, key: &str) -> Result<(), ApiError> {
        let stored = self.found(plan, key)?;
        self.remove(plan, &stored)
    }

    pub(super) fn remove(&mut self, plan: &'e Plan, stored: &StoredRecord) -> Result<(), ApiError> {
        self.check_unused(plan, stored)?;
        let linked = self.linked(plan, &stored.members);
        self.unlink(plan, &stored.members)?;
        let none = Uses::default();
        self.count_uses(&none.less(Uses::of(plan, &stored.members)))?;
        self.count_uses(&Uses::default().less(linked))?;
        self.keep(plan, stored.id, Some(&stored.members), None)?;
        self.post(plan, Some(&stored.members), None)
    }

    fn found(&mut self, plan: &Plan, key: &str) -> Result<StoredRecord, ApiError> {
        let (column, value) = key::by_key(plan, key)?;
        let found = stored::find(self.connection, plan, column, value)?;
        found.ok_or_else(|| key::not_found(plan, key))
    }

    /// The record's number in its table; its key when the service assigns that.
    fn identify(&mut self, plan: &Plan, draft: &mut Draft<'_>) -> Result<i64, ApiError> {
        let counter = format!("id:{}", plan.resource.path);
        let key = plan.resource.key_field().unwrap_or_default();
        if plan.has_number_key() {
            let id = numbers::next(self.connection, &counter)?;
            draft.set(key, Value::from(id));
            // A code is unique even if the key of the record is a number.
            self.check_code(plan, draft)?;
            return Ok(id);
        }
        if plan
            .resource
            .key
            .is_some_and(|key| key.kind == KeyKind::Text)
        {
            let id = numbers::next(self.connection, &counter)?;
            let name = format!("{}/{id}", plan.resource.path);
            let key_text = Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string();
            draft.set(key, Value::from(key_text));
            return Ok(id);
        }
        let given = text(draft.members.get(key));
        if given.trim().is_empty() {
            return Err(ApiError::failed(format!(
                "{} ({key} is required)",
                self.engine.catalogue.conventions.missing_field
            )));
        }
        let (column, value) = key::by_key(plan, &given)?;
        if stored::is_there(self.connection, plan, column, value)? {
            return Err(duplicate(plan, &given));
        }
        Ok(numbers::next(self.connection, &counter)?)
    }

    fn check_code(&mut self, plan: &Plan, draft: &Draft<'_>) -> Result<(), ApiError> {
        let is_own =
            |field: &&crate::catalogue::Field| field.refers_to.is_none() && field.is_listed();
        let Some(field) = plan.layout.field(plan.code).filter(is_own) else {
            return Ok(());
        };
        let code = draft.members.get(plan.code);
        let sought = column(field, code);
        if is_set(code) && stored::is_there(self.connection, plan, &plan.sql.code, sought)? {
            return Err(duplicate(plan, &text(code)));
        }
        Ok(())
    }

    /// Links, computes, counts and checks; the result can be stored.
    fn complete(
        &mut self,
        plan: &'e Plan,
        mut draft: Draft<'e>,
        before: Option<&Members>,
    ) -> Result<Members, ApiError> {
        for array in &plan.layout.arrays {
            let Some(key) = array.numbered_by() else {
                continue;
            };
            draft.each_row(array.name, |_, row, _| {
                if !is_set(row.members.get(key)) {
                    let number = numbers::next(self.connection, key)?;
                    row.set(key, Value::from(number));
                }
                Ok::<_, ApiError>(())
            })?;
        }
        let rules = &self.engine.catalogue.rules;
        self.settle_state(&mut draft);
        checks::flag_one(rules.singles, plan.resource.path, &mut draft);
        // Rows are filled from the documents that they name before anything is computed.
        self.link(plan, &mut draft)?;
        self.derive(plan, &mut draft, before)?;
        self.transfer(plan, &mut draft)?;
        if plan.layout.field(rules.last_change).is_some() {
            draft.set(rules.last_change, Value::from(self.now.div_euclid(1000)));
        }
        if plan.layout.field(rules.change_counter).is_some() {
            let count = before.and_then(|before| before.get(rules.change_counter)?.as_i64());
            draft.set(
                rules.change_counter,
                Value::from(count.map_or(0, |count| count + 1)),
            );
        }
        let members = draft.finish();
        self.check(plan.resource.path, &members)?;
        Ok(members)
    }

    /// The state of a document says whether it is void.
    fn settle_state(&self, draft: &mut Draft<'_>) {
        let rules = &self.engine.catalogue.rules;
        let Some((name, void, valid)) = rules.void_state else {
            return;
        };
        let (Some(field), Some(_)) = (draft.layout.field(name), draft.layout.field(rules.void))
        else {
            return;
        };
        let (void, valid) = (field.value_of(void), field.value_of(valid));
        let is_void = self.is_void(&draft.members);
        let says_void = draft.members.get(name) == void.as_ref();
        let state = if is_void { void } else { valid };
        if let Some(state) = state.filter(|_| is_void != says_void) {
            draft.set(name, state);
        }
    }

    /// The counter of changes must be the stored one plus one; if lenient, the stored one or none
    /// is accepted, as some clients send it.
    fn check_counter(
        &self,
        plan: &Plan,
        stored: &StoredRecord,
        sent: &mut Members,
    ) -> Result<(), ApiError> {
        let field = self.engine.catalogue.rules.change_counter;
        if plan.layout.field(field).is_none() {
            return Ok(());
        }
        let given = sent.shift_remove(field);
        let count = stored
            .members
            .get(field)
            .and_then(Value::as_i64)
            .unwrap_or_default();
        let fits = match given.as_ref().and_then(Value::as_i64) {
            Some(given) if given == count + 1 => true,
            Some(given) => given == count && self.engine.options.lenient_updatecount,
            None => self.engine.options.lenient_updatecount,
        };
        if fits {
            return Ok(());
        }
        Err(ApiError::bad(format!(
            "Record has been changed by another user ({field} is {count}; send {})",
            count + 1
        )))
    }
}

fn duplicate(plan: &Plan, given: &str) -> ApiError {
    let title = plan.resource.title;
    ApiError::bad(format!("{title} '{given}' already exists: duplicate value"))
}

fn check_required(engine: &State, plan: &Plan, sent: &Members) -> Result<(), ApiError> {
    let missing = |name: &&&str| {
        let default = plan.layout.field(name).and_then(|field| field.default);
        let given = match sent.get(**name) {
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(value) => !value.is_null(),
            None => false,
        };
        !given && default.is_none()
    };
    match plan.resource.required.iter().find(missing) {
        None => Ok(()),
        Some(name) => Err(ApiError::failed(format!(
            "{} ({name} is required)",
            engine.catalogue.conventions.missing_field
        ))),
    }
}

/// A key that the client chose cannot change; neither can a code, by which other records refer to it.
fn check_key(plan: &Plan, stored: &StoredRecord, sent: &mut Members) -> Result<(), ApiError> {
    let code = plan.layout.field(plan.code);
    let code = code.filter(|field| field.refers_to.is_none() && field.is_listed());
    let key = plan.resource.key_field().filter(|_| !plan.has_number_key());
    let Some(key) = key.or(code.map(|_| plan.code)) else {
        return Ok(());
    };
    let Some(given) = sent.shift_remove(key) else {
        return Ok(());
    };
    let (given, known) = (text(Some(&given)), text(stored.members.get(key)));
    if given.is_empty() || given.eq_ignore_ascii_case(&known) {
        return Ok(());
    }
    Err(ApiError::bad(format!(
        "{key} cannot be changed from '{known}' to '{given}'; create a new record instead"
    )))
}

/// Neither can a document's number; changing it would break what was knocked off against it.
fn check_number(engine: &State, stored: &StoredRecord, sent: &mut Members) -> Result<(), ApiError> {
    let field = engine.catalogue.rules.numbering.field;
    let Some(given) = sent.shift_remove(field) else {
        return Ok(());
    };
    let (given, known) = (text(Some(&given)), text(stored.members.get(field)));
    if given.is_empty() || given.eq_ignore_ascii_case(&known) {
        return Ok(());
    }
    Err(ApiError::bad(format!(
        "{field} cannot be changed from '{known}' to '{given}'"
    )))
}

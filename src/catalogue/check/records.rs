//! Example records: present where they are needed, with values that fit their fields.

use serde_json::{Map, Value};

use super::Defects;
use crate::catalogue::{Catalogue, Detail, Field, Operation, Records, Resource};

pub(super) fn check(catalogue: &Catalogue, resource: &Resource, defects: &mut Defects<'_>) {
    let records = match Records::read(resource) {
        Ok(records) => records,
        Err(error) => return defects.add(error.to_string()),
    };
    let context = ExampleContext {
        catalogue,
        resource,
    };
    let operations = resource.operations();
    let created = records.created();
    if operations.contains(&Operation::Create) && created.is_none() {
        defects.add("it has no example `create`, a body to POST".to_owned());
    }
    if operations.contains(&Operation::Update) && records.update_body().is_none() {
        defects.add("it has no example `update`, a body that changes a record".to_owned());
    }
    let has_fields = resource.fields().next().is_some();
    let is_shown = created.is_some() || !records.others().is_empty();
    if !is_shown && records.answer().is_none() {
        defects.add("it has no example of what is answered: `list` or `answer`".to_owned());
    }
    if resource.key.is_some() && !is_shown {
        defects.add("it has no example record, which `create` or `list` is".to_owned());
    }
    if !has_fields {
        return;
    }
    let body = records.create_body();
    if let Some(Value::Object(members)) = &body {
        let missing = resource
            .required
            .iter()
            .filter(|name| !members.contains_key(**name));
        for name in missing {
            defects.require(false, name, "is required, but not in the example `create`");
        }
    }
    let updated = created.as_ref().and_then(|record| records.updated(record));
    let update = records.update_body().cloned();
    for (name, record) in [
        ("create", body),
        ("created", created),
        ("update", update),
        ("updated", updated),
    ] {
        let has_key = ["created", "updated"].contains(&name);
        if let Some(record) = record {
            context.record(name, &record, has_key, defects);
        }
    }
    for record in records.others() {
        context.record("others", record, true, defects);
    }
}

/// What an example is compared with.
struct ExampleContext<'a> {
    catalogue: &'a Catalogue,
    resource: &'a Resource,
}

impl ExampleContext<'_> {
    fn record(&self, name: &str, record: &Value, has_key: bool, defects: &mut Defects<'_>) {
        let Value::Object(members) = record else {
            return defects.add(format!("the example `{name}` is not an object"));
        };
        let key = self.resource.key_field().filter(|_| has_key);
        if let Some(key) = key.filter(|key| members.get(*key).is_none_or(Value::is_null)) {
            defects.add(format!(
                "the example `{name}` has no `{key}`, which is the key"
            ));
        }
        let fields: Vec<&Field> = self.resource.fields().collect();
        self.members(name, members, &fields, self.resource.details, defects);
    }

    fn members(
        &self,
        place: &str,
        members: &Map<String, Value>,
        fields: &[&Field],
        details: &'static [Detail],
        defects: &mut Defects<'_>,
    ) {
        for (name, value) in members {
            let place = format!("{place}.{name}");
            if let Some(detail) = details.iter().find(|detail| detail.name == name) {
                self.rows(&place, value, detail, defects);
            } else if let Some(field) = fields.iter().find(|field| field.name == *name) {
                if let Some(misfit) = field.misfit(value) {
                    defects.add(format!("the example `{place}` is {value}, {misfit}"));
                }
            } else if !self.catalogue.conventions.is_own_field(name) {
                defects.add(format!("the example `{place}` is not a field"));
            }
        }
    }

    fn rows(&self, place: &str, rows: &Value, detail: &'static Detail, defects: &mut Defects<'_>) {
        let Value::Array(rows) = rows else {
            return defects.add(format!("the example `{place}` is not an array"));
        };
        let fields: Vec<&Field> = self.resource.row_fields(detail).collect();
        for (index, row) in rows.iter().enumerate() {
            let place = format!("{place}[{index}]");
            match row {
                Value::Object(members) => {
                    self.members(&place, members, &fields, detail.details, defects);
                }
                _ => defects.add(format!("the example `{place}` is not an object")),
            }
        }
    }
}

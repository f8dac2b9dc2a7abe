//! The bodies of every request that has one.

use serde_json::Value;
use sqlacc_postman::catalogue::{Detail, Field, Operation, Resource};

use super::{Case, for_each};

/// Asserts that an object has only fields of the catalogue, in its order, and the same of its rows.
pub(super) fn assert_in_order(resource: &Resource, record: &Value, place: &str) {
    in_order(resource, resource.fields(), resource.details, record, place);
}

fn in_order<'a>(
    resource: &'a Resource,
    fields: impl Iterator<Item = &'a Field>,
    details: &'static [Detail],
    record: &Value,
    place: &str,
) {
    let mut names = fields
        .map(|field| field.name.as_ref())
        .chain(details.iter().map(|detail| detail.name));
    for name in record.as_object().expect(place).keys() {
        let is_next = names.any(|next| next == name);
        assert!(is_next, "{place}: `{name}` is out of order or unknown");
    }
    for detail in details {
        let rows = record.get(detail.name).and_then(Value::as_array);
        for row in rows.into_iter().flatten() {
            let fields = resource.row_fields(detail);
            let place = format!("{place}.{}", detail.name);
            in_order(resource, fields, detail.details, row, &place);
        }
    }
}

/// The names that the body of an Update takes from variables, with their values in the example: the
/// counter, and the keys of the first two rows of the record that it changes.
fn variables(case: &Case, sent: &Value) -> Vec<(String, Value)> {
    let counter = case
        .counter()
        .and_then(|name| Some((name, sent.get(name)?)));
    let counter = counter.map(|(name, value)| (name.to_owned(), value.clone()));
    let mut variables: Vec<_> = counter.into_iter().collect();
    let record = case.record().unwrap();
    let mut edited = case.resource.details.iter().filter_map(|detail| {
        let rows = sent.get(detail.name)?.as_array()?;
        Some((detail.key?, rows, record.get(detail.name)?.as_array()?))
    });
    if let Some((key, rows, stored)) = edited.next() {
        for (index, row) in stored.iter().take(2).enumerate() {
            if rows.iter().any(|sent| sent.get(key) == row.get(key)) {
                variables.push((format!("{key}_{}", index + 1), row[key].clone()));
            }
        }
    }
    variables
}

#[test]
fn every_body_is_the_catalogues_example_with_what_the_service_assigns_from_variables() {
    for_each(|case| {
        let (expected, variables) = match case.operation {
            Operation::Create => (case.records.create_body().unwrap(), Vec::new()),
            Operation::Update => {
                let sent = case.records.update_body().unwrap();
                (sent.clone(), variables(case, sent))
            }
            _ => return assert_eq!(case.request().get("body"), None, "{}", case.place),
        };
        let body = &case.request()["body"];
        assert_eq!(body["mode"], "raw", "{}", case.place);
        assert_eq!(body["options"]["raw"]["language"], "json", "{}", case.place);
        let mut text = body["raw"].as_str().unwrap().to_owned();
        for (name, value) in variables {
            // A number is written without quotes, so that a number is sent.
            let (quote, value) = match &value {
                Value::String(text) => ("\"", text.clone()),
                value => ("", value.to_string()),
            };
            let variable = format!(": {quote}{{{{{name}}}}}{quote}");
            assert_eq!(text.matches(&variable).count(), 1, "{}: {name}", case.place);
            text = text.replace(&variable, &format!(": {quote}{value}{quote}"));
        }
        let sent: Value = serde_json::from_str(&text).expect(&case.place);
        assert_eq!(sent, expected, "{}", case.place);
        assert_in_order(case.resource, &sent, &case.place);
    });
}

#[test]
fn every_create_has_what_is_required_and_nothing_that_the_service_assigns() {
    for_each(|case| {
        if case.operation != Operation::Create {
            return;
        }
        let body = case.request()["body"]["raw"].as_str().unwrap();
        let body: Value = serde_json::from_str(body).expect(&case.place);
        for name in case.resource.required {
            assert!(body.get(name).is_some(), "{} lacks `{name}`", case.place);
        }
        for field in case.resource.fields().filter(|field| field.assigned) {
            let name = field.name.as_ref();
            assert_eq!(body.get(name), None, "{}: `{name}` is assigned", case.place);
        }
    });
}

//! Tests over the list: what holds for every resource and every field of SQL Account's catalogue.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use sqlacc_postman::catalogue::{
    Detail, Field, FieldType, Key, Method, RecordJson, Records, Resource, ResourceKind,
    record_schema,
};
use sqlacc_postman::sqlaccount;

fn resources() -> Vec<Resource> {
    sqlaccount::catalogue().resources
}

/// Every array of rows of a record, with the fields of its rows.
fn for_each_row<'a>(
    resource: &'a Resource,
    details: &'static [Detail],
    holder: &Value,
    visit: &mut impl FnMut(&'static Detail, &'a Field, &Value),
) {
    for detail in details {
        for row in holder
            .get(detail.name)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            for field in resource.row_fields(detail) {
                if let Some(value) = row.get(field.name.as_ref()) {
                    visit(detail, field, value);
                }
            }
            for_each_row(resource, detail.details, row, visit);
        }
    }
}

fn all_fields(resource: &Resource) -> Vec<&Field> {
    fn rows<'a>(resource: &'a Resource, details: &'static [Detail], all: &mut Vec<&'a Field>) {
        for detail in details {
            all.extend(resource.row_fields(detail));
            rows(resource, detail.details, all);
        }
    }
    let mut all: Vec<&Field> = resource.fields().chain(resource.parameters).collect();
    rows(resource, resource.details, &mut all);
    all
}

#[test]
fn the_list_is_whole() {
    let resources = resources();
    assert_eq!(resources.len(), 81);
    let count = |pick: fn(&Resource) -> usize| resources.iter().map(pick).sum::<usize>();
    assert_eq!(count(|resource| resource.fields().count()), 2818);
    assert_eq!(count(|resource| resource.parameters.len()), 158);
    let rows = count(|resource| all_fields(resource).len()) - 2818 - 158;
    assert_eq!(rows, 1709);
    assert_eq!(resources.iter().filter(|one| one.pdf.is_some()).count(), 44);
    assert_eq!(
        resources
            .iter()
            .filter(|one| one.methods == Method::READ)
            .count(),
        13
    );
}

#[test]
fn paths_and_titles_are_unique_and_no_module_is_called_like_a_resource() {
    let catalogue = sqlaccount::catalogue();
    let mut names = BTreeSet::new();
    for resource in &catalogue.resources {
        assert!(
            names.insert(resource.path.to_lowercase()),
            "{}",
            resource.path
        );
        assert!(
            resource.path.chars().all(|c| c.is_ascii_lowercase()),
            "{}",
            resource.path
        );
        let title = resource.title.to_lowercase();
        assert!(
            title == resource.path || names.insert(title),
            "{}",
            resource.title
        );
    }
    for module in catalogue.modules {
        assert!(
            names.insert(module.title.to_lowercase()),
            "{}",
            module.title
        );
    }
}

#[test]
fn modules_are_in_order_and_none_is_empty() {
    let catalogue = sqlaccount::catalogue();
    let mut seen: Vec<&str> = catalogue
        .resources
        .iter()
        .map(|resource| resource.module)
        .collect();
    seen.dedup();
    let modules: Vec<&str> = catalogue
        .modules
        .iter()
        .map(|module| module.title)
        .collect();
    assert_eq!(seen, modules);
}

#[test]
fn every_field_is_described_and_has_an_example_of_its_type() {
    for resource in &resources() {
        for field in all_fields(resource) {
            let place = format!("{}.{}", resource.path, field.name);
            assert!(
                field.summary.ends_with('.') && field.summary.len() > 15,
                "{place}"
            );
            let blob = field.kind == FieldType::Blob;
            assert_eq!(field.example.is_empty(), blob, "{place} example");
            assert!(field.value_of(field.example).is_some(), "{place} example");
            if let FieldType::Text(Some(size)) = field.kind {
                assert!(
                    field.example.chars().count() <= usize::from(size),
                    "{place} example"
                );
            }
            for (code, meaning) in field.codes {
                assert!(
                    field.value_of(code).is_some() && !meaning.is_empty(),
                    "{place} codes"
                );
            }
            if let Some(default) = field.default {
                assert!(field.value_of(default).is_some(), "{place} default");
            }
        }
    }
}

#[test]
fn field_names_are_unique_in_their_resource_and_detail() {
    fn check(resource: &Resource, details: &'static [Detail]) {
        for detail in details {
            let names: BTreeSet<_> = resource
                .row_fields(detail)
                .map(|field| &field.name)
                .collect();
            assert_eq!(
                names.len(),
                resource.row_fields(detail).count(),
                "{}",
                detail.name
            );
            if let Some(key) = detail.key {
                assert!(names.iter().any(|name| *name == key), "{} key", detail.name);
            }
            check(resource, detail.details);
        }
    }
    for resource in &resources() {
        let names: BTreeSet<_> = resource.fields().map(|field| &field.name).collect();
        assert_eq!(names.len(), resource.fields().count(), "{}", resource.path);
        check(resource, resource.details);
    }
}

#[test]
fn keys_filters_and_required_fields_exist() {
    for resource in &resources() {
        let place = resource.path;
        if let Some(key) = resource.key_field() {
            assert!(resource.field(key).is_some(), "{place} key");
        }
        let names = resource.indexed_filters.iter().chain(resource.required);
        for name in names.chain(resource.sdk.mandatory) {
            // The SDK's list is older than some names.
            let is_old = resource.fields().any(|field| field.renamed == Some(*name));
            assert!(is_old || resource.field(name).is_some(), "{place}.{name}");
        }
        assert_eq!(
            resource.kind == ResourceKind::Report,
            !resource.parameters.is_empty(),
            "{place}"
        );
    }
}

/// Every record of the examples, as the service answers it: after create, after update, others.
fn whole_records(resource: &Resource) -> Vec<Value> {
    let records = Records::read(resource).expect(resource.path);
    let created = records.created();
    let updated = created.as_ref().and_then(|record| records.updated(record));
    let all = created
        .into_iter()
        .chain(updated)
        .chain(records.others().to_vec());
    all.map(|record| serde_json::to_value(RecordJson::whole(resource, &record)).unwrap())
        .collect()
}

#[test]
fn every_example_is_valid_against_its_own_schema() {
    for resource in &resources() {
        let schema = record_schema(&sqlaccount::catalogue(), resource);
        let validator = jsonschema::validator_for(schema.as_value()).expect(resource.path);
        let records = Records::read(resource).expect(resource.path);
        let mut all = whole_records(resource);
        all.extend(records.create_body());
        for record in &all {
            let errors: Vec<String> = validator
                .iter_errors(record)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", resource.path);
        }
        assert!(
            !all.is_empty() || records.answer().is_some(),
            "{} has no example",
            resource.path
        );
    }
}

#[test]
fn a_schema_refuses_what_the_service_would() {
    let catalogue = sqlaccount::catalogue();
    let invoice = catalogue.resource("salesinvoice").unwrap();
    let schema = record_schema(&sqlaccount::catalogue(), invoice);
    let validator = jsonschema::validator_for(schema.as_value()).unwrap();
    let body = Records::read(invoice).unwrap().create_body().unwrap();
    let with = |name: &str, value: Value| {
        let mut body = body.clone();
        body[name] = value;
        validator.is_valid(&body)
    };
    assert!(with("docamt", Value::from(12.5)), "decimals may be numbers");
    assert!(
        with("udf_route", Value::from(1)),
        "a company's own field is allowed"
    );
    assert!(!with("docamount", Value::from("1.00")), "an unknown field");
    assert!(!with("docamt", Value::from("RM 1.00")), "no decimal");
    assert!(!with("docno", Value::from("x".repeat(51))), "too long");
    assert!(!with("status", Value::Null), "null for an integer");
    assert!(!with("status", Value::from(7)), "no such code");
    assert!(
        !with("sdsdocdetail", serde_json::json!([{ "qty": true }])),
        "a wrong row"
    );
}

#[test]
fn examples_have_only_fields_that_exist() {
    fn check(
        resource: &Resource,
        details: &'static [Detail],
        names: &[&str],
        value: &Value,
        at: &str,
    ) {
        for (name, member) in value.as_object().expect(at) {
            if let Some(detail) = details.iter().find(|detail| detail.name == name) {
                let names: Vec<&str> = resource
                    .row_fields(detail)
                    .map(|field| field.name.as_ref())
                    .collect();
                for row in member.as_array().expect(at) {
                    check(
                        resource,
                        detail.details,
                        &names,
                        row,
                        &format!("{at}.{name}"),
                    );
                }
            } else {
                // Examples have renamed fields by their first names.
                let is_old = resource
                    .fields()
                    .any(|field| field.renamed == Some(name.as_str()));
                let is_known = is_old || names.contains(&name.as_str());
                assert!(is_known, "{at} has no `{name}`");
            }
        }
    }
    for resource in &resources() {
        let text: Value = serde_json::from_str(resource.examples).unwrap();
        let names: Vec<&str> = resource.fields().map(|field| field.name.as_ref()).collect();
        let parts = ["create", "created", "update", "updated"];
        let one = parts.iter().filter_map(|part| text.get(part));
        let lists = ["others", "list"]
            .iter()
            .filter_map(|part| text.get(part)?.as_array());
        for record in one.chain(lists.flatten()) {
            check(resource, resource.details, &names, record, resource.path);
        }
    }
}

/// The keys of the records that exist before any request is sent.
fn existing_keys() -> BTreeMap<&'static str, BTreeSet<String>> {
    let catalogue = sqlaccount::catalogue();
    let mut keys: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for resource in &catalogue.resources {
        let keys = keys.entry(resource.path).or_default();
        for record in Records::read(resource).unwrap().others() {
            // References are by code wherever a record has one, by number otherwise.
            for name in ["code", "autokey"] {
                keys.extend(record.get(name).map(text));
            }
        }
    }
    keys
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

#[test]
fn every_reference_in_the_examples_resolves() {
    let keys = existing_keys();
    let none = ["", "----", "null", "0"];
    let mut followed = 0;
    for resource in &resources() {
        let records = Records::read(resource).unwrap();
        let own = records
            .created()
            .and_then(|record| record.get("code").map(text));
        let mut check = |field: &Field, value: &Value| {
            let Some(path) = field.refers_to else { return };
            let value = text(value);
            if none.contains(&value.as_str()) {
                return;
            }
            // A row may name the record that it is part of.
            if path == resource.path && Some(&value) == own.as_ref() {
                return;
            }
            followed += 1;
            let known = keys
                .get(path)
                .unwrap_or_else(|| panic!("no resource `{path}`"));
            assert!(
                known.contains(&value),
                "{}.{}: no {path} `{value}`",
                resource.path,
                field.name
            );
        };
        for record in whole_records(resource) {
            for field in resource.fields() {
                if let Some(value) = record.get(field.name.as_ref()) {
                    check(field, value);
                }
            }
            for_each_row(
                resource,
                resource.details,
                &record,
                &mut |_, field, value| {
                    check(field, value);
                },
            );
        }
    }
    assert!(followed > 1000, "only {followed} references were followed");
}

#[test]
fn what_create_makes_is_new() {
    let keys = existing_keys();
    for resource in resources()
        .iter()
        .filter(|one| one.key.is_some_and(Key::is_chosen))
    {
        let body = Records::read(resource).unwrap().create_body().unwrap();
        let code = text(&body["code"]);
        assert!(
            !keys[resource.path].contains(&code),
            "{} `{code}` exists",
            resource.path
        );
    }
}

#[test]
fn an_update_raises_the_counter_and_shows_the_three_kinds_of_rows() {
    let mut shown = 0;
    for resource in &resources() {
        let records = Records::read(resource).unwrap();
        let Some((created, update)) = records.created().zip(records.update_body()) else {
            continue;
        };
        if sqlaccount::catalogue().counter(resource).is_some() {
            let fetched = created["updatecount"].as_i64().unwrap();
            assert_eq!(
                update["updatecount"].as_i64(),
                Some(fetched + 1),
                "{}",
                resource.path
            );
        }
        for detail in resource
            .details
            .iter()
            .filter(|detail| detail.key == Some("dtlkey"))
        {
            let Some(rows) = update.get(detail.name).and_then(Value::as_array) else {
                continue;
            };
            let keys: Vec<Option<i64>> = rows
                .iter()
                .map(|row| row.get("dtlkey").and_then(Value::as_i64))
                .collect();
            let edited = keys.iter().flatten().any(|key| *key > 0);
            let place = format!("{}.{}", resource.path, detail.name);
            assert!(
                edited && keys.contains(&None) && keys.contains(&Some(-1)),
                "{place}"
            );
            let updated = records.updated(&created).unwrap();
            let stored = updated[detail.name].as_array().unwrap();
            assert_eq!(stored.len(), rows.len(), "{place}");
            assert!(
                stored.iter().all(|row| row["dtlkey"].as_i64() > Some(0)),
                "{place}"
            );
            shown += 1;
        }
    }
    assert!(shown > 35, "only {shown} updates edit rows");
}

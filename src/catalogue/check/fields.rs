//! Fields: their names, their examples, and the references to them.

use std::collections::HashSet;

use super::Defects;
use crate::catalogue::{Catalogue, Detail, Field, FieldType, Presence, Resource};

pub(super) fn check(catalogue: &Catalogue, resource: &Resource, defects: &mut Defects<'_>) {
    let fields: Vec<&Field> = resource.fields().collect();
    check_fields(catalogue, &fields, resource.details, defects);
    check_parameters(resource, defects);
    for detail in resource.details {
        check_detail(catalogue, resource, detail, defects);
    }
    if let Some(key) = resource.key {
        match resource.field(key.field) {
            None => defects.require(false, key.field, "is the key, but not a field"),
            Some(field) => {
                let fits = !key.is_number() || field.kind == FieldType::Integer;
                defects.require(fits, key.field, "is a numbered key, but not an integer");
                let is_shown = field.presence == Presence::Everywhere;
                defects.require(is_shown, key.field, "is the key, but not in every answer");
            }
        }
    }
    for name in resource.required {
        let is_field = resource.field(name).is_some();
        defects.require(is_field, name, "is required, but not a field");
    }
    for name in resource.indexed_filters {
        let is_listed = resource.field(name).is_some_and(Field::is_listed);
        defects.require(is_listed, name, "is a filter, but not a field of lists");
    }
}

fn check_parameters(resource: &Resource, defects: &mut Defects<'_>) {
    let mut known = HashSet::new();
    for field in resource.parameters {
        let is_new = known.insert(&field.name);
        defects.require(is_new, &field.name, "is a parameter twice");
    }
}

fn check_detail(
    catalogue: &Catalogue,
    resource: &Resource,
    detail: &'static Detail,
    defects: &mut Defects<'_>,
) {
    let fields: Vec<&Field> = resource.row_fields(detail).collect();
    check_fields(catalogue, &fields, detail.details, defects);
    if let Some(key) = detail.key {
        let is_field = fields.iter().any(|field| field.name == key);
        let name = format!("{}.{key}", detail.name);
        defects.require(is_field, &name, "is the key of rows, but not a field");
    }
    for inner in detail.details {
        check_detail(catalogue, resource, inner, defects);
    }
}

fn check_fields(
    catalogue: &Catalogue,
    fields: &[&Field],
    details: &[Detail],
    defects: &mut Defects<'_>,
) {
    let mut known = HashSet::new();
    let names = fields.iter().map(|field| field.name.as_ref());
    for name in names.chain(details.iter().map(|detail| detail.name)) {
        defects.require(known.insert(name), name, "is a field twice");
        let is_plain = |c: char| c.is_alphanumeric() || "_-.$@".contains(c);
        let is_name = !name.is_empty() && name.chars().all(is_plain);
        defects.require(is_name, name, "cannot be the name of a field");
    }
    for field in fields {
        if let Some(path) = field.refers_to {
            let is_known = catalogue.resources.iter().any(|one| one.path == path);
            let name = format!("{} -> {path}", field.name);
            defects.require(is_known, &name, "refers to a resource that is not there");
        }
        if field.example.is_empty() {
            continue;
        }
        let value = field.value_of(field.example);
        let fits = value.is_some_and(|value| field.misfit(&value).is_none());
        let name = format!("{} = {}", field.name, field.example);
        defects.require(fits, &name, "is an example that its type does not allow");
    }
}

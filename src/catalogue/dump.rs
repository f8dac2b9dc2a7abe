//! The catalogue as JSON, with everything that it knows.

use serde_json::{Map, Value, json};

use super::{Catalogue, Detail, Field, FieldType, Mark, Resource};

/// The whole catalogue as one JSON value, resources in order.
pub(crate) fn dump_catalogue(catalogue: &Catalogue) -> Value {
    let resources: Vec<Value> = catalogue.resources.iter().map(dump_resource).collect();
    let modules = catalogue.modules.iter();
    let modules: Vec<Value> = modules
        .map(|module| json!({ "title": module.title, "summary": module.summary }))
        .collect();
    json!({
        "title": catalogue.title,
        "host": catalogue.service.host,
        "region": catalogue.service.region,
        "service": catalogue.service.name,
        "page_size": catalogue.conventions.paging.size(),
        "modules": modules,
        "resources": resources,
    })
}

/// One resource as a JSON value: fields with types and sentences, details, filters, templates.
pub(crate) fn dump_resource(resource: &Resource) -> Value {
    let methods: Vec<&str> = resource.methods.iter().map(|one| one.as_str()).collect();
    let filters: Vec<&str> = resource
        .listed_fields()
        .map(|field| field.name.as_ref())
        .collect();
    json!({
        "path": resource.path,
        "title": resource.title,
        "plural": resource.plural,
        "module": resource.module,
        "kind": resource.kind.name(),
        "key": resource.key_field(),
        "methods": methods,
        "fields": resource.fields().map(dump_field).collect::<Vec<_>>(),
        "parameters": resource.parameters.iter().map(dump_field).collect::<Vec<_>>(),
        "details": dump_details(resource, resource.details),
        "filters": filters,
        "indexed_filters": resource.indexed_filters,
        "required": resource.required,
        "sdk_object": resource.sdk.object,
        "sdk_mandatory": resource.sdk.mandatory,
        "pdf": resource.pdf.is_some(),
        "pdf_templates": resource.pdf.unwrap_or_default(),
        "body_documented": resource.body_documented,
        "note": resource.note,
    })
}

fn dump_details(resource: &Resource, details: &'static [Detail]) -> Vec<Value> {
    let dump = |detail: &'static Detail| {
        json!({
            "name": detail.name,
            "title": detail.title,
            "key": detail.key,
            "fields": resource.row_fields(detail).map(dump_field).collect::<Vec<_>>(),
            "sdk_mandatory": detail.sdk_mandatory,
            "details": dump_details(resource, detail.details),
        })
    };
    details.iter().map(dump).collect()
}

fn dump_field(field: &Field) -> Value {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| {
        members.insert(name.to_owned(), value);
    };
    put("name", json!(field.name));
    put("type", json!(field.kind.name()));
    match field.kind {
        FieldType::Text(Some(size)) => put("size", json!(size)),
        FieldType::Decimal(Some(scale)) => put("scale", json!(scale)),
        _ => {}
    }
    put("summary", json!(field.summary));
    if !field.example.is_empty() {
        put("example", json!(field.example));
    }
    if !field.codes.is_empty() {
        let codes = field.codes.iter();
        let codes: Map<String, Value> = codes
            .map(|(code, meaning)| ((*code).to_owned(), json!(meaning)))
            .collect();
        put("codes", Value::Object(codes));
    }
    if let Some(path) = field.refers_to {
        put("refers_to", json!(path));
    }
    if let Some(default) = field.default {
        put("default", json!(default));
    }
    if field.assigned {
        put("assigned", json!(true));
    }
    for (name, mark) in [("since", field.since), ("until", field.until)] {
        if let Some(Mark { build, guessed }) = mark {
            put(
                name,
                json!({ "build": build.to_string(), "guessed": guessed }),
            );
        }
    }
    put("presence", json!(field.presence));
    Value::Object(members)
}

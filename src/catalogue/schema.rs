use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use super::{Catalogue, Detail, Field, FieldType, Resource};

/// The dialect of the schemas that [`record_schema`] makes.
pub(crate) const SCHEMA_DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The JSON Schema of a record of `resource`: both of what a create sends and of what a GET returns.
///
/// Decimals may be JSON strings or numbers, as the service accepts both; text, dates and blobs may
/// be null, as in its responses; fields that the service assigns are `readOnly`. User-defined fields
/// are allowed wherever the catalogue knows their prefix; any other
/// unknown field is not.
pub fn record_schema(catalogue: &Catalogue, resource: &Resource) -> Schema {
    let mut schema = json_schema!({
        "$schema": SCHEMA_DIALECT,
        "title": resource.title,
        "description": format!("A record of /{}.", resource.path),
    });
    if resource.fields().next().is_none() {
        // Only that a report returns an object is documented.
        schema.insert(
            "description".to_owned(),
            json!(format!("An answer of /{}.", resource.path)),
        );
        schema.insert("type".to_owned(), json!("object"));
        return schema;
    }
    let object = ObjectSchema {
        own_fields: catalogue.conventions.own_fields,
        resource,
        fields: resource.fields().collect(),
        details: resource.details,
    };
    for (keyword, value) in object.object() {
        schema.insert(keyword, value);
    }
    if !resource.required.is_empty() {
        schema.insert("required".to_owned(), json!(resource.required));
    }
    schema
}

struct ObjectSchema<'a> {
    own_fields: Option<&'static str>,
    resource: &'a Resource,
    fields: Vec<&'a Field>,
    details: &'static [Detail],
}

impl ObjectSchema<'_> {
    fn object(&self) -> Map<String, Value> {
        let mut properties = Map::new();
        for field in &self.fields {
            properties.insert(field.name.to_string(), field_schema(field).to_value());
        }
        for detail in self.details {
            let rows = ObjectSchema {
                own_fields: self.own_fields,
                resource: self.resource,
                fields: self.resource.row_fields(detail).collect(),
                details: detail.details,
            };
            let rows = json!({
                "description": format!("{}.", detail.title),
                "type": "array",
                "items": rows.object(),
            });
            properties.insert(detail.name.to_owned(), rows);
        }
        let mut object = Map::new();
        object.insert("type".to_owned(), json!("object"));
        object.insert("properties".to_owned(), Value::Object(properties));
        if let Some(prefix) = self.own_fields {
            let names = json!({ format!("^{prefix}"): true });
            object.insert("patternProperties".to_owned(), names);
        }
        object.insert("additionalProperties".to_owned(), json!(false));
        object
    }
}

fn field_schema(field: &Field) -> Schema {
    let mut schema = json_schema!({ "description": field.summary });
    let mut put = |keyword: &str, value: Value| {
        schema.insert(keyword.to_owned(), value);
    };
    match field.kind {
        FieldType::Text(size) => {
            put("type", json!(["string", "null"]));
            if let Some(size) = size {
                put("maxLength", json!(size));
            }
        }
        FieldType::Integer => put("type", json!("integer")),
        FieldType::Decimal(_) => {
            put("type", json!(["string", "number"]));
            put("pattern", json!(r"^-?\d+(\.\d+)?$"));
        }
        FieldType::Boolean => put("type", json!("boolean")),
        FieldType::Date => {
            put("type", json!(["string", "null"]));
            put("format", json!("date"));
        }
        FieldType::Timestamp => {
            put("type", json!(["string", "null"]));
            put("format", json!("date-time"));
        }
        FieldType::Blob => {
            put("type", json!(["string", "null"]));
            put("contentEncoding", json!("base64"));
        }
    }
    if !field.codes.is_empty() {
        put("enum", allowed_values(field));
    }
    if let Some(default) = field.default.and_then(|text| field.value_of(text)) {
        put("default", default);
    }
    if let (false, Some(example)) = (field.example.is_empty(), field.value_of(field.example)) {
        put("examples", json!([example]));
    }
    if field.assigned {
        put("readOnly", json!(true));
    }
    schema
}

/// The codes of a coded field, and what it holds when it was never set.
fn allowed_values(field: &Field) -> Value {
    let codes = field.codes.iter().map(|(code, _)| *code);
    let mut values: Vec<Value> = codes.filter_map(|code| field.value_of(code)).collect();
    let unset = field.unset_value();
    if !values.contains(&unset) {
        values.push(unset);
    }
    if matches!(field.kind, FieldType::Text(_)) {
        values.push(Value::Null);
    }
    Value::Array(values)
}

//! The official schema less what Postman's own exports break.

use serde_json::{Value, json};

/// The values of `type` that Postman gives its variables and the schema does not list.
const VARIABLE_TYPES: [&str; 2] = ["default", "secret"];

/// The kinds of auth that Postman's runtime implements and the schema does not list.
const AUTH_TYPES: [&str; 2] = ["jwt", "asap"];

/// `schema`, an official one, with its corrections: each only widens what is accepted.
pub(super) fn corrected(mut schema: Value) -> Value {
    let more = |names: [&str; 2]| names.map(Value::from);
    extend(
        &mut schema,
        "/definitions/variable/properties/type/enum",
        more(VARIABLE_TYPES),
    );
    extend(
        &mut schema,
        "/definitions/auth/properties/type/enum",
        more(AUTH_TYPES),
    );
    // SQL Account writes an empty mode where there is no body, and Postman imports it.
    extend(
        &mut schema,
        "/definitions/request/oneOf/0/properties/body/oneOf/0/properties/mode/enum",
        [json!("")],
    );
    // Their attributes are shaped as those of every other kind.
    if let Some(Value::Object(kinds)) = schema.pointer_mut("/definitions/auth/properties")
        && let Some(shape) = kinds.get("bearer").cloned()
    {
        for kind in AUTH_TYPES {
            kinds.insert(kind.to_owned(), shape.clone());
        }
    }
    replace(
        &mut schema,
        "/definitions/header/properties/value/type",
        json!(["string", "null"]),
    );
    schema
}

fn extend<const N: usize>(schema: &mut Value, pointer: &str, more: [Value; N]) {
    if let Some(Value::Array(list)) = schema.pointer_mut(pointer) {
        list.extend(more);
    }
}

fn replace(schema: &mut Value, pointer: &str, with: Value) {
    if let Some(value) = schema.pointer_mut(pointer) {
        *value = with;
    }
}

use serde_json::Value;

/// Adds the members of the object `more` to the object `record`.
pub(super) fn add(record: &mut Value, more: Value) {
    if let (Value::Object(record), Value::Object(more)) = (record, more) {
        record.extend(more);
    }
}

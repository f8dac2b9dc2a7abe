//! A body validated against its resource's schema before it is sent.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value as Serde;

use crate::catalogue::{Catalogue, Operation, Resource, nearest, record_schema};
use crate::json::schema::message;
use crate::json::{Document, Kind, Position, Tape, Value};

/// What is wrong with a body, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyDefect {
    /// Its bytes in the text.
    pub position: Position,
    /// JSON pointer of the value that is wrong, or that lacks something.
    pub pointer: String,
    /// One sentence.
    pub message: String,
    /// Whether another build of the service would take it.
    pub of_other_build: bool,
}

/// The defects of `body` for `operation`, a create or an update, of `resource`, in the order of
/// the text. An update may leave out any field.
///
/// # Errors
/// A sentence, when the resource's schema cannot be compiled; a defect of the catalogue.
pub fn body_defects(
    body: &Document<'_>,
    (catalogue, resource): (&Catalogue, &Resource),
    operation: Operation,
) -> Result<Vec<BodyDefect>, String> {
    let lines = body.line_index();
    let root = body.root();
    let at = |start: usize, pointer: &str, message: String| BodyDefect {
        position: lines.position(start),
        pointer: pointer.to_owned(),
        message,
        of_other_build: false,
    };
    let is_empty = root.kind() == Kind::Object && root.is_empty();
    if let Some(wrong) = catalogue.conventions.empty_body.filter(|_| is_empty) {
        return Ok(vec![at(root.span().start, "", wrong.to_owned())]);
    }
    let mut found: Vec<(usize, BodyDefect)> = Vec::new();
    for twice in body.duplicate_keys() {
        let start = twice.later.start;
        let message = format!("duplicate key `{}`", twice.key);
        found.push((start, at(start, "", message)));
    }
    let mut schema = record_schema(catalogue, resource);
    if operation == Operation::Update {
        schema.remove("required");
    }
    if !resource.body_documented {
        schema.remove("additionalProperties");
    }
    let schema = schema.to_value();
    let validator = jsonschema::options_for::<Tape>();
    let validator = validator
        .build(&schema)
        .map_err(|error| error.to_string())?;
    for error in validator.iter_errors(root) {
        let pointer = error.instance_path().to_string();
        let value = root.pointer(&pointer).unwrap_or(root);
        let path = path_of(&pointer);
        if let ValidationErrorKind::AdditionalProperties { unexpected } = error.kind() {
            let known = known_fields(&schema, &pointer);
            for name in unexpected {
                let key = value.entries().find(|entry| entry.key() == name.as_str());
                let start = key.map_or(value.span().start, |entry| entry.key_span().start);
                let other = catalogue.other_build(resource, name);
                let of_other_build = other.is_some();
                let message = other.unwrap_or_else(|| unknown(name, &path, &known, resource));
                let defect = at(start, &pointer, message);
                found.push((
                    start,
                    BodyDefect {
                        of_other_build,
                        ..defect
                    },
                ));
            }
            continue;
        }
        let start = value.span().start;
        found.push((start, at(start, &pointer, sentence(&error, value, &path))));
    }
    found.sort_by_key(|(start, _)| *start);
    Ok(found.into_iter().map(|(_, defect)| defect).collect())
}

/// The sentence about a field that no build has.
fn unknown(name: &str, path: &str, known: &[&str], resource: &Resource) -> String {
    let owner = if path.is_empty() { resource.path } else { path };
    let hint = nearest(name, known.iter().copied(), 0.8);
    let hint = hint.map_or_else(
        || format!("; `sqlacc-postman catalogue {}` lists them", resource.path),
        |known| format!("; did you mean `{known}`?"),
    );
    format!("`{owner}` has no field `{name}`{hint}")
}

/// The sentence about any other error.
fn sentence(error: &ValidationError, value: Value, path: &str) -> String {
    match error.kind() {
        ValidationErrorKind::Pattern { .. } => {
            format!("`{path}` must be a decimal such as 12.50")
        }
        ValidationErrorKind::Enum { .. } => {
            let sentence = message::sentence(error, value, path, "the body");
            let hint = message::near(error, value);
            let hint = hint.map_or_else(String::new, |hint| format!("; {hint}"));
            sentence + &hint
        }
        _ => message::sentence(error, value, path, "the body"),
    }
}

/// The fields that the schema has for the object at `pointer`.
fn known_fields<'s>(schema: &'s Serde, pointer: &str) -> Vec<&'s str> {
    let below =
        pointer
            .split('/')
            .skip(1)
            .try_fold(schema, |schema, name| match schema.get("items") {
                Some(rows) => Some(rows),
                None => schema.get("properties")?.get(name),
            });
    let properties = below.and_then(|object| object.get("properties")?.as_object());
    let names = properties.into_iter().flat_map(|members| members.keys());
    names.map(String::as_str).collect()
}

/// `/sdsdocdetail/0/qty` as people write it: `sdsdocdetail[0].qty`.
fn path_of(pointer: &str) -> String {
    let mut path = String::new();
    for part in pointer.split('/').skip(1) {
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            path.extend(["[", part, "]"]);
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(part);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::body_defects;
    use crate::catalogue::{Operation, tiny};
    use crate::json::Document;

    fn messages(body: &str, operation: Operation) -> Vec<String> {
        let catalogue = tiny::catalogue();
        let resource = catalogue.resource("note").unwrap();
        let document = Document::from_text(body).unwrap();
        let defects = body_defects(&document, (&catalogue, resource), operation).unwrap();
        let messages = defects
            .iter()
            .map(|one| format!("{} {}", one.position, one.message));
        messages.collect()
    }

    #[test]
    fn every_defect_has_its_place() {
        let body = r#"{
  "docn": 1, "docno": 2,
  "sdslines": [{"amount": "x", "statee": 1}, {"state": "Z"}],
  "docn": 2
}"#;
        insta::assert_debug_snapshot!(messages(body, Operation::Create));
    }

    #[test]
    fn an_update_may_leave_fields_out_but_no_body_is_empty() {
        assert_eq!(messages("{}", Operation::Update).len(), 1);
        assert_eq!(messages("[]", Operation::Update).len(), 1);
    }
}

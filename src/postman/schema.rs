//! Postman's official JSON Schema of the collection format, embedded.

use std::sync::OnceLock;

use jsonschema::Validator;

use crate::json::{Document, Tape};

const V2_1_0: &str = include_str!("../../schemas/postman-collection-v2.1.0.json");

/// A place at which a collection breaks the official schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// JSON pointer of the value.
    pub pointer: String,
    /// What is wrong with it.
    pub message: String,
}

/// Where `document` breaks the official v2.1.0 schema; empty when it conforms.
///
/// # Errors
/// A sentence, when the embedded schema cannot be compiled; a defect of this crate.
pub fn violations_of_v2_1_0(document: &Document) -> Result<Vec<Violation>, String> {
    static VALIDATOR: OnceLock<Result<Validator<Tape>, String>> = OnceLock::new();
    let validator = VALIDATOR.get_or_init(|| {
        let schema: serde_json::Value =
            serde_json::from_str(V2_1_0).map_err(|error| error.to_string())?;
        let options = jsonschema::options_for::<Tape>();
        options.build(&schema).map_err(|error| error.to_string())
    });
    let validator = validator.as_ref().map_err(Clone::clone)?;
    let root = document.root();
    // The verdict alone is fast; only a broken document is walked again for its errors.
    if validator.is_valid(root) {
        return Ok(Vec::new());
    }
    let violations = validator.iter_errors(root).map(|error| Violation {
        pointer: error.instance_path().to_string(),
        message: error.to_string(),
    });
    Ok(violations.collect())
}

#[cfg(test)]
mod tests {
    use super::violations_of_v2_1_0;
    use crate::json::Document;

    fn violations(text: &str) -> Vec<String> {
        let document = Document::from_text(text).unwrap();
        let violations = violations_of_v2_1_0(&document).unwrap();
        violations.into_iter().map(|one| one.pointer).collect()
    }

    #[test]
    fn a_conforming_collection_has_no_violation() {
        let text = r#"{"info": {"name": "A", "schema": "s"}, "item": []}"#;
        assert!(violations(text).is_empty());
    }

    #[test]
    fn a_broken_one_is_told_where() {
        let text = r#"{"info": {"name": "A"}, "item": [{"request": {"header": [{"key": "A"}]}}]}"#;
        assert_eq!(violations(text), ["/info", "/item/0"]);
    }
}

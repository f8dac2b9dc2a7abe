//! The tape validated by `jsonschema`, compared with `serde_json::Value`.

use jsonschema::json::{Json, Node};
use serde_json::{Value as Serde, json};

use super::parse;
use crate::json::{Tape, schema::NumberNode};

/// The paths and sentences of all errors.
fn errors(schema: &Serde, text: &str) -> (Vec<String>, Vec<String>) {
    let value: Serde = serde_json::from_str(text).expect("valid");
    let document = parse(text);
    let tape = jsonschema::options_for::<Tape>()
        .build(schema)
        .expect("a schema");
    let serde = jsonschema::options().build(schema).expect("a schema");
    let ours = tape.iter_errors(document.root());
    let theirs = serde.iter_errors(&value);
    assert_eq!(tape.is_valid(document.root()), serde.is_valid(&value));
    let (mut ours, mut theirs): (Vec<_>, Vec<_>) = (
        ours.map(|error| format!("{} {error}", error.instance_path()))
            .collect(),
        theirs
            .map(|error| format!("{} {error}", error.instance_path()))
            .collect(),
    );
    ours.sort();
    theirs.sort();
    (ours, theirs)
}

#[test]
fn same_errors_as_over_serde_json() {
    let schema = json!({
        "type": "object",
        "required": ["info", "item"],
        "minProperties": 2,
        "maxProperties": 3,
        "propertyNames": {"maxLength": 5, "pattern": "^[a-z]+$"},
        "properties": {
            "info": {"enum": ["a", "é", 1, true, null, {"x": [1]}]},
            "item": {
                "uniqueItems": true,
                "maxItems": 3,
                "items": {"type": ["string", "integer"], "minLength": 2, "maximum": 10},
            },
            "n": {"multipleOf": 0.5, "const": 2},
        },
    });
    for text in [
        "{}",
        "[]",
        r#"{"info": "\u0061", "item": []}"#,
        r#"{"info": "b", "item": ["aa", "é", 1, 11, 1.5, 1.0, 1]}"#,
        r#"{"info": {"x": [1.0]}, "item": [1, 1.0], "n": 2.0}"#,
        r#"{"info": false, "item": null, "n": 0.7, "TOO LONG": -0}"#,
        r#"{"info": null, "\u0069tem": [-0, 1e2, 18446744073709551616]}"#,
        r#"{"info": 5, "info": 1, "item": 1, "item": [], "n": 3, "n": 2}"#,
    ] {
        let (ours, theirs) = errors(&schema, text);
        assert_eq!(ours, theirs, "{text}");
    }
}

#[test]
fn names_become_string_nodes() {
    let name = "a \"quoted\" \\ name\n";
    Tape::with_string_node(&mut String::new(), name, |node| {
        assert_eq!(node.as_string().as_deref(), Some(name));
        assert_eq!(node.to_value().as_str(), Some(name));
    });
}

#[test]
fn nodes_have_identities() {
    let (one, other) = (parse("[[], []]"), parse("[[], []]"));
    let child = |position| one.root().index(position).and_then(|node| node.identity());
    assert_eq!(child(0), child(0));
    assert_ne!(child(0), child(1));
    assert_ne!(one.root().identity(), child(0));
    assert_ne!(one.root().identity(), other.root().identity());
}

#[test]
fn numbers_know_how_they_are_written() {
    use jsonschema::json::JsonNumber;

    let document = parse("[1, 1.0, 1e2, 1.5]");
    let numbers: Vec<NumberNode<'_>> = document
        .root()
        .elements()
        .filter_map(|value| value.as_number())
        .collect();
    let whole: Vec<_> = numbers.iter().map(JsonNumber::is_integer).collect();
    assert_eq!(whole, [true, true, true, false]);
    let written: Vec<_> = numbers
        .iter()
        .map(JsonNumber::is_written_as_integer)
        .collect();
    assert_eq!(written, [true, false, false, false]);
}

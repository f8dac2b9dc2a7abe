//! The tape as the `jsonschema` crate reads it, so that it validates a [`Document`] directly.
//!
//! ```
//! use sqlacc_postman::json::{Document, Tape};
//!
//! let schema = serde_json::json!({"required": ["info"]});
//! let validator = jsonschema::options_for::<Tape>().build(&schema)?;
//! let document = Document::from_text(r#"{"item": []}"#)?;
//! assert!(!validator.is_valid(document.root()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod members;
pub(crate) mod message;
mod number;

use std::borrow::Cow;

use jsonschema::{
    JsonType,
    json::{Json, Node, NodeIdentity, cmp},
};
use serde_json::Value as Serde;

use super::{document::Document, node::Kind, value::Value};

pub(crate) use members::{ArrayNode, ObjectNode};
pub(crate) use number::NumberNode;

/// The name of this representation: `jsonschema::options_for::<Tape>()`.
///
/// Verdicts are those over `serde_json::Value`: of a repeated key only the last counts.
#[derive(Clone, Copy, Debug)]
pub struct Tape;

impl Json for Tape {
    type Node<'a> = Value<'a>;
    type PreparedKey = String;
    type StringBuffer = String;

    // A lookup passes all keys, so a pass over all of them is never dearer. The number is only
    // bounded because it gets multiplied.
    const KEYS_PER_LOOKUP: usize = 1 << 16;
    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>(buffer: &mut String, string: &str, f: impl FnOnce(Value<'_>) -> T) -> T {
        *buffer = Serde::from(string).to_string();
        let document = Document::from_text(buffer).unwrap_or_else(|_| Document::null());
        f(document.root())
    }
}

impl<'a> Node<'a, Tape> for Value<'a> {
    type Object = ObjectNode<'a>;
    type Array = ArrayNode<'a>;
    type Number = NumberNode<'a>;

    fn as_object(&self) -> Option<ObjectNode<'a>> {
        (self.kind() == Kind::Object).then_some(ObjectNode::new(*self))
    }

    fn as_array(&self) -> Option<ArrayNode<'a>> {
        (self.kind() == Kind::Array).then_some(ArrayNode::new(*self))
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        self.as_str()
    }

    fn as_number(&self) -> Option<NumberNode<'a>> {
        self.as_number_text().map(NumberNode::new)
    }

    fn as_boolean(&self) -> Option<bool> {
        self.as_bool()
    }

    fn is_null(&self) -> bool {
        Value::is_null(*self)
    }

    fn is_number(&self) -> bool {
        self.kind() == Kind::Number
    }

    fn json_type(&self) -> JsonType {
        match self.kind() {
            Kind::Null => JsonType::Null,
            Kind::Bool => JsonType::Boolean,
            Kind::Number => JsonType::Number,
            Kind::String => JsonType::String,
            Kind::Array => JsonType::Array,
            Kind::Object => JsonType::Object,
        }
    }

    fn equals_value(&self, expected: &Serde) -> bool {
        match expected {
            Serde::String(string) => self.is_str(string),
            Serde::Bool(bool) => self.as_bool() == Some(*bool),
            Serde::Null => Value::is_null(*self),
            _ => cmp::equal(&self.to_value(), expected),
        }
    }

    fn to_value(&self) -> Cow<'a, Serde> {
        // The parser accepts nothing that serde_json refuses.
        Cow::Owned(serde_json::from_str(self.text()).unwrap_or_default())
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::tagged(
            self.document().address(),
            self.index_on_tape(),
        ))
    }
}

//! JSON text with places: one parse into a flat tape, strings left in the text.
//!
//! [`Document::parse`] reads a UTF-8 text once and keeps, for every key and value, its kind, its
//! bytes in the text and where its next sibling is: 16 bytes each. Nothing is copied; a string is
//! unescaped when it is asked for, a number stays the digits that were written. From that tape
//! come the place of every value ([`Value::span`], [`Value::path`]), repeated keys
//! ([`Document::duplicate_keys`]) and, through [`Tape`], validation with the `jsonschema` crate.
//!
//! Texts are accepted, and values read, exactly as `serde_json::from_str::<serde_json::Value>`
//! does, with two differences: a UTF-8 byte order mark in front is accepted (and reported by
//! [`Document::has_bom`]), and repeated keys are all kept.
//!
//! ```
//! use sqlacc_postman::json::Document;
//!
//! let document = Document::parse(br#"{"info": {"name": "Sales"}}"#)?;
//! let name = document.root().pointer("/info/name").expect("it is there");
//! assert_eq!(name.as_str().as_deref(), Some("Sales"));
//! assert_eq!(name.span(), 18..25);
//! assert_eq!(name.path(), "/info/name");
//! # Ok::<(), sqlacc_postman::json::Error>(())
//! ```

mod document;
mod duplicate;
mod encoding;
mod error;
mod escape;
mod iter;
mod node;
mod number;
mod parser;
mod pointer;
mod position;
mod scan;
pub(crate) mod schema;
mod sentence;
mod token_at;
mod value;

#[cfg(test)]
mod tests;

pub use document::Document;
pub use duplicate::DuplicateKey;
pub use encoding::Encoding;
pub use error::{Error, ErrorKind, Expected};
pub use iter::{Elements, Entries, Entry};
pub use node::Kind;
pub use parser::MAX_DEPTH;
pub(crate) use pointer::with_tokens;
pub use position::{LineIndex, Position};
pub use schema::Tape;
pub use value::Value;

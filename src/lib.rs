//! Postman collections of an API that is signed with AWS Signature Version 4, out of a catalogue of
//! its resources; and everything around them: check, compare, sign and send.
//!
//! # From a catalogue to a collection
//!
//! A [`Catalogue`](catalogue::Catalogue) says where a service is, how it speaks and what resources it
//! has. SQL Account's is built in; this makes the collection of its module *Sales*:
//!
//! ```
//! use sqlacc_postman::{generate, sqlaccount};
//!
//! let options = generate::Options {
//!     only: vec!["Sales".to_owned()],
//!     ..generate::Options::default()
//! };
//! let collection = generate::collection(&sqlaccount::catalogue(), &options)?;
//! assert_eq!(collection.counts().folders, 11);
//! let text = generate::to_valid_json(&collection)?;
//! # assert!(text.starts_with('{'));
//! # Ok::<(), generate::GenerateError>(())
//! ```
//!
//! # Your own API
//!
//! A catalogue is constant data: fields, and entries that state what they differ in from
//! [`ResourceEntry::BASE`](catalogue::ResourceEntry::BASE). `examples/parcels.rs` has a whole one, of three
//! resources, with pages that go by a token, PATCH and temporary keys. One resource looks so:
//!
//! ```
//! use sqlacc_postman::catalogue::{ResourceEntry, Field, Key, Method, Resource};
//!
//! const SENDER: ResourceEntry = ResourceEntry {
//!     path: "v1/senders",
//!     title: "Sender",
//!     plural: "Senders",
//!     module: "Shipping",
//!     key: Some(Key::chosen("handle")),
//!     methods: Method::ALL,
//!     fields: &[&[
//!         Field::text("handle").size(20).about("Name of the sender.").example("bookshop"),
//!         Field::text("name").about("What it is called.").example("The Corner Bookshop"),
//!     ]],
//!     required: &["handle"],
//!     examples: r#"{
//!         "create": {"handle": "florist", "name": "Green & Daughters"},
//!         "update": {"name": "Green and Daughters"}
//!     }"#,
//!     ..ResourceEntry::BASE
//! };
//!
//! let sender = Resource::from(SENDER);
//! let titles: Vec<&str> = sender.operations().iter().map(|one| one.title()).collect();
//! assert_eq!(titles, ["List", "Create", "Get", "Update", "Delete"]);
//! ```
//!
//! How the service pages its lists, wraps its answers and reports its errors is in
//! [`Conventions`](catalogue::Conventions). A catalogue that contradicts itself, such as with a key
//! that is not a field, generates nothing: [`Catalogue::check`](catalogue::Catalogue::check) says
//! what is wrong with it.
//!
//! # Check and compare
//!
//! Any collection, whoever wrote it, can be [checked](validate::validate) against Postman's schema
//! and lint rules:
//!
//! ```
//! use sqlacc_postman::validate::{Environments, Settings, validate};
//!
//! let text = br#"{"info": {"name": "Empty"}}"#;
//! let found = validate(text, &Settings::default(), &Environments::default());
//! assert_eq!(found[0].rule, "format-version-supported");
//! ```
//!
//! # Modules
//!
//! - [`catalogue`] is the engine's idea of an API; it knows no particular one.
//! - [`sqlaccount`] is SQL Account's API, as such a catalogue.
//! - [`generate`] makes a collection out of a catalogue; [`postman`] is the format.
//! - [`validate`] checks a collection; [`diff`] says what has changed between two, and who is
//!   affected.
//! - [`diagnostic`] is what is reported, whoever reports it; [`report`] is how it is shown.
//! - [`sigv4`] signs a request, verifies one, and says why two signatures differ.
//! - [`client`] sends signed requests and says at which step a connection fails.
//! - [`curl`] reads and writes curl's command lines; [`program`] writes programs that sign and send.
//! - [`sandbox`] is the service of a catalogue, on your own machine.
//! - [`json`] reads JSON text with places.
//! - [`cli`] is the command `sqlacc-postman`.

pub mod catalogue;
pub mod cli;
pub mod client;
mod coverage;
pub mod curl;
pub mod diagnostic;
pub mod diff;
pub mod generate;
pub mod json;
mod parallel;
pub mod postman;
pub mod program;
pub mod report;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod sigv4;
pub mod sqlaccount;
pub mod validate;

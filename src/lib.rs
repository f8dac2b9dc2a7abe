//! SQL Account's API as data, and the Postman collection that comes from it.
//!
//! - [`json`] reads JSON text with places.
//! - [`catalogue`] is the engine's idea of an API; it knows no particular one.
//! - [`sqlaccount`] is SQL Account's API, as such a catalogue.
//! - [`postman`] is the Postman format.
//! - [`generate`] makes the one out of the other.
//! - [`validate`] holds a collection against Postman's schema and against rules.
//! - [`diff`] says what has changed between two collections, and what it breaks.
//! - [`diagnostic`] is what is reported, whoever reports it; [`report`] is how it is shown.
//! - [`sigv4`] signs a request, verifies one, and says why two signatures differ.
//! - [`client`] sends signed requests and says at which step a connection fails.
//! - [`sandbox`] is the service itself, on your own machine.
//! - [`cli`] is the command `sqlacc-postman`.
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
//! # Ok::<(), generate::GenerateError>(())
//! ```

pub mod catalogue;
pub mod cli;
pub mod client;
pub mod diagnostic;
pub mod diff;
pub mod generate;
pub mod json;
mod parallel;
pub mod postman;
pub mod report;
pub mod sandbox;
pub mod sigv4;
pub mod sqlaccount;
pub mod validate;

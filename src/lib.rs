//! SQL Account's API as data, and the Postman collection that comes from it.
//!
//! - [`json`] reads JSON text with places.
//! - [`catalogue`] is the engine's idea of an API; it knows no particular one.
//! - [`sqlaccount`] is SQL Account's API, as such a catalogue.
//! - [`postman`] is the Postman format.
//! - [`generate`] makes the one out of the other.
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
pub mod generate;
pub mod json;
pub mod postman;
pub mod sqlaccount;

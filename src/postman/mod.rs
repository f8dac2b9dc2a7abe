//! The Postman collection format v2.1.0 and the environment format, as they are written.
//!
//! The types hold what this crate writes, in the order in which Postman exports it; members that
//! are absent are left out, so that auth is inherited by omission.

mod auth;
mod canonical;
mod collection;
pub(crate) mod dynamic;
pub mod effective;
mod environment;
pub(crate) mod members;
mod request;
pub mod schema;
mod script;
pub mod view;

pub use auth::{Attribute, Auth};
pub use canonical::{Strip, canonical, indented};
pub use collection::{Collection, Counts, Folder, Info, Item, RequestItem, Variable};
pub use environment::{Environment, EnvironmentValue};
pub use request::{
    Body, BodyOptions, Header, PathVariable, QueryParam, RawOptions, Request, Response, Url,
};
pub use script::{Event, Script};

/// The `info.schema` of a v2.1.0 collection, as Postman's own exports spell it.
pub const SCHEMA_V2_1_0: &str =
    "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

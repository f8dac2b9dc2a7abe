//! From a catalogue to a Postman collection and its environment.

mod collection;
mod drift;
mod environment;
mod examples;
mod ids;
mod known_ids;
mod operation;
mod page;
mod request;
mod saved_variables;
mod script;
mod story;
mod tables;
mod template;
mod url;
mod variables;

pub use collection::collection;
pub use drift::{Difference, Drift, drift};
pub use environment::environment;
pub use ids::KnownIds;
pub use known_ids::NoCollection;
pub(crate) use page::{module_index, resource_page};
pub(crate) use tables::meaning;

use crate::catalogue::{Catalogue, CatalogueError, Credentials, RecordError, Service};
use crate::json::Document;
use crate::postman::Collection;
use crate::postman::schema::{Violation, violations_of_v2_1_0};

/// How the folders are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One folder per module with one folder per resource in it.
    #[default]
    Grouped,
    /// One folder per resource, ordered by path, as in the vendor's own collections.
    Flat,
}

/// The options for generating a collection.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Scheme and host to use instead of the catalogue's, without a trailing slash.
    pub host: Option<String>,
    /// Region of the scope instead of the catalogue's.
    pub region: Option<String>,
    /// Service name of the scope instead of the catalogue's.
    pub service: Option<String>,
    /// How the folders are laid out.
    pub layout: Layout,
    /// Modules, paths or titles of the resources to include; empty for all.
    pub only: Vec<String>,
    /// Whether the signature goes into the query instead of the headers.
    pub auth_in_query: bool,
    /// Whether every request has its own auth and `Content-Type`, and bodies have no variables, for
    /// tools that ignore what Postman inherits and substitutes.
    pub portable: bool,
    /// Whether test scripts are left out.
    pub no_tests: bool,
    /// The ids of an earlier collection to keep.
    pub known_ids: KnownIds,
}

/// Why nothing was generated.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    /// `only` names something that the catalogue does not have.
    #[error(transparent)]
    Unknown(#[from] crate::catalogue::UnknownName),
    /// The catalogue contradicts itself.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The catalogue has a template that replaces no built-in one.
    #[error("the catalogue replaces the template `{0}`, which does not exist")]
    UnknownTemplate(&'static str),
    /// The catalogue's examples cannot be read.
    #[error(transparent)]
    Records(#[from] RecordError),
    /// A template cannot be rendered; a defect of the template or of the catalogue's front page.
    #[error("cannot render a template of the collection")]
    Template(#[from] minijinja::Error),
    /// What was generated breaks the official schema; a defect of this crate.
    #[error("the generated collection violates Postman's schema at `{}`: {}; nothing was written, please report it", .0.pointer, .0.message)]
    Invalid(Violation),
    /// The embedded schema cannot be compiled; a defect of this crate.
    #[error("cannot compile the embedded schema of Postman: {0}")]
    Schema(String),
    /// A value cannot be written as JSON.
    #[error("cannot write a value of the collection as JSON")]
    Json(#[from] serde_json::Error),
}

/// The values of the signing variables: the caller's where given, else the catalogue's.
struct Signing<'a> {
    host: &'a str,
    region: &'a str,
    service: &'a str,
    credentials: Credentials,
}

impl<'a> Signing<'a> {
    fn new(catalogue: &Catalogue, options: &'a Options) -> Self {
        let Service {
            host,
            region,
            name,
            credentials,
            ..
        } = catalogue.service;
        Self {
            host: options.host.as_deref().unwrap_or(host),
            region: options.region.as_deref().unwrap_or(region),
            service: options.service.as_deref().unwrap_or(name),
            credentials,
        }
    }
}

/// `value` as the bytes of a file: JSON, two spaces, LF, a line end at the end.
///
/// # Errors
/// [`GenerateError::Json`] when it cannot be written.
pub fn to_json(value: &impl serde::Serialize) -> Result<String, GenerateError> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    Ok(text)
}

/// `collection` as the bytes of a file, validated against Postman's official schema first.
///
/// # Errors
/// [`GenerateError::Invalid`] with the first violation, and as [`to_json`].
pub fn to_valid_json(collection: &Collection) -> Result<String, GenerateError> {
    let text = to_json(collection)?;
    let refused = |error: crate::json::Error| {
        GenerateError::Invalid(Violation {
            pointer: String::new(),
            message: error.to_string(),
        })
    };
    let document = Document::from_text(&text).map_err(refused)?;
    let violations = violations_of_v2_1_0(&document).map_err(GenerateError::Schema)?;
    match violations.into_iter().next() {
        Some(violation) => Err(GenerateError::Invalid(violation)),
        None => Ok(text),
    }
}

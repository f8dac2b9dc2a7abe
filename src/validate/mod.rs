//! Checks a collection against Postman's schema and lint rules.
//!
//! A rule is one file in `rules/`: what it is, its page, and a function that looks at a part of the
//! collection and reports what it finds. The walk calls every rule that is on, part by part, in the
//! order of the text; what they report becomes [`Diagnostic`]s with places.

mod anchor;
mod auths;
mod awsv4;
mod comparison;
mod context;
mod edit;
mod finding;
mod fix;
mod locate;
mod outcome;
mod parts;
mod placeholder;
mod pointer_index;
mod request;
mod request_names;
mod rule;
mod rules;
mod schema_url;
mod settings;
mod tree;
mod variables;
mod walk;

pub(crate) use context::Context;
pub(crate) use finding::{Finding, Sink};
pub use fix::{FixResult, fix};
pub use outcome::Outcome;
pub use parts::Environments;
#[cfg(feature = "javascript")]
pub(crate) use parts::ScriptContext;
pub(crate) use parts::{AuthContext, ItemContext, RequestContext};
pub(crate) use rule::Check;
pub use rule::{Fixable, Group, Rule};
pub use rules::RULES;
pub use settings::{Profile, Settings};

use crate::diagnostic::Diagnostic;
use crate::json::{Document, Error};

/// The findings of `bytes`, a file's content, in the order of their places.
pub fn validate(bytes: &[u8], settings: &Settings, environments: &Environments) -> Vec<Diagnostic> {
    match Document::parse(bytes) {
        Ok(document) => validate_document(&document, settings, environments),
        Err(error) => syntax_error(bytes, &error, settings).diagnostics,
    }
}

/// The findings of a parsed document, in the order of their places.
pub fn validate_document(
    document: &Document,
    settings: &Settings,
    environments: &Environments,
) -> Vec<Diagnostic> {
    outcome(document, settings, environments).diagnostics
}

/// The findings of a parsed document, and the parts of it that no report may show.
pub fn outcome(document: &Document, settings: &Settings, environments: &Environments) -> Outcome {
    walk::findings(document, settings, environments)
}

/// The one finding of `bytes` that could not be parsed, for that reason.
pub fn syntax_error(bytes: &[u8], error: &Error, settings: &Settings) -> Outcome {
    locate::syntax_error(bytes, error, settings)
}

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::diagnostic::Severity;
use crate::postman::view::Version;

/// What a collection must be ready for; each includes those before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// It can be imported.
    Import,
    /// It does what it says when it is run.
    #[default]
    Run,
    /// It can be given to others.
    Publish,
    /// A matter of taste; on only when selected by name.
    Pedantic,
}

/// Which rules are on, and how bad their findings are.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What the collection must be ready for.
    pub profile: Profile,
    /// When not empty, only these rules are on, pedantic ones too.
    pub select: Vec<String>,
    /// These rules are off.
    pub ignore: Vec<String>,
    /// Severities other than the rules' own.
    pub severities: BTreeMap<String, Severity>,
    /// Whether Postman's schema is taken to the letter, or corrected where Postman's own exports
    /// break it.
    pub official_schema: bool,
    /// The version of the format that is meant, whatever `info.schema` says.
    pub schema_version: Option<Version>,
    /// The catalogue of the API that the collection is for; without one, the rules that compare
    /// with it are silent.
    pub catalogue: Option<Arc<Catalogue>>,
    /// How many threads may share the work on one large document; as many as there are cores when
    /// it is not said.
    pub threads: Option<NonZero<usize>>,
}

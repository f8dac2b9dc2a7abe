use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Arc;

use super::rule::{Profile, Rule};
use crate::catalogue::Catalogue;
use crate::diagnostic::Severity;
use crate::postman::view::Version;

/// Which rules are on, and how bad their findings are.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// For what the collection has to be good.
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

impl Settings {
    /// Whether `rule` is on.
    pub fn is_on(&self, rule: &Rule) -> bool {
        let named = |names: &[String]| names.iter().any(|name| name == rule.id);
        if named(&self.ignore) {
            return false;
        }
        if self.select.is_empty() {
            rule.profile <= self.profile && rule.profile != Profile::Pedantic
        } else {
            named(&self.select)
        }
    }

    /// How bad a finding of `rule` is.
    pub fn severity(&self, rule: &Rule) -> Severity {
        self.severities
            .get(rule.id)
            .copied()
            .unwrap_or(rule.severity)
    }
}

//! Where variables are defined, set and used.
//!
//! A name counts as defined when the collection, an environment or the globals define it, when a
//! script sets it, or when a script expects it from a data file; folders' own variables count inside
//! the folder. The order of requests does not matter: a script may run before or after a use.

mod cycles;
mod gather;
mod lists;
mod names;
mod problems;
mod strings;
mod template;
mod typo_index;
mod uses;

use std::collections::HashSet;

use super::finding::{Finding, Sink};
use super::parts::Environments;
use super::tree::Tree;
use crate::json::Value;
use crate::postman::effective::script::ScriptCache;
use crate::postman::view::Collection;

pub(crate) use cycles::cycles;
pub(crate) use lists::{List, VariableOwner, lists};
use names::Name;
pub(crate) use names::{Disabled, Names};
pub(crate) use problems::{Problem, ProblemKind};
use uses::Use;
pub(crate) use uses::mentions;

/// Every definition, every script that sets one, and every use.
#[derive(Debug, Default)]
pub(crate) struct Variables<'d> {
    /// Every name.
    pub(crate) names: Names<'d>,
    /// Every name that stays as it is, with its uses.
    pub(crate) problems: Vec<Problem<'d>>,
    /// Whether a script sets variables whose names are made at run time.
    pub(crate) sets_any: bool,
    /// Whether a script reads variables whose names are made at run time.
    pub(crate) reads_any: bool,
    /// How many environments there are.
    environments: usize,
    /// The collection, then every item in the order of the text.
    owners: Vec<Owner<'d>>,
    /// The names that items define, by number, with the items.
    in_folders: HashSet<(u32, u32)>,
    unresolved: Vec<Use<'d>>,
    /// Names that are used, whose values' own uses are not looked at yet.
    to_follow: Vec<u32>,
}

#[derive(Debug)]
struct Owner<'d> {
    parent: u32,
    name: Option<Value<'d>>,
}

impl<'d> Variables<'d> {
    pub(super) fn of(
        environments: &'d Environments<'d>,
        collection: Collection<'d>,
        tree: &Tree<'d>,
        scripts: &ScriptCache,
    ) -> Self {
        let mut variables = Self::default();
        variables.define_environments(environments);
        variables.define_collection(collection, tree, scripts);
        variables.use_collection(collection, tree);
        let unresolved = std::mem::take(&mut variables.unresolved);
        variables.problems = problems::problems(&variables, unresolved, tree);
        variables
    }

    /// The name of a use.
    pub(crate) fn name(&self, one: &Use<'d>) -> &str {
        self.names.get(one.name).map_or("", |name| &name.text)
    }

    /// Whether the collection, an environment or a script gives a value to `name`.
    pub(crate) fn is_defined(&self, name: &str) -> bool {
        let known = self.names.find(name);
        let known = known.and_then(|number| self.names.get(number));
        known.is_some_and(Name::is_defined)
    }

    /// Whether it has a value in every environment, which goes before the collection's.
    fn is_in_environments(&self, name: &names::Name) -> bool {
        name.origin.environments > 0 && name.origin.environments == self.environments
    }

    /// Whether an environment or a script gives another value to what the collection defines.
    pub(crate) fn is_replaced(&self, name: &str) -> bool {
        let known = self
            .names
            .find(name)
            .and_then(|number| self.names.get(number));
        known.is_some_and(|name| self.is_in_environments(name) || name.origin.script)
    }

    /// Reports a finding about the item of a use, at its token.
    pub(crate) fn report(&self, one: &Use<'d>, finding: Finding<'d>, sink: &mut Sink<'d>) {
        let mut names = Vec::new();
        let mut here = one.owner;
        while here != gather::COLLECTION {
            let Some(owner) = self.owners.get(here as usize) else {
                break;
            };
            let name = owner.name.and_then(Value::as_str).unwrap_or_default();
            names.push(name.into_owned());
            here = owner.parent;
        }
        names.reverse();
        sink.report_in(names, finding.span(one.span.clone()));
    }
}

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::OnceLock;

use super::awsv4::SigningVariables;
use super::parts::Environments;
use super::settings::Settings;
use super::tree::Tree;
use super::variables::Variables;
use crate::catalogue::Catalogue;
use crate::json::Document;
use crate::postman::effective::script::ScriptCache;
use crate::postman::effective::secret::{Secret, find};
use crate::postman::effective::{Scope, Scopes, Variable};
use crate::postman::view::{Collection, DocumentKind};

/// What a rule may look at besides its part of the collection.
#[derive(Debug)]
pub(crate) struct Context<'d> {
    /// The document.
    pub document: &'d Document<'d>,
    /// What the document is.
    pub format: DocumentKind,
    /// The collection in it; empty for another format.
    pub collection: Collection<'d>,
    /// The environments and globals that the collection is run with.
    pub environments: &'d Environments<'d>,
    /// Which rules are on.
    pub settings: &'d Settings,
    pub(super) tree: OnceLock<Tree<'d>>,
    pub(super) variables: OnceLock<Variables<'d>>,
    pub(super) scopes: OnceLock<Scopes<'d>>,
    pub(super) signing: OnceLock<SigningVariables<'d>>,
    pub(super) secrets: OnceLock<Vec<Secret<'d>>>,
    /// The names and ids of all requests; found once.
    pub(super) request_names: OnceLock<HashSet<Cow<'d, str>>>,
    /// The facts of the scripts; each text is read once.
    pub(super) scripts: ScriptCache,
}

impl<'d> Context<'d> {
    /// The catalogue of the collection's API, if one is given.
    pub(crate) fn catalogue(&self) -> Option<&'d Catalogue> {
        self.settings.catalogue.as_deref()
    }

    /// Every folder and request; found once.
    pub(crate) fn tree(&self) -> &Tree<'d> {
        self.tree.get_or_init(|| Tree::of(self.collection))
    }

    /// Where variables are defined, set and used; found once.
    pub(crate) fn variables(&self) -> &Variables<'d> {
        self.variables.get_or_init(|| {
            Variables::of(
                self.environments,
                self.collection,
                self.tree(),
                &self.scripts,
            )
        })
    }

    /// What a script can name as the next request; found once.
    pub(super) fn request_names(&self) -> &HashSet<Cow<'d, str>> {
        self.request_names
            .get_or_init(|| super::request_names::request_names(self.tree()))
    }

    /// The variables that the collection is run with, by Postman's precedence; found once. Of several
    /// environments, each of which would be a run of its own, the one that is given first counts.
    pub(crate) fn scopes(&self) -> &Scopes<'d> {
        self.scopes.get_or_init(|| {
            let mut scopes = Scopes::default();
            scopes.add(Scope::Collection, Variable::of_collection(self.collection));
            for (_, environment) in self.environments.files.iter().rev() {
                scopes.add(environment.scope, environment.variables());
            }
            scopes
        })
    }

    /// The collection's variables that requests are sent with: the last of each name that is in use,
    /// where no environment has another; in the order of the list.
    pub(crate) fn own_variables(&self) -> Vec<Variable<'d>> {
        let mut own = Variable::effective(Variable::of_collection(self.collection));
        own.retain(|one| {
            let counted = self.scopes().get(&one.name);
            counted.is_some_and(|(scope, _)| *scope == Scope::Collection)
        });
        own
    }

    /// What is secret in the document; found once.
    pub(crate) fn secrets(&self) -> &[Secret<'d>] {
        self.secrets.get_or_init(|| find(self.document))
    }

    /// The variables that hold what requests are signed with; found once.
    pub(crate) fn signing(&self) -> &SigningVariables<'d> {
        self.signing.get_or_init(|| {
            SigningVariables::of(self.environments, self.collection, self.variables())
        })
    }
}

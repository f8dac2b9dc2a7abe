use crate::json::Value;
use crate::postman::effective::Variable;
use crate::postman::view::{DocumentKind, unwrapped};
use crate::validate::context::Context;
use crate::validate::tree::names;

/// Whose a list of variables is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VariableOwner {
    /// The collection's.
    Collection,
    /// A folder's or a request's.
    Item,
    /// An environment's, or the globals.
    Environment,
}

/// A list of variables in the document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List<'a, 'd> {
    /// The list.
    pub value: Value<'d>,
    /// What it is in.
    pub owner: Value<'d>,
    /// Its user.
    pub owner_kind: VariableOwner,
    /// The names of the items that lead to it.
    pub names: &'a [String],
}

impl<'d> List<'_, 'd> {
    /// The variable that an entry of it is.
    pub(crate) fn variable(&self, entry: Value<'d>) -> Option<Variable<'d>> {
        match self.owner_kind {
            VariableOwner::Environment => Variable::in_environment(entry),
            VariableOwner::Collection | VariableOwner::Item => Variable::new(entry),
        }
    }
}

/// Calls `found` with every list of variables of the document, in the order of the text but for the
/// collection's own, which comes first.
pub(crate) fn lists<'d>(context: &Context<'d>, mut found: impl FnMut(List<'_, 'd>)) {
    let own = |owner: Value<'d>, member: &str, owner_kind| {
        owner.get(member).map(|value| List {
            value,
            owner,
            owner_kind,
            names: &[],
        })
    };
    match context.format {
        DocumentKind::Environment | DocumentKind::Globals => {
            let list = own(
                unwrapped(context.document.root()),
                "values",
                VariableOwner::Environment,
            );
            list.into_iter().for_each(found);
        }
        DocumentKind::Collection(_) => {
            let list = own(
                context.collection.value,
                "variable",
                VariableOwner::Collection,
            );
            list.into_iter().for_each(&mut found);
            context.tree().for_each(&mut |folders, item| {
                if let Some(value) = item.variable {
                    found(List {
                        value,
                        owner: item.value,
                        owner_kind: VariableOwner::Item,
                        names: &names(folders, item),
                    });
                }
            });
        }
        _ => {}
    }
}

//! Requests with the auth that each is sent with, for rules that compare them all.

use super::context::Context;
use super::tree::names;
use crate::postman::effective::Ancestors;
use crate::postman::view::{Auth, Item};

/// A request with its auths.
#[derive(Debug)]
pub(crate) struct RequestAuth<'a, 'd> {
    /// The folders around it, outermost first.
    folders: &'a [Item<'d>],
    /// The item.
    pub(crate) item: Item<'d>,
    /// The request's own auth, when that decides.
    pub(crate) own: Option<Auth<'d>>,
    /// The auth that it is sent with.
    pub(crate) effective: Option<Auth<'d>>,
}

impl RequestAuth<'_, '_> {
    /// The names of the folders around it, outermost first, and its own.
    pub(crate) fn names(&self) -> Vec<String> {
        names(self.folders, &self.item)
    }
}

/// Calls `see` with every request, in the order of the text.
pub(crate) fn each_request<'d>(context: &Context<'d>, see: &mut dyn FnMut(&RequestAuth<'_, 'd>)) {
    context.tree().for_each(&mut |folders, item| {
        if item.request.is_none() {
            return;
        }
        let ancestors = Ancestors {
            collection: context.collection,
            folders,
            item,
        };
        see(&RequestAuth {
            folders,
            item: *item,
            own: item.own_auth().filter(|auth| auth.is_typed()),
            effective: ancestors.auth(),
        });
    });
}

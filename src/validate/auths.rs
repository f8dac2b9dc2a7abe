//! Requests with the auth that each is sent with, for rules that compare them all.

use super::context::Context;
use crate::postman::view::{Auth, Item};

/// A request with its auths.
#[derive(Debug)]
pub(crate) struct Authorised<'d> {
    /// The names of the folders around it, outermost first, and its own.
    pub(crate) names: Vec<String>,
    /// The item.
    pub(crate) item: Item<'d>,
    /// The request's own auth, when that decides.
    pub(crate) own: Option<Auth<'d>>,
    /// The auth that it is sent with.
    pub(crate) effective: Option<Auth<'d>>,
}

/// Calls `see` with every request, in the order of the text.
pub(crate) fn each_request<'d>(context: &Context<'d>, see: &mut dyn FnMut(&Authorised<'d>)) {
    let inherited = Auth::of(context.collection.value).filter(|auth| auth.is_typed());
    let mut names = Vec::new();
    for item in context.collection.items() {
        walk(item, inherited, &mut names, see);
    }
}

fn walk<'d>(
    item: Item<'d>,
    inherited: Option<Auth<'d>>,
    names: &mut Vec<String>,
    see: &mut dyn FnMut(&Authorised<'d>),
) {
    names.push(item.name_text().into_owned());
    let own = item.own_auth().filter(|auth| auth.is_typed());
    let effective = own.or(inherited);
    if item.request.is_some() {
        let seen = Authorised {
            names: std::mem::take(names),
            item,
            own,
            effective,
        };
        see(&seen);
        *names = seen.names;
    }
    for inner in item.items() {
        walk(inner, effective, names, see);
    }
    names.pop();
}

//! The parts of a collection that rules check, each with its place.

use std::cell::OnceCell;
use std::sync::Arc;

use super::context::Context;
use crate::coverage::Endpoint;
use crate::json::Value;
use crate::postman::effective::script::{Script, ScriptFacts, own_scripts};
use crate::postman::effective::{Ancestors, Environment, Header, RequestUrl, headers, sent_body};
use crate::postman::view::{Auth, Body, Collection, Example, Item, Request};

/// The environments and globals that a collection runs with.
#[derive(Debug, Default)]
pub struct Environments<'d> {
    /// Each with the name of its file.
    pub files: Vec<(String, Environment<'d>)>,
}

/// A folder or a request, with its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ItemContext<'a, 'd> {
    /// The collection that it is in.
    pub collection: Collection<'d>,
    /// It.
    pub item: &'a Item<'d>,
    /// The folders around it, outermost first.
    pub folders: &'a [Item<'d>],
}

impl<'a, 'd> ItemContext<'a, 'd> {
    /// The item with everything that it inherits from.
    pub(crate) fn ancestors(&self) -> Ancestors<'a, 'd> {
        Ancestors {
            collection: self.collection,
            folders: self.folders,
            item: self.item,
        }
    }

    /// The scripts that run before its request: its own, those of its folders and the collection's.
    pub(crate) fn prerequest_scripts(&self) -> Vec<Script<'d>> {
        let ancestors = self.ancestors();
        let all = ancestors.owners();
        let all = all.flat_map(|owner| own_scripts(owner.get("event")));
        let runs_before = |script: &Script| {
            let listen = script.event.listen;
            listen.is_some_and(|listen| listen.is_str("prerequest"))
        };
        all.filter(runs_before).collect()
    }
}

/// A request as sent, now or in an example.
#[derive(Debug)]
pub(crate) struct RequestContext<'a, 'd> {
    /// The request.
    pub request: &'a Request<'d>,
    /// The item that it belongs to.
    pub visit: &'a ItemContext<'a, 'd>,
    /// The example whose original request it is; `None` for the request itself.
    pub example: Option<&'a Example<'d>>,
    /// Read once for all rules, as the headers are.
    url: OnceCell<RequestUrl<'d>>,
    headers: OnceCell<Vec<Header<'d>>>,
}

impl<'a, 'd> RequestContext<'a, 'd> {
    /// The request of an item, or the original request of `example`.
    pub(super) fn new(
        request: &'a Request<'d>,
        visit: &'a ItemContext<'a, 'd>,
        example: Option<&'a Example<'d>>,
    ) -> Self {
        Self {
            request,
            visit,
            example,
            url: OnceCell::new(),
            headers: OnceCell::new(),
        }
    }

    /// Its address; an empty one where it has no URL.
    pub(crate) fn url(&self) -> &RequestUrl<'d> {
        let read = || self.request.url().map(|url| RequestUrl::of(&url));
        self.url.get_or_init(|| read().unwrap_or_default())
    }

    /// The resource that it is for, when a catalogue is given and has it.
    pub(crate) fn endpoint(&self, context: &Context<'d>) -> Option<Endpoint<'d>> {
        Endpoint::in_catalogue(context.catalogue()?, self.request)
    }

    /// Its headers, disabled ones included.
    pub(crate) fn headers(&self) -> &[Header<'d>] {
        self.headers.get_or_init(|| headers(self.request))
    }

    /// The body that goes on the wire.
    pub(crate) fn body(&self) -> Option<Body<'d>> {
        self.request.body?;
        let settings = self.visit.ancestors().settings();
        sent_body(self.request, &settings)
    }
}

/// An auth as written, with its owner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AuthContext<'a, 'd> {
    /// The auth; may be null.
    pub auth: Auth<'d>,
    /// The object that it is a member of: the collection, a folder or a request.
    pub owner: Value<'d>,
    /// The item that it belongs to; `None` for the collection's own.
    pub visit: Option<&'a ItemContext<'a, 'd>>,
    /// The example whose original request has it.
    pub example: Option<&'a Example<'d>>,
}

/// A script that Postman runs.
#[derive(Debug)]
#[cfg_attr(
    not(feature = "javascript"),
    allow(dead_code, reason = "only the rules about scripts read it")
)]
pub(crate) struct ScriptContext<'a, 'd> {
    /// It.
    pub script: &'a Script<'d>,
    /// What is in it.
    pub facts: Arc<ScriptFacts>,
}

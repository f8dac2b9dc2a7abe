//! The resources and methods of a catalogue that a collection has calls for.

use std::collections::{BTreeSet, HashMap};

use super::endpoint::{Endpoint, method};
use crate::catalogue::{Catalogue, Method, Operation};
use crate::postman::effective::RequestUrl;
use crate::postman::view::{Collection, Item, Request};

/// The calls of a collection, each once: its requests, and the original requests of its saved examples.
#[derive(Debug, Default)]
pub(crate) struct Coverage<'d> {
    /// What is done with which resource.
    known: BTreeSet<(&'d str, Operation)>,
    /// Method and path of the others.
    unknown: BTreeSet<(String, String)>,
    resources: HashMap<&'d str, Covered<'d>>,
}

/// The first item that is for a resource, and the methods of all that are.
#[derive(Debug)]
pub(crate) struct Covered<'d> {
    /// The item.
    pub(crate) item: Item<'d>,
    /// The names of the folders that it is in, and its own.
    pub(crate) names: Vec<String>,
    methods: Vec<Method>,
}

impl<'d> Coverage<'d> {
    /// Of all calls of `collection`.
    pub(crate) fn of(catalogue: &'d Catalogue, collection: Collection<'d>) -> Self {
        let mut coverage = Self::default();
        each_call(collection, &mut |item, request, names| {
            coverage.add(catalogue, item, request, names);
        });
        coverage
    }

    /// Whether no call is for a resource.
    pub(crate) fn is_empty(&self) -> bool {
        self.resources.is_empty()
    }

    /// What there is for the resource of that path.
    pub(crate) fn resource(&self, path: &str) -> Option<&Covered<'d>> {
        self.resources.get(path)
    }

    /// How many calls there are that the catalogue has.
    pub(crate) fn known_calls(&self) -> usize {
        self.known.len()
    }

    /// How many calls there are.
    pub(crate) fn calls(&self) -> usize {
        self.known.len() + self.unknown.len()
    }

    /// How many calls more the catalogue has.
    pub(crate) fn unused_calls(&self, catalogue: &Catalogue) -> usize {
        let resources = catalogue.resources.iter();
        let all = resources.flat_map(|resource| resource.operations());
        let all = all.filter(|operation| *operation != Operation::Pdf).count();
        all.saturating_sub(self.known.len())
    }

    fn add(
        &mut self,
        catalogue: &'d Catalogue,
        item: Item<'d>,
        request: &Request<'d>,
        names: &[String],
    ) {
        let endpoint = Endpoint::in_catalogue(catalogue, request);
        let operation = endpoint.as_ref().and_then(Endpoint::operation);
        if let (Some(endpoint), Some(operation)) = (&endpoint, operation) {
            self.known.insert((endpoint.resource.path, operation));
        } else {
            self.unknown
                .insert((method(request).into_owned(), path(request)));
        }
        let Some(endpoint) = endpoint else { return };
        let resource = endpoint.resource;
        let covered = self
            .resources
            .entry(resource.path)
            .or_insert_with(|| Covered {
                item,
                names: names.to_vec(),
                methods: Vec::new(),
            });
        let new = endpoint.method.filter(|method| !covered.has(*method));
        covered.methods.extend(new);
    }
}

impl Covered<'_> {
    /// Whether a call uses that method of the resource.
    pub(crate) fn has(&self, method: Method) -> bool {
        self.methods.contains(&method)
    }
}

/// Calls `each` for every call of `collection`, with its item, and the names of the folders that the
/// item is in and its own.
pub(crate) fn each_call<'d>(
    collection: Collection<'d>,
    each: &mut dyn FnMut(Item<'d>, &Request<'d>, &[String]),
) {
    let mut names = Vec::new();
    for item in collection.items() {
        calls_of(item, &mut names, each);
    }
}

fn calls_of<'d>(
    item: Item<'d>,
    names: &mut Vec<String>,
    each: &mut dyn FnMut(Item<'d>, &Request<'d>, &[String]),
) {
    names.push(item.name_text().into_owned());
    let originals = item.examples().filter_map(|example| example.request());
    for request in item.request().into_iter().chain(originals) {
        each(item, &request, names);
    }
    for inner in item.items() {
        calls_of(inner, names, each);
    }
    names.pop();
}

/// The path of `request`; empty where it has no URL.
pub(crate) fn path(request: &Request) -> String {
    let url = request.url().map(|url| RequestUrl::of(&url));
    url.map(|url| url.path_text()).unwrap_or_default()
}

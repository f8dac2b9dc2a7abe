//! The resources and methods of a catalogue that a collection has calls for.

use std::collections::{BTreeSet, HashMap};

use super::endpoint::{Endpoint, Target, method};
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
        let mut names = Vec::new();
        for item in collection.items() {
            coverage.add_item(catalogue, item, &mut names);
        }
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

    fn add_item(&mut self, catalogue: &'d Catalogue, item: Item<'d>, names: &mut Vec<String>) {
        names.push(item.name_text().into_owned());
        let originals = item.examples().filter_map(|example| example.request());
        for request in item.request().into_iter().chain(originals) {
            self.add(catalogue, item, &request, names);
        }
        for inner in item.items() {
            self.add_item(catalogue, inner, names);
        }
        names.pop();
    }

    fn add(
        &mut self,
        catalogue: &'d Catalogue,
        item: Item<'d>,
        request: &Request<'d>,
        names: &[String],
    ) {
        let endpoint = Endpoint::in_catalogue(catalogue, request);
        let operation = endpoint.as_ref().and_then(operation);
        if let (Some(endpoint), Some(operation)) = (&endpoint, operation) {
            self.known.insert((endpoint.resource.path, operation));
        } else {
            let url = request.url().map(|url| RequestUrl::of(&url));
            let path = url.map(|url| url.path_text()).unwrap_or_default();
            self.unknown.insert((method(request).into_owned(), path));
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

/// What a request does with its resource, if the catalogue has that. A PDF is another answer of the same
/// call.
fn operation(endpoint: &Endpoint) -> Option<Operation> {
    let operation = match (endpoint.method?, endpoint.target()) {
        (Method::Get, Target::All) => Operation::List,
        (Method::Get, Target::Star) => Operation::Details,
        (Method::Get, Target::Key(_)) => Operation::Get,
        (Method::Post, Target::All) => Operation::Create,
        (Method::Put | Method::Patch, _) => Operation::Update,
        (Method::Delete, _) => Operation::Delete,
        _ => return None,
    };
    let resource = endpoint.resource;
    let has_method = resource.methods.contains(&endpoint.method?);
    let is_known = has_method && resource.operations().contains(&operation);
    is_known.then_some(operation)
}

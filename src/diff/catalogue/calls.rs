//! The calls of a collection that a catalogue has, and those that it does not.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Catalogue, Operation};
use crate::coverage::{Endpoint, Parameters, each_call, members, method, path, record_text};
use crate::diff::ItemLocation;
use crate::json::{Document, Value};
use crate::postman::view::{Collection, Item, Request};

/// What the requests of one call say of it, and the original requests of their examples.
#[derive(Debug)]
pub(super) struct Call {
    /// The first request.
    pub(super) location: ItemLocation,
    /// What they ask for; `true` where the catalogue has it or cannot tell.
    pub(super) parameters: BTreeMap<String, bool>,
    /// The paths of the members of their records, likewise.
    pub(super) fields: BTreeMap<String, bool>,
    /// Whether a record was read.
    pub(super) has_record: bool,
}

/// Every call of a collection once.
#[derive(Debug, Default)]
pub(super) struct Calls<'c> {
    /// Those that the catalogue has, by the resource's path.
    pub(super) known: BTreeMap<(&'c str, Operation), Call>,
    /// Method and path of the others, with their first request.
    pub(super) unknown: BTreeMap<String, ItemLocation>,
    /// The resources that any call is for.
    pub(super) resources: BTreeSet<&'c str>,
}

impl<'c> Calls<'c> {
    pub(super) fn of(document: &'c Document, catalogue: &'c Catalogue) -> Self {
        let mut calls = Self::default();
        each_call(Collection::of(document), &mut |item, request, names| {
            calls.add(catalogue, item, request, names);
        });
        calls
    }

    fn add(
        &mut self,
        catalogue: &'c Catalogue,
        item: Item<'c>,
        request: &Request<'c>,
        names: &[String],
    ) {
        let location = || ItemLocation {
            folder: names
                .iter()
                .take(names.len().saturating_sub(1))
                .cloned()
                .collect(),
            request: names.last().cloned(),
            base_at: Some(item.value.span().start),
            ..ItemLocation::default()
        };
        let endpoint = Endpoint::in_catalogue(catalogue, request);
        if let Some(endpoint) = &endpoint {
            self.resources.insert(endpoint.resource.path);
        }
        let line = || format!("{} {}", method(request), path(request));
        let known = endpoint.and_then(|one| Some((one.operation()?, one)));
        let Some((operation, endpoint)) = known else {
            self.unknown.entry(line()).or_insert_with(location);
            return;
        };
        let call = self.known.entry((endpoint.resource.path, operation));
        let call = call.or_insert_with(|| Call {
            location: ItemLocation {
                endpoint: Some(line()),
                ..location()
            },
            parameters: BTreeMap::new(),
            fields: BTreeMap::new(),
            has_record: false,
        });
        let parameters = Parameters::of(catalogue, &endpoint);
        for parameter in &endpoint.url.query {
            let key = parameter.key_text().trim().to_ascii_lowercase();
            let is_known = parameters.as_ref().is_none_or(|known| known.has(&key));
            call.parameters.insert(key, is_known);
        }
        let Some(text) = record_text(&endpoint, request).and_then(Value::as_str) else {
            return;
        };
        let fields = &mut call.fields;
        let is_read = members(
            &catalogue.conventions,
            endpoint.resource,
            &text,
            &mut |member| {
                fields.insert(member.path().into_owned(), member.is_known);
            },
        );
        call.has_record |= is_read;
    }
}

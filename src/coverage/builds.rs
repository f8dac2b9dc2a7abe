use std::collections::BTreeSet;

use super::{Endpoint, Member, each_call, members, record_text};
use crate::catalogue::{Catalogue, Rename};
use crate::json::Value;
use crate::postman::view::Collection;

/// A field's name that the service has until or since one of its builds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BuildName {
    /// The renamed field.
    pub(crate) rename: Rename,
    /// Whether it is the new name.
    pub(crate) is_new: bool,
}

impl BuildName {
    /// The name that is used.
    pub(crate) fn name(&self) -> &'static str {
        if self.is_new {
            self.rename.to
        } else {
            self.rename.from
        }
    }
}

/// The names that other builds of the service have than the catalogue's, among the fields and query parameters of the
/// calls of `collection`.
pub(crate) fn build_names(catalogue: &Catalogue, collection: Collection) -> Vec<BuildName> {
    let conventions = &catalogue.conventions;
    let mut used = BTreeSet::new();
    each_call(collection, &mut |_, request, _| {
        let Some(endpoint) = Endpoint::in_catalogue(catalogue, request) else {
            return;
        };
        let parameters = endpoint.url.query.iter();
        used.extend(parameters.map(|one| one.key_text().trim().to_ascii_lowercase()));
        let record = record_text(&endpoint, request).and_then(Value::as_str);
        let mut add = |member: &Member| {
            used.insert(member.key.to_owned());
        };
        if let Some(text) = record {
            members(conventions, endpoint.resource, &text, &mut add);
        }
    });
    let both = conventions
        .renames
        .iter()
        .flat_map(|&rename| [false, true].map(|is_new| BuildName { rename, is_new }));
    let is_own = |name: &str| {
        let mut resources = catalogue.resources.iter();
        resources.any(|resource| resource.field(name).is_some())
    };
    let is_used = |one: &BuildName| used.contains(&one.name().to_ascii_lowercase());
    both.filter(|one| is_used(one) && !is_own(one.name()))
        .collect()
}

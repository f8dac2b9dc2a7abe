//! The fields that descriptions of a collection name. A body is only an example of what can be sent.

use std::collections::{HashMap, HashSet};

use crate::catalogue::Catalogue;
use crate::coverage::Endpoint;
use crate::json::{Document, Value};
use crate::postman::view::{Collection, Item, description};

/// What the descriptions of requests, and of the folders that they are in, name.
#[derive(Debug, Default)]
pub(super) struct Documented<'c> {
    /// The names in code spans of each description, in lower case.
    names: Vec<HashSet<String>>,
    /// Which descriptions are of a resource, by its path.
    resources: HashMap<&'c str, HashSet<usize>>,
}

impl<'c> Documented<'c> {
    pub(super) fn of(document: &'c Document, catalogue: &'c Catalogue) -> Self {
        let mut documented = Self::default();
        let mut around = Vec::new();
        for item in Collection::of(document).items() {
            documented.add(catalogue, item, &mut around);
        }
        documented
    }

    /// Whether a description of the resource names `field`.
    pub(super) fn has(&self, resource: &str, field: &str) -> bool {
        let name = field.rsplit("[].").next().unwrap_or(field);
        let mut all = self.resources.get(resource).into_iter().flatten();
        all.any(|index| {
            let names = self.names.get(*index);
            names.is_some_and(|names| names.contains(name))
        })
    }

    fn add(&mut self, catalogue: &'c Catalogue, item: Item<'c>, around: &mut Vec<usize>) {
        let outside = around.len();
        around.extend(self.read(item.value));
        if let Some(request) = item.request() {
            let own = item.request.and_then(|value| self.read(value));
            if let Some(endpoint) = Endpoint::in_catalogue(catalogue, &request) {
                let of_resource = self.resources.entry(endpoint.resource.path).or_default();
                of_resource.extend(around.iter().copied().chain(own));
            }
        }
        for inner in item.items() {
            self.add(catalogue, inner, around);
        }
        around.truncate(outside);
    }

    /// The number of the description of `object`.
    fn read(&mut self, object: Value) -> Option<usize> {
        let names = code_names(&description(object)?);
        self.names.push(names);
        Some(self.names.len() - 1)
    }
}

/// The names in the code of a Markdown or HTML text.
fn code_names(text: &str) -> HashSet<String> {
    let text = text.replace("<code>", "`").replace("</code>", "`");
    let code = text.split('`').skip(1).step_by(2);
    let names =
        code.flat_map(|code| code.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')));
    names.map(str::to_ascii_lowercase).collect()
}

use super::{Endpoint, Target};
use crate::catalogue::{Catalogue, Conventions, Method, Resource, ResourceKind};

/// The query parameters of a list, a report or `/*`.
#[derive(Debug)]
pub(crate) struct Parameters<'c> {
    /// What it can be filtered by, or what the report takes.
    pub(crate) filters: Vec<&'c str>,
    /// Whether it is `/*`, which takes indexed fields only.
    pub(crate) is_star: bool,
    conventions: &'c Conventions,
}

impl<'c> Parameters<'c> {
    /// Those of the call at `endpoint`; `None` where nothing is known of them.
    pub(crate) fn of(catalogue: &'c Catalogue, endpoint: &Endpoint<'c>) -> Option<Self> {
        let target = endpoint.target();
        let is_star = matches!(target, Target::Star);
        if endpoint.method != Some(Method::Get) || !(is_star || matches!(target, Target::All)) {
            return None;
        }
        let filters = filters(endpoint.resource, is_star);
        // Of a resource without documented fields nothing is known.
        (is_star || !filters.is_empty()).then_some(Self {
            filters,
            is_star,
            conventions: &catalogue.conventions,
        })
    }

    /// Whether the call takes the parameter `key`, in lower case, or nobody can tell.
    pub(crate) fn has(&self, key: &str) -> bool {
        let is_foreign = key.is_empty() || key.contains("{{") || key.starts_with("x-amz-");
        let conventions = self.conventions;
        is_foreign
            || conventions.paging.parameter() == Some(key)
            || conventions.list_parameters.contains(&key)
            || self.filters.contains(&key)
            || conventions.is_other_name(key, &self.filters)
            || conventions.is_own_field(key)
    }
}

/// The filters of a list or report, or of `/*`.
fn filters(resource: &Resource, is_star: bool) -> Vec<&str> {
    if is_star {
        return resource.indexed_filters.to_vec();
    }
    let parameters = resource.parameters.iter();
    let fields = resource
        .listed_fields()
        .filter(|_| resource.kind != ResourceKind::Report);
    parameters
        .chain(fields)
        .map(|field| field.name.as_ref())
        .collect()
}

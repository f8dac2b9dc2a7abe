use crate::catalogue::{Method, Resource, ResourceKind, UnknownName};
use crate::validate::endpoint::{Endpoint, Target};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A query parameter is not a filter of its resource.
    ///
    /// ## What it does
    ///
    /// Reports a query parameter of a GET that is neither `offset` nor `limit`, nor a parameter of
    /// the report, nor a field that the list shows or, for `/*`, one that is indexed. Disabled
    /// parameters count, since they are there to be enabled; user-defined fields (`udf_…`) are
    /// allowed.
    ///
    /// ## Why it matters
    ///
    /// The service ignores unknown parameters: the response looks right but is not filtered.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "companynam", "value": "Tan" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "companyname", "value": "Tan" }
    /// ```
    CATALOGUE_FILTER_UNKNOWN {
        id: "catalogue-filter-unknown",
        group: Catalogue,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let (Some(catalogue), Some(endpoint)) = (context.catalogue(), Endpoint::of(context, sent))
    else {
        return;
    };
    let conventions = &catalogue.conventions;
    let target = endpoint.target();
    let is_list = matches!(target, Target::All | Target::Star);
    if endpoint.method != Some(Method::Get) || !is_list || endpoint.url.query.is_empty() {
        return;
    }
    let is_star = matches!(target, Target::Star);
    let known = filters(endpoint.resource, is_star);
    let is_paging = |key: &str| {
        conventions.paging.parameter() == Some(key) || conventions.list_parameters.contains(&key)
    };
    // Of a resource without documented fields nothing is known.
    if known.is_empty() && !is_star {
        return;
    }
    for parameter in &endpoint.url.query {
        let key = parameter.key_text().trim().to_ascii_lowercase();
        let is_foreign = key.is_empty() || key.contains("{{") || key.starts_with("x-amz-");
        let is_known = is_paging(&key)
            || known.contains(&key.as_str())
            || conventions.is_new_name(&key, &known);
        if is_foreign || is_known || conventions.is_own_field(&key) {
            continue;
        }
        let path = endpoint.resource.path;
        let is_unindexed = is_star && endpoint.resource.field(&key).is_some();
        let message = if is_unindexed {
            format!("`{key}` is not indexed, so `/{path}/*` cannot be filtered by it")
        } else {
            format!("`{path}` has no filter `{key}`")
        };
        let Some(at) = &parameter.key else { continue };
        let finding = Finding::new(at.at, message).span(at.span());
        let near = UnknownName::new("filter", &key, known.iter().copied()).suggestion;
        sink.report(match near {
            _ if is_unindexed && known.is_empty() => {
                finding.help(format!("filter the list, `/{path}`"))
            }
            _ if is_unindexed => finding.help(format!(
                "filter the list, `/{path}`, or use one of {}",
                known.join(", ")
            )),
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding,
        });
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

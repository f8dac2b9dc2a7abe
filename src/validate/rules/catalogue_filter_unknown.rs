use crate::catalogue::UnknownName;
use crate::coverage::Parameters;
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
    let (Some(catalogue), Some(endpoint)) = (context.catalogue(), sent.endpoint(context)) else {
        return;
    };
    let Some(parameters) = Parameters::of(catalogue, &endpoint) else {
        return;
    };
    let known = &parameters.filters;
    for parameter in &endpoint.url.query {
        let key = parameter.key_text().trim().to_ascii_lowercase();
        if parameters.has(&key) {
            continue;
        }
        let path = endpoint.resource.path;
        let is_unindexed = parameters.is_star && endpoint.resource.field(&key).is_some();
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

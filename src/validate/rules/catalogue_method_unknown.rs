use crate::catalogue::Resource;
use crate::coverage::method;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A request uses a method that its resource does not support.
    ///
    /// ## What it does
    ///
    /// Reports a request, or the original request of a saved example, whose resource is in the
    /// catalogue but does not have that method.
    ///
    /// ## Why it matters
    ///
    /// The service refuses it: reports are read-only, and no resource supports PATCH.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "PATCH", "url": "{{host}}/agent/A" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "method": "PUT", "url": "{{host}}/agent/A" }
    /// ```
    CATALOGUE_METHOD_UNKNOWN {
        id: "catalogue-method-unknown",
        group: Catalogue,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(endpoint) = sent.endpoint(context) else {
        return;
    };
    let name = method(sent.request);
    if is_known(endpoint.resource, &name) || name.contains("{{") {
        return;
    }
    // What the request itself says is not repeated for each of its examples.
    if sent.example.is_some() {
        let own = sent.visit.item.request();
        if own.is_some_and(|own| method(&own) == name && own.url.is_some()) {
            return;
        }
    }
    let known = endpoint.resource.methods.iter();
    let known: Vec<&str> = known.map(|method| method.as_str()).collect();
    let at = sent.request.method.unwrap_or(sent.request.value);
    let message = format!("`{}` does not support {name}", endpoint.resource.path);
    sink.report(Finding::new(at, message).help(format!("it supports {}", known.join(", "))));
}

fn is_known(resource: &Resource, name: &str) -> bool {
    let mut methods = resource.methods.iter();
    methods.any(|method| method.as_str().eq_ignore_ascii_case(name))
}

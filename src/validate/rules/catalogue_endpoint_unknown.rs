use crate::catalogue::{Catalogue, UnknownName};
use crate::coverage::resource;
use crate::postman::effective::{Piece, RequestUrl};
use crate::postman::view::Request;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A request calls a resource that is not in the catalogue.
    ///
    /// ## What it does
    ///
    /// Reports a request, or the original request of a saved example, whose path does not start
    /// with a resource of the catalogue. Requests to another host and paths that start with a
    /// variable are allowed.
    ///
    /// ## Why it matters
    ///
    /// The service has no such endpoint; often it is a plural or a typo.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "GET", "url": "{{host}}/agents" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "method": "GET", "url": "{{host}}/agent" }
    /// ```
    CATALOGUE_ENDPOINT_UNKNOWN {
        id: "catalogue-endpoint-unknown",
        group: Catalogue,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(catalogue) = context.catalogue() else {
        return;
    };
    let Some(segment) = unknown(catalogue, sent.request) else {
        return;
    };
    // What the request itself says is not repeated for each of its examples.
    if sent.example.is_some() {
        let own = sent.visit.item.request();
        let own = own.and_then(|request| unknown(catalogue, &request));
        if own.is_some_and(|own| own.text == segment.text) {
            return;
        }
    }
    let message = format!("{} has no resource `{}`", catalogue.title, segment.text);
    let paths = catalogue.resources.iter().map(|resource| resource.path);
    let near = UnknownName::new("resource", &segment.text, paths).suggestion;
    let finding = Finding::new(segment.at, message).span(segment.span());
    sink.report(match near {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding,
    });
}

/// The first segment of the path with which it leads to no resource.
fn unknown<'d>(catalogue: &Catalogue, request: &Request<'d>) -> Option<Piece<'d>> {
    let url = RequestUrl::of(&request.url()?);
    let host = match &url.port {
        Some(port) => format!("{}:{}", url.host_text(), port.text),
        None => url.host_text().to_owned(),
    };
    let is_elsewhere =
        !host.contains("{{") && !host.is_empty() && bare(&host) != bare(catalogue.service.host);
    if is_elsewhere {
        return None;
    }
    let segments: Vec<&str> = url.segments().iter().map(|one| &*one.text).collect();
    if resource(catalogue, &segments).is_some() {
        return None;
    }
    let known = segments.iter().enumerate().take_while(|(depth, segment)| {
        let mut resources = catalogue.resources.iter();
        resources.any(|one| {
            one.path
                .split('/')
                .nth(*depth)
                .is_some_and(|part| part.eq_ignore_ascii_case(segment))
        })
    });
    let at = known.count();
    let first = url.path?.into_iter().nth(at)?;
    let is_fixed =
        !first.text.is_empty() && !first.text.starts_with(':') && !first.text.contains("{{");
    is_fixed.then_some(first)
}

/// A host without its scheme.
fn bare(host: &str) -> String {
    let host = host.split_once("://").map_or(host, |(_, host)| host);
    host.to_ascii_lowercase()
}

use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A request has no URL.
    ///
    /// ## What it does
    ///
    /// Reports a request whose `url` is missing or empty. Original requests of examples are not
    /// checked.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts it, but the request cannot be sent.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "GET" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "method": "GET", "url": "{{host}}/agent" }
    /// ```
    URL_MISSING {
        id: "url-missing",
        group: Request,
        severity: Error,
        profile: Import,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    let url = sent.request.url();
    let is_empty = url.is_none_or(|url| {
        let raw = url.raw_text().is_none_or(|raw| raw.trim().is_empty());
        raw && !url.has_parts()
    });
    if is_empty {
        let at = url.map_or(sent.request.value, |url| url.value);
        sink.report(Finding::new(at, "the request has no URL").help("add a `url`"));
    }
}

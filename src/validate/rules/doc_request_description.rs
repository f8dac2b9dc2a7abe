use crate::postman::view::description;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// A request has no description.
    ///
    /// ## What it does
    ///
    /// Reports a request whose `description`, in the request or beside it, is missing or blank.
    ///
    /// ## Why it matters
    ///
    /// The documentation shows only the name and the URL, and readers must guess what the request
    /// needs and changes.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "List", "request": { "method": "GET", "url": "{{host}}/agent" } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "name": "List",
    ///   "request": {
    ///     "method": "GET", "url": "{{host}}/agent", "description": "Lists agents, 50 at most."
    ///   }
    /// }
    /// ```
    DOC_REQUEST_DESCRIPTION {
        id: "doc-request-description",
        group: Docs,
        severity: Warning,
        profile: Publish,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    let Some(request) = item.request else {
        return;
    };
    let mut described = [request, item.value].into_iter().filter_map(description);
    if described.any(|text| !text.trim().is_empty()) {
        return;
    }
    let at = request
        .get("description")
        .or(item.name)
        .unwrap_or(item.value);
    sink.report(
        Finding::new(at, "the request has no description")
            .help("describe what it does, what it needs and what it returns"),
    );
}

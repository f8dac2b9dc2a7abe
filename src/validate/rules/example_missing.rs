use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// A request has no saved example.
    ///
    /// ## What it does
    ///
    /// Reports a request whose `response` list is missing or empty.
    ///
    /// ## Why it matters
    ///
    /// Published documentation and mock servers use the examples. Without one, readers do not see
    /// the response, and a mock has nothing to return.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "List", "request": { … }, "response": [] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "List", "request": { … }, "response": [{ "name": "OK", "code": 200, … }] }
    /// ```
    EXAMPLE_MISSING {
        id: "example-missing",
        group: Examples,
        severity: Warning,
        profile: Publish,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    if item.request.is_none() || item.examples().next().is_some() {
        return;
    }
    let at = item.response.or(item.name).unwrap_or(item.value);
    sink.report(
        Finding::new(at, "the request has no saved example")
            .help("send it and save the response as an example"),
    );
}

use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// No example of a request shows a success.
    ///
    /// ## What it does
    ///
    /// Reports a request whose examples all have a status, and none from 200 to 399. An example
    /// without a status may be the success; `example-status-missing` reports it.
    ///
    /// ## Why it matters
    ///
    /// The first thing that readers look for is a successful response.
    ///
    /// ## Example
    ///
    /// ```json
    /// "response": [{ "name": "Invalid signature", "code": 401 }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "response": [{ "name": "OK", "code": 200 }, { "name": "Invalid signature", "code": 401 }]
    /// ```
    EXAMPLE_NO_SUCCESS {
        id: "example-no-success",
        group: Examples,
        severity: Warning,
        profile: Pedantic,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    // 101 is how a WebSocket succeeds.
    let is_failure = |code: i64| code != 101 && !(200..400).contains(&code);
    let mut codes = item.examples().map(|one| one.http_status()).peekable();
    if item.request.is_none()
        || codes.peek().is_none()
        || !codes.all(|code| code.is_some_and(is_failure))
    {
        return;
    }
    let at = item.name.unwrap_or(item.value);
    sink.report(
        Finding::new(at, "no example shows a success")
            .help("save an example with a status from 200 to 399"),
    );
}

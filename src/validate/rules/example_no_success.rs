use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// No example of a request shows a success.
    ///
    /// ## What it does
    ///
    /// Reports a request whose examples have no status from 200 to 399.
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
        profile: Publish,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    let codes: Vec<i64> = item.examples().filter_map(|one| one.status()).collect();
    // Examples without any code are another rule's matter; 101 is how a WebSocket succeeds.
    let good = |code: &i64| *code == 101 || (200..400).contains(code);
    if item.request.is_none() || codes.is_empty() || codes.iter().any(good) {
        return;
    }
    let at = item.name.unwrap_or(item.value);
    sink.report(
        Finding::new(
            at,
            format!("no example of `{}` shows a success", item.name_text()),
        )
        .help("save an example with a status from 200 to 399"),
    );
}

use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// No example of a request with auth shows a refusal.
    ///
    /// ## What it does
    ///
    /// Reports a request with auth, own or inherited, and examples of which none has the status 401
    /// or 403.
    ///
    /// ## Why it matters
    ///
    /// Wrong keys are the most common mistake, and authors of clients need to know what the refusal
    /// looks like.
    ///
    /// ## Example
    ///
    /// ```json
    /// "response": [{ "name": "OK", "code": 200 }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "response": [{ "name": "OK", "code": 200 }, { "name": "Invalid signature", "code": 401 }]
    /// ```
    EXAMPLE_NO_401 {
        id: "example-no-401",
        group: Examples,
        severity: Info,
        profile: Pedantic,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    let mut codes = item.examples().filter_map(|one| one.status()).peekable();
    if item.request.is_none()
        || codes.peek().is_none()
        || codes.any(|code| matches!(code, 401 | 403))
    {
        return;
    }
    let Some(auth) = visit.ancestors().auth().filter(|auth| !auth.is("noauth")) else {
        return;
    };
    let at = item.name.unwrap_or(item.value);
    sink.report(
        Finding::new(
            at,
            format!(
                "`{}` has `{}` auth, but no example shows a refusal",
                item.name_text(),
                auth.kind().unwrap_or_default()
            ),
        )
        .help("save an example with the status 401 or 403"),
    );
}

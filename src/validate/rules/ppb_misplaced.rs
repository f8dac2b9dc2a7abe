use crate::json::Kind;
use crate::validate::edit::{add_member, remove_member};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// Settings of a request are in the wrong place.
    ///
    /// ## What it does
    ///
    /// Reports `protocolProfileBehavior` inside `request`; it belongs beside it.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts it there, but Postman ignores it: redirects are followed, TLS is
    /// verified and bodies are dropped as usual.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "request": { "url": "{{host}}/agent", "protocolProfileBehavior": { "followRedirects": false } } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "request": { "url": "{{host}}/agent" },
    ///   "protocolProfileBehavior": { "followRedirects": false }
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the settings then take effect: moves them beside `request`, unless settings
    /// exist there.
    PPB_MISPLACED {
        id: "ppb-misplaced",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Item(check),
    }
}

const NAME: &str = "protocolProfileBehavior";

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item.value;
    let Some(request) = visit.item.request else {
        return;
    };
    let entry = request.entries().filter(|entry| entry.key() == NAME).last();
    let Some(entry) = entry.filter(|entry| !entry.value().is_null()) else {
        return;
    };
    let finding = Finding::new(
        entry.value(),
        format!("`{NAME}` inside `request` is ignored"),
    )
    .span(entry.key_span())
    .help("move it beside `request`");
    let is_movable = entry.value().kind() == Kind::Object && item.get(NAME).is_none();
    let edits = remove_member(request, NAME)
        .zip(add_member(item, NAME, entry.value().text()))
        .filter(|_| is_movable);
    sink.report(match edits {
        Some((remove, add)) => finding.unsafe_fix("move it beside `request`", vec![remove, add]),
        None => finding,
    });
}

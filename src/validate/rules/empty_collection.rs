use crate::json::Kind;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The collection is empty.
    ///
    /// ## What it does
    ///
    /// Reports a collection whose list of items is empty. If there is no list, `schema-conformance`
    /// reports it.
    ///
    /// ## Why it matters
    ///
    /// Nothing is imported, and a runner reports success because no request failed.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "info": { … }, "item": [] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "info": { … }, "item": [{ "name": "List", "request": { … } }] }
    /// ```
    EMPTY_COLLECTION {
        id: "empty-collection",
        group: Structure,
        severity: Warning,
        profile: Import,
        fixable: No,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let list = context.collection.value.get("item");
    let list = list.filter(|list| list.kind() == Kind::Array);
    if let Some(at) = list.filter(|_| context.collection.items().next().is_none()) {
        sink.report(Finding::new(at, "the collection has no items"));
    }
}

use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The collection is empty.
    ///
    /// ## What it does
    ///
    /// Reports a collection without items.
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
    if context.collection.items().next().is_none() {
        let collection = context.collection.value;
        let at = collection.get("item").unwrap_or(collection);
        sink.report(Finding::new(at, "the collection has no items"));
    }
}

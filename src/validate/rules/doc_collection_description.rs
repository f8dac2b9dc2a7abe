use crate::postman::view::description;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The collection has no description.
    ///
    /// ## What it does
    ///
    /// Reports a collection whose `info.description` is missing or blank.
    ///
    /// ## Why it matters
    ///
    /// It is the first page of the documentation: what the API is, where keys come from, which
    /// variables to set.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "info": { "name": "Sales", … } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "info": { "name": "Sales", "description": "Invoices and their payments. …", … } }
    /// ```
    DOC_COLLECTION_DESCRIPTION {
        id: "doc-collection-description",
        group: Docs,
        severity: Warning,
        profile: Publish,
        fixable: No,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let Some(info) = context.collection.info() else {
        return;
    };
    if description(info).is_some_and(|text| !text.trim().is_empty()) {
        return;
    }
    let at = info.get("description").or(info.get("name")).unwrap_or(info);
    sink.report(
        Finding::new(at, "the collection has no description")
            .help("describe the API, where keys come from and what to do first"),
    );
}

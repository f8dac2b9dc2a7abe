use crate::postman::view::description;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// A folder has no description.
    ///
    /// ## What it does
    ///
    /// Reports a folder whose `description` is missing or blank.
    ///
    /// ## Why it matters
    ///
    /// A folder is a chapter of the documentation. Its description is the place for what all its
    /// requests share.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "Invoices", "item": [ … ] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "Invoices", "description": "What is sold on credit.", "item": [ … ] }
    /// ```
    DOC_FOLDER_DESCRIPTION {
        id: "doc-folder-description",
        group: Docs,
        severity: Info,
        profile: Publish,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    let is_folder = item.item.is_some() && item.request.is_none();
    if !is_folder || description(item.value).is_some_and(|text| !text.trim().is_empty()) {
        return;
    }
    let at = item.description.or(item.name).unwrap_or(item.value);
    sink.report(
        Finding::new(at, "the folder has no description")
            .help("describe what its requests have in common"),
    );
}

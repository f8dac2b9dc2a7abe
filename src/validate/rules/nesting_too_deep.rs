use crate::postman::view::ItemKind;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

/// So many folders inside each other can still be found through.
const DEEPEST: usize = 4;

rule! {
    /// Folders are nested too deeply.
    ///
    /// ## What it does
    ///
    /// Reports a folder inside four others, but not the folders inside it.
    ///
    /// ## Why it matters
    ///
    /// People get lost, file names of converters become too long, and some tools cut off the tree.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "v2", "item": [{ "name": "Sales", "item": [{ "name": "Invoices", "item": [ … ] }] }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "Sales invoices", "item": [ … ] }
    /// ```
    NESTING_TOO_DEEP {
        id: "nesting-too-deep",
        group: Structure,
        severity: Info,
        profile: Pedantic,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    if visit.folders.len() == DEEPEST && item.kind() == ItemKind::Folder {
        let message = format!(
            "the folder `{}` is inside {DEEPEST} others",
            item.name_text()
        );
        sink.report(
            Finding::new(item.name.unwrap_or(item.value), message)
                .help("merge levels, or split the collection"),
        );
    }
}

use crate::postman::view::ItemKind;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

/// So many folders inside each other can still be found through.
const DEEPEST: usize = 4;

rule! {
    /// Folders nest too deep.
    ///
    /// ## What it does
    ///
    /// Reports a folder inside four others; those inside it are not reported again.
    ///
    /// ## Why it matters
    ///
    /// People lose their way, file names of converters grow too long, and some tools cut the tree
    /// off.
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
            "the folder `{}` stands inside {DEEPEST} others",
            item.name_text()
        );
        sink.report(
            Finding::new(item.name.unwrap_or(item.value), message)
                .help("join levels, or split the collection"),
        );
    }
}

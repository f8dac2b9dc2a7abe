use crate::json::{Kind, Value};
use crate::postman::view::ItemKind;
use crate::validate::edit::remove_element;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// A folder holds nothing.
    ///
    /// ## What it does
    ///
    /// Reports a folder without a single entry.
    ///
    /// ## Why it matters
    ///
    /// Readers find nothing in it, and converters to other formats stumble over it.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "Payments", "item": [] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "Payments", "item": [{ "name": "List", "request": "{{host}}/payment" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: removes the folder, unless it has a description. It may be one that is still to be
    /// filled.
    EMPTY_FOLDER {
        id: "empty-folder",
        group: Structure,
        severity: Warning,
        profile: Import,
        fixable: Unsafe,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    let is_empty = |list: Value| list.kind() == Kind::Array && list.is_empty();
    let Some(list) = item.item.filter(|list| is_empty(*list)) else {
        return;
    };
    if item.kind() != ItemKind::Folder {
        return;
    }
    let message = format!("the folder `{}` is empty", item.name_text());
    let finding = Finding::new(list, message).help("fill it or remove it");
    let removal = if item.description.is_some() {
        None
    } else {
        remove_element(item.value)
    };
    sink.report(match removal {
        Some(edit) => finding.unsafe_fix("remove the folder", vec![edit]),
        None => finding,
    });
}

use crate::json::{Kind, Value};
use crate::postman::view::ItemKind;
use crate::validate::edit::remove_element;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// A folder is empty.
    ///
    /// ## What it does
    ///
    /// Reports a folder without entries.
    ///
    /// ## Why it matters
    ///
    /// Readers find nothing in it, and some converters fail on it.
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
    /// Unsafe, since it may be filled later: removes the folder unless it has a description.
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

use super::unknown_property::misspelt_item;
use crate::json::{Kind, Value};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// An entry is neither a request nor a folder, or both.
    ///
    /// ## What it does
    ///
    /// Reports an entry of an `item` list that has neither `request` nor `item`, and one that has
    /// both.
    ///
    /// ## Why it matters
    ///
    /// Tools differ: Postman treats such an entry as a folder or drops it. The official schema
    /// refuses one that is both at the top of the collection, and accepts it inside a folder.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "Agents", "item": [], "request": "{{host}}/agent" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "Agents", "item": [{ "name": "List", "request": "{{host}}/agent" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, since a program may read it: calls a list `items` by its name, `item`.
    ITEM_REQUEST_OR_FOLDER {
        id: "item-request-or-folder",
        group: Structure,
        severity: Error,
        profile: Import,
        fixable: Unsafe,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    if item.value.kind() != Kind::Object {
        return;
    }
    let there = |member: Option<Value<'d>>| member.filter(|value| !value.is_null());
    let named = match item.name_text() {
        name if name.is_empty() => "the entry".to_owned(),
        name => format!("`{name}`"),
    };
    match (there(item.request), there(item.item)) {
        (Some(request), Some(items)) => sink.report(
            Finding::new(
                items,
                format!(
                    "{named} has both `request` and `item`, so it is both a request and a folder"
                ),
            )
            .label(request, "the request")
            .help("move the request into the folder"),
        ),
        (None, None) if item.request.is_none() && item.item.is_none() => {
            let message = format!("{named} has neither `request` nor `item`");
            let finding = Finding::new(item.value, message);
            sink.report(match misspelt_item(item.value) {
                Some(edits) => finding
                    .help("did you mean `item` instead of `items`?")
                    .unsafe_fix("call it `item`", edits),
                None => finding.help("add a `request`, or an `item` list if it is a folder"),
            });
        }
        _ => {}
    }
}

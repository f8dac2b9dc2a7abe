use crate::json::{Kind, Value};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// A request or folder has no name.
    ///
    /// ## What it does
    ///
    /// Reports an entry of an `item` list whose `name` is missing, null or blank.
    ///
    /// ## Why it matters
    ///
    /// The schema does not require one. Postman then shows the URL, an id or nothing, reports
    /// cannot name the request that failed, and no script can target it by name.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "request": { "method": "GET", "url": "{{host}}/agent" } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "List agents", "request": { "method": "GET", "url": "{{host}}/agent" } }
    /// ```
    ITEM_NAME_MISSING {
        id: "item-name-missing",
        group: Structure,
        severity: Warning,
        profile: Import,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    if item.value.kind() != Kind::Object {
        return;
    }
    let is_blank = |name: Value| name.as_str().is_some_and(|name| name.trim().is_empty());
    let is_missing = item
        .name
        .is_none_or(|name| name.is_null() || is_blank(name));
    if is_missing {
        let what = if item.item.is_some() {
            "folder"
        } else {
            "request"
        };
        let at = item.name.unwrap_or(item.value);
        sink.report(
            Finding::new(at, format!("the {what} has no name"))
                .help("add a `name` that describes what it does"),
        );
    }
}

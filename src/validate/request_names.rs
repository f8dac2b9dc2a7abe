use std::borrow::Cow;
use std::collections::HashSet;

use super::tree::Tree;
use crate::json::Value;

/// What a script can name as the next request: names and ids of requests.
pub(super) fn request_names<'d>(tree: &Tree<'d>) -> HashSet<Cow<'d, str>> {
    let entries = tree.entries().iter();
    let requests = entries.filter(|entry| entry.item.request.is_some());
    let names = requests.flat_map(|entry| {
        let item = &entry.item;
        [item.name, item.id.or_else(|| item.value.get("_postman_id"))]
    });
    names.flatten().filter_map(Value::as_str).collect()
}

//! The tree of items, for rules that compare one with another.

use crate::postman::view::{Collection, Item, ItemKind};

/// Calls `visit` with every folder and request, in the order of the text, and with the folders
/// around it, outermost first.
pub(crate) fn for_each_item<'d>(
    collection: Collection<'d>,
    visit: &mut dyn FnMut(&[Item<'d>], &Item<'d>),
) {
    let mut folders = Vec::new();
    for item in collection.items() {
        walk(&item, &mut folders, visit);
    }
}

fn walk<'d>(
    item: &Item<'d>,
    folders: &mut Vec<Item<'d>>,
    visit: &mut dyn FnMut(&[Item<'d>], &Item<'d>),
) {
    visit(folders, item);
    if matches!(item.kind(), ItemKind::Folder | ItemKind::Both) {
        folders.push(*item);
        for inner in item.items() {
            walk(&inner, folders, visit);
        }
        folders.pop();
    }
}

/// The names of an item and of the folders around it, outermost first.
pub(crate) fn names(folders: &[Item], item: &Item) -> Vec<String> {
    let way = folders.iter().chain([item]);
    way.map(|item| item.name_text().into_owned()).collect()
}

/// What the neighbours of an item in `folders` have in common: where its folder stands in the text.
pub(crate) fn holder(folders: &[Item]) -> usize {
    folders.last().map_or(0, |folder| folder.value.span().start)
}

//! The tree of items, found once for all that look at it.

use std::ops::Range;

use crate::json::Value;
use crate::postman::view::{Collection, Item, text};

/// Every folder and request of a collection, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Tree<'d> {
    entries: Vec<TreeEntry<'d>>,
}

/// A folder or request with where it is.
#[derive(Debug)]
pub(crate) struct TreeEntry<'d> {
    /// It.
    pub(crate) item: Item<'d>,
    /// The number of the folder that it is in, from 1; 0 for the collection itself.
    pub(crate) parent: u32,
}

impl<'d> Tree<'d> {
    pub(super) fn of(collection: Collection<'d>) -> Self {
        let mut tree = Self::default();
        for item in collection.items() {
            tree.add(item, 0);
        }
        tree
    }

    fn add(&mut self, item: Item<'d>, parent: u32) {
        self.entries.push(TreeEntry { item, parent });
        let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        for inner in item.items() {
            self.add(inner, number);
        }
    }

    /// The entries, the first of which has the number 1.
    pub(crate) fn entries(&self) -> &[TreeEntry<'d>] {
        &self.entries
    }

    /// Calls `visit` with every entry of `range` and the folders around it, outermost first.
    pub(crate) fn for_each_in(
        &self,
        range: Range<usize>,
        visit: &mut dyn FnMut(&[Item<'d>], &Item<'d>),
    ) {
        let mut numbers = self.around(range.start);
        let around = numbers.iter().filter_map(|number| self.get(*number));
        let mut folders: Vec<Item<'d>> = around.map(|entry| entry.item).collect();
        for (number, entry) in (1..).zip(&self.entries).take(range.end).skip(range.start) {
            let parent = numbers.iter().rposition(|number| *number == entry.parent);
            let depth = parent.map_or(0, |parent| parent + 1);
            numbers.truncate(depth);
            folders.truncate(depth);
            visit(&folders, &entry.item);
            numbers.push(number);
            folders.push(entry.item);
        }
    }

    /// Calls `visit` with every folder and request, in the order of the text, and with the folders
    /// around it, outermost first.
    pub(crate) fn for_each(&self, visit: &mut dyn FnMut(&[Item<'d>], &Item<'d>)) {
        self.for_each_in(0..self.entries.len(), visit);
    }

    /// The numbers of the folders around the entry at `index`, outermost first.
    fn around(&self, index: usize) -> Vec<u32> {
        let mut numbers = Vec::new();
        let mut here = self.entries.get(index);
        while let Some(entry) = here.filter(|entry| entry.parent > 0) {
            numbers.push(entry.parent);
            here = self.get(entry.parent);
        }
        numbers.reverse();
        numbers
    }

    fn get(&self, number: u32) -> Option<&TreeEntry<'d>> {
        self.entries.get((number as usize).checked_sub(1)?)
    }
}

/// The names of an item and of the folders around it, outermost first.
pub(crate) fn names(folders: &[Item], item: &Item) -> Vec<String> {
    let path = folders.iter().chain([item]);
    path.map(|item| item.name_text().into_owned()).collect()
}

/// The same of items as values.
pub(crate) fn item_names(items: &[Value]) -> Vec<String> {
    let name = |item: &Value| text(*item, "name").unwrap_or_default().into_owned();
    items.iter().map(name).collect()
}

/// What identifies the neighbours of an item in `folders`: the place of its folder in the text.
pub(crate) fn parent_id(folders: &[Item]) -> usize {
    folders.last().map_or(0, |folder| folder.value.span().start)
}

#[cfg(test)]
mod tests {
    use super::{Tree, names};
    use crate::json::Document;
    use crate::postman::view::Collection;

    #[test]
    fn any_stretch_is_walked_with_the_folders_around() {
        let text = r#"{"item": [{"name": "A", "item": [{"name": "B", "item": [{"name": "C"}]},
            {"name": "D"}]}, {"name": "E"}, {"name": "F", "item": [{"name": "G"}]}]}"#;
        let document = Document::from_text(text).unwrap();
        let tree = Tree::of(Collection::of(&document));
        let paths = ["A", "A/B", "A/B/C", "A/D", "E", "F", "F/G"];
        for start in 0..=paths.len() {
            for end in start..=paths.len() {
                let mut seen = Vec::new();
                tree.for_each_in(start..end, &mut |folders, item| {
                    seen.push(names(folders, item).join("/"));
                });
                assert_eq!(seen, paths[start..end]);
            }
        }
    }
}

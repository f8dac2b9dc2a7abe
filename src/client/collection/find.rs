//! A request by its path.

use crate::catalogue::nearest;
use crate::postman::effective::Ancestors;
use crate::postman::view::{Collection, Item, ItemKind};

use super::CollectionError;

/// A request and its folders.
pub(super) struct FoundRequest<'d> {
    pub(super) collection: Collection<'d>,
    /// The folders around it, outermost first.
    pub(super) folders: Vec<Item<'d>>,
    pub(super) item: Item<'d>,
    /// The names, with ` › ` between them.
    pub(super) path: String,
}

impl<'d> FoundRequest<'d> {
    /// The request with all that it inherits from.
    pub(super) fn ancestors(&self) -> Ancestors<'_, 'd> {
        Ancestors {
            collection: self.collection,
            folders: &self.folders,
            item: &self.item,
        }
    }
}

pub(super) fn request<'d>(
    collection: Collection<'d>,
    path: &str,
) -> Result<FoundRequest<'d>, CollectionError> {
    let mut all = Vec::new();
    for item in collection.items() {
        walk(item, &mut Vec::new(), "", &mut all, collection);
    }
    let wanted = normalised(path);
    let is_end = |found: &&FoundRequest| {
        let whole = normalised(&found.path);
        whole
            .strip_suffix(&wanted)
            .is_some_and(|before| before.is_empty() || before.ends_with('>'))
    };
    let is_whole = |found: &&FoundRequest| normalised(&found.path) == wanted;
    let mut matches: Vec<&FoundRequest> = all.iter().filter(is_whole).collect();
    if matches.is_empty() && !wanted.is_empty() {
        matches = all.iter().filter(is_end).collect();
    }
    let position = match matches.as_slice() {
        [] => {
            let paths = all.iter().map(|found| found.path.as_str());
            return Err(CollectionError::NoRequest {
                path: path.to_owned(),
                suggestion: nearest(path, paths, 0.7).map(str::to_owned),
            });
        }
        [one] => all.iter().position(|found| std::ptr::eq(found, *one)),
        [first, second, ..] => {
            return Err(CollectionError::Ambiguous {
                path: path.to_owned(),
                count: matches.len(),
                examples: [first, second]
                    .map(|found| format!("`{}`", found.path))
                    .to_vec(),
            });
        }
    };
    let mut found = all.into_iter().skip(position.unwrap_or(0));
    found.next().ok_or(CollectionError::NoUrl)
}

/// A path for comparison: in one case, with one separator and no spaces around it.
fn normalised(path: &str) -> String {
    let parts = path
        .split(['›', '>'])
        .map(|part| part.trim().to_lowercase());
    parts.collect::<Vec<_>>().join(">")
}

fn walk<'d>(
    item: Item<'d>,
    folders: &mut Vec<Item<'d>>,
    above: &str,
    all: &mut Vec<FoundRequest<'d>>,
    collection: Collection<'d>,
) {
    let path = format!("{above}{}", item.name_text());
    // A request beside `item` is not read.
    if item.kind() == ItemKind::Request {
        all.push(FoundRequest {
            collection,
            folders: folders.clone(),
            item,
            path: path.clone(),
        });
    }
    folders.push(item);
    for inner in item.items() {
        walk(inner, folders, &format!("{path} › "), all, collection);
    }
    folders.pop();
}

use super::Settings;
use crate::json::Value;
use crate::postman::view::{Auth, Collection, Item};

/// A request or a folder with everything that it inherits from.
#[derive(Clone, Copy, Debug)]
pub struct Ancestors<'a, 'd> {
    /// The collection.
    pub collection: Collection<'d>,
    /// The folders around the item, outermost first.
    pub folders: &'a [Item<'d>],
    /// The item.
    pub item: &'a Item<'d>,
}

impl<'d> Ancestors<'_, 'd> {
    /// The auth that the item is sent with, or that a folder passes on to its items: its own, else
    /// that of the nearest folder with a typed one, else the collection's. An auth that is null or has
    /// no type inherits.
    pub fn auth(&self) -> Option<Auth<'d>> {
        let own = self.item.own_auth().filter(|auth| auth.is_typed());
        own.or_else(|| inherited_auth(self.collection, self.folders))
    }

    /// The protocol settings that it is sent with.
    pub fn settings(&self) -> Settings<'d> {
        let folders = self.folders.iter().rev().map(|folder| folder.value);
        let own = std::iter::once(self.item.value);
        Settings::of(own.chain(folders).chain([self.collection.value]))
    }

    /// The objects that define variables around the item, the nearest first.
    pub fn owners(&self) -> impl Iterator<Item = Value<'d>> {
        let folders = self.folders.iter().rev().map(|folder| folder.value);
        let own = std::iter::once(self.item.value);
        own.chain(folders).chain([self.collection.value])
    }
}

/// The auth that an item in `folders`, outermost first, inherits.
pub(crate) fn inherited_auth<'d>(
    collection: Collection<'d>,
    folders: &[Item<'d>],
) -> Option<Auth<'d>> {
    let folders = folders.iter().rev().map(Item::own_auth);
    let mut nearest = folders.chain([Auth::of(collection.value)]).flatten();
    nearest.find(|auth| auth.is_typed())
}

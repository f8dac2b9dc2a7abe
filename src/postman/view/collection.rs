use std::borrow::Cow;

use super::{Item, text, unwrapped};
use crate::json::{Document, Value};

/// A collection.
#[derive(Clone, Copy, Debug)]
pub struct Collection<'d> {
    /// The collection's object, inside its wrapper where it has one.
    pub value: Value<'d>,
    /// Whether the Postman API has wrapped it as `{"collection": …}`.
    pub is_wrapped: bool,
}

impl<'d> Collection<'d> {
    /// The collection that `document` is.
    pub fn of(document: &'d Document<'d>) -> Self {
        let root = document.root();
        let value = unwrapped(root);
        Self {
            value,
            is_wrapped: value.span() != root.span(),
        }
    }

    /// Its name.
    pub fn name(self) -> Option<Cow<'d, str>> {
        text(self.info()?, "name")
    }

    /// Its `info`.
    pub fn info(self) -> Option<Value<'d>> {
        self.value.get("info")
    }

    /// Its top-level items.
    pub fn items(self) -> impl Iterator<Item = Item<'d>> {
        let items = self.value.get("item");
        items.into_iter().flat_map(Value::elements).map(Item::new)
    }
}

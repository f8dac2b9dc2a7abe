use crate::json::Value;
use crate::postman::effective::own_settings;
use crate::postman::view::Item;
use crate::validate::Context;
use crate::validate::tree::names;

/// A `protocolProfileBehavior` with its place.
pub(crate) struct Behaviour<'a, 'd> {
    /// The settings.
    pub(crate) value: Value<'d>,
    /// The folders around the item they belong to; empty for the collection's own.
    folders: &'a [Item<'d>],
    /// The item; `None` for the collection.
    pub(crate) item: Option<&'a Item<'d>>,
}

impl Behaviour<'_, '_> {
    /// The names down to the item they belong to; none for the collection's own.
    pub(crate) fn names(&self) -> Vec<String> {
        self.item
            .map_or_else(Vec::new, |item| names(self.folders, item))
    }
}

/// Calls `look` with the settings of the collection, of every folder and of every request.
pub(crate) fn each_behaviour<'d>(context: &Context<'d>, look: &mut dyn FnMut(Behaviour<'_, 'd>)) {
    if let Some(value) = own_settings(context.collection.value) {
        look(Behaviour {
            value,
            folders: &[],
            item: None,
        });
    }
    context.tree().for_each(&mut |folders, item| {
        if let Some(value) = own_settings(item.value) {
            look(Behaviour {
                value,
                folders,
                item: Some(item),
            });
        }
    });
}

use crate::json::{Kind, Value};
use crate::postman::view::Item;
use crate::validate::tree::{for_each_item, names};
use crate::validate::{Context, Visit};

/// The methods whose body Postman drops.
const PRUNED: [&str; 5] = ["GET", "COPY", "HEAD", "PURGE", "UNLOCK"];

/// A `protocolProfileBehavior` with where it stands.
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
    if let Some(value) = settings(context.collection.value) {
        look(Behaviour {
            value,
            folders: &[],
            item: None,
        });
    }
    for_each_item(context, &mut |folders, item| {
        if let Some(value) = settings(item.value) {
            look(Behaviour {
                value,
                folders,
                item: Some(item),
            });
        }
    });
}

fn settings(owner: Value) -> Option<Value> {
    let settings = owner.get("protocolProfileBehavior")?;
    (settings.kind() == Kind::Object).then_some(settings)
}

/// Whether Postman drops the body of a request with this method: unless the item, or what is
/// around it, says otherwise.
pub(crate) fn is_pruned(context: &Context, visit: &Visit, method: &str) -> bool {
    let own = std::iter::once(visit.item.value);
    let folders = visit.folders.iter().rev().map(|folder| folder.value);
    let said = own
        .chain(folders)
        .chain([context.collection.value])
        .filter_map(settings)
        .find_map(|settings| settings.get("disableBodyPruning")?.as_bool());
    said != Some(true) && PRUNED.iter().any(|one| one.eq_ignore_ascii_case(method))
}

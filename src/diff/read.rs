use std::sync::Arc;

use super::auth::EffectiveAuth;
use super::model::{
    Folder, FolderContext, FolderPath, ItemMetadata, Model, RequestEntry, Variable, name, text,
};
use super::path::normalised;
use crate::postman::effective::{RequestUrl, Settings, Variable as View, inherited_auth};
use crate::postman::view::{Auth, Collection, Item};

/// Reads a collection into what is compared.
pub(super) fn read<'d>(collection: &Collection<'d>) -> Model<'d> {
    let value = collection.value;
    let info = collection.info();
    let description = info.and_then(|info| info.get("description"));
    let root = Arc::new(FolderPath::new());
    let mut model = Model::default();
    model.folders.push(Folder {
        path: Arc::clone(&root),
        id: text(info.and_then(|info| info.get("_postman_id"))),
        at: value.span().start,
        metadata: ItemMetadata::new(value, description.or_else(|| value.get("description"))),
        variables: variables(View::of_collection(*collection)),
    });
    let around = Arc::new(FolderContext::new(*collection, Vec::new()));
    items(collection.items(), &root, &around, &mut model);
    model
}

fn items<'d>(
    list: impl Iterator<Item = Item<'d>>,
    path: &Arc<FolderPath>,
    around: &Arc<FolderContext<'d>>,
    model: &mut Model<'d>,
) {
    for item in list {
        if item.request.is_some() {
            model.requests.push(RequestEntry::new(item, path, around));
        }
        if item.item.is_none() {
            continue;
        }
        let mut inner = path.to_vec();
        inner.push(name(&item.name_text()));
        let inner = Arc::new(inner);
        model.folders.push(Folder {
            path: Arc::clone(&inner),
            id: id(&item),
            at: item.value.span().start,
            metadata: ItemMetadata::new(item.value, item.description),
            variables: variables(item.variable.map(View::list).unwrap_or_default()),
        });
        let folders = around.folders.iter().copied().chain([item]).collect();
        let within = Arc::new(FolderContext::new(around.collection, folders));
        items(item.items(), &inner, &within, model);
    }
}

fn id(item: &Item) -> String {
    let id = text(item.id);
    if id.is_empty() {
        text(item.value.get("_postman_id"))
    } else {
        id
    }
}

/// One for each name.
fn variables(list: Vec<View>) -> Vec<Variable> {
    let all = View::of_each_name(list).into_iter();
    all.map(|one| Variable {
        kind: text(one.kind),
        value: one.text().into_owned(),
        is_enabled: one.is_enabled,
        at: one.entry.span().start,
        name: one.name.into_owned(),
    })
    .collect()
}

impl<'d> FolderContext<'d> {
    fn new(collection: Collection<'d>, folders: Vec<Item<'d>>) -> Self {
        let is_plain = |folder: &&Item| !folder.own_auth().is_some_and(Auth::is_typed);
        let without = folders.iter().rev().take_while(is_plain).count();
        let owners = folders.iter().rev().map(|folder| folder.value);
        Self {
            auth: EffectiveAuth::new(inherited_auth(collection, &folders), false),
            auth_depth: folders.len() - without,
            settings: Settings::of(owners.chain([collection.value])),
            collection,
            folders,
        }
    }
}

impl<'d> RequestEntry<'d> {
    fn new(item: Item<'d>, folder: &Arc<FolderPath>, around: &Arc<FolderContext<'d>>) -> Self {
        let request = item.request();
        let url = request.and_then(|request| request.url());
        Self {
            folder: Arc::clone(folder),
            name: name(&item.name_text()),
            id: id(&item),
            at: item.value.span().start,
            method: request.map_or_else(String::new, |one| one.method_text().to_uppercase()),
            path: url.map_or_else(String::new, |url| {
                normalised(&RequestUrl::without_query(&url))
            }),
            item,
            around: Arc::clone(around),
        }
    }
}

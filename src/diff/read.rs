use std::sync::Arc;

use super::model::{
    Call, Common, Detail, Effective, Entry, Folder, Model, Path, Saved, Variable, described, text,
    tidy,
};
use super::shape::shape;
use super::url::{normalised, path};
use crate::postman::view::{Auth, Collection, Example, Item, Url, Variable as View};

/// Reads a collection into what is compared.
pub(super) fn read<'d>(collection: &Collection<'d>) -> Model<'d> {
    let value = collection.value;
    let info = collection.info();
    let auth = Effective::of(Auth::of(value), &Effective::default(), false);
    let description = info.and_then(|info| info.get("description"));
    let root = Arc::new(Path::new());
    let mut model = Model::default();
    model.folders.push(Folder {
        path: Arc::clone(&root),
        id: text(info.and_then(|info| info.get("_postman_id"))),
        at: value.span().start,
        common: Common::new(value, description.or_else(|| value.get("description"))),
        variables: variables(collection.variables()),
    });
    items(collection.items(), &root, &Arc::new(auth), &mut model);
    model
}

fn items<'d>(
    list: impl Iterator<Item = Item<'d>>,
    path: &Arc<Path>,
    auth: &Arc<Effective>,
    model: &mut Model<'d>,
) {
    for item in list {
        if item.request.is_some() {
            model.requests.push(Entry::new(item, path, auth));
        }
        if item.item.is_none() {
            continue;
        }
        let mut inner = path.to_vec();
        inner.push(item.name_text().trim().to_owned());
        let inner = Arc::new(inner);
        let auth = Arc::new(Effective::of(item.own_auth(), auth, false));
        model.folders.push(Folder {
            path: Arc::clone(&inner),
            id: id(&item),
            at: item.value.span().start,
            common: Common::new(item.value, item.description),
            variables: variables(item.variable.map(View::list).unwrap_or_default()),
        });
        items(item.items(), &inner, &auth, model);
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

fn variables(list: Vec<View>) -> Vec<Variable> {
    let list = list.into_iter().filter(|one| one.is_enabled);
    list.map(|one| Variable {
        kind: text(one.entry.get("type")),
        value: text(one.value),
        at: one.entry.span().start,
        name: one.name.into_owned(),
    })
    .collect()
}

impl<'d> Entry<'d> {
    fn new(item: Item<'d>, folder: &Arc<Path>, inherited: &Arc<Effective>) -> Self {
        let request = item.request();
        let url = request.and_then(|request| request.url());
        Self {
            folder: Arc::clone(folder),
            name: item.name_text().trim().to_owned(),
            id: id(&item),
            at: item.value.span().start,
            method: request.map_or_else(String::new, |one| one.method_text().to_uppercase()),
            path: url.map_or_else(String::new, |url| normalised(&path(&url))),
            item,
            inherited: Arc::clone(inherited),
        }
    }

    /// Its URL.
    pub(super) fn url(&self) -> Option<Url<'d>> {
        self.item.request()?.url()
    }

    /// What is sent.
    pub(super) fn call(&self) -> Call {
        self.item
            .request()
            .as_ref()
            .map(Call::new)
            .unwrap_or_default()
    }

    /// Descriptions, scripts and protocol behaviour.
    pub(super) fn common(&self) -> Common {
        let mut common = Common::new(self.item.value, self.item.description);
        if common.description.is_empty() {
            let description = self.item.request().and_then(|one| one.description);
            common.description = tidy(&description.map(described).unwrap_or_default());
        }
        common
    }

    /// The auth that is used.
    pub(super) fn auth(&self) -> Effective {
        let own = self.item.request().and_then(|request| request.auth());
        Effective::of(own, &self.inherited, true)
    }

    /// All that it says.
    pub(super) fn detail(&self) -> Detail {
        Detail {
            common: self.common(),
            call: self.call(),
            auth: self.auth(),
            examples: self.item.examples().map(|one| saved(&one)).collect(),
        }
    }
}

fn saved(example: &Example) -> Saved {
    let body = tidy(&text(example.body));
    Saved {
        name: text(example.name).trim().to_owned(),
        at: example.value.span().start,
        status: example.status(),
        call: example.request().as_ref().map(Call::new),
        shape: shape(&body),
        body,
    }
}

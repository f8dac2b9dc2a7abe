use super::model::{
    Call, Common, Effective, Entry, Folder, Model, Path, Saved, Variable, described, text, tidy,
};
use super::shape::shape;
use crate::postman::view::{Auth, Collection, Example, Item, Variable as View};

/// Reads a collection into what is compared.
pub(super) fn read(collection: &Collection) -> Model {
    let value = collection.value;
    let info = collection.info();
    let auth = Effective::of(Auth::of(value), &Effective::default(), false);
    let description = info.and_then(|info| info.get("description"));
    let mut model = Model::default();
    model.folders.push(Folder {
        path: Path::new(),
        id: text(info.and_then(|info| info.get("_postman_id"))),
        at: value.span().start,
        common: Common::new(value, description.or_else(|| value.get("description"))),
        variables: variables(collection.variables()),
    });
    items(collection.items(), &Path::new(), &auth, &mut model);
    model
}

fn items<'d>(
    list: impl Iterator<Item = Item<'d>>,
    path: &Path,
    auth: &Effective,
    model: &mut Model,
) {
    for item in list {
        if item.request.is_some() {
            model.requests.push(entry(&item, path, auth));
        }
        if item.item.is_none() {
            continue;
        }
        let mut inner = path.clone();
        inner.push(item.name_text().trim().to_owned());
        let auth = Effective::of(item.own_auth(), auth, false);
        model.folders.push(Folder {
            path: inner.clone(),
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
        name: one.name.into_owned(),
    })
    .collect()
}

fn entry(item: &Item, folder: &Path, inherited: &Effective) -> Entry {
    let request = item.request();
    let mut common = Common::new(item.value, item.description);
    if common.description.is_empty() {
        let description = request.as_ref().and_then(|request| request.description);
        common.description = tidy(&description.map(described).unwrap_or_default());
    }
    Entry {
        folder: folder.clone(),
        name: item.name_text().trim().to_owned(),
        id: id(item),
        at: item.value.span().start,
        common,
        call: request.as_ref().map(Call::new).unwrap_or_default(),
        auth: Effective::of(request.and_then(|request| request.auth()), inherited, true),
        examples: item.examples().map(|example| saved(&example)).collect(),
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

//! The ids of an earlier collection, so that its forks can be updated from the new one.

use std::collections::{HashMap, HashSet};

use super::ids::{KnownIds, KnownRequest, RequestKey, normalised};
use crate::json::{Document, Kind, Value};
use crate::postman::effective::{RequestUrl, content_type};
use crate::postman::view::{Collection, Item, Request};

/// Why a document has no ids to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not a Postman collection (v2.0 or v2.1): it has no `item` list")]
pub struct NoCollection;

impl KnownIds {
    /// The ids of the collection in `document`: its own, those of folders by name, of requests by
    /// method and path, of their examples by name. Empty ids count as none.
    ///
    /// # Errors
    /// [`NoCollection`] when it has no list of items.
    pub fn of(document: &Document) -> Result<Self, NoCollection> {
        let collection = Collection::of(document);
        let items = collection.value.get("item");
        if items.is_none_or(|items| items.kind() != Kind::Array) {
            return Err(NoCollection);
        }
        let mut known = Self {
            collection: collection
                .info()
                .and_then(|info| non_empty_text(info, "_postman_id")),
            ..Self::default()
        };
        known.read(collection.items(), &mut HashSet::new());
        Ok(known)
    }

    /// Reads a list of items; of two parts with the same id only the first keeps it.
    fn read<'d>(&mut self, items: impl Iterator<Item = Item<'d>>, used: &mut HashSet<String>) {
        for item in items {
            if item.item.is_some() {
                let name = non_empty_text(item.value, "name");
                if let Some((name, id)) = name
                    .zip(own_id(&item))
                    .filter(|(_, id)| used.insert(id.clone()))
                {
                    self.folders.entry(name).or_insert(id);
                }
                self.read(item.items(), used);
            } else if let Some(request) = item.request() {
                let id = own_id(&item).filter(|id| used.insert(id.clone()));
                if let Some((key, id)) = request_key(&request).zip(id) {
                    let list = item.response;
                    let responses = list.map(|list| responses(list, used)).unwrap_or_default();
                    // Of several requests that look the same, the first is followed.
                    let request = KnownRequest { id, responses };
                    self.requests.entry(key).or_insert(request);
                }
            }
        }
    }
}

fn responses(list: Value, used: &mut HashSet<String>) -> HashMap<String, String> {
    let named =
        |response: Value| non_empty_text(response, "name").zip(non_empty_text(response, "id"));
    let named = list.elements().filter_map(named);
    named.filter(|(_, id)| used.insert(id.clone())).collect()
}

fn own_id(item: &Item) -> Option<String> {
    non_empty_text(item.value, "id").or_else(|| non_empty_text(item.value, "_postman_id"))
}

fn non_empty_text(object: Value, name: &str) -> Option<String> {
    let text = object.get(name)?.as_str()?.into_owned();
    (!text.is_empty()).then_some(text)
}

fn request_key(request: &Request) -> Option<RequestKey> {
    let url = RequestUrl::of(&request.url()?);
    let is_pdf = content_type(request)
        .and_then(|header| header.text().cloned())
        .is_some_and(|value| value.starts_with("application/pdf"));
    Some(RequestKey {
        method: request.method_text().to_ascii_uppercase(),
        path: normalised(&url.path_text()),
        pdf: is_pdf,
    })
}

#[cfg(test)]
mod tests {
    use super::super::ids::RequestKey;
    use super::KnownIds;
    use crate::json::Document;

    fn known(text: &str) -> KnownIds {
        KnownIds::of(&Document::from_text(text).unwrap()).unwrap()
    }

    #[test]
    fn requests_are_known_by_method_and_path_whatever_their_shape() {
        let text = r#"{"info": {"_postman_id": "c"}, "item": [{"name": "F", "id": "f", "item": [
            {"id": "a", "request": {"method": "GET", "url": "{{host}}/Agent/{{code}}?x=1"},
             "response": [{"name": "OK", "id": "r"}]},
            {"id": "b", "request": {"method": "GET", "url": {"path": ["agent", ":code"]},
             "header": [{"key": "content-type", "value": "application/pdf;template=A"}]}},
            {"id": "", "request": {"method": "PUT", "url": {"raw": "https://x.y/agent/:code"}}}
        ]}]}"#;
        let known = known(text);
        let id = |pdf| {
            let key = RequestKey {
                method: "GET".into(),
                path: "agent/:".into(),
                pdf,
            };
            known.requests.get(&key).map(|request| request.id.as_str())
        };
        assert_eq!((id(false), id(true)), (Some("a"), Some("b")));
        assert_eq!(known.requests.len(), 2, "an empty id is none");
        assert_eq!(known.collection.as_deref(), Some("c"));
        assert_eq!(known.folders["F"], "f");
    }

    #[test]
    fn a_document_without_items_is_refused() {
        let document = Document::from_text("[]").unwrap();
        assert!(KnownIds::of(&document).is_err());
    }
}

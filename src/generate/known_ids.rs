//! The ids of a collection that people have forked already, so that a new one is the same to them.

use std::collections::{HashMap, HashSet};

use super::ids::{KnownIds, KnownRequest, RequestKey, normalised};
use crate::json::{Document, Kind, Value};

/// Why no ids can be taken from a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is no Postman collection: it has no `item` list; give a collection v2.0 or v2.1")]
pub struct NoCollection;

impl KnownIds {
    /// The ids of the collection in `document`: its own, those of folders by name, of requests by
    /// method and path, of their examples by name. Empty ids count as none.
    ///
    /// # Errors
    /// [`NoCollection`] when it has no list of items.
    pub fn of(document: &Document) -> Result<Self, NoCollection> {
        let root = document.root();
        // The Postman API wraps what it answers.
        let inner = root
            .get("collection")
            .filter(|inner| inner.kind() == Kind::Object);
        let root = inner.unwrap_or(root);
        let items = root.get("item").filter(|items| items.kind() == Kind::Array);
        let items = items.ok_or(NoCollection)?;
        let mut known = Self {
            collection: root.get("info").and_then(|info| text(info, "_postman_id")),
            ..Self::default()
        };
        known.read(items, &mut HashSet::new());
        Ok(known)
    }

    /// Reads a list of items; of two parts with the same id only the first keeps it.
    fn read(&mut self, items: Value, used: &mut HashSet<String>) {
        for item in items.elements() {
            if let Some(inner) = item.get("item") {
                let name = text(item, "name");
                if let Some((name, id)) = name
                    .zip(own_id(item))
                    .filter(|(_, id)| used.insert(id.clone()))
                {
                    self.folders.entry(name).or_insert(id);
                }
                self.read(inner, used);
            } else if let Some(request) = item.get("request") {
                let id = own_id(item).filter(|id| used.insert(id.clone()));
                if let Some((key, id)) = request_key(request).zip(id) {
                    let list = item.get("response");
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
    let named = |response: Value| text(response, "name").zip(text(response, "id"));
    let named = list.elements().filter_map(named);
    named.filter(|(_, id)| used.insert(id.clone())).collect()
}

fn own_id(item: Value) -> Option<String> {
    text(item, "id").or_else(|| text(item, "_postman_id"))
}

fn text(object: Value, name: &str) -> Option<String> {
    let text = object.get(name)?.as_str()?.into_owned();
    (!text.is_empty()).then_some(text)
}

fn request_key(request: Value) -> Option<RequestKey> {
    let url = request.get("url")?;
    let path = match url.get("path") {
        Some(path) if path.as_str().is_some() => path.as_str()?.into_owned(),
        Some(path) => {
            let segments: Vec<_> = path.elements().filter_map(Value::as_str).collect();
            segments.join("/")
        }
        None => path_of(&url.as_str().or_else(|| url.get("raw")?.as_str())?),
    };
    let is_pdf = |header: Value| {
        let value = header.get("value").and_then(Value::as_str);
        header
            .get("key")
            .and_then(Value::as_str)
            .is_some_and(|key| key.eq_ignore_ascii_case("content-type"))
            && value.is_some_and(|value| value.starts_with("application/pdf"))
    };
    let headers = request.get("header");
    Some(RequestKey {
        method: text(request, "method")
            .map_or_else(|| "GET".to_owned(), |it| it.to_ascii_uppercase()),
        path: normalised(&path),
        pdf: headers.is_some_and(|headers| headers.elements().any(is_pdf)),
    })
}

/// The path of a URL that is one text: what follows its host, up to the query.
fn path_of(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme
        .split_once('/')
        .map(|(_, path)| path.to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::ids::RequestKey;
    use super::{KnownIds, path_of};
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

    #[test]
    fn the_path_is_what_follows_the_host() {
        assert_eq!(path_of("https://a.b/c/d?e=/f"), "c/d");
        assert_eq!(path_of("{{host}}/c/*"), "c/*");
        assert_eq!(path_of("{{host}}"), "");
    }
}

//! Ids that are the same on every run and machine, or those of an earlier collection.

use std::collections::HashMap;

use uuid::Uuid;

use crate::catalogue::Catalogue;

/// The ids of an earlier collection, by what identifies their owners.
#[derive(Clone, Debug, Default)]
pub struct KnownIds {
    pub(super) collection: Option<String>,
    pub(super) folders: HashMap<String, String>,
    pub(super) requests: HashMap<RequestKey, KnownRequest>,
}

/// What a request is matched by: method, path without its host and with its variables alike, and
/// whether it asks for a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct RequestKey {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) pdf: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct KnownRequest {
    pub(super) id: String,
    pub(super) responses: HashMap<String, String>,
}

/// Gives every part of a collection its id.
pub(super) struct Ids<'a> {
    namespace: Uuid,
    known: &'a KnownIds,
}

impl<'a> Ids<'a> {
    pub(super) fn new(catalogue: &Catalogue, known: &'a KnownIds) -> Self {
        let name = format!("{}/{}", catalogue.service.host, catalogue.title);
        Self {
            namespace: Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()),
            known,
        }
    }

    /// The id that comes from a stable name alone.
    pub(super) fn named(&self, name: &str) -> String {
        Uuid::new_v5(&self.namespace, name.as_bytes()).to_string()
    }

    pub(super) fn collection(&self) -> String {
        let known = self.known.collection.clone();
        known.unwrap_or_else(|| self.named("collection"))
    }

    pub(super) fn folder(&self, name: &str) -> String {
        let known = self.known.folders.get(name).cloned();
        known.unwrap_or_else(|| self.named(&format!("folder/{name}")))
    }

    pub(super) fn request(&self, key: &RequestKey, name: &str) -> String {
        self.known.requests.get(key).map_or_else(
            || self.named(&format!("request/{name}")),
            |request| request.id.clone(),
        )
    }

    /// The id of the example `name` of the request with `key` and `id`.
    pub(super) fn response(&self, key: &RequestKey, id: &str, name: &str) -> String {
        let known = self.known.requests.get(key);
        let known = known
            .and_then(|request| request.responses.get(name))
            .cloned();
        known.unwrap_or_else(|| self.named(&format!("response/{id}/{name}")))
    }
}

/// A path for comparison, whatever its variables are called: lower case, no slash at the end.
pub(super) fn normalised(path: &str) -> String {
    let segment = |segment: &str| {
        let variable = segment.starts_with(':') || segment.starts_with("{{");
        if variable {
            ":".to_owned()
        } else {
            segment.to_lowercase()
        }
    };
    let segments: Vec<String> = path.trim_matches('/').split('/').map(segment).collect();
    segments.join("/")
}

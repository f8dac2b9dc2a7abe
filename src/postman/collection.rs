use serde::Serialize;

use super::{Auth, Event, Request, Response};

/// A whole collection.
#[derive(Clone, Debug, Serialize)]
pub struct Collection {
    /// Name, identity, front page.
    pub info: Info,
    /// Folders and requests, in the order in which they run.
    pub item: Vec<Item>,
    /// The auth that requests inherit.
    pub auth: Auth,
    /// Scripts that run around every request.
    pub event: Vec<Event>,
    /// The collection's variables.
    pub variable: Vec<Variable>,
}

/// The metadata of a collection.
#[derive(Clone, Debug, Serialize)]
pub struct Info {
    /// Identity across forks and merges.
    #[serde(rename = "_postman_id")]
    pub postman_id: String,
    /// The collection's name.
    pub name: String,
    /// The front page, Markdown.
    pub description: String,
    /// Which format this is: [`super::SCHEMA_V2_1_0`].
    pub schema: &'static str,
}

/// A folder or a request.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Item {
    /// A folder.
    Folder(Folder),
    /// A request with its examples and scripts.
    Request(Box<RequestItem>),
}

/// A folder of items.
#[derive(Clone, Debug, Serialize)]
pub struct Folder {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its page, Markdown.
    pub description: String,
    /// Its items.
    pub item: Vec<Item>,
}

/// A request, with what belongs to it.
#[derive(Clone, Debug, Serialize)]
pub struct RequestItem {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its scripts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub event: Vec<Event>,
    /// The request itself.
    pub request: Request,
    /// Saved examples.
    pub response: Vec<Response>,
}

/// A collection variable.
#[derive(Clone, Debug, Serialize)]
pub struct Variable {
    /// The name between `{{` and `}}`.
    pub key: String,
    /// The value it starts with.
    pub value: String,
    /// The type of the value.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What it is for.
    pub description: String,
}

/// The size of a collection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Folders, inner ones included.
    pub folders: usize,
    /// Requests.
    pub requests: usize,
    /// Saved examples.
    pub examples: usize,
}

impl Collection {
    /// Counts folders, requests and examples.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        counts.add(&self.item);
        counts
    }
}

impl Counts {
    fn add(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Folder(folder) => {
                    self.folders += 1;
                    self.add(&folder.item);
                }
                Item::Request(request) => {
                    self.requests += 1;
                    self.examples += request.response.len();
                }
            }
        }
    }
}

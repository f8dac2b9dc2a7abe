use std::borrow::Cow;

use super::{Auth, Request};
use crate::json::{Kind, Value};

/// What an entry of an `item` list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// It has `item`.
    Folder,
    /// It has `request`.
    Request,
    /// It has both.
    Both,
    /// It has neither.
    Neither,
}

/// An entry of an `item` list, its members found once.
#[derive(Clone, Copy, Debug)]
pub struct Item<'d> {
    /// The whole entry.
    pub value: Value<'d>,
    /// Its `name`.
    pub name: Option<Value<'d>>,
    /// Its `id`.
    pub id: Option<Value<'d>>,
    /// Its `item`.
    pub item: Option<Value<'d>>,
    /// Its `request`.
    pub request: Option<Value<'d>>,
    /// Its `response`.
    pub response: Option<Value<'d>>,
    /// Its `event`.
    pub event: Option<Value<'d>>,
    /// Its `variable`.
    pub variable: Option<Value<'d>>,
    /// Its `description`.
    pub description: Option<Value<'d>>,
    /// Its `auth`, which only folders have.
    pub auth: Option<Value<'d>>,
}

impl<'d> Item<'d> {
    /// The view of an entry.
    pub fn new(value: Value<'d>) -> Self {
        let mut item = Self {
            value,
            name: None,
            id: None,
            item: None,
            request: None,
            response: None,
            event: None,
            variable: None,
            description: None,
            auth: None,
        };
        for entry in value.entries() {
            let slot = match entry.key().as_ref() {
                "name" => &mut item.name,
                "id" => &mut item.id,
                "item" => &mut item.item,
                "request" => &mut item.request,
                "response" => &mut item.response,
                "event" => &mut item.event,
                "variable" => &mut item.variable,
                "description" => &mut item.description,
                "auth" => &mut item.auth,
                _ => continue,
            };
            *slot = Some(entry.value());
        }
        item
    }

    /// What it is.
    pub fn kind(&self) -> ItemKind {
        match (self.item.is_some(), self.request.is_some()) {
            (true, false) => ItemKind::Folder,
            (false, true) => ItemKind::Request,
            (true, true) => ItemKind::Both,
            (false, false) => ItemKind::Neither,
        }
    }

    /// Its name, empty where it has none.
    pub fn name_text(&self) -> Cow<'d, str> {
        self.name.and_then(Value::as_str).unwrap_or_default()
    }

    /// The entries of a folder.
    pub fn items(&self) -> impl Iterator<Item = Item<'d>> + use<'d> {
        self.item
            .into_iter()
            .flat_map(Value::elements)
            .map(Item::new)
    }

    /// Its request.
    pub fn request(&self) -> Option<Request<'d>> {
        self.request.map(Request::new)
    }

    /// Its saved examples.
    pub fn examples(&self) -> impl Iterator<Item = Example<'d>> + use<'d> {
        let list = self.response.into_iter().flat_map(Value::elements);
        list.filter(|value| value.kind() == Kind::Object)
            .map(Example::new)
    }

    /// Its scripts.
    pub fn events(&self) -> impl Iterator<Item = Event<'d>> + use<'d> {
        Event::list(self.event)
    }

    /// Its own auth: a folder's, or its request's. What is beside a request is not read.
    pub fn own_auth(&self) -> Option<Auth<'d>> {
        match self.item {
            Some(_) => self.auth.map(|value| Auth { value }),
            None => Auth::of(self.request?),
        }
    }
}

/// A saved example.
#[derive(Clone, Copy, Debug)]
pub struct Example<'d> {
    /// The whole example.
    pub value: Value<'d>,
    /// Its `name`.
    pub name: Option<Value<'d>>,
    /// Its `originalRequest`.
    pub original: Option<Value<'d>>,
    /// Its `code`.
    pub code: Option<Value<'d>>,
    /// Its `header`.
    pub header: Option<Value<'d>>,
    /// Its `body`.
    pub body: Option<Value<'d>>,
}

impl<'d> Example<'d> {
    /// The view of an example.
    pub fn new(value: Value<'d>) -> Self {
        let mut example = Self {
            value,
            name: None,
            original: None,
            code: None,
            header: None,
            body: None,
        };
        for entry in value.entries() {
            let slot = match entry.key().as_ref() {
                "name" => &mut example.name,
                "originalRequest" => &mut example.original,
                "code" => &mut example.code,
                "header" => &mut example.header,
                "body" => &mut example.body,
                _ => continue,
            };
            *slot = Some(entry.value());
        }
        example
    }

    /// Its status code.
    pub fn status(&self) -> Option<i64> {
        self.code?.as_i64()
    }

    /// Its status code if that is one of HTTP: from 100 to 599.
    pub fn http_status(&self) -> Option<i64> {
        self.status().filter(|code| (100..600).contains(code))
    }

    /// The request as it was sent.
    pub fn request(&self) -> Option<Request<'d>> {
        self.original.map(Request::new)
    }
}

/// A script and when it runs.
#[derive(Clone, Copy, Debug)]
pub struct Event<'d> {
    /// The whole event.
    pub value: Value<'d>,
    /// Its `listen`.
    pub listen: Option<Value<'d>>,
    /// The script's lines, or its text; not where the script is in another file, which Postman does
    /// not read.
    pub exec: Option<Value<'d>>,
}

impl<'d> Event<'d> {
    /// The events of an `event` list.
    pub fn list(list: Option<Value<'d>>) -> impl Iterator<Item = Self> + use<'d> {
        list.into_iter()
            .flat_map(Value::elements)
            .map(|value| Self {
                value,
                listen: value.get("listen"),
                exec: value.get("script").and_then(exec),
            })
    }
}

/// The member of a script that Postman runs; the script may be a text or a list itself.
fn exec(script: Value<'_>) -> Option<Value<'_>> {
    match script.kind() {
        Kind::String | Kind::Array => Some(script),
        _ if script.get("src").is_some() => None,
        _ => script.get("exec"),
    }
}

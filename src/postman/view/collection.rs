use std::borrow::Cow;

use super::{Item, is_disabled, text};
use crate::json::{Document, Kind, Value};

/// A collection.
#[derive(Clone, Copy, Debug)]
pub struct Collection<'d> {
    /// The collection's object, inside its wrapper where it has one.
    pub value: Value<'d>,
    /// Whether the Postman API has wrapped it as `{"collection": …}`.
    pub is_wrapped: bool,
}

impl<'d> Collection<'d> {
    /// The collection that `document` is.
    pub fn of(document: &'d Document<'d>) -> Self {
        let root = document.root();
        let inner = root
            .get("collection")
            .filter(|inner| inner.kind() == Kind::Object);
        Self {
            value: inner.unwrap_or(root),
            is_wrapped: inner.is_some(),
        }
    }

    /// Its name.
    pub fn name(self) -> Option<Cow<'d, str>> {
        text(self.info()?, "name")
    }

    /// What it says of itself.
    pub fn info(self) -> Option<Value<'d>> {
        self.value.get("info")
    }

    /// Its top-level items.
    pub fn items(self) -> impl Iterator<Item = Item<'d>> {
        let items = self.value.get("item");
        items.into_iter().flat_map(Value::elements).map(Item::new)
    }

    /// Its variables.
    pub fn variables(self) -> Vec<Variable<'d>> {
        self.value
            .get("variable")
            .map(Variable::list)
            .unwrap_or_default()
    }
}

/// A variable of a collection, a folder or an environment.
#[derive(Clone, Debug)]
pub struct Variable<'d> {
    /// The whole entry.
    pub entry: Value<'d>,
    /// Its name: `key`, or `id` where it has none.
    pub name: Cow<'d, str>,
    /// Where its name stands.
    pub name_value: Value<'d>,
    /// Its value.
    pub value: Option<Value<'d>>,
    /// Whether it is in use: neither `disabled` nor not `enabled`.
    pub is_enabled: bool,
}

impl<'d> Variable<'d> {
    /// The variables of a list; of an object, as very old files have it, its members.
    pub fn list(list: Value<'d>) -> Vec<Self> {
        list.elements().filter_map(Self::new).collect()
    }

    /// The variable that an entry is; nothing for an entry without a name.
    pub fn new(entry: Value<'d>) -> Option<Self> {
        let name_value = entry.get("key").or_else(|| entry.get("id"))?;
        Some(Self {
            entry,
            name: name_value.as_str()?,
            name_value,
            value: entry.get("value"),
            is_enabled: !is_disabled(entry)
                && entry.get("enabled").and_then(Value::as_bool) != Some(false),
        })
    }

    /// Its value, when that is text.
    pub fn text(&self) -> Option<Cow<'d, str>> {
        self.value?.as_str()
    }
}

/// An environment or the globals.
#[derive(Clone, Copy, Debug)]
pub struct Environment<'d> {
    /// The whole document.
    pub value: Value<'d>,
}

impl<'d> Environment<'d> {
    /// The environment that `document` is.
    pub fn of(document: &'d Document<'d>) -> Self {
        Self {
            value: document.root(),
        }
    }

    /// Its variables.
    pub fn variables(self) -> Vec<Variable<'d>> {
        self.value
            .get("values")
            .map(Variable::list)
            .unwrap_or_default()
    }
}

//! The members of the objects that Postman's files consist of, each named once.
//!
//! The canonical form takes the order of members from here; `fmt --strip-volatile` and the rule
//! `volatile-field` which of them are volatile; the rule `unknown-property` which of them are known.

mod list;
#[cfg(test)]
mod tests;

use crate::json::{Kind, Value};

use super::view::{DocumentKind, ItemKind, recognise, unwrapped};
pub(crate) use list::ITEM;
use list::{COLLECTION, ENVIRONMENT, GLOBALS, PARAMETER, WRAPPER};

/// An object of a collection or an environment.
#[derive(Debug)]
pub(crate) struct Object {
    /// What it is, with its article.
    pub(crate) what: &'static str,
    /// Its members, in the order in which Postman exports them.
    pub(crate) members: &'static [Member],
    /// What members with other names are.
    pub(crate) others: Others,
}

/// What the members of an object are that its list does not name.
#[derive(Debug)]
pub(crate) enum Others {
    /// Not part of the format.
    Unknown,
    /// Nothing that this list knows anything about.
    Any,
    /// Each such an object, or a list of them.
    Each(&'static Object),
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Member {
    /// Its name.
    pub(crate) name: &'static str,
    /// Who writes it.
    pub(crate) writer: Writer,
    /// Which entries of an `item` list have it, when not all have.
    pub(crate) only: Option<ItemKind>,
    /// What object it is, or what objects it lists.
    inner: Option<&'static Object>,
}

/// What a member is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writer {
    /// Part of the format's schema.
    Schema,
    /// Written by Postman in addition to the schema.
    Postman,
    /// Whoever exports or saves: it tells one copy from another, and says nothing of the requests.
    Volatile(Volatile),
}

/// Why a member is different in each copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Volatile {
    /// It says when the file was exported, and with what.
    Export,
    /// It says whose the copy in a Postman account is. It is the same in each export of that copy.
    Account,
    /// It says when the copy in a Postman account was last changed, and by whom.
    Change,
    /// It says how an example's answer came the one time that it was saved.
    Received,
}

impl Member {
    const fn of(name: &'static str, writer: Writer) -> Self {
        Self {
            name,
            writer,
            only: None,
            inner: None,
        }
    }

    const fn schema(name: &'static str) -> Self {
        Self::of(name, Writer::Schema)
    }

    const fn postman(name: &'static str) -> Self {
        Self::of(name, Writer::Postman)
    }

    const fn volatile(name: &'static str, why: Volatile) -> Self {
        Self::of(name, Writer::Volatile(why))
    }

    const fn holds(mut self, inner: &'static Object) -> Self {
        self.inner = Some(inner);
        self
    }

    const fn only(mut self, kind: ItemKind) -> Self {
        self.only = Some(kind);
        self
    }

    /// Why `value`, which it has, is different in each copy; what is empty is the same in all.
    pub(crate) fn volatile_as(&self, value: Value) -> Option<Volatile> {
        let is_empty = match value.kind() {
            Kind::Null => true,
            Kind::Array | Kind::Object => value.is_empty(),
            _ => false,
        };
        match self.writer {
            Writer::Volatile(why) if !is_empty => Some(why),
            _ => None,
        }
    }
}

/// An object of a document, with the entries of `item` lists that it is in or is, outermost first.
pub(crate) struct FoundObject<'w, 'd> {
    pub(crate) object: &'static Object,
    pub(crate) value: Value<'d>,
    pub(crate) items: &'w [Value<'d>],
}

impl Object {
    /// What `root`, the root of a document, is; `None` for another format.
    pub(crate) fn of_root(root: Value) -> Option<&'static Self> {
        let object = match recognise(root) {
            DocumentKind::Collection(_) => &COLLECTION,
            DocumentKind::Environment => &ENVIRONMENT,
            DocumentKind::Globals => &GLOBALS,
            DocumentKind::Foreign(_) | DocumentKind::Unknown => return None,
        };
        let is_wrapped = unwrapped(root).span() != root.span();
        Some(if is_wrapped { &WRAPPER } else { object })
    }

    /// The member of that name, and its place in the order.
    pub(crate) fn member(&self, name: &str) -> Option<(usize, &'static Member)> {
        let mut members = self.members.iter().enumerate();
        members.find(|(_, member)| member.name == name)
    }

    /// What the object is, or what objects are listed, in the member `name`.
    pub(crate) fn inner(&self, name: &str) -> Option<&'static Self> {
        match (self.member(name), &self.others) {
            (Some((_, member)), _) => member.inner,
            (None, Others::Each(object)) => Some(object),
            (None, Others::Unknown | Others::Any) => None,
        }
    }

    /// Whether it has volatile members, or an object right in it has.
    pub(crate) fn leads_to_volatile(&self) -> bool {
        let has = |object: &Self| {
            let mut members = object.members.iter();
            members.any(|member| matches!(member.writer, Writer::Volatile(_)))
        };
        let mut inner = self.members.iter().filter_map(|member| member.inner);
        has(self) || inner.any(has)
    }

    /// Shows `visit` all objects of `value`, which is such an object or a list of them, in the order
    /// of the text. What is in an object is passed over when it says `false`.
    pub(crate) fn walk<'d>(
        &'static self,
        value: Value<'d>,
        visit: &mut dyn FnMut(&FoundObject<'_, 'd>) -> bool,
    ) {
        self.walk_in(value, &mut Vec::new(), visit);
    }

    fn walk_in<'d>(
        &'static self,
        value: Value<'d>,
        items: &mut Vec<Value<'d>>,
        visit: &mut dyn FnMut(&FoundObject<'_, 'd>) -> bool,
    ) {
        match value.kind() {
            // In place of a list of parameters it is a map: its members are their names.
            Kind::Object if std::ptr::eq(self, &raw const PARAMETER) => {}
            Kind::Object => self.walk_object(value, items, visit),
            Kind::Array => {
                for element in value.elements() {
                    if element.kind() == Kind::Object {
                        self.walk_object(element, items, visit);
                    }
                }
            }
            _ => {}
        }
    }

    fn walk_object<'d>(
        &'static self,
        value: Value<'d>,
        items: &mut Vec<Value<'d>>,
        visit: &mut dyn FnMut(&FoundObject<'_, 'd>) -> bool,
    ) {
        let is_item = std::ptr::eq(self, &raw const ITEM);
        if is_item {
            items.push(value);
        }
        let goes_on = visit(&FoundObject {
            object: self,
            value,
            items,
        });
        for entry in value.entries().take_while(|_| goes_on) {
            if let Some(inner) = self.inner(&entry.key()) {
                inner.walk_in(entry.value(), items, visit);
            }
        }
        if is_item {
            items.pop();
        }
    }
}

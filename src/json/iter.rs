//! Walks over the members of arrays and objects.

use std::{borrow::Cow, iter::FusedIterator, ops::Range};

use super::{node::Kind, value::Value};

/// A key of an object with its value.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'d> {
    key: Value<'d>,
    value: Value<'d>,
}

impl<'d> Entry<'d> {
    /// The key, unescaped.
    pub fn key(self) -> Cow<'d, str> {
        self.key.as_str().unwrap_or_default()
    }

    /// The bytes of the key in the text, with its quotes.
    pub fn key_span(self) -> Range<usize> {
        self.key.span()
    }

    /// The key as a string value.
    pub fn key_value(self) -> Value<'d> {
        self.key
    }

    /// The value.
    pub fn value(self) -> Value<'d> {
        self.value
    }
}

impl<'d> Value<'d> {
    /// Entries of an object, repeated keys each counted, or elements of an array; 0 for others.
    pub fn len(self) -> usize {
        let node = self.node();
        node.count().unwrap_or_else(|| match node.kind() {
            Kind::Object => self.entries().count(),
            _ => self.elements().count(),
        })
    }

    /// Whether [`Value::len`] is 0.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The value of a key; of a repeated key the last, as in `serde_json`. `None` if the key is
    /// missing or the value no object. Looks at every key: one walk over [`Value::entries`] is
    /// better than many calls.
    pub fn get(self, key: &str) -> Option<Value<'d>> {
        self.entries()
            .filter(|entry| entry.key_value().is_str(key))
            .last()
            .map(Entry::value)
    }

    /// The element with this number, from 0; walks over those before it.
    pub fn index(self, position: usize) -> Option<Value<'d>> {
        self.elements().nth(position)
    }

    /// The entries of an object in the order of the text, repeated keys included; none for
    /// other values.
    pub fn entries(self) -> Entries<'d> {
        Entries::new(self)
    }

    /// The elements of an array; none for other values.
    pub fn elements(self) -> Elements<'d> {
        Elements::new(self)
    }
}

/// The entries of an object; see [`Value::entries`].
#[derive(Clone, Debug)]
pub struct Entries<'d> {
    next: Value<'d>,
    end: u32,
}

impl<'d> Entries<'d> {
    pub(super) fn new(object: Value<'d>) -> Self {
        let (next, end) = members(object, Kind::Object);
        Self { next, end }
    }
}

impl<'d> Iterator for Entries<'d> {
    type Item = Entry<'d>;

    #[inline]
    fn next(&mut self) -> Option<Entry<'d>> {
        let key = self.next;
        if key.index_on_tape() >= self.end {
            return None;
        }
        let document = key.document();
        let value = Value::new(document, key.index_on_tape() + 1);
        self.next = Value::new(document, value.node().next());
        Some(Entry { key, value })
    }
}

impl FusedIterator for Entries<'_> {}

/// The elements of an array; see [`Value::elements`].
#[derive(Clone, Debug)]
pub struct Elements<'d> {
    next: Value<'d>,
    end: u32,
}

impl<'d> Elements<'d> {
    pub(super) fn new(array: Value<'d>) -> Self {
        let (next, end) = members(array, Kind::Array);
        Self { next, end }
    }
}

impl<'d> Iterator for Elements<'d> {
    type Item = Value<'d>;

    #[inline]
    fn next(&mut self) -> Option<Value<'d>> {
        let element = self.next;
        if element.index_on_tape() >= self.end {
            return None;
        }
        self.next = Value::new(element.document(), element.node().next());
        Some(element)
    }
}

impl FusedIterator for Elements<'_> {}

/// The first node inside `container` and the index after its last; nothing for another kind.
fn members(container: Value<'_>, kind: Kind) -> (Value<'_>, u32) {
    let node = container.node();
    let end = if node.kind() == kind { node.next() } else { 0 };
    let first = container.index_on_tape() + 1;
    (Value::new(container.document(), first), end)
}

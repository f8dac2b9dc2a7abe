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

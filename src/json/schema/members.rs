//! Arrays and objects for `jsonschema`.

use std::{borrow::Cow, ops::ControlFlow};

use jsonschema::json::{Array, Object};

use super::Tape;
use crate::json::{
    iter::{Elements, Entries, Entry},
    value::Value,
};

/// An object of the tape; of a repeated key only the last entry is there.
#[derive(Clone, Copy, Debug)]
pub struct ObjectNode<'d>(Value<'d>);

impl<'d> ObjectNode<'d> {
    pub(super) fn new(object: Value<'d>) -> Self {
        Self(object)
    }

    fn entries(self) -> LastEntries<'d> {
        LastEntries {
            entries: self.0.entries(),
            overridden: self.0.document().overridden(),
        }
    }
}

impl<'d> Object<'d, Tape> for ObjectNode<'d> {
    type Node = Value<'d>;
    type MemberName = Cow<'d, str>;
    type MembersIter = Members<'d>;

    fn len(&self) -> usize {
        if self.0.document().overridden().is_empty() {
            self.0.len()
        } else {
            self.entries().count()
        }
    }

    fn get(&self, key: &String) -> Option<Value<'d>> {
        let mut entries = self.entries();
        let entry = entries.find(|entry| entry.key_value().is_str(key))?;
        Some(entry.value())
    }

    fn members(&self) -> Members<'d> {
        Members(self.entries())
    }

    fn try_for_each_name_node<B>(
        &self,
        _: &mut String,
        mut f: impl FnMut(Value<'_>) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        self.entries().try_for_each(|entry| f(entry.key_value()))
    }
}

/// Names and values of an [`ObjectNode`].
#[derive(Clone, Debug)]
pub struct Members<'d>(LastEntries<'d>);

impl<'d> Iterator for Members<'d> {
    type Item = (Cow<'d, str>, Value<'d>);

    fn next(&mut self) -> Option<Self::Item> {
        let entry = self.0.next()?;
        Some((entry.key(), entry.value()))
    }
}

/// The entries that no later one overrides.
#[derive(Clone, Debug)]
struct LastEntries<'d> {
    entries: Entries<'d>,
    overridden: &'d [u32],
}

impl<'d> Iterator for LastEntries<'d> {
    type Item = Entry<'d>;

    #[inline]
    fn next(&mut self) -> Option<Entry<'d>> {
        if self.overridden.is_empty() {
            return self.entries.next();
        }
        let overridden = self.overridden;
        self.entries.find(|entry| {
            let index = entry.key_value().index_on_tape();
            overridden.binary_search(&index).is_err()
        })
    }
}

/// An array of the tape.
#[derive(Clone, Copy, Debug)]
pub struct ArrayNode<'d>(Value<'d>);

impl<'d> ArrayNode<'d> {
    pub(super) fn new(array: Value<'d>) -> Self {
        Self(array)
    }
}

impl<'d> Array<'d, Tape> for ArrayNode<'d> {
    type Node = Value<'d>;
    type ElementsIter = Elements<'d>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn elements(&self) -> Elements<'d> {
        self.0.elements()
    }
}

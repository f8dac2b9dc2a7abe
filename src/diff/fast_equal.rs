//! Whether two requests are plainly the same: nearly all are, and need no detailed comparison.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::model::RequestEntry;
use crate::json::{Entry, Kind, Value};

/// Members that say which copy it is, not what it does.
const IDS: &[&str] = &["id", "_postman_id", "uid"];

/// Whether both requests are written alike, apart from ids and formatting. Others may
/// still be equivalent.
pub(super) fn fast_equal(base: &RequestEntry, revision: &RequestEntry) -> bool {
    let (base, revision) = (base.item.value, revision.item.value);
    base.text() == revision.text() || same_item(base, revision)
}

/// A hash of a value that leaves out ids and formatting.
pub(super) fn digest(value: Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    add(value, &mut hasher);
    hasher.finish()
}

/// Recurses no deeper than a document can nest.
fn add(value: Value, hasher: &mut DefaultHasher) {
    value.kind().hash(hasher);
    match value.kind() {
        Kind::Object => {
            for (key, value) in members(value).filter(|(key, _)| !IDS.contains(&key.as_ref())) {
                key.hash(hasher);
                add(value, hasher);
            }
        }
        Kind::Array => value.elements().for_each(|element| add(element, hasher)),
        _ => value.text().hash(hasher),
    }
    hasher.write_u8(u8::MAX);
}

fn same_item(base: Value, revision: Value) -> bool {
    same_members(base, revision, |key, one, other| match key {
        "event" => same_elements(one, other, same_event),
        "response" => same_elements(one, other, same_example),
        // The items of a folder that is also a request are compared separately.
        "item" => true,
        _ => same_value(one, other),
    })
}

fn same_event(base: Value, revision: Value) -> bool {
    same_members(base, revision, |key, one, other| match key {
        "script" => same_members(one, other, |_, one, other| same_value(one, other)),
        _ => same_value(one, other),
    })
}

fn same_example(base: Value, revision: Value) -> bool {
    same_members(base, revision, |_, one, other| same_value(one, other))
}

/// Whether two objects have the same members in the same order, ids left out.
fn same_members(
    base: Value,
    revision: Value,
    is_same: impl Fn(&str, Value, Value) -> bool,
) -> bool {
    if base.kind() != Kind::Object || revision.kind() != Kind::Object {
        return same_value(base, revision);
    }
    let is_other = |(key, _): &(Cow<str>, Value)| !IDS.contains(&key.as_ref());
    pairwise(
        members(base).filter(is_other),
        members(revision).filter(is_other),
        |(key, one), (name, other)| key == name && is_same(&key, one, other),
    )
}

fn same_elements(base: Value, revision: Value, is_same: fn(Value, Value) -> bool) -> bool {
    if base.kind() != Kind::Array || revision.kind() != Kind::Array {
        return same_value(base, revision);
    }
    pairwise(base.elements(), revision.elements(), is_same)
}

/// Whether two values are the same except for white space between tokens.
fn same_value(base: Value, revision: Value) -> bool {
    if base.text() == revision.text() {
        return true;
    }
    match (base.kind(), revision.kind()) {
        (Kind::Object, Kind::Object) => {
            let is_same = |one: Entry, other: Entry| {
                same_key(one, other) && same_value(one.value(), other.value())
            };
            pairwise(base.entries(), revision.entries(), is_same)
        }
        (Kind::Array, Kind::Array) => pairwise(base.elements(), revision.elements(), same_value),
        _ => false,
    }
}

/// Keys are seldom escaped: mostly they are the same as they are written.
fn same_key(base: Entry, revision: Entry) -> bool {
    base.key_value().text() == revision.key_value().text() || base.key() == revision.key()
}

fn members(object: Value<'_>) -> impl Iterator<Item = (Cow<'_, str>, Value<'_>)> {
    object.entries().map(|entry| (entry.key(), entry.value()))
}

/// Whether two rows have the same length and equal elements.
fn pairwise<A, B>(
    base: impl Iterator<Item = A>,
    mut revision: impl Iterator<Item = B>,
    is_same: impl Fn(A, B) -> bool,
) -> bool {
    for one in base {
        let Some(other) = revision.next() else {
            return false;
        };
        if !is_same(one, other) {
            return false;
        }
    }
    revision.next().is_none()
}

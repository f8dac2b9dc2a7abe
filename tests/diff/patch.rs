//! Edits of JSON, written as JSON Patch (RFC 6902) writes them.
//!
//! Two things are simpler: in a list an entry is also found by its `name`, `key` or `listen`, so
//! that a path says which request it goes to, and names with a `/` or a `~` cannot be written.

use serde::Deserialize;
use serde_json::Value;

#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "op", rename_all = "lowercase", deny_unknown_fields)]
pub(crate) enum Edit {
    Add { path: String, value: Value },
    Replace { path: String, value: Value },
    Remove { path: String },
    Move { from: String, path: String },
}

/// The value after the edits, one after the other. An edit that finds nothing panics.
pub(crate) fn patched(mut value: Value, edits: &[Edit]) -> Value {
    for edit in edits {
        match edit {
            Edit::Add { path, value: new } => add(&mut value, path, new.clone()),
            Edit::Replace { path, value: new } => *at(&mut value, path) = new.clone(),
            Edit::Remove { path } => drop(remove(&mut value, path)),
            Edit::Move { from, path } => {
                let moved = remove(&mut value, from);
                add(&mut value, path, moved);
            }
        }
    }
    value
}

/// What is at a path.
pub(crate) fn at<'v>(value: &'v mut Value, path: &str) -> &'v mut Value {
    path.split('/')
        .skip(1)
        .fold(value, |value, segment| match value {
            Value::Array(list) => {
                let index = position(list, segment);
                &mut list[index]
            }
            value => value
                .get_mut(segment)
                .unwrap_or_else(|| panic!("`{path}` finds no `{segment}`")),
        })
}

fn add(value: &mut Value, path: &str, new: Value) {
    let (holder, segment) = path.rsplit_once('/').unwrap();
    match at(value, holder) {
        Value::Array(list) => list.insert(position(list, segment), new),
        value => {
            let before = value.as_object_mut().unwrap().insert(segment.into(), new);
            assert_eq!(before, None, "`{path}` is there already: replace it");
        }
    }
}

fn remove(value: &mut Value, path: &str) -> Value {
    let (holder, segment) = path.rsplit_once('/').unwrap();
    match at(value, holder) {
        Value::Array(list) => list.remove(position(list, segment)),
        value => {
            let members = value.as_object_mut().unwrap();
            let removed = members.shift_remove(segment);
            removed.unwrap_or_else(|| panic!("`{path}` finds nothing"))
        }
    }
}

/// The place in a list: a number, `-` for its end, or what an entry is called.
fn position(list: &[Value], segment: &str) -> usize {
    let is_called = |one: &Value| {
        ["name", "key", "listen"]
            .iter()
            .any(|by| one[by] == segment)
    };
    if segment == "-" {
        return list.len();
    }
    segment.parse().unwrap_or_else(|_| {
        let index = list.iter().position(is_called);
        index.unwrap_or_else(|| panic!("nothing is called `{segment}`"))
    })
}

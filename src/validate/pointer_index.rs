//! JSON pointers of reported values.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::json::{Kind, Value};

/// Finds the path to any value; each list and object on a path is walked once, however many of its
/// members are reported.
#[derive(Default)]
pub(super) struct PointerIndex<'d> {
    /// What is in an array or object, keys too, in the order of the text; by where it starts.
    members: HashMap<usize, Vec<Value<'d>>>,
}

/// The path to a value.
#[derive(Default)]
pub(super) struct ValuePath {
    /// As a JSON pointer.
    pub(super) pointer: String,
    /// A path that stays the same when lists are reordered: entries are named by their key.
    pub(super) stable: String,
}

impl<'d> PointerIndex<'d> {
    /// The path to `target`; to a key, that of its value.
    pub(super) fn to(&mut self, target: Value<'d>) -> ValuePath {
        let mut path = ValuePath::default();
        let mut here = target.document().root();
        let sought = target.span().start;
        // No two values that are told apart here start at the same byte.
        while here.span().start < sought {
            let is_list = here.kind() == Kind::Array;
            let members = self.members_of(here);
            let after = members.partition_point(|member| member.span().start <= sought);
            let Some(index) = after.checked_sub(1) else {
                break;
            };
            let Some(found) = members.get(index).copied() else {
                break;
            };
            if is_list {
                let _ = write!(path.pointer, "/{index}");
                path.stable.push('/');
                path.stable.push_str(&entry_name(found));
            } else {
                // Keys and values take turns.
                let key = members.get(index - index % 2).and_then(|key| key.as_str());
                let key = key.unwrap_or_default();
                let token = key.replace('~', "~0").replace('/', "~1");
                for text in [&mut path.pointer, &mut path.stable] {
                    text.push('/');
                    text.push_str(&token);
                }
                if index % 2 == 0 {
                    break;
                }
            }
            here = found;
        }
        path
    }

    fn members_of(&mut self, container: Value<'d>) -> &[Value<'d>] {
        let members = self.members.entry(container.span().start);
        members.or_insert_with(|| {
            let elements = container.elements();
            let entries = container.entries();
            let entries = entries.flat_map(|entry| [entry.key_value(), entry.value()]);
            elements.chain(entries).collect()
        })
    }
}

fn entry_name(entry: Value) -> String {
    let name = ["key", "name", "listen", "id"]
        .iter()
        .find_map(|member| entry.get(member)?.as_str());
    name.map_or_else(|| "#".to_owned(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::PointerIndex;
    use crate::json::{Document, Value};

    fn all<'d>(value: Value<'d>, found: &mut Vec<Value<'d>>) {
        found.push(value);
        for entry in value.entries() {
            found.push(entry.key_value());
            all(entry.value(), found);
        }
        value.elements().for_each(|element| all(element, found));
    }

    #[test]
    fn every_value_is_found_where_it_is() {
        let text =
            r#" {"a/b": [1, [], {"~": {}}, [{"x": [[0]]}]], "": {"a": 2, "a": [3]}, "c": "d"} "#;
        let document = Document::from_text(text).unwrap();
        let mut values = Vec::new();
        all(document.root(), &mut values);
        assert_eq!(values.len(), 23);
        let mut pointers = PointerIndex::default();
        for value in values.iter().chain(values.iter().rev()) {
            assert_eq!(pointers.to(*value).pointer, value.path(), "{value:?}");
        }
    }

    #[test]
    fn entries_of_lists_are_named() {
        let text = r#"{"item": [{"name": "A", "request": 1}, 2]}"#;
        let document = Document::from_text(text).unwrap();
        let stable = |pointer| {
            let value = document.root().pointer(pointer).unwrap();
            PointerIndex::default().to(value).stable
        };
        assert_eq!(stable("/item/0/request"), "/item/A/request");
        assert_eq!(stable("/item/1"), "/item/#");
    }
}

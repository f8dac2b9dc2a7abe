//! A JSON text as its key paths and their values, by which bodies are compared.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::ChangeKind;
use super::change::Sink;
use crate::json::Kind;
use crate::postman::effective::json_body::Comments;
use crate::postman::effective::secret::mask_value;
use crate::postman::effective::{BodyValue, read_json};

/// What is at one key path, over all elements of the lists on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The types, except `null`: an example that is null does not tell the type.
    types: BTreeSet<&'static str>,
    /// The values, in the order of the text.
    pub(super) values: Vec<String>,
}

/// Key paths such as `lines[].price`, in order.
pub(super) type JsonShape = BTreeMap<String, Leaf>;

/// The kinds by which two shapes are told apart.
pub(super) struct ShapeKinds {
    added: ChangeKind,
    removed: ChangeKind,
    typed: ChangeKind,
    valued: ChangeKind,
}

/// The kinds for a request's body.
pub(super) const REQUEST: ShapeKinds = ShapeKinds {
    added: ChangeKind::BodyJsonKeyAdded,
    removed: ChangeKind::BodyJsonKeyRemoved,
    typed: ChangeKind::BodyJsonTypeChanged,
    valued: ChangeKind::BodyJsonValueChanged,
};

/// The kinds for an example's response.
pub(super) const RESPONSE: ShapeKinds = ShapeKinds {
    added: ChangeKind::ExampleJsonKeyAdded,
    removed: ChangeKind::ExampleJsonKeyRemoved,
    typed: ChangeKind::ExampleJsonTypeChanged,
    valued: ChangeKind::ExampleBodyChanged,
};

/// The shape of a text that is JSON.
pub(super) fn json_shape((text, comments): (&str, Comments)) -> Option<JsonShape> {
    // Most other texts can be told without reading them.
    if !text.trim_start().starts_with(['{', '[', '/']) {
        return None;
    }
    read_json(text, comments, of_value)?
}

/// The shape of an object or a list; `None` for a lone text or number.
pub(super) fn of_value(value: BodyValue) -> Option<JsonShape> {
    if !matches!(value.kind(), Some(Kind::Object | Kind::Array)) {
        return None;
    }
    let mut shape = JsonShape::new();
    walk(value, &mut String::new(), &mut shape);
    Some(shape)
}

fn walk(value: BodyValue, path: &mut String, shape: &mut JsonShape) {
    let length = path.len();
    if !shape.contains_key(path.as_str()) {
        shape.insert(path.clone(), Leaf::default());
    }
    let kind = match value.kind() {
        // A variable outside of a string takes any type when the request is sent.
        None | Some(Kind::Null) => None,
        Some(Kind::Bool) => Some("boolean"),
        Some(Kind::Number) => Some("number"),
        Some(Kind::Array) => Some("array"),
        Some(Kind::Object) => Some("object"),
        Some(Kind::String) => Some("string"),
    };
    if let Some(leaf) = shape.get_mut(path.as_str()) {
        leaf.types.extend(kind);
        match value.kind() {
            Some(Kind::Array | Kind::Object) => {}
            Some(Kind::String) => leaf.values.push(without_blob(&value.text()).into_owned()),
            _ => leaf.values.push(value.text().into_owned()),
        }
    }
    match value.kind() {
        Some(Kind::Object) => {
            for (key, value) in value.entries() {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&key);
                walk(value, path, shape);
                path.truncate(length);
            }
        }
        Some(Kind::Array) => {
            path.push_str("[]");
            for element in value.elements() {
                walk(element, path, shape);
            }
            path.truncate(length);
        }
        _ => {}
    }
}

/// Whether a text is one `{{variable}}` and nothing else: a name, not a value.
pub(super) fn is_variable(text: &str) -> bool {
    text.strip_prefix("{{")
        .and_then(|rest| rest.strip_suffix("}}"))
        .is_some_and(|name| !name.contains(['{', '}']))
}

/// Some vendors generate new blobs for every download, so all blobs count as equal.
pub(super) fn without_blob(text: &str) -> Cow<'_, str> {
    let is_base64 = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
    let is_mixed = text.bytes().any(|b| b.is_ascii_uppercase())
        && text.bytes().any(|b| b.is_ascii_lowercase());
    if text.len() >= 40 && text.len().is_multiple_of(4) && is_mixed && text.bytes().all(is_base64) {
        return Cow::Borrowed("(base64)");
    }
    Cow::Borrowed(text)
}

/// What has changed between two texts that are JSON; returns whether they are.
pub(super) fn compare(
    at: &str,
    base: (&str, Comments),
    revision: (&str, Comments),
    kinds: &ShapeKinds,
    sink: &mut Sink,
) -> bool {
    if base == revision {
        return true;
    }
    let (Some(left), Some(right)) = (json_shape(base), json_shape(revision)) else {
        return false;
    };
    let from = sink.changes.len();
    shapes(at, &left, &right, kinds, sink);
    if sink.changes.len() == from {
        let canonical =
            |(text, comments)| read_json(text, comments, |value| value.canonical(without_blob));
        // The same values may be in different elements of the lists.
        if canonical(base) != canonical(revision) {
            sink.add(kinds.valued, at, None, None);
        }
    }
    true
}

/// What has changed between two shapes; an added or removed subtree is one change.
fn shapes(at: &str, base: &JsonShape, revision: &JsonShape, kinds: &ShapeKinds, sink: &mut Sink) {
    let place = |path: &str| {
        let dot = if path.is_empty() || path.starts_with('[') {
            ""
        } else {
            "."
        };
        format!("{at}{dot}{path}")
    };
    for (path, leaf) in base {
        match revision.get(path) {
            Some(other) => leaves(&place(path), path, (leaf, other), kinds, sink),
            None if parent(path).is_some_and(|up| !revision.contains_key(up)) => {}
            None => sink.add(kinds.removed, &place(path), Some(&types(leaf)), None),
        }
    }
    for (path, leaf) in revision {
        let is_top = parent(path).is_none_or(|up| base.contains_key(up));
        if is_top && !base.contains_key(path) {
            sink.add(kinds.added, &place(path), None, Some(&types(leaf)));
        }
    }
}

fn leaves(
    at: &str,
    path: &str,
    (base, revision): (&Leaf, &Leaf),
    kinds: &ShapeKinds,
    sink: &mut Sink,
) {
    let is_known = !base.types.is_empty() && !revision.types.is_empty();
    let is_valued = base.values != revision.values;
    if base.types != revision.types && (is_known || !is_valued) {
        sink.add(kinds.typed, at, Some(&types(base)), Some(&types(revision)));
    } else if is_valued {
        // What is below a secret's name is as secret as its value.
        let text = |leaf: &Leaf| {
            let values = leaf.values.iter().map(|value| mask_value(path, value));
            values.collect::<Vec<_>>().join(", ")
        };
        sink.add(kinds.valued, at, Some(&text(base)), Some(&text(revision)));
    }
}

fn types(leaf: &Leaf) -> String {
    if leaf.types.is_empty() {
        return "any".to_owned();
    }
    leaf.types.iter().copied().collect::<Vec<_>>().join(" or ")
}

/// The path that holds this one; none for the root.
fn parent(path: &str) -> Option<&str> {
    if let Some(list) = path.strip_suffix("[]") {
        return Some(list);
    }
    if path.is_empty() {
        return None;
    }
    Some(path.rsplit_once('.').map_or("", |(up, _)| up))
}

#[cfg(test)]
mod tests {
    use super::{Comments, json_shape};

    #[test]
    fn paths_go_through_lists_and_variables_have_no_type() {
        let text = r#"{"a": [{"b": 1}, {"c": {{x}}}]} // z"#;
        let shape = json_shape((text, Comments::Allowed)).unwrap();
        let paths: Vec<_> = shape.keys().map(String::as_str).collect();
        assert_eq!(paths, ["", "a", "a[]", "a[].b", "a[].c"]);
        assert!(shape["a[].c"].types.is_empty());
        assert_eq!(shape["a[].c"].values, ["{{x}}"]);
    }
}

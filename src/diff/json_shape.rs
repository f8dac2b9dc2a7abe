//! A JSON text as its key paths and their values, by which bodies are compared.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::ChangeKind;
use super::change::Sink;
use crate::json::Kind;
use crate::postman::effective::json_body::{Comments, lenient};
use crate::postman::effective::secret::mask_value;
use crate::postman::effective::{BodyValue, canonical_number, read_json};

/// What is at one key path, over all elements of the lists on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The types, except `null`: an example that is null does not tell the type.
    types: BTreeSet<&'static str>,
    /// The values, in the order of the text.
    values: Vec<Sample>,
    /// What each element of the lists is, as a hash that does not depend on how it is written.
    elements: Vec<u64>,
}

/// A value as it is written.
#[derive(Clone, Debug, Eq)]
struct Sample {
    text: String,
    is_number: bool,
}

impl PartialEq for Sample {
    /// `1.0` and `1.00` are one number.
    fn eq(&self, other: &Self) -> bool {
        let is_number = self.is_number && other.is_number;
        self.is_number == other.is_number
            && (self.text == other.text
                || is_number && canonical_number(&self.text) == canonical_number(&other.text))
    }
}

impl Leaf {
    /// The values in one line.
    pub(super) fn text(&self) -> String {
        let values = self.values.iter().map(|value| value.text.as_str());
        values.collect::<Vec<_>>().join(", ")
    }
}

/// Key paths such as `lines[].price` or `["a.b"]`, in order.
pub(super) type JsonShape = BTreeMap<String, Leaf>;

/// The kinds by which two shapes are told apart.
pub(super) struct ShapeKinds {
    added: ChangeKind,
    removed: ChangeKind,
    typed: ChangeKind,
    valued: ChangeKind,
    reordered: ChangeKind,
}

/// The kinds for a request's body.
pub(super) const REQUEST: ShapeKinds = ShapeKinds {
    added: ChangeKind::BodyJsonKeyAdded,
    removed: ChangeKind::BodyJsonKeyRemoved,
    typed: ChangeKind::BodyJsonTypeChanged,
    valued: ChangeKind::BodyJsonValueChanged,
    reordered: ChangeKind::BodyJsonListReordered,
};

/// The kinds for an example's response.
pub(super) const RESPONSE: ShapeKinds = ShapeKinds {
    added: ChangeKind::ExampleJsonKeyAdded,
    removed: ChangeKind::ExampleJsonKeyRemoved,
    typed: ChangeKind::ExampleJsonTypeChanged,
    valued: ChangeKind::ExampleBodyChanged,
    reordered: ChangeKind::ExampleBodyChanged,
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

/// Adds a value and what is in it; returns a hash of it that does not depend on how it is written.
/// Recurses no deeper than a document can nest.
fn walk(value: BodyValue, path: &mut String, shape: &mut JsonShape) -> u64 {
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
    let mut hasher = DefaultHasher::new();
    kind.hash(&mut hasher);
    let text = match value.kind() {
        Some(Kind::Array | Kind::Object) => None,
        Some(Kind::String) => Some(without_blob(&value.text()).into_owned()),
        _ => Some(value.text().into_owned()),
    };
    if let Some(text) = &text {
        let is_number = value.kind() == Some(Kind::Number);
        let number = is_number.then(|| canonical_number(text));
        number.as_deref().unwrap_or(text).hash(&mut hasher);
    }
    if let Some(leaf) = shape.get_mut(path.as_str()) {
        leaf.types.extend(kind);
        leaf.values.extend(text.map(|text| Sample {
            text,
            is_number: value.kind() == Some(Kind::Number),
        }));
    }
    match value.kind() {
        Some(Kind::Object) => {
            let mut members = Vec::new();
            for (key, value) in value.entries() {
                push_key(path, &key);
                members.push((key, walk(value, path, shape)));
                path.truncate(length);
            }
            members.sort_unstable();
            members.hash(&mut hasher);
        }
        Some(Kind::Array) => {
            path.push_str("[]");
            let elements: Vec<u64> = value
                .elements()
                .map(|element| walk(element, path, shape))
                .collect();
            path.truncate(length);
            elements.hash(&mut hasher);
            if let Some(leaf) = shape.get_mut(path.as_str()) {
                leaf.elements.extend(elements);
            }
        }
        _ => {}
    }
    hasher.finish()
}

/// Adds a key to a path; one that could be read as several is quoted: `["a.b"]`.
fn push_key(path: &mut String, key: &str) {
    if key.is_empty() || key.contains(['.', '[', ']', '"']) {
        let _ = write!(path, "[{key:?}]");
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(key);
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

/// What has changed between two texts that are JSON, if only with comments and commas that JSON does
/// not have; returns whether they are without those.
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
        let shape = |(text, comments)| {
            json_shape((text, comments)).or_else(|| json_shape((&lenient(text)?, comments)))
        };
        if let (Some(left), Some(right)) = (shape(base), shape(revision)) {
            shapes(at, &left, &right, kinds, sink);
        }
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
    let reordered = reordered(base, revision);
    let is_inside = |path: &str| {
        let mut lists = path.match_indices("[]");
        lists.any(|(end, _)| path.get(..end).is_some_and(|list| reordered.contains(list)))
    };
    for (path, leaf) in base {
        match revision.get(path) {
            Some(_) if is_inside(path) => {}
            Some(_) if reordered.contains(path.as_str()) => {
                sink.add(kinds.reordered, &place(path), None, None);
            }
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

/// The outermost lists that have the same elements in another order.
fn reordered<'s>(base: &'s JsonShape, revision: &JsonShape) -> HashSet<&'s str> {
    let is_reordered = |(path, leaf): &(&String, &Leaf)| {
        let Some(other) = revision.get(*path) else {
            return false;
        };
        if leaf.elements == other.elements || leaf.elements.len() != other.elements.len() {
            return false;
        }
        let sorted = |leaf: &Leaf| {
            let mut elements = leaf.elements.clone();
            elements.sort_unstable();
            elements
        };
        leaf.types == other.types && leaf.values == other.values && sorted(leaf) == sorted(other)
    };
    let lists = base.iter().filter(is_reordered);
    lists.map(|(path, _)| path.as_str()).collect()
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
            let values = leaf.values.iter();
            let values = values.map(|value| mask_value(path, &value.text));
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
    // Quotes in a quoted key are escaped.
    if path.ends_with("\"]") {
        return path.rfind("[\"").and_then(|start| path.get(..start));
    }
    Some(path.rsplit_once('.').map_or("", |(up, _)| up))
}

#[cfg(test)]
mod tests {
    use super::{Comments, json_shape, parent};

    #[test]
    fn paths_go_through_lists_and_variables_have_no_type() {
        let text = r#"{"a": [{"b": 1}, {"c": {{x}}}]} // z"#;
        let shape = json_shape((text, Comments::Allowed)).unwrap();
        let paths: Vec<_> = shape.keys().map(String::as_str).collect();
        assert_eq!(paths, ["", "a", "a[]", "a[].b", "a[].c"]);
        assert!(shape["a[].c"].types.is_empty());
        assert_eq!(shape["a[].c"].text(), "{{x}}");
    }

    #[test]
    fn a_key_with_a_dot_is_not_two_keys() {
        let text = r#"{"a.b": {"": 1, "c\"]": 2}, "a": {"b": 3}}"#;
        let shape = json_shape((text, Comments::Refused)).unwrap();
        let paths: Vec<_> = shape.keys().map(String::as_str).collect();
        let expected = [
            "",
            r#"["a.b"]"#,
            r#"["a.b"][""]"#,
            r#"["a.b"]["c\"]"]"#,
            "a",
            "a.b",
        ];
        assert_eq!(paths, expected);
        for (path, holder) in [(expected[1], ""), (expected[3], expected[1]), ("a.b", "a")] {
            assert_eq!(parent(path), Some(holder));
        }
    }
}

//! A JSON text as its key paths and what stands there: what bodies are compared by.

use std::collections::{BTreeMap, BTreeSet};

use crate::json::{Document, Kind, Value};

/// What stands at one key path, over all elements of the lists on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The types, `null` left out: an example that is null says nothing of the type.
    pub(super) types: BTreeSet<&'static str>,
    /// The values, in the order of the text.
    pub(super) values: Vec<String>,
}

/// Key paths such as `lines[].price`, in order.
pub(super) type Shape = BTreeMap<String, Leaf>;

/// The shape of a text that is JSON, `{{variables}}` outside of strings allowed.
pub(super) fn shape(text: &str) -> Option<Shape> {
    parsed(text, of_value)
}

/// What `read` makes of a text that is JSON, `{{variables}}` outside of strings allowed.
pub(super) fn parsed<R>(text: &str, read: impl FnOnce(Value) -> Option<R>) -> Option<R> {
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let quoted;
    let document = if let Ok(document) = Document::from_text(text) {
        document
    } else {
        quoted = quote_variables(text);
        Document::from_text(&quoted).ok()?
    };
    read(document.root())
}

/// The shape of an object or a list; a lone text or number has none.
pub(super) fn of_value(value: Value) -> Option<Shape> {
    if !matches!(value.kind(), Kind::Object | Kind::Array) {
        return None;
    }
    let mut shape = Shape::new();
    walk(value, &mut String::new(), &mut shape);
    Some(shape)
}

fn walk(value: Value, path: &mut String, shape: &mut Shape) {
    let length = path.len();
    if !shape.contains_key(path.as_str()) {
        shape.insert(path.clone(), Leaf::default());
    }
    let text = value.as_str();
    let kind = match value.kind() {
        Kind::Null => None,
        Kind::Bool => Some("boolean"),
        Kind::Number => Some("number"),
        Kind::Array => Some("array"),
        Kind::Object => Some("object"),
        // A variable takes any type when the request is sent.
        Kind::String => {
            (!text.as_deref().is_some_and(super::secret::is_variable)).then_some("string")
        }
    };
    if let Some(leaf) = shape.get_mut(path.as_str()) {
        leaf.types.extend(kind);
        if !matches!(value.kind(), Kind::Array | Kind::Object) {
            let text = text.map_or_else(|| value.text().to_owned(), |text| plain(&text));
            leaf.values.push(text);
        }
    }
    match value.kind() {
        Kind::Object => {
            for entry in value.entries() {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&entry.key());
                walk(entry.value(), path, shape);
                path.truncate(length);
            }
        }
        Kind::Array => {
            path.push_str("[]");
            for element in value.elements() {
                walk(element, path, shape);
            }
            path.truncate(length);
        }
        _ => {}
    }
}

/// Blobs are filled anew on every download of some vendors: one is as good as another.
pub(super) fn plain(text: &str) -> String {
    let is_base64 = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
    let is_mixed = text.bytes().any(|b| b.is_ascii_uppercase())
        && text.bytes().any(|b| b.is_ascii_lowercase());
    if text.len() >= 40 && text.len().is_multiple_of(4) && is_mixed && text.bytes().all(is_base64) {
        return "(base64)".to_owned();
    }
    text.to_owned()
}

/// Puts quotes around `{{variables}}` that stand outside of strings.
fn quote_variables(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    let mut in_string = false;
    while let Some(c) = rest.chars().next() {
        let token = rest
            .strip_prefix("{{")
            .filter(|_| !in_string)
            .and_then(|inside| inside.split_once("}}"))
            .filter(|(name, _)| !name.is_empty() && !name.contains(['{', '}', '"', '\n', '\\']));
        if let Some((name, after)) = token {
            out.push_str("\"{{");
            out.push_str(name);
            out.push_str("}}\"");
            rest = after;
            continue;
        }
        let mut width = c.len_utf8();
        if c == '\\' && in_string {
            width += rest.chars().nth(1).map_or(0, char::len_utf8);
        } else if c == '"' {
            in_string = !in_string;
        }
        let (head, tail) = rest.split_at(width);
        out.push_str(head);
        rest = tail;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{quote_variables, shape};

    #[test]
    fn paths_go_through_lists_and_variables_have_no_type() {
        let shape = shape(r#"{"a": [{"b": 1}, {"c": {{x}}}]}"#).unwrap();
        let paths: Vec<_> = shape.keys().map(String::as_str).collect();
        assert_eq!(paths, ["", "a", "a[]", "a[].b", "a[].c"]);
        assert!(shape["a[].c"].types.is_empty());
    }

    #[test]
    fn variables_in_strings_stay() {
        assert_eq!(
            quote_variables(r#"{"a\"": "{{b}}", "c": {{d}}}"#),
            r#"{"a\"": "{{b}}", "c": "{{d}}"}"#
        );
    }
}

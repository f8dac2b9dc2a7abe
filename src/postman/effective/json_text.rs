use std::borrow::Cow;

use super::text_of;
use crate::json::{Kind, Value};

/// The compact JSON of a value as JavaScript's `JSON.stringify` writes it, with each string
/// `replaced` first: of a repeated key the last value counts, and keys that are whole numbers come first.
///
/// # Errors
/// Those of `replaced`.
pub(crate) fn json_text<E>(
    value: Value<'_>,
    replaced: &mut impl FnMut(&str) -> Result<String, E>,
) -> Result<String, E> {
    let mut text = String::new();
    push(value, replaced, &mut text)?;
    Ok(text)
}

/// Recurses no deeper than the document, whose depth the parser limits.
fn push<E>(
    value: Value<'_>,
    replaced: &mut impl FnMut(&str) -> Result<String, E>,
    text: &mut String,
) -> Result<(), E> {
    match value.kind() {
        Kind::Null | Kind::Bool | Kind::Number => text.push_str(&text_of(value)),
        Kind::String => {
            let string = replaced(&value.as_str().unwrap_or_default())?;
            text.push_str(&quoted(&string));
        }
        Kind::Array => {
            text.push('[');
            for (number, element) in value.elements().enumerate() {
                if number > 0 {
                    text.push(',');
                }
                push(element, replaced, text)?;
            }
            text.push(']');
        }
        Kind::Object => {
            text.push('{');
            for (number, (key, member)) in members(value).into_iter().enumerate() {
                if number > 0 {
                    text.push(',');
                }
                text.push_str(&quoted(&key));
                text.push(':');
                push(member, replaced, text)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

/// A text as a JSON string.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The members of an object in the order in which JavaScript has them.
fn members(object: Value<'_>) -> Vec<(Cow<'_, str>, Value<'_>)> {
    let entries = object.entries().map(|entry| (entry.key(), entry.value()));
    in_order(entries, |own, later| *own = later)
}

/// `pairs` in the order in which an object of JavaScript keeps them: whole numbers first, by size,
/// then as they came. A key that comes again is `merged` into the first.
pub(crate) fn in_order<K: AsRef<str> + Clone + std::hash::Hash + Eq, V>(
    pairs: impl Iterator<Item = (K, V)>,
    merged: impl Fn(&mut V, V),
) -> Vec<(K, V)> {
    let mut places = std::collections::HashMap::new();
    let mut ordered: Vec<(K, V)> = Vec::new();
    for (key, value) in pairs {
        let at = places.get(&key).copied();
        if let Some((_, own)) = at.and_then(|at: usize| ordered.get_mut(at)) {
            merged(own, value);
        } else {
            places.insert(key.clone(), ordered.len());
            ordered.push((key, value));
        }
    }
    ordered.sort_by_key(|(key, _)| index(key.as_ref()).unwrap_or(u64::MAX));
    ordered
}

/// The number that a key is an index by.
fn index(key: &str) -> Option<u64> {
    let number: u32 = key.parse().ok()?;
    (number < u32::MAX && number.to_string() == key).then_some(u64::from(number))
}

#[cfg(test)]
mod tests {
    use super::json_text;
    use crate::json::Document;

    #[test]
    fn a_value_is_written_as_javascript_writes_it() {
        let text = r#"{ "b": 1.0, "10": [ ], "a": "x\n\"é\u0001", "2": {"c": null}, "b": true }"#;
        let document = Document::from_text(text).unwrap();
        let mut replaced = |text: &str| Ok::<_, ()>(text.replace('x', "X"));
        let found = json_text(document.root(), &mut replaced).unwrap();
        let expected = r#"{"2":{"c":null},"10":[],"b":true,"a":"X\n\"é\u0001"}"#;
        assert_eq!(found, expected);
    }
}

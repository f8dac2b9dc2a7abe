//! JSON pointers (RFC 6901): from a pointer to its value, and back.

use super::{node::Kind, value::Value};

impl<'d> Value<'d> {
    /// The value that an RFC 6901 pointer such as `/item/0/name` leads to, starting here; the
    /// empty pointer is this value. Of a repeated key the last is taken.
    pub fn pointer(self, pointer: &str) -> Option<Value<'d>> {
        if pointer.is_empty() {
            return Some(self);
        }
        let tokens = pointer.strip_prefix('/')?.split('/');
        tokens
            .map(unescaped)
            .try_fold(self, |value, token| match value.kind() {
                Kind::Object => value.get(&token),
                Kind::Array => value.index(parse_position(&token)?),
                _ => None,
            })
    }

    /// The RFC 6901 pointer from the root to this value; of a key, that of its value.
    ///
    /// Walks down from the root, over the members before the value on every level. The pointer
    /// of a value whose key is repeated later leads to that later value.
    pub fn path(self) -> String {
        let mut path = String::new();
        let mut at = self.document().root();
        while let Some(child) = step_towards(at, self, &mut path) {
            at = child;
        }
        path
    }
}

/// The child of `from` that `target` is in, its token added to `path`.
fn step_towards<'d>(from: Value<'d>, target: Value<'d>, path: &mut String) -> Option<Value<'d>> {
    let sought = target.index_on_tape();
    if from.index_on_tape() >= sought {
        return None;
    }
    match from.kind() {
        Kind::Object => {
            let entry = from
                .entries()
                .find(|entry| sought < entry.value().node().next())?;
            push_token(path, &entry.key());
            Some(entry.value())
        }
        Kind::Array => {
            let (position, element) = from
                .elements()
                .enumerate()
                .find(|(_, element)| sought < element.node().next())?;
            push_token(path, &position.to_string());
            Some(element)
        }
        _ => None,
    }
}

/// A pointer with what `change` makes of each of its keys and positions.
pub(crate) fn with_tokens(pointer: &str, change: impl Fn(&str) -> String) -> String {
    let mut changed = String::with_capacity(pointer.len());
    for token in pointer.split('/').skip(1) {
        push_token(&mut changed, &change(&unescaped(token)));
    }
    changed
}

/// The key or position of a token.
fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// Adds one token to a pointer, `~` and `/` escaped.
pub(super) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(character),
        }
    }
}

/// A position as pointers write it: no sign, no leading zero.
fn parse_position(token: &str) -> Option<usize> {
    let is_canonical = token == "0" || token.starts_with(|c: char| ('1'..='9').contains(&c));
    is_canonical.then(|| token.parse().ok()).flatten()
}

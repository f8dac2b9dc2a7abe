//! Where a file first differs from what would be written.

use std::fmt;

use crate::json::{Document, Kind, LineIndex, Position, Value};

/// The first difference. It names places only, because the file may contain keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// Where in the file.
    pub position: Position,
    /// The names of the folders and the request it is in, outermost first.
    pub names: Vec<String>,
    /// The member below them, such as `request.url.raw`; empty for the whole.
    pub member: String,
    /// What is different there.
    pub what: Difference,
}

/// How a place differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Another value.
    Value,
    /// A member is missing.
    Missing(String),
    /// A member is present that would not be written.
    Extra(String),
    /// Members are in a different order.
    Order,
    /// A list has a different length: found, would be written.
    Length(usize, usize),
    /// The values are the same, the text is not: white space, escapes, a byte order mark.
    Layout,
    /// The file is not JSON.
    NoJson(String),
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.position.line)?;
        if !self.names.is_empty() {
            write!(f, ", {}", self.names.join(" › "))?;
        }
        let member = match (self.member.as_str(), self.names.is_empty()) {
            ("", true) => "the file".to_owned(),
            ("", false) => "the item".to_owned(),
            (member, _) => format!("`{member}`"),
        };
        f.write_str(": ")?;
        match &self.what {
            Difference::Value => write!(f, "{member} has a different value"),
            Difference::Missing(name) => write!(f, "{member} has no `{name}`"),
            Difference::Extra(name) => {
                write!(f, "{member} has an extra `{name}`")
            }
            Difference::Order => write!(f, "the members of {member} are in a different order"),
            Difference::Length(found, wanted) => {
                write!(f, "{member} has {found} entries instead of {wanted}")
            }
            Difference::Layout => f.write_str("the values are the same but formatted differently"),
            Difference::NoJson(reason) => write!(f, "not JSON: {reason}"),
        }
    }
}

/// The first difference between `found`, a file's bytes, and `wanted`; `None` if there is none.
pub fn drift(found: &[u8], wanted: &str) -> Option<Drift> {
    if found == wanted.as_bytes() {
        return None;
    }
    let mut walk = Walk::default();
    let (offset, what) = match (Document::parse(found), Document::from_text(wanted)) {
        (Ok(old), Ok(new)) => {
            let same = || {
                found
                    .iter()
                    .zip(wanted.as_bytes())
                    .take_while(|(a, b)| a == b)
            };
            walk.first(old.root(), new.root())
                .unwrap_or_else(|| (same().count(), Difference::Layout))
        }
        (Err(error), _) => (error.offset(), Difference::NoJson(error.to_string())),
        (_, Err(_)) => (0, Difference::Layout),
    };
    let (names, member) = walk.place();
    Some(Drift {
        position: LineIndex::new(found).position(offset),
        names,
        member,
        what,
    })
}

/// One step down from the root.
enum Step {
    /// Into the folder or request of that name.
    Item(String),
    /// Into a member of an object.
    Member(String),
    /// Into an element of a list.
    Element(usize),
}

/// The path from the root to the current place; it stays once a difference is found.
#[derive(Default)]
struct Walk(Vec<Step>);

impl Walk {
    fn first(&mut self, old: Value, new: Value) -> Option<(usize, Difference)> {
        let differs = match (old.kind(), new.kind()) {
            (Kind::Object, Kind::Object) => return self.first_in_object(old, new),
            (Kind::Array, Kind::Array) => return self.first_in_array(old, new),
            (Kind::String, Kind::String) => old.as_str() != new.as_str(),
            (before, after) => before != after || old.text() != new.text(),
        };
        differs.then(|| (old.span().start, Difference::Value))
    }

    fn first_in_object(&mut self, old: Value, new: Value) -> Option<(usize, Difference)> {
        let mut others = old.entries();
        for entry in new.entries() {
            let key = entry.key();
            let Some(other) = others.next() else {
                return Some((old.span().start, Difference::Missing(key.into_owned())));
            };
            if other.key() != key {
                let what = if old.get(&key).is_none() {
                    Difference::Missing(key.into_owned())
                } else if new.get(&other.key()).is_none() {
                    Difference::Extra(other.key().into_owned())
                } else {
                    Difference::Order
                };
                return Some((other.key_span().start, what));
            }
            self.0.push(Step::Member(key.into_owned()));
            let found = self.first(other.value(), entry.value());
            if found.is_some() {
                return found;
            }
            self.0.pop();
        }
        let extra = others.next()?;
        let name = extra.key().into_owned();
        Some((extra.key_span().start, Difference::Extra(name)))
    }

    fn first_in_array(&mut self, old: Value, new: Value) -> Option<(usize, Difference)> {
        let holds_items = matches!(self.0.last(), Some(Step::Member(name)) if name == "item");
        for (index, (other, wanted)) in old.elements().zip(new.elements()).enumerate() {
            let name = wanted.get("name").and_then(Value::as_str);
            self.0.push(match name.filter(|_| holds_items) {
                Some(name) => Step::Item(name.into_owned()),
                None => Step::Element(index),
            });
            let found = self.first(other, wanted);
            if found.is_some() {
                return found;
            }
            self.0.pop();
        }
        let (found, wanted) = (old.len(), new.len());
        (found != wanted).then(|| (old.span().start, Difference::Length(found, wanted)))
    }

    /// The names of the items on the path, and the member below the innermost.
    fn place(&self) -> (Vec<String>, String) {
        let (mut names, mut member) = (Vec::new(), String::new());
        for step in &self.0 {
            match step {
                Step::Item(name) => {
                    names.push(name.clone());
                    member.clear();
                }
                Step::Member(name) if member.is_empty() => member.push_str(name),
                Step::Member(name) => member.extend([".", name]),
                Step::Element(index) => member.extend(["[", &index.to_string(), "]"]),
            }
        }
        (names, member)
    }
}

#[cfg(test)]
mod tests {
    use super::drift;

    const WANTED: &str = r#"{"info": {"name": "A"}, "item": [{"name": "F", "item": [
        {"name": "R", "request": {"method": "GET", "header": [{"key": "k"}]}}]}]}"#;

    fn said(found: &str) -> String {
        drift(found.as_bytes(), WANTED).map_or_else(|| "none".to_owned(), |drift| drift.to_string())
    }

    #[test]
    fn the_first_difference_is_named_by_its_place() {
        let edit =
            |from: &str, to: &str| format!("{to}\n    {}\n", said(&WANTED.replace(from, to)));
        let all = [
            edit("", ""),
            edit("GET", "PUT"),
            edit(r#""name": "A""#, r#""title": "A""#),
            edit(r#""name": "A""#, r#""name": "A", "id": "1""#),
            edit(r#""method": "GET", "#, ""),
            edit(r#"{"key": "k"}"#, r#"{"key": "k"}, {"key": "l"}"#),
            edit(r#"{"key": "k"}"#, r#"{"key": "secret"}"#),
            edit(r#"{"key": "k"}"#, "null"),
            edit(r#"{"name": "R", "#, r#"{"name": "S", "#),
            edit(r#""name": "F", "item""#, r#""item": [], "name""#),
            edit("\n", " "),
            edit("{\"info\"", "{info"),
        ];
        insta::assert_snapshot!(all.concat());
    }
}

//! Collections with something changed, still JSON: members renamed, repeated, moved and lost, texts
//! replaced, in any layout.

use serde_json::Value;

use crate::numbers::Numbers;

/// A JSON value whose objects may repeat a key.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Object(Vec<(String, Tree)>),
    Array(Vec<Tree>),
    Scalar(Value),
}

/// What a text may become: what fixes look for, and what breaks them.
const TEXTS: &[&str] = &[
    "",
    " ",
    "/",
    "//",
    ":",
    ":id",
    ":id.json",
    "{id}",
    "{:id}",
    "{{host}}",
    "{{ host }}",
    "{{hots}}",
    "{{a}}{{b}}",
    "a/b",
    "a?b=c#d",
    "a&b=c",
    "Lim & Sons",
    "%2A",
    "a+b",
    "localhost:8080",
    "http://",
    "https://api.example.com/v1/",
    "http:localhost",
    "about:blank",
    "8080",
    "false",
    "GET",
    "get",
    "Post ",
    "Step Copy",
    "Step Copy Copy",
    "quote \" slash \\ line \n end",
    "é\u{1F600}\u{7f}",
    "pm.collectionVariables.get(\"base\") + \"login\"",
    "setNextRequest(\"Step Copy\")",
    "v2.0.0",
    "awsv4",
    "bearer",
    "AKIAIOSFODNN7EXAMPLQ",
];

/// What a member may be called.
const KEYS: &[&str] = &[
    "item",
    "items",
    "request",
    "url",
    "raw",
    "host",
    "port",
    "protocol",
    "path",
    "query",
    "variable",
    "variables",
    "auth",
    "type",
    "key",
    "value",
    "disabled",
    "enabled",
    "event",
    "events",
    "listen",
    "header",
    "headers",
    "body",
    "mode",
    "description",
    "response",
    "originalRequest",
    "protocolProfileBehavior",
    "name",
    "id",
    "_postman_id",
    "info",
    "schema",
    "responseTime",
];

impl Tree {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        serde_json::from_str::<Value>(text).ok().map(Self::from)
    }

    fn size(&self) -> usize {
        match self {
            Self::Object(members) => members.iter().map(|(_, one)| one.size()).sum::<usize>() + 1,
            Self::Array(elements) => elements.iter().map(Self::size).sum::<usize>() + 1,
            Self::Scalar(_) => 1,
        }
    }

    /// The value with the number `index`, in the order of the text.
    fn at(&mut self, index: &mut usize) -> Option<&mut Self> {
        if *index == 0 {
            return Some(self);
        }
        *index -= 1;
        match self {
            Self::Object(members) => members.iter_mut().find_map(|(_, one)| one.at(index)),
            Self::Array(elements) => elements.iter_mut().find_map(|one| one.at(index)),
            Self::Scalar(_) => None,
        }
    }

    fn any(&mut self, numbers: &mut Numbers) -> &mut Self {
        let mut index = numbers.below(self.size());
        // Borrowed anew, since the number is always within.
        if self.clone().at(&mut index.clone()).is_none() {
            return self;
        }
        self.at(&mut index).unwrap()
    }

    /// Changes one thing; `other` is where foreign values come from.
    pub(crate) fn mutate(&mut self, other: &Self, numbers: &mut Numbers) {
        let foreign = other.clone().any(numbers).clone();
        match self.any(numbers) {
            Self::Object(members) => {
                let at = numbers.below(members.len() + 1);
                match (numbers.below(6), members.get_mut(at)) {
                    (0, Some(_)) => {
                        members.remove(at);
                    }
                    (1, Some((key, _))) => (*numbers.one_of(KEYS)).clone_into(key),
                    (2, Some((_, value))) => *value = foreign,
                    (3, Some(member)) => {
                        let twin = member.clone();
                        members.push(twin);
                    }
                    (4, Some(_)) => members.rotate_left(at),
                    _ => members.insert(at, ((*numbers.one_of(KEYS)).to_owned(), foreign)),
                }
            }
            Self::Array(elements) => {
                let at = numbers.below(elements.len() + 1);
                match (numbers.below(4), elements.get_mut(at)) {
                    (0, Some(_)) => {
                        elements.remove(at);
                    }
                    (1, Some(element)) => {
                        let twin = element.clone();
                        elements.push(twin);
                    }
                    (2, Some(element)) => *element = foreign,
                    _ => elements.insert(at, foreign),
                }
            }
            Self::Scalar(value) => {
                *value = match numbers.below(8) {
                    0 => Value::Null,
                    1 => Value::Bool(numbers.below(2) == 0),
                    2 => Value::from(numbers.below(90_000)),
                    3 => Value::String(format!(
                        "{}{}",
                        value.as_str().unwrap_or_default(),
                        numbers.one_of(TEXTS)
                    )),
                    _ => Value::from(*numbers.one_of(TEXTS)),
                }
            }
        }
    }

    /// The text, in a layout that changes from place to place.
    pub(crate) fn write(&self, numbers: &mut Numbers) -> String {
        let mut text = String::new();
        let style = numbers.below(5);
        self.write_into(&mut text, 0, style, numbers);
        text
    }

    fn write_into(&self, text: &mut String, depth: usize, style: usize, numbers: &mut Numbers) {
        let style = if style == 4 { numbers.below(4) } else { style };
        let gap = |depth: usize| match style {
            0 => String::new(),
            1 => " ".to_owned(),
            2 => format!("\n{}", "  ".repeat(depth)),
            _ => format!("\r\n{}", "\t".repeat(depth)),
        };
        let colon = if style == 0 { ":" } else { ": " };
        match self {
            Self::Object(members) => {
                text.push('{');
                for (number, (key, value)) in members.iter().enumerate() {
                    text.push_str(if number == 0 { "" } else { "," });
                    text.push_str(&gap(depth + 1));
                    text.push_str(&Value::from(key.as_str()).to_string());
                    text.push_str(colon);
                    value.write_into(text, depth + 1, style, numbers);
                }
                let end = if members.is_empty() {
                    String::new()
                } else {
                    gap(depth)
                };
                text.push_str(&end);
                text.push('}');
            }
            Self::Array(elements) => {
                text.push('[');
                for (number, element) in elements.iter().enumerate() {
                    text.push_str(if number == 0 { "" } else { "," });
                    text.push_str(&gap(depth + 1));
                    element.write_into(text, depth + 1, style, numbers);
                }
                let end = if elements.is_empty() {
                    String::new()
                } else {
                    gap(depth)
                };
                text.push_str(&end);
                text.push(']');
            }
            Self::Scalar(value) => text.push_str(&value.to_string()),
        }
    }
}

impl From<Value> for Tree {
    fn from(value: Value) -> Self {
        match value {
            Value::Object(members) => {
                let members = members.into_iter();
                Self::Object(members.map(|(key, one)| (key, one.into())).collect())
            }
            Value::Array(elements) => Self::Array(elements.into_iter().map(Self::from).collect()),
            scalar => Self::Scalar(scalar),
        }
    }
}

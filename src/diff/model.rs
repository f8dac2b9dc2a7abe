//! A collection as it is compared: what Postman would send and run, without how it is written.
//!
//! Of a request only what it is found by is read at once; the rest is read where two requests are
//! not plainly the same, which is rare, and dropped when they are compared.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::shape::{Shape, of_value, shape};
use super::url::Address;
use crate::json::Value;
use crate::postman::view::{self, Auth, Body, Event, Item, Request};

/// The path of names from the collection to a folder.
pub(super) type Path = Vec<String>;

/// One side of a comparison.
#[derive(Debug, Default)]
pub(super) struct Model<'d> {
    pub(super) requests: Vec<Entry<'d>>,
    pub(super) folders: Vec<Folder>,
}

/// A folder, or the collection itself, whose path is empty.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) path: Arc<Path>,
    pub(super) id: String,
    pub(super) at: usize,
    pub(super) common: Common,
    pub(super) variables: Vec<Variable>,
}

/// What folders and requests have alike.
#[derive(Debug, Default)]
pub(super) struct Common {
    pub(super) description: String,
    /// Source by the event that runs it.
    pub(super) scripts: BTreeMap<String, String>,
    pub(super) ppb: Shape,
}

/// A variable of the collection or of a folder.
#[derive(Debug)]
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) value: String,
    /// The byte at which it starts.
    pub(super) at: usize,
}

/// A request in its folder, as far as it is needed to find it on the other side.
#[derive(Debug)]
pub(super) struct Entry<'d> {
    pub(super) folder: Arc<Path>,
    pub(super) name: String,
    pub(super) id: String,
    /// The byte at which it starts.
    pub(super) at: usize,
    pub(super) method: String,
    /// The path with one sign for whatever is filled in; empty where there is none.
    pub(super) path: String,
    pub(super) item: Item<'d>,
    /// The auth of its folder.
    pub(super) inherited: Arc<Effective>,
}

/// All that a request says.
#[derive(Debug)]
pub(super) struct Detail {
    pub(super) common: Common,
    pub(super) call: Call,
    pub(super) auth: Effective,
    pub(super) examples: Vec<Saved>,
}

/// What is sent: of a request or of the request in an example.
#[derive(Debug, Default)]
pub(super) struct Call {
    pub(super) method: String,
    pub(super) address: Address,
    pub(super) headers: Vec<Named>,
    pub(super) body: Payload,
}

/// A header, a query parameter, a path variable or a form field.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub(super) key: String,
    pub(super) value: String,
    pub(super) kind: String,
    pub(super) description: String,
    pub(super) is_enabled: bool,
}

/// A body.
#[derive(Debug, Default)]
pub(super) enum Payload {
    /// There is none.
    #[default]
    None,
    /// Text, with its key paths where it is JSON.
    Raw {
        text: String,
        language: String,
        shape: Option<Shape>,
    },
    /// A list of fields, in the mode of that name.
    Form { mode: String, fields: Vec<Named> },
    /// A GraphQL query, its blanks made one, and its variables.
    Graphql {
        query: String,
        /// The query as it is written.
        text: String,
        variables: Option<Shape>,
    },
    /// Another mode, with its text.
    Other { mode: String, text: String },
}

/// The auth that is used, inherited or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Effective {
    /// Empty where there is none.
    pub(super) kind: String,
    pub(super) attributes: BTreeMap<String, String>,
    /// Whether the request has it itself.
    pub(super) is_own: bool,
}

/// A saved example.
#[derive(Debug)]
pub(super) struct Saved {
    pub(super) name: String,
    pub(super) at: usize,
    pub(super) status: Option<i64>,
    pub(super) call: Option<Call>,
    pub(super) body: String,
    pub(super) shape: Option<Shape>,
}

pub(super) fn text(value: Option<Value>) -> String {
    value.map_or_else(String::new, |value| {
        value.as_str().map_or_else(
            || {
                if value.is_null() {
                    String::new()
                } else {
                    value.text().to_owned()
                }
            },
            std::borrow::Cow::into_owned,
        )
    })
}

/// A text without what editors and systems change: line ends and blanks at the end of lines.
pub(super) fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

impl Common {
    pub(super) fn new(value: Value, description: Option<Value>) -> Self {
        let mut scripts: BTreeMap<String, String> = BTreeMap::new();
        for event in Event::list(value.get("event")) {
            let source = tidy(&event.source().unwrap_or_default());
            if source.is_empty() || view::is_disabled(event.value) {
                continue;
            }
            let script = scripts.entry(text(event.listen)).or_default();
            if !script.is_empty() {
                script.push('\n');
            }
            script.push_str(&source);
        }
        let ppb = value.get("protocolProfileBehavior").and_then(of_value);
        Self {
            description: tidy(&description.map(described).unwrap_or_default()),
            scripts,
            ppb: ppb.unwrap_or_default(),
        }
    }
}

pub(super) fn described(value: Value) -> String {
    let content = value.get("content");
    value
        .as_str()
        .map_or_else(|| text(content), std::borrow::Cow::into_owned)
}

impl Call {
    pub(super) fn new(request: &Request) -> Self {
        Self {
            method: request.method_text().to_uppercase(),
            address: request
                .url()
                .map(|url| Address::new(&url))
                .unwrap_or_default(),
            headers: headers(request),
            body: request.body().map(Payload::new).unwrap_or_default(),
        }
    }
}

/// The headers of a list, or of a text with one a line.
fn headers(request: &Request) -> Vec<Named> {
    if let Some(text) = request.header.and_then(Value::as_str) {
        let pairs = text.lines().filter_map(|line| line.split_once(':'));
        let header = |(key, value): (&str, &str)| Named {
            key: key.trim().to_owned(),
            value: value.trim().to_owned(),
            is_enabled: true,
            ..Named::default()
        };
        return pairs.map(header).collect();
    }
    let list = request.headers();
    let list = list.iter().map(|one| named(one.entry, &one.key));
    list.collect()
}

pub(super) fn named(entry: Value, key: &str) -> Named {
    Named {
        key: key.to_owned(),
        value: text(entry.get("value")),
        kind: text(entry.get("type")),
        description: tidy(&entry.get("description").map(described).unwrap_or_default()),
        is_enabled: !view::is_disabled(entry),
    }
}

impl Payload {
    fn new(body: Body) -> Self {
        let mode = body.mode().unwrap_or_default().into_owned();
        let payload = body.payload();
        if body.is_disabled() {
            return Self::None;
        }
        match mode.as_str() {
            "" => Self::None,
            "raw" => {
                let raw = tidy(&text(payload));
                if raw.is_empty() {
                    return Self::None;
                }
                let language = body.language().unwrap_or_default().into_owned();
                Self::Raw {
                    shape: shape(&raw),
                    text: raw,
                    language,
                }
            }
            "urlencoded" | "formdata" => {
                let field = |entry: Value| {
                    let mut field = named(entry, &text(entry.get("key")));
                    if field.kind.is_empty() {
                        "text".clone_into(&mut field.kind);
                    }
                    field
                };
                let list = payload.into_iter().flat_map(Value::elements);
                let fields: Vec<Named> = list
                    .map(field)
                    .filter(|field| !field.key.is_empty())
                    .collect();
                if fields.is_empty() {
                    Self::None
                } else {
                    Self::Form { mode, fields }
                }
            }
            "graphql" => {
                let member = |name| text(payload.and_then(|payload| payload.get(name)));
                let text = member("query");
                let words: Vec<&str> = text.split_whitespace().collect();
                Self::Graphql {
                    query: words.join(" "),
                    text,
                    variables: shape(&member("variables")),
                }
            }
            _ => Self::Other {
                text: text(payload),
                mode,
            },
        }
    }

    pub(super) fn mode(&self) -> &str {
        match self {
            Self::None => "",
            Self::Raw { .. } => "raw",
            Self::Graphql { .. } => "graphql",
            Self::Form { mode, .. } | Self::Other { mode, .. } => mode,
        }
    }
}

impl Effective {
    /// What `own` makes of what is inherited.
    pub(super) fn of(own: Option<Auth>, inherited: &Self, is_request: bool) -> Self {
        let Some(auth) = own.filter(|auth| auth.is_typed()) else {
            return Self {
                is_own: false,
                ..inherited.clone()
            };
        };
        let kind = auth.kind().unwrap_or_default().into_owned();
        if kind == "noauth" {
            return Self {
                is_own: is_request,
                ..Self::default()
            };
        }
        let parameters = auth.parameters().into_iter();
        let attributes = parameters
            .map(|one| (one.key.into_owned(), text(Some(one.value))))
            .collect();
        Self {
            kind,
            attributes,
            is_own: is_request,
        }
    }
}

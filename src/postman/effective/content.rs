//! What a body holds, by its mode.

use std::borrow::Cow;

use super::json_body::Comments;
use super::url::parameters_of;
use super::{QueryParameter, content_type, is_json_media, sent_mode, sent_payload};
use crate::json::{Kind, Value};
use crate::postman::view::{Body, Request, is_disabled};

/// What a body holds.
#[derive(Clone, Debug)]
pub enum Content<'d> {
    /// A text.
    Raw {
        /// As it is written, variables and comments included.
        text: Cow<'d, str>,
        /// What happens to comments in it.
        comments: Comments,
    },
    /// Fields, disabled ones included.
    Form {
        /// The mode: `urlencoded` or `formdata`.
        mode: &'static str,
        /// The fields.
        fields: Vec<FormField<'d>>,
    },
    /// A GraphQL query.
    Graphql {
        /// The query.
        query: Option<Cow<'d, str>>,
        /// The operation of the query that is to run.
        operation: Option<Cow<'d, str>>,
        /// The variables: the text of an object, or an object.
        variables: Option<Value<'d>>,
    },
    /// A file.
    File {
        /// Its path, or what is in it.
        source: Cow<'d, str>,
    },
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct FormField<'d> {
    /// Its name; empty where it has none.
    pub key: Cow<'d, str>,
    /// Its value, or the path of a file; `None` where it has none.
    pub value: Option<Cow<'d, str>>,
    /// Whether it is a file.
    pub is_file: bool,
    /// The name that a file is sent with, where it is not its own.
    pub file_name: Option<Cow<'d, str>>,
    /// The media type that is sent with a part.
    pub content_type: Option<Cow<'d, str>>,
    /// Whether it is sent.
    pub is_enabled: bool,
    /// Its entry in the list, where it has one.
    pub entry: Option<Value<'d>>,
}

impl<'d> FormField<'d> {
    fn listed(entry: Value<'d>) -> Self {
        let is_file = entry.get("type").is_some_and(|kind| kind.is_str("file"));
        let value = is_file
            .then(|| entry.get("src"))
            .flatten()
            .or_else(|| entry.get("value"));
        Self {
            key: entry.get("key").and_then(Value::as_str).unwrap_or_default(),
            value: value.filter(|value| !value.is_null()).map(path),
            is_file,
            file_name: entry.get("fileName").and_then(Value::as_str),
            content_type: entry
                .get("contentType")
                .and_then(Value::as_str)
                .filter(|it| !it.is_empty()),
            is_enabled: !is_disabled(entry),
            entry: Some(entry),
        }
    }
}

impl<'d> From<QueryParameter<'d>> for FormField<'d> {
    fn from(parameter: QueryParameter<'d>) -> Self {
        Self {
            key: parameter.key.map(|key| key.text).unwrap_or_default(),
            value: parameter.value.map(|value| value.text),
            is_file: false,
            file_name: None,
            content_type: None,
            is_enabled: parameter.is_enabled,
            entry: parameter.entry,
        }
    }
}

impl<'d> Content<'d> {
    /// What `body` of `request` holds; `None` where it has nothing that is sent.
    pub fn of(request: &Request<'d>, body: Body<'d>) -> Option<Self> {
        let mode = sent_mode(body)?;
        let payload = sent_payload(body);
        if mode == "graphql" {
            let member = |name| payload?.get(name);
            return Some(Self::Graphql {
                query: member("query").and_then(Value::as_str),
                operation: member("operationName").and_then(Value::as_str),
                variables: member("variables"),
            });
        }
        let payload = payload?;
        Some(match mode {
            "urlencoded" if payload.kind() != Kind::Array => {
                let parameters = parameters_of(payload).into_iter();
                Self::Form {
                    mode,
                    fields: parameters.map(FormField::from).collect(),
                }
            }
            "urlencoded" | "formdata" => Self::Form {
                mode,
                fields: payload.elements().map(FormField::listed).collect(),
            },
            "file" => {
                let member = |name| payload.get(name).map(text).filter(|text| !text.is_empty());
                let source = member("src").or_else(|| member("content"));
                Self::File {
                    source: source.unwrap_or_else(|| text(payload)),
                }
            }
            _ => Self::Raw {
                text: text(payload),
                comments: comments(request, body),
            },
        })
    }

    /// The mode of the body.
    pub fn mode(&self) -> &'static str {
        match self {
            Self::Raw { .. } => "raw",
            Self::Form { mode, .. } => mode,
            Self::Graphql { .. } => "graphql",
            Self::File { .. } => "file",
        }
    }
}

/// A text, or the paths of several files.
fn path(value: Value<'_>) -> Cow<'_, str> {
    if value.kind() != Kind::Array {
        return text(value);
    }
    let paths: Vec<_> = value.elements().map(text).collect();
    Cow::Owned(paths.join(", "))
}

/// A string unescaped, null empty, others as they are written.
fn text(value: Value<'_>) -> Cow<'_, str> {
    match value.kind() {
        Kind::Null => Cow::Borrowed(""),
        _ => value.as_str().unwrap_or(Cow::Borrowed(value.text())),
    }
}

/// Postman takes the comments out of a raw body that its language, or else its media type, says is
/// JSON (`request-helpers-presend.js` of postman-runtime 7.56).
fn comments(request: &Request, body: Body) -> Comments {
    let is_json = match body.language().filter(|language| !language.is_empty()) {
        Some(language) => language == "json",
        None => content_type(request)
            .and_then(|header| header.text().cloned())
            .is_some_and(|value| is_json_media(&value)),
    };
    if is_json {
        Comments::Allowed
    } else {
        Comments::Refused
    }
}

//! What a body holds, by its mode.

use std::borrow::Cow;

use super::json_body::Comments;
use super::url::parameters_of;
use super::{QueryParameter, content_type, is_json_media};
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
        mode: Cow<'d, str>,
        /// The fields.
        fields: Vec<FormField<'d>>,
    },
    /// A GraphQL query.
    Graphql {
        /// The query.
        query: Cow<'d, str>,
        /// The operation of the query that is to run; empty where none is named.
        operation: Cow<'d, str>,
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
            value: value.filter(|value| !value.is_null()).map(text),
            is_file,
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
            content_type: None,
            is_enabled: parameter.is_enabled,
            entry: parameter.entry,
        }
    }
}

impl<'d> Content<'d> {
    /// What `body` of `request` holds; `None` where its mode is none of Postman's.
    pub fn of(request: &Request<'d>, body: Body<'d>) -> Option<Self> {
        let mode = body.mode()?;
        let payload = body.payload()?;
        let member = |name| payload.get(name).map(text).unwrap_or_default();
        Some(match mode.as_ref() {
            "raw" => Self::Raw {
                text: text(payload),
                comments: comments(request, body),
            },
            "urlencoded" if payload.kind() != Kind::Array => Self::Form {
                fields: parameters_of(payload)
                    .into_iter()
                    .map(FormField::from)
                    .collect(),
                mode,
            },
            "urlencoded" | "formdata" => Self::Form {
                fields: payload.elements().map(FormField::listed).collect(),
                mode,
            },
            "graphql" => Self::Graphql {
                query: member("query"),
                operation: member("operationName"),
                variables: payload.get("variables").filter(|value| !value.is_null()),
            },
            "file" if payload.kind() == Kind::String => Self::File {
                source: text(payload),
            },
            "file" => Self::File {
                source: Some(member("src"))
                    .filter(|src| !src.is_empty())
                    .unwrap_or_else(|| member("content")),
            },
            _ => return None,
        })
    }

    /// The mode of the body.
    pub fn mode(&self) -> &str {
        match self {
            Self::Raw { .. } => "raw",
            Self::Form { mode, .. } => mode,
            Self::Graphql { .. } => "graphql",
            Self::File { .. } => "file",
        }
    }
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

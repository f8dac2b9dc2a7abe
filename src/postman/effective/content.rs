//! What a body holds, by its mode.

use std::borrow::Cow;

use super::json_body::Comments;
use super::{FormField, Header, Mode, comments, form_fields};
use crate::json::{Kind, Value};
use crate::postman::view::Body;

/// What a body holds.
#[derive(Clone, Debug)]
pub enum Content<'d> {
    /// A text.
    Raw {
        /// As it is written, variables and comments included.
        text: Cow<'d, str>,
        /// How comments in it are treated.
        comments: Comments,
    },
    /// Fields, disabled ones included.
    Form {
        /// Which of the two modes with fields it is.
        mode: Mode,
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

impl<'d> Content<'d> {
    /// What `body` of a request with `headers` holds; `None` where it has nothing that is sent.
    pub fn of(headers: &[Header], body: Body<'d>) -> Option<Self> {
        let mode = Mode::of(body)?;
        let payload = mode.payload(body);
        if mode == Mode::Graphql {
            let member = |name| payload?.get(name);
            return Some(Self::Graphql {
                query: member("query").and_then(Value::as_str),
                operation: member("operationName").and_then(Value::as_str),
                variables: member("variables"),
            });
        }
        let payload = payload?;
        Some(match mode {
            Mode::Urlencoded | Mode::FormData => Self::Form {
                mode,
                fields: form_fields(mode, payload),
            },
            Mode::File => {
                let member = |name| payload.get(name).map(written);
                let filled = |name| member(name).filter(|text| !text.is_empty());
                let source = filled("src").or_else(|| filled("content"));
                Self::File {
                    source: source.unwrap_or_else(|| written(payload)),
                }
            }
            Mode::Raw | Mode::Graphql => Self::Raw {
                text: written(payload),
                comments: comments(&body.language().unwrap_or_default(), headers),
            },
        })
    }

    /// The mode of the body.
    pub fn mode(&self) -> &'static str {
        match self {
            Self::Raw { .. } => Mode::Raw.member(),
            Self::Form { mode, .. } => mode.member(),
            Self::Graphql { .. } => Mode::Graphql.member(),
            Self::File { .. } => Mode::File.member(),
        }
    }
}

/// A string unescaped, null empty, others as they are written.
pub(super) fn written(value: Value<'_>) -> Cow<'_, str> {
    match value.kind() {
        Kind::Null => Cow::Borrowed(""),
        _ => value.as_str().unwrap_or(Cow::Borrowed(value.text())),
    }
}

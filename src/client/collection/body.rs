//! The body of a request.

use crate::json::{Kind, Value};
use crate::postman::effective::json_body::{Comments, without_comments};
use crate::postman::effective::{
    Header, Mode, comments, form_fields, in_order, json_text, quoted, raw_type, text_of,
};
use crate::postman::view::{Body, is_truthy};
use crate::sigv4::percent_encode;

use super::files::{base64_content, media_type};
use super::multipart;
use super::{CollectionError, Files, Variables};

/// A body as sent.
#[derive(Default)]
pub(super) struct SentBody {
    pub(super) bytes: Vec<u8>,
    /// The `Content-Type` that Postman adds where the request has none.
    pub(super) usual_type: Option<String>,
    /// The `Content-Type` that is sent even if the request has another.
    pub(super) own_type: Option<String>,
    /// Whether Postman removes comments from it.
    pub(super) is_json: bool,
    /// Whether it is a multipart form.
    pub(super) is_multipart: bool,
}

/// Makes the body of a request. `headers`, with variables replaced, are where Postman takes
/// `content_type` from. `None` if there is nothing to send.
pub(super) fn sent(
    body: Body<'_>,
    headers: &[Header<'_>],
    content_type: Option<&str>,
    variables: &Variables<'_, '_>,
    files: &Files<'_>,
) -> Result<Option<SentBody>, CollectionError> {
    let Some(mode) = Mode::of(body) else {
        return Ok(None);
    };
    let payload = mode.payload(body);
    match (mode, payload) {
        (Mode::Graphql, payload) => Ok(Some(text_body(
            graphql(payload, variables)?,
            "application/json",
        ))),
        (_, None) => Ok(None),
        (Mode::Raw, Some(payload)) => raw(body, payload, headers, variables),
        (Mode::Urlencoded, Some(payload)) => form(payload, content_type, variables).map(Some),
        (Mode::FormData, Some(payload)) => multipart::sent(payload, content_type, variables, files),
        (Mode::File, Some(payload)) => file(payload, variables, files),
    }
}

fn text_body(text: String, usual_type: &str) -> SentBody {
    SentBody {
        bytes: text.into_bytes(),
        usual_type: Some(usual_type.to_owned()),
        ..SentBody::default()
    }
}

fn raw(
    body: Body<'_>,
    payload: Value<'_>,
    headers: &[Header<'_>],
    variables: &Variables<'_, '_>,
) -> Result<Option<SentBody>, CollectionError> {
    let language = variables.substitute(&body.language().unwrap_or_default())?;
    let content = match payload.as_str() {
        Some(content) => variables.substitute(&content)?,
        None => json_text(payload, &mut |text| variables.substitute(text))?,
    };
    if content.is_empty() {
        return Ok(None);
    }
    let comments = comments(&language, headers);
    let content = match comments {
        Comments::Allowed => without_comments(&content).into_owned(),
        Comments::Refused => content,
    };
    let kind = raw_type(&language);
    Ok(Some(SentBody {
        is_json: comments == Comments::Allowed,
        ..text_body(content, kind)
    }))
}

/// The content of a body's file, or the content in the collection.
fn file(
    payload: Value<'_>,
    variables: &Variables<'_, '_>,
    files: &Files<'_>,
) -> Result<Option<SentBody>, CollectionError> {
    let source = match payload.kind() {
        Kind::String => Some(payload),
        _ => payload.get("src").filter(|source| is_truthy(*source)),
    };
    let Some(source) = source else {
        let content = payload.get("content").and_then(Value::as_str);
        let bytes = base64_content(&variables.substitute(&content.unwrap_or_default())?);
        return Ok(Some(SentBody {
            bytes,
            ..SentBody::default()
        }));
    };
    let Some(path) = source.as_str() else {
        return Err(CollectionError::File {
            path: text_of(source).into_owned(),
            reason: "a body of mode `file` has one file, and its `src` is its path".to_owned(),
        });
    };
    let path = variables.substitute(&path)?;
    let kind = media_type(&path).unwrap_or("application/octet-stream");
    Ok(Some(SentBody {
        bytes: files.read(&path)?,
        usual_type: Some(kind.to_owned()),
        ..SentBody::default()
    }))
}

const FORM: &str = "application/x-www-form-urlencoded";

/// Parameters of the same name are sent together, because Postman keeps them in an object.
fn form(
    payload: Value<'_>,
    content_type: Option<&str>,
    variables: &Variables<'_, '_>,
) -> Result<SentBody, CollectionError> {
    let mut pairs = Vec::new();
    if payload.kind() == Kind::Object {
        return Err(CollectionError::Shape("urlencoded"));
    }
    let fields = form_fields(Mode::Urlencoded, payload).into_iter();
    for field in fields.filter(|field| field.is_enabled) {
        let values = field.sent_values().into_iter();
        let values = values.map(|value| variables.substitute(&value));
        let values = values.collect::<Result<Vec<_>, _>>()?;
        pairs.push((variables.substitute(&field.key)?, values));
    }
    // In JavaScript it would set the object's prototype.
    pairs.retain(|(key, _)| key != "__proto__");
    let pairs = in_order(pairs.into_iter(), Vec::extend);
    let parameters = pairs.iter().flat_map(|(key, values)| {
        let parameter = |value| format!("{}={}", percent_encode(key), percent_encode(value));
        values.iter().map(move |value| parameter(value))
    });
    let text = parameters.collect::<Vec<_>>().join("&");
    let is_form = |own: &str| {
        let rest = own.strip_prefix(FORM);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
    };
    Ok(SentBody {
        bytes: text.into_bytes(),
        usual_type: Some(FORM.to_owned()),
        own_type: (!content_type.is_some_and(is_form)).then(|| FORM.to_owned()),
        ..SentBody::default()
    })
}

/// Variables given as text are JSON already and are sent as they are.
fn graphql(
    payload: Option<Value<'_>>,
    variables: &Variables<'_, '_>,
) -> Result<String, CollectionError> {
    let member = |name| payload.and_then(|payload| payload.get(name));
    let own = member("variables");
    let own_text = own.and_then(Value::as_str);
    let mut members = Vec::new();
    for name in ["query", "operationName"] {
        let value = member(name).filter(|one| own_text.is_none() || one.kind() == Kind::String);
        if let Some(value) = value {
            let json = json_text(value, &mut |text| variables.substitute(text))?;
            members.push(format!("{}:{json}", quoted(name)));
        }
    }
    let json = match (own, own_text) {
        (_, Some(text)) => variables.substitute(&text)?,
        (Some(value), None) => json_text(value, &mut |text| variables.substitute(text))?,
        (None, None) => String::new(),
    };
    if !json.is_empty() {
        members.push(format!("{}:{json}", quoted("variables")));
    }
    Ok(format!("{{{}}}", members.join(",")))
}

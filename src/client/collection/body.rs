//! The body of a request.

use serde_json::json;

use crate::json::{Kind, Value};
use crate::postman::view::{Body, Request, is_disabled};
use crate::sigv4::percent_encode;

use super::find::Found;
use super::multipart;
use super::variables::plain;
use super::{CollectionError, Files, Variables};

/// Methods whose body Postman drops unless it is told otherwise.
const BODILESS: [&str; 5] = ["GET", "COPY", "HEAD", "PURGE", "UNLOCK"];

/// The body, when Postman would send it.
pub(super) fn sent<'d>(found: &Found<'d>, request: &Request<'d>, method: &str) -> Option<Body<'d>> {
    let body = request.body().filter(|body| !body.is_disabled())?;
    body.mode()?;
    let setting = |holder: Value| {
        let behaviour = holder.get("protocolProfileBehavior")?;
        behaviour.get("disableBodyPruning")?.as_bool()
    };
    let around = found.folders.iter().rev().map(|folder| folder.value);
    let keeps = std::iter::once(found.item.value)
        .chain(around)
        .chain([found.collection.value])
        .find_map(setting);
    (!BODILESS.contains(&method) || keeps == Some(true)).then_some(body)
}

/// The bytes, and the `Content-Type` that Postman sets where no header does.
pub(super) fn bytes(
    body: Body<'_>,
    variables: &Variables<'_, '_>,
    files: &Files<'_>,
) -> Result<(Vec<u8>, Option<String>), CollectionError> {
    let mode = body.mode().unwrap_or_default();
    let payload = body.payload();
    let (text, kind) = match mode.as_ref() {
        "raw" => {
            let text = variables.substitute(&payload.map(plain).unwrap_or_default())?;
            let language = body.language().unwrap_or_default();
            let kind = match language.as_ref() {
                "json" => "application/json",
                "xml" => "application/xml",
                "html" => "text/html",
                "javascript" => "application/javascript",
                _ => "text/plain",
            };
            (text, kind)
        }
        "urlencoded" => (
            form(payload, variables)?,
            "application/x-www-form-urlencoded",
        ),
        "graphql" => (graphql(payload, variables)?, "application/json"),
        "formdata" => return multipart::bytes(payload, variables, files),
        "file" => {
            let sources = payload.map(multipart::sources).unwrap_or_default();
            let content = match sources.first() {
                Some(path) => files.read(&variables.substitute(path)?)?,
                None => Vec::new(),
            };
            return Ok((content, None));
        }
        other => return Err(CollectionError::Body(other.to_owned())),
    };
    let kind = (!text.is_empty()).then(|| kind.to_owned());
    Ok((text.into_bytes(), kind))
}

fn form(payload: Option<Value>, variables: &Variables) -> Result<String, CollectionError> {
    let Some(payload) = payload else {
        return Ok(String::new());
    };
    // Very old files have the form as one text.
    if payload.kind() == Kind::String {
        return variables.substitute(&plain(payload));
    }
    let mut pairs = Vec::new();
    for entry in payload.elements().filter(|entry| !is_disabled(*entry)) {
        let part = |name| {
            let text = entry.get(name).map(plain).unwrap_or_default();
            Ok(percent_encode(&variables.substitute(&text)?))
        };
        pairs.push(format!("{}={}", part("key")?, part("value")?));
    }
    Ok(pairs.join("&"))
}

/// The variables are a text that is JSON already, and goes as it is.
fn graphql(payload: Option<Value>, variables: &Variables) -> Result<String, CollectionError> {
    let mut members = Vec::new();
    for name in ["query", "operationName", "variables"] {
        let value = payload.and_then(|payload| payload.get(name));
        let Some(value) = value.filter(|value| !value.is_null()) else {
            continue;
        };
        let text = variables.substitute(&plain(value))?;
        if name != "variables" {
            members.push(format!("\"{name}\":{}", json!(text)));
        } else if !text.is_empty() {
            members.push(format!("\"{name}\":{text}"));
        }
    }
    Ok(format!("{{{}}}", members.join(",")))
}

use super::{Header, Settings, headers};
use crate::json::{Kind, Value};
use crate::postman::view::{Body, Request, is_disabled, is_truthy};

/// Methods whose body Postman does not send unless `disableBodyPruning` is on (`METHODS_WITHOUT_BODY`
/// of postman-runtime 7.56).
const WITHOUT_BODY: [&str; 5] = ["GET", "COPY", "HEAD", "PURGE", "UNLOCK"];

/// Whether Postman drops the body of a request with that method.
pub fn is_pruned(method: &str, settings: &Settings) -> bool {
    let mut without = WITHOUT_BODY.iter();
    without.any(|one| method.eq_ignore_ascii_case(one)) && !settings.is_on("disableBodyPruning")
}

/// The body of `request` when it has one that is not empty and not disabled, before any pruning.
pub fn own_body<'d>(request: &Request<'d>) -> Option<Body<'d>> {
    request
        .body()
        .filter(|body| !body.is_disabled() && has_content(*body))
}

/// The body that Postman sends with `request`.
pub fn sent_body<'d>(request: &Request<'d>, settings: &Settings) -> Option<Body<'d>> {
    let body = own_body(request)?;
    (!is_pruned(&request.method_text(), settings)).then_some(body)
}

/// The mode in which Postman sends `body`: one that it does not know, and a body that is only a text,
/// are `raw`; a body without a mode is not sent.
pub fn sent_mode(body: Body) -> Option<&'static str> {
    const MODES: [&str; 5] = ["raw", "urlencoded", "formdata", "file", "graphql"];
    if body.value.kind() == Kind::String {
        return Some("raw");
    }
    let mode = body.value.get("mode").filter(|mode| is_truthy(*mode))?;
    let mode = mode.as_str().unwrap_or_default().to_ascii_lowercase();
    let known = MODES.into_iter().find(|known| *known == mode);
    Some(known.unwrap_or("raw"))
}

/// What Postman sends of `body`: the member called like its mode, or the text that it is.
pub fn sent_payload(body: Body<'_>) -> Option<Value<'_>> {
    if body.value.kind() == Kind::String {
        return Some(body.value);
    }
    body.value.get(sent_mode(body)?)
}

/// Whether a body has anything that is sent in its mode.
pub fn has_content(body: Body) -> bool {
    let Some(mode) = sent_mode(body) else {
        return false;
    };
    // A query that is missing is sent as an empty object.
    mode == "graphql" || sent_payload(body).is_some_and(|payload| is_filled(mode, payload))
}

/// Whether `payload`, the member of a body that belongs to `mode`, holds anything that is sent.
pub fn is_filled(mode: &str, payload: Value) -> bool {
    match (mode, payload.kind()) {
        ("raw" | "urlencoded" | "file", Kind::String) => !payload.is_str(""),
        ("urlencoded" | "formdata", Kind::Array) => {
            payload.elements().any(|entry| !is_disabled(entry))
        }
        ("raw" | "urlencoded", Kind::Object) | ("raw", Kind::Array) | ("graphql", _) => {
            !payload.is_empty()
        }
        ("file", Kind::Object) => ["src", "content"]
            .iter()
            .any(|name| payload.get(name).is_some_and(is_truthy)),
        _ => false,
    }
}

/// The `Content-Type` header that decides: the last enabled one.
pub fn content_type<'d>(request: &Request<'d>) -> Option<Header<'d>> {
    let headers = headers(request).into_iter();
    headers
        .rev()
        .find(|header| header.is_enabled && header.is("Content-Type"))
}

/// Whether a media type is JSON.
pub fn is_json_media(value: &str) -> bool {
    let media = value.split(';').next().unwrap_or_default().trim();
    let media = media.to_ascii_lowercase();
    media == "application/json" || media.ends_with("+json") || media == "text/json"
}

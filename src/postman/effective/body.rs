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

/// Whether a body has anything in the member that its mode names.
pub fn has_content(body: Body) -> bool {
    let mode = body.mode().unwrap_or_default();
    body.payload()
        .is_some_and(|payload| is_filled(&mode, payload))
}

/// Whether `payload`, the member of a body that belongs to `mode`, holds anything that is sent.
pub fn is_filled(mode: &str, payload: Value) -> bool {
    match (mode, payload.kind()) {
        ("raw" | "urlencoded" | "file", Kind::String) => !payload.is_str(""),
        ("urlencoded" | "formdata", Kind::Array) => {
            payload.elements().any(|entry| !is_disabled(entry))
        }
        ("urlencoded", Kind::Object) | ("graphql", _) => !payload.is_empty(),
        ("file", Kind::Object) => ["src", "content"]
            .iter()
            .any(|name| payload.get(name).is_some_and(is_truthy)),
        ("raw", Kind::Object | Kind::Array | Kind::Number | Kind::Bool) => is_truthy(payload),
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

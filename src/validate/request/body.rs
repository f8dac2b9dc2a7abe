use crate::json::{Kind, Value};
use crate::postman::view::{Body, Header, Request, is_disabled};

/// Whether a request has something to send as its body, before any pruning.
pub(crate) fn has_content(request: &Request) -> bool {
    request.body().is_some_and(|body| {
        let mode = body.mode().unwrap_or_default();
        !body.is_disabled()
            && body
                .payload()
                .is_some_and(|payload| is_filled(&mode, payload))
    })
}

/// Whether `payload`, the member of a body that belongs to `mode`, holds anything.
pub(crate) fn is_filled(mode: &str, payload: Value) -> bool {
    let has_text = |value: Value| value.as_str().is_some_and(|text| !text.trim().is_empty());
    match (mode, payload.kind()) {
        (_, Kind::String) => has_text(payload),
        ("urlencoded" | "formdata", Kind::Array) => {
            payload.elements().any(|entry| !is_disabled(entry))
        }
        ("file", Kind::Object) => ["src", "content"]
            .iter()
            .any(|name| payload.get(name).is_some_and(has_text)),
        ("graphql", Kind::Object) => payload.get("query").is_some_and(has_text),
        _ => false,
    }
}

/// The `Content-Type` header that is sent, the last of several.
pub(crate) fn content_type<'d>(request: &Request<'d>) -> Option<Header<'d>> {
    let headers = request.headers().into_iter();
    headers
        .rev()
        .find(|header| header.is_enabled && header.is("Content-Type"))
}

/// Whether a body is sent as raw text.
pub(crate) fn is_raw(body: Body) -> bool {
    let mode = body.value.get("mode");
    !body.is_disabled() && mode.is_some_and(|mode| mode.is_str("raw"))
}

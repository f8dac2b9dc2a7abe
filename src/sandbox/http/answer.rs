//! Responses that do not come from the engine.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use crate::sandbox::engine::Answer;

/// Why a request was refused: for the log and the console, not for the client.
#[derive(Clone, Debug)]
pub(super) struct Reason(pub(super) String);

/// A response of that status, type and body.
pub(super) fn response(
    status: StatusCode,
    content_type: &'static str,
    body: impl Into<Body>,
) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let value = HeaderValue::from_static(content_type);
    response.headers_mut().insert(header::CONTENT_TYPE, value);
    response
}

/// The engine's answer as a response.
pub(super) fn of_engine(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let response = response(status, answer.content_type, answer.body);
    let tolerated = answer.tolerated.join("; ");
    match answer.reason {
        Some(reason) => because(response, reason),
        None if tolerated.is_empty() => response,
        None => because(response, format!("tolerated: {tolerated}")),
    }
}

/// The page of the proxy in front of the real service, which is HTML for every client.
pub(super) fn page(status: StatusCode) -> Response {
    let title = format!(
        "{} {}",
        status.as_u16(),
        status.canonical_reason().unwrap_or_default()
    );
    let body = format!(
        "<html>\n<head><title>{title}</title></head>\n<body><center><h1>{title}</h1></center></body>\n</html>\n"
    );
    response(status, "text/html", body)
}

/// The same response, with the reason for the log.
pub(super) fn because(mut response: Response, reason: impl Into<String>) -> Response {
    response.extensions_mut().insert(Reason(reason.into()));
    response
}

//! The log of requests: an id, one line of the log, and the console's list.

use std::sync::atomic::{AtomicU32, Ordering};

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::answer::{Reason, because, page};
use super::api_request::query;
use super::authenticate::Caller;
use super::explainer::Refused;
use super::recent::LoggedRequest;
use super::service::Service;

/// The response header with the id.
const REQUEST_ID: &str = "x-request-id";
/// How much of a path or a query is logged at most.
const LONGEST: usize = 200;
/// How much of a reason.
const LONGEST_REASON: usize = 500;

static NEXT: AtomicU32 = AtomicU32::new(1);

pub(super) async fn log_request(
    State(service): State<Service>,
    request: Request,
    next: Next,
) -> Response {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let id = format!("{:08x}{number:08x}", service.0.run);
    let method = request.method().clone();
    let path = shortened(request.uri().path());
    let query = shown_query(request.uri().query().unwrap_or_default());
    let system = service.0.parts.system;
    let (at, start) = (system.millis(), (system.now)());
    let limit = service.0.parts.options.limits.request_time;
    let answered = tokio::time::timeout(limit, next.run(request)).await;
    let mut response = answered.unwrap_or_else(|_| {
        because(
            page(StatusCode::GATEWAY_TIMEOUT),
            "the request took too long",
        )
    });
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    let refused = response.extensions_mut().remove::<Refused>();
    let caller = response.extensions().get::<Caller>();
    let reason = response.extensions().get::<Reason>();
    let answered = LoggedRequest {
        at,
        id: id.clone(),
        method: shortened(method.as_str()),
        path,
        query,
        status: response.status().as_u16(),
        user: caller.map(|caller| caller.user.clone()),
        reason: reason.map(|reason| visible(&reason.0, LONGEST_REASON)),
        cause: None,
        micros: (system.now)().duration_since(start).map_or(0, |taken| {
            u64::try_from(taken.as_micros()).unwrap_or(u64::MAX)
        }),
    };
    log(&answered);
    service.0.recent.push(answered);
    if let Some(refused) = refused {
        service.0.explainer.explain(&id, refused);
    }
    response
}

/// The query without the parameters of the signature.
fn shown_query(text: &str) -> String {
    let pairs = query(text).into_iter();
    let pairs: Vec<String> = pairs.map(|(key, value)| format!("{key}={value}")).collect();
    shortened(&pairs.join("&"))
}

/// Any text of a client as one short line.
fn shortened(text: &str) -> String {
    visible(text, LONGEST)
}

fn visible(text: &str, longest: usize) -> String {
    let visible = text.chars().take(longest);
    let visible = visible.map(|c| if c.is_control() { '\u{FFFD}' } else { c });
    visible.collect()
}

fn log(answered: &LoggedRequest) {
    let LoggedRequest {
        id, method, path, ..
    } = answered;
    let (status, micros) = (answered.status, answered.micros);
    let query = answered.query.as_str();
    let user = answered.user.as_deref().unwrap_or("-");
    match (&answered.reason, status) {
        (Some(reason), 500..) => {
            tracing::error!(request = %id, %method, %path, %query, status, micros, %user, %reason);
        }
        (Some(reason), _) => {
            tracing::warn!(request = %id, %method, %path, %query, status, micros, %user, %reason);
        }
        (None, _) => tracing::info!(request = %id, %method, %path, %query, status, micros, %user),
    }
}

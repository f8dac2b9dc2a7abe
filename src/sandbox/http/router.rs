//! The routes and their middleware.

use std::net::SocketAddr;

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};

use super::answer::{because, of_engine, page, response};
use super::api_request::{api_request, method};
use super::authenticate::{Caller, authenticate};
use super::fault_injection::inject_faults;
use super::request_log::log_request;
use super::service::{HttpError, Service};
use crate::catalogue::{Catalogue, Method};

impl Service {
    /// The routes of the service. All of them are behind the verification of the signature.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/healthcheck", get(healthcheck))
            .route("/postman_collection.json", get(collection))
            .fallback(records)
            .layer(from_fn_with_state(self.clone(), inject_faults))
            .layer(from_fn_with_state(self.clone(), authenticate))
            .layer(from_fn_with_state(self.clone(), log_request))
            .with_state(self.clone())
    }

    /// The routes of the console, which listens at `address`.
    ///
    /// # Errors
    /// [`HttpError`] when its page cannot be made.
    pub fn console(&self, address: SocketAddr) -> Result<Router, HttpError> {
        super::console::router(self, address)
    }
}

async fn healthcheck(State(service): State<Service>) -> Response {
    let now = service.0.parts.system.millis();
    let time = jiff::Timestamp::from_millisecond(now).unwrap_or_default();
    let body = format!("{{\"status\":\"OK\",\"time\":\"{time:.3}\"}}");
    response(StatusCode::OK, "application/json", body)
}

/// The host was signed, so it is the one that the client uses.
async fn collection(State(service): State<Service>, headers: HeaderMap) -> Response {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let address = host.map_or_else(
        || service.0.parts.address.clone(),
        |host| format!("http://{host}"),
    );
    service.collection(address).await
}

async fn records(
    State(service): State<Service>,
    Extension(_): Extension<Caller>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let known = methods(&service.0.parts.catalogue);
    let Some(method) = method(&parts.method).filter(|one| known.contains(one)) else {
        let mut refused = service.error(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed");
        if let Ok(allowed) = header::HeaderValue::from_str(&allowed(&known)) {
            refused.headers_mut().insert(header::ALLOW, allowed);
        }
        return because(refused, "the service has no such method");
    };
    // It was read completely when the signature was verified.
    let body = axum::body::to_bytes(body, usize::MAX).await;
    let now = service.0.parts.system.millis();
    let request = api_request(method, &parts, body.unwrap_or_else(|_| Bytes::new()), now);
    match service.0.parts.engine.answer(request).await {
        Some(answer) => of_engine(answer),
        None => because(
            page(StatusCode::NOT_FOUND),
            "the service has no such endpoint",
        ),
    }
}

/// The methods that any resource answers.
fn methods(catalogue: &Catalogue) -> Vec<Method> {
    let all = [
        Method::Get,
        Method::Post,
        Method::Put,
        Method::Patch,
        Method::Delete,
    ];
    let is_known = |method: &Method| {
        catalogue
            .resources
            .iter()
            .any(|one| one.methods.contains(method))
    };
    all.into_iter().filter(is_known).collect()
}

/// The value of the header `Allow`; HEAD goes with GET.
fn allowed(methods: &[Method]) -> String {
    let names = methods.iter().map(|method| match method {
        Method::Get => "GET, HEAD",
        other => other.as_str(),
    });
    names.collect::<Vec<_>>().join(", ")
}

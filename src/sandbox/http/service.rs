use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};

use super::answer::{because, of_engine, page, response};
use super::authenticate::{Caller, authenticate};
use super::call::{call, method};
use super::limits::Limits;
use super::observe::observe;
use super::rate::Rate;
use super::recent::Recent;
use super::trouble::{Trouble, trouble};
use crate::catalogue::Catalogue;
use crate::sandbox::Machine;
use crate::sandbox::engine::{Engine, Refusal};
use crate::sandbox::keys::Keyring;
use crate::sigv4::Credentials;

/// How the service behaves, where there is a choice.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether only the specification's canonical request and the catalogue's own region and service
    /// are accepted.
    pub strict: bool,
    /// What a client may ask.
    pub limits: Limits,
    /// What goes wrong on purpose.
    pub trouble: Trouble,
}

/// Texts that rooms above this one write, for a service at the scheme and host `host`.
pub trait Texts: Send + Sync {
    /// The Postman collection.
    ///
    /// # Errors
    /// When it cannot be made, with the reason.
    fn collection(&self, host: &str) -> Result<String, String>;

    /// A cURL for `GET /healthcheck`, signed now with those keys.
    ///
    /// # Errors
    /// When it cannot be signed, with the reason.
    fn signed_curl(&self, host: &str, credentials: &Credentials) -> Result<String, String>;

    /// The same, signed by curl itself with keys from variables.
    ///
    /// # Errors
    /// When the host is none, with the reason.
    fn template_curl(&self, host: &str) -> Result<String, String>;
}

/// What a service is made of.
pub struct Parts {
    /// The API.
    pub catalogue: Arc<Catalogue>,
    /// The records and their rules.
    pub engine: Engine,
    /// Who may ask.
    pub keyring: Keyring,
    /// Clock and randomness.
    pub machine: Machine,
    /// How it behaves.
    pub options: Options,
    /// What others write.
    pub texts: Box<dyn Texts>,
    /// Scheme and host under which the machine's own user reaches it.
    pub address: String,
}

/// The service's routers could not be made.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// No randomness.
    #[error(transparent)]
    Random(#[from] crate::sandbox::NoRandomness),
    /// The console's page; a defect of this crate.
    #[error("the console's page cannot be read")]
    Template(#[from] minijinja::Error),
}

/// The service; a copy is the same one.
#[derive(Clone)]
pub struct Service(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) parts: Parts,
    pub(super) rate: Option<Rate>,
    pub(super) recent: Recent,
    /// The start of all request ids of this run.
    pub(super) run: u32,
}

impl Service {
    /// A service of those parts.
    ///
    /// # Errors
    /// [`HttpError::Random`] when the system gives no random bytes.
    pub fn new(parts: Parts) -> Result<Self, HttpError> {
        let run = u32::from_be_bytes(parts.machine.bytes()?);
        Ok(Self(Arc::new(Inner {
            rate: parts.options.limits.rate.map(Rate::new),
            recent: Recent::default(),
            run,
            parts,
        })))
    }

    /// The routes of the service. All of them are behind the verification of the signature.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/healthcheck", get(healthcheck))
            .route("/postman_collection.json", get(collection))
            .fallback(records)
            .layer(from_fn_with_state(self.clone(), trouble))
            .layer(from_fn_with_state(self.clone(), authenticate))
            .layer(from_fn_with_state(self.clone(), observe))
            .with_state(self.clone())
    }

    /// The routes of the console.
    ///
    /// # Errors
    /// [`HttpError`] when its page cannot be made.
    pub fn console(&self, port: u16) -> Result<Router, HttpError> {
        super::console::router(self, port)
    }

    /// An error in the engine's shape.
    pub(super) fn error(&self, status: StatusCode, message: &str) -> Response {
        let refusal = Refusal {
            status: status.as_u16(),
            message: message.to_owned(),
        };
        of_engine(refusal.answer(self.0.parts.engine.error_shape()))
    }

    /// The collection, for those who reach the service at `address`.
    pub(super) async fn collection(&self, address: String) -> Response {
        let service = self.clone();
        let made =
            tokio::task::spawn_blocking(move || service.0.parts.texts.collection(&address)).await;
        match made
            .map_err(|error| error.to_string())
            .and_then(|made| made)
        {
            Ok(text) => response(StatusCode::OK, "application/json", text),
            Err(error) => because(page(StatusCode::INTERNAL_SERVER_ERROR), error),
        }
    }
}

async fn healthcheck(State(service): State<Service>) -> Response {
    let now = service.0.parts.machine.millis();
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
    let Some(method) = method(&parts.method) else {
        let mut refused = service.error(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed");
        let allowed = header::HeaderValue::from_static("GET, HEAD, POST, PUT, DELETE");
        refused.headers_mut().insert(header::ALLOW, allowed);
        return because(refused, "the service has no such method");
    };
    // It was read whole when the signature was verified.
    let body = axum::body::to_bytes(body, usize::MAX).await;
    let now = service.0.parts.machine.millis();
    let call = call(method, &parts, body.unwrap_or_else(|_| Bytes::new()), now);
    match service.0.parts.engine.answer(call).await {
        Some(answer) => of_engine(answer),
        None => because(
            page(StatusCode::NOT_FOUND),
            "the service has no such endpoint",
        ),
    }
}

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;

use super::answer::{because, of_engine, page, response};
use super::explainer::{Explainer, Known};
use super::options::Options;
use super::rate::Rate;
use super::recent::RecentRequests;
use crate::catalogue::Catalogue;
use crate::sandbox::clock_and_rng::{ClockAndRng, NoRandomness};
use crate::sandbox::engine::{ApiError, Engine};
use crate::sandbox::keys::Keyring;
use crate::sigv4::Credentials;

/// Writes what only rooms above this one can write, for a service at the scheme and host `host`.
pub trait Exporter: Send + Sync {
    /// The Postman collection.
    ///
    /// # Errors
    /// When it cannot be made, with the reason.
    fn collection(&self, host: &str) -> Result<String, String>;

    /// A cURL command for `GET /healthcheck`, signed now with those keys.
    ///
    /// # Errors
    /// When it cannot be signed, with the reason.
    fn signed_curl(&self, host: &str, credentials: &Credentials) -> Result<String, String>;

    /// The same, signed by curl itself with keys from variables.
    ///
    /// # Errors
    /// When the host is invalid, with the reason.
    fn template_curl(&self, host: &str) -> Result<String, String>;

    /// The same as programs that sign with keys from variables: the title and the text of each.
    ///
    /// # Errors
    /// When the host is invalid, with the reason.
    fn programs(&self, host: &str) -> Result<Vec<(&'static str, String)>, String>;
}

/// The parts of a service.
pub struct Parts {
    /// The API.
    pub catalogue: Arc<Catalogue>,
    /// The records and their rules.
    pub engine: Engine,
    /// The keys and users.
    pub keyring: Keyring,
    /// Clock and randomness.
    pub system: ClockAndRng,
    /// Its options.
    pub options: Options,
    /// The exporter.
    pub exporter: Box<dyn Exporter>,
    /// Scheme and host under which the machine's own user reaches it.
    pub address: String,
}

/// The service cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// No randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
    /// The console's page; a defect of this crate.
    #[error("cannot read the console's page")]
    Template(#[from] minijinja::Error),
}

/// The service; copies share it.
#[derive(Clone)]
pub struct Service(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) parts: Parts,
    pub(super) rate: Option<Rate>,
    pub(super) recent: Arc<RecentRequests>,
    pub(super) explainer: Explainer,
    /// The start of all request ids of this run.
    pub(super) run: u32,
}

impl Service {
    /// A service of those parts.
    ///
    /// # Errors
    /// [`HttpError::Random`] when the system gives no random bytes.
    pub fn new(parts: Parts) -> Result<Self, HttpError> {
        let run = u32::from_be_bytes(parts.system.bytes()?);
        let recent = Arc::<RecentRequests>::default();
        let host = parts.address.split("://").last().unwrap_or_default();
        let known = Known {
            region: parts.catalogue.service.region,
            service: parts.catalogue.service.name,
            host: host.to_owned(),
        };
        Ok(Self(Arc::new(Inner {
            rate: parts.options.limits.rate.map(Rate::new),
            explainer: Explainer::new(&recent, known, parts.system),
            recent,
            run,
            parts,
        })))
    }

    /// An error in the engine's shape.
    pub(super) fn error(&self, status: StatusCode, message: &str) -> Response {
        let error = ApiError {
            status: status.as_u16(),
            message: message.to_owned(),
        };
        of_engine(error.answer(self.0.parts.engine.error_shape()))
    }

    /// The collection, for those who reach the service at `address`.
    pub(super) async fn collection(&self, address: String) -> Response {
        let service = self.clone();
        let made =
            tokio::task::spawn_blocking(move || service.0.parts.exporter.collection(&address))
                .await;
        match made
            .map_err(|error| error.to_string())
            .and_then(|made| made)
        {
            Ok(text) => response(StatusCode::OK, "application/json", text),
            Err(error) => because(page(StatusCode::INTERNAL_SERVER_ERROR), error),
        }
    }
}

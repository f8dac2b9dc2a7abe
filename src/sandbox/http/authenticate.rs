//! Who sends a request: nothing is revealed before its signature is verified.

use std::borrow::Cow;
use std::time::SystemTime;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::answer::{because, page};
use super::explainer::Refused;
use super::service::Service;
use crate::sigv4::{Authorization, Credentials, Policy, Request as Signed, Timestamp, verify};

/// Whose signature was verified.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    /// The user of the key.
    pub(super) user: String,
}

/// What the real service says about every signature that it does not accept. Which part is wrong
/// is for the log: it would reveal whether a key exists.
const REFUSED: &str = "Invalid signature";

pub(super) async fn authenticate(
    State(service): State<Service>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let (caller, body) = match service.verified(&parts, body).await {
        Ok(verified) => verified,
        Err(refused) => return refused.answered(&service),
    };
    if let Some(rate) = &service.0.rate
        && !rate.allows(&caller.user, service.0.parts.system.millis())
    {
        let refused = because(
            page(StatusCode::TOO_MANY_REQUESTS),
            "the key exceeded its rate limit",
        );
        return named(refused, caller);
    }
    let mut request = Request::from_parts(parts, Body::from(body));
    request.extensions_mut().insert(caller.clone());
    named(next.run(request).await, caller)
}

/// The response, with the user for the log.
fn named(mut response: Response, caller: Caller) -> Response {
    response.extensions_mut().insert(caller);
    response
}

/// A refused request.
struct AuthenticationError {
    status: StatusCode,
    reason: String,
    /// The request, if its key is known.
    refused: Option<Box<Refused>>,
}

impl AuthenticationError {
    fn new(status: StatusCode, reason: impl Into<String>) -> Self {
        Self {
            status,
            reason: reason.into(),
            refused: None,
        }
    }

    fn unsigned(reason: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, reason)
    }

    fn answered(self, service: &Service) -> Response {
        let said = match self.status {
            StatusCode::UNAUTHORIZED => REFUSED,
            status => status.canonical_reason().unwrap_or_default(),
        };
        let mut response = because(service.error(self.status, said), self.reason);
        if let Some(refused) = self.refused {
            response.extensions_mut().insert(*refused);
        }
        response
    }
}

impl Service {
    async fn verified(
        &self,
        parts: &Parts,
        body: Body,
    ) -> Result<(Caller, Bytes), AuthenticationError> {
        let target = parts.uri.path_and_query();
        let values = parts.headers.iter().map(|(name, value)| {
            let value: Cow<'_, str> = String::from_utf8_lossy(value.as_bytes());
            (name.as_str(), value)
        });
        let headers: Vec<(&str, Cow<'_, str>)> = values.collect();
        let headers: Vec<(&str, &str)> = headers
            .iter()
            .map(|(name, value)| (*name, value.as_ref()))
            .collect();
        let head = Signed {
            method: parts.method.as_str(),
            target: target.map_or("/", |target| target.as_str()),
            headers: &headers,
            body: b"",
        };
        let authorization = Authorization::of(&head)
            .map_err(|error| AuthenticationError::unsigned(error.to_string()))?;
        self.check_scope(&authorization)?;
        // The body of an unsigned request is not read.
        let body = self.read(body).await?;
        let request = Signed {
            body: &body,
            ..head
        };
        let found = self.0.parts.keyring.credentials(&authorization.access_key);
        let found = found.await.map_err(|error| {
            AuthenticationError::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
        })?;
        let is_known = found.is_some();
        // Verifying a missing key takes as long as looking up an existing one.
        let credentials = found
            .unwrap_or_else(|| Credentials::new(authorization.access_key.as_str(), "0".repeat(64)));
        let now: SystemTime = (self.0.parts.system.now)();
        let policy = if self.0.parts.options.strict {
            Policy::STRICT
        } else {
            Policy::LENIENT
        };
        let now = Timestamp::from(now);
        let user = authorization.access_key.rsplit('/').next();
        let user = user.unwrap_or_default().to_owned();
        let verdict = verify(&request, &authorization, &credentials, now, &policy);
        if !is_known {
            return Err(AuthenticationError::unsigned(
                "the access key is unknown or revoked",
            ));
        }
        if let Err(error) = verdict {
            let owned = request.headers.iter();
            let owned = owned.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            let refused = Refused {
                method: request.method.to_owned(),
                target: request.target.to_owned(),
                headers: owned.collect(),
                body: body.clone(),
                authorization,
                credentials,
                now,
                policy,
            };
            return Err(AuthenticationError {
                refused: Some(Box::new(refused)),
                ..AuthenticationError::unsigned(error.to_string())
            });
        }
        Ok((Caller { user }, body))
    }

    /// In strict mode a signature must be for the catalogue's own region and service.
    fn check_scope(&self, authorization: &Authorization) -> Result<(), AuthenticationError> {
        let service = self.0.parts.catalogue.service;
        let scope = &authorization.scope;
        let is_own = scope.region == service.region && scope.service == service.name;
        if self.0.parts.options.strict && !is_own {
            return Err(AuthenticationError::unsigned(format!(
                "the scope is not for {}/{}",
                service.region, service.name
            )));
        }
        Ok(())
    }

    async fn read(&self, body: Body) -> Result<Bytes, AuthenticationError> {
        let limits = &self.0.parts.options.limits;
        let too_large = || {
            let reason = format!("the body has more than {} bytes", limits.body_size);
            AuthenticationError::new(StatusCode::PAYLOAD_TOO_LARGE, reason)
        };
        // A body that is announced as too large is not read.
        if body.size_hint().lower() > limits.body_size as u64 {
            return Err(too_large());
        }
        let whole = Limited::new(body, limits.body_size).collect();
        match tokio::time::timeout(limits.body_time, whole).await {
            Ok(Ok(whole)) => Ok(whole.to_bytes()),
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large()),
            Ok(Err(_)) => Err(AuthenticationError::new(
                StatusCode::BAD_REQUEST,
                "the body ended early",
            )),
            Err(_) => Err(AuthenticationError::new(
                StatusCode::REQUEST_TIMEOUT,
                "the body took too long",
            )),
        }
    }
}

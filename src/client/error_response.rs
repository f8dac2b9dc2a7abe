//! Responses other than success.

use std::fmt;

use ureq::http::header::LOCATION;

use super::{Answer, BaseUrl};

/// A response that does not answer the request: by its status, or because it is an HTML page.
#[derive(Clone)]
pub struct ErrorResponse {
    /// The answer.
    pub answer: Answer,
    origin: String,
}

impl Answer {
    /// The response itself, if it is a success and comes from the service.
    ///
    /// # Errors
    /// [`ErrorResponse`], if it is anything else.
    pub fn accepted(self, base: &BaseUrl) -> Result<Self, ErrorResponse> {
        if self.is_success() && !self.is_html() {
            return Ok(self);
        }
        Err(ErrorResponse {
            answer: self,
            origin: base.origin(),
        })
    }
}

impl ErrorResponse {
    /// What kind of refusal it is, in a word or two.
    pub fn kind(&self) -> &'static str {
        match self.answer.status {
            401 | 403 if !self.answer.is_html() => "not authorised",
            429 => "too many requests",
            300..=399 => "redirect",
            502..=504 => "the gateway cannot reach the service",
            _ if self.answer.is_html() => "HTML page",
            500.. => "internal error of the service",
            _ => "refused",
        }
    }
}

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (origin, status) = (&self.origin, self.answer.status);
        let message = self.answer.message();
        if let (300..=399, Some(place)) = (status, self.answer.header(LOCATION.as_str())) {
            return write!(
                f,
                "{origin} answered {status} and redirects to {place}; a signature is valid for one host and path only, so use that host (--host)"
            );
        }
        if self.answer.is_html() {
            write!(f, "{origin} answered {status} with an HTML page")?;
            if let Some(title) = message {
                write!(f, " (`{title}`)")?;
            }
            return match status {
                429 => f.write_str(": too many requests; wait and send fewer at a time"),
                502..=504 => f.write_str(
                    ": the gateway cannot reach the service; its computer or program is not running",
                ),
                _ => f.write_str(
                    ", which comes from a proxy, a firewall or the front end (for an unknown path); the service itself answers with JSON",
                ),
            };
        }
        write!(f, "{origin} answered {status}")?;
        match message {
            Some(message) => write!(f, ": {message}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for ErrorResponse {}

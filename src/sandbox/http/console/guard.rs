//! What every request to the console must fulfil, and the headers of every response.

use axum::extract::{Request, State};
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::state::Console;

/// Nothing from elsewhere is loaded, framed or contacted; `NONCE` marks the page's own script.
const POLICY: &str = "default-src 'none'; style-src 'nonce-NONCE'; script-src 'nonce-NONCE'; \
img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

pub(super) async fn guard(
    State(console): State<Console>,
    mut request: Request,
    next: Next,
) -> Response {
    let refused = |text: &'static str| (StatusCode::FORBIDDEN, text).into_response();
    let Some(host) = console.host(request.headers()) else {
        return refused("The console can only be reached under the name of this machine.\n");
    };
    let is_read = [Method::GET, Method::HEAD].contains(request.method());
    if !is_read && !is_same_origin(request.headers(), &host) {
        return refused("The console only accepts forms from its own pages.\n");
    }
    let Ok(nonce) = console.0.sessions.token() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    request.extensions_mut().insert(Nonce(nonce.clone()));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Without it forms would be sent with the origin `null`.
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(policy) = HeaderValue::from_str(&POLICY.replace("NONCE", &nonce)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The nonce that marks the style and the script of one response as the page's own.
#[derive(Clone)]
pub(super) struct Nonce(pub(super) String);

impl Nonce {
    /// The nonce that the guard has added.
    pub(super) fn of(extensions: &Extensions) -> Self {
        extensions
            .get::<Self>()
            .cloned()
            .unwrap_or(Self(String::new()))
    }
}

impl Console {
    /// The one Host header, if it is a name of this machine.
    fn host(&self, headers: &HeaderMap) -> Option<String> {
        let mut hosts = headers.get_all(header::HOST).iter();
        let host = hosts.next()?.to_str().ok()?.to_ascii_lowercase();
        let address = self.0.address;
        let names = ["127.0.0.1", "localhost", "[::1]"];
        let names = names.map(|name| format!("{name}:{}", address.port()));
        let is_own = names.contains(&host) || host == address.to_string();
        (is_own && hosts.next().is_none()).then_some(host)
    }
}

fn is_same_origin(headers: &HeaderMap, host: &str) -> bool {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let first = origins.next().and_then(|origin| origin.to_str().ok());
    let own = format!("http://{host}");
    first.is_some_and(|origin| origin.eq_ignore_ascii_case(&own)) && origins.next().is_none()
}

//! The address of a request.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::client::BaseUrl;
use crate::postman::effective::RequestUrl;
use crate::postman::effective::url::{UrlEncoding, WireUrl};
use crate::postman::view::Request;
use crate::sigv4::percent_decode;

use super::{CollectionError, Variables};

/// The address, its variables replaced.
pub(super) fn resolved(
    request: &Request<'_>,
    variables: &Variables<'_, '_>,
) -> Result<WireUrl, CollectionError> {
    let url = request.url().ok_or(CollectionError::NoUrl)?;
    let text = variables.substitute(&RequestUrl::of(&url).composed())?;
    if text.trim().is_empty() {
        return Err(CollectionError::NoUrl);
    }
    Ok(WireUrl::new(&text))
}

/// Scheme, host and port.
pub(super) fn base(url: &WireUrl) -> Result<BaseUrl, CollectionError> {
    let base = BaseUrl::of(&url.protocol, &url.host, url.port.as_deref());
    base.map_err(|error| CollectionError::Url(error.to_string()))
}

/// Path and query, encoded unless the request's settings say otherwise.
pub(super) fn target(url: &WireUrl, encoding: UrlEncoding) -> Result<String, CollectionError> {
    let target = url.target(encoding);
    let is_fine = |c: &char| c.is_ascii_graphic() && !"\"<>`".contains(*c);
    match target.chars().find(|c| !is_fine(c)) {
        // Encoded text has none.
        Some(c) if encoding == UrlEncoding::Off => Err(CollectionError::Url(format!(
            "it has {c:?}, which no URL may have, and the setting disableUrlEncoding forbids to \
             encode it; encode it yourself, or remove the setting"
        ))),
        _ => Ok(target),
    }
}

/// The `Host` header, if it is not the base's own: the scheme's default port is written too.
pub(super) fn host(url: &WireUrl, base: &BaseUrl) -> Option<String> {
    let host = format!("{}:{}", url.host, url.port.as_deref()?);
    (host != base.authority()).then_some(host)
}

/// The header that user and password of the address become.
pub(super) fn authorization(url: &WireUrl) -> Option<String> {
    let (user, password) = match url.user_info.as_deref()?.split_once(':') {
        Some(pair) => pair,
        None => (url.user_info.as_deref()?, ""),
    };
    let decoded = |text| String::from_utf8_lossy(&percent_decode(text)).into_owned();
    Some(basic(&decoded(user), &decoded(password)))
}

/// The value of that user's `Authorization` header.
pub(super) fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
}

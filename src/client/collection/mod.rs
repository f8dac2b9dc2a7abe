//! One request of a Postman collection, as Postman would send it.
//!
//! Variables, path variables, disabled parameters, bodies and inherited auth are resolved as
//! Postman's runtime does; scripts are not run, and what only they or the app can give is an error
//! instead of a request that says `{{name}}`.
//!
//! `tests/wire` compares what comes out with what Postman's runtimes put on the wire; its
//! `differences.json` lists, with reasons, where this is meant to be otherwise. Most of them are
//! requests that are refused here and sent half done there. Of signed requests a `+` in the query is
//! sent as `%2B`, where Postman sends it as it is and signs a space, and the signature always covers
//! the body that is sent, where Postman's leaves out a form of parts: a strict verifier refuses both.

mod auth;
mod body;
mod dynamic;
mod error;
mod files;
mod find;
mod headers;
mod multipart;
mod url;
mod variables;

#[cfg(test)]
mod tests;

use crate::postman::effective::{self, url::UrlEncoding};
use crate::postman::view::{Collection, Request};
use crate::sigv4::{SignatureLocation, body_hash};

use super::{BaseUrl, RequestSpec};
use body::SentBody;
use headers::Headers;

pub use auth::AwsAuth;
pub use dynamic::DynamicVariables;
pub use error::CollectionError;
pub use files::Files;
pub use variables::Variables;

/// A fully resolved request.
pub struct Resolved {
    /// Where it goes.
    pub base: BaseUrl,
    /// What is sent, including basic, bearer and API key auth.
    pub spec: RequestSpec,
    /// What to sign it with, if its auth is AWS Signature Version 4.
    pub aws: Option<AwsAuth>,
    /// Its path in the collection.
    pub path: String,
}

/// Finds the request called `path` in `collection`, and resolves it with `variables`
/// and the content of `files`.
///
/// A path is names with `›` or `>` between them, in any case; the end of a path is enough if it
/// matches one request only.
///
/// # Errors
/// When there is no such request, or something in it cannot be resolved.
pub fn resolve(
    collection: Collection<'_>,
    path: &str,
    variables: &Variables<'_, '_>,
    files: &Files<'_>,
) -> Result<Resolved, CollectionError> {
    let found = find::request(collection, path)?;
    let request = found.item.request().ok_or(CollectionError::NoUrl)?;
    let settings = found.ancestors().settings();
    let mut url = url::resolved(&request, variables)?;
    let method = method(&request, variables)?;
    let written = headers::replaced(effective::headers(&request), variables)?;
    let mut headers = Headers::of(&written);
    let own_type = headers.value("Content-Type");
    let mut body = match effective::sent_body(&request, &settings) {
        Some(body) => body::sent(body, &written, own_type, variables, files)?,
        None => None,
    };
    let late_type = match &mut body {
        Some(body) if !settings.disables_header("content-type") => set_type(&mut headers, body),
        _ => None,
    };
    let aws = match found.ancestors().auth() {
        Some(auth) => auth::apply(auth, variables, &mut headers, &mut url)?,
        None => None,
    };
    if let Some(aws) = &aws {
        headers.remove("X-Amz-Content-Sha256");
        let hashed = body.as_ref().filter(|body| !body.is_multipart);
        if let Some(body) = hashed.filter(|_| aws.location == SignatureLocation::Header) {
            headers.push("X-Amz-Content-Sha256", body_hash(&body.bytes));
        }
    }
    if headers.value("Authorization").is_none()
        && let Some(authorization) = url::authorization(&url)
    {
        headers.push("Authorization", authorization);
    }
    let base = url::base(&url)?;
    if headers.value("Host").is_none()
        && let Some(host) = url::host(&url, &base)
    {
        headers.push("Host", host);
    }
    let encoding = if settings.is_on("disableUrlEncoding") {
        UrlEncoding::Off
    } else {
        UrlEncoding::On
    };
    let bytes = body.map(|body| body.bytes).unwrap_or_default();
    headers.take_length(bytes.len())?;
    Ok(Resolved {
        spec: RequestSpec {
            method,
            target: url::target(&url, encoding)?,
            headers: headers.sent()?,
            unsigned_headers: late_type.into_iter().collect(),
            body: bytes,
        },
        base,
        aws,
        path: found.path,
    })
}

/// The method; HTTP allows no spaces in it.
fn method(request: &Request<'_>, variables: &Variables<'_, '_>) -> Result<String, CollectionError> {
    let method = effective::method(request);
    let replaced = variables.substitute(&method).ok();
    let fine = replaced.filter(|method| headers::is_token(method));
    fine.ok_or(CollectionError::Method(method))
}

/// Sets the `Content-Type` of the body if the request has none, or an unsuitable one. Postman sets it
/// after signing, so that no signature covers it, except for JSON, whose comments it removes before:
/// a header to be set after signing is returned.
fn set_type(headers: &mut Headers, body: &mut SentBody) -> Option<(String, String)> {
    const NAME: &str = "Content-Type";
    if headers.value(NAME).is_some() {
        if let Some(own) = body.own_type.take() {
            headers.replace(NAME, own);
        }
        return None;
    }
    let usual = body.usual_type.take()?;
    if body.is_json {
        headers.push(NAME, usual);
        return None;
    }
    Some((NAME.to_owned(), usual))
}

//! One request of a Postman collection, as Postman would send it.
//!
//! Variables, path variables, disabled parameters, bodies and inherited auth are resolved as
//! Postman's runtime does; scripts are not run, and what only they or the app can give is an error
//! instead of a request that says `{{name}}`.
//!
//! One thing is other than in Postman: a `+` in the query of a signed request is sent as `%2B`.
//! Postman sends it as it is and signs a space, which a strict verifier refuses.

mod auth;
mod body;
mod error;
mod find;
mod url;
mod variables;

use crate::postman::view::{Collection, Header};

use super::{Base, Call};

pub use auth::AwsAuth;
pub use error::CollectionError;
pub use variables::Scopes;

/// A request with everything in its place.
pub struct Resolved {
    /// Where it goes.
    pub base: Base,
    /// What is sent, with basic, bearer and API key auth in it already.
    pub call: Call,
    /// What it is to be signed with, when its auth is AWS Signature Version 4.
    pub aws: Option<AwsAuth>,
    /// Its path in the collection.
    pub path: String,
}

/// Finds the request called `path` in `collection`, and resolves it with the variables of `scopes`.
///
/// A path is names with `›` or `>` between them, in any case; the end of a path is enough where it
/// means one request only.
///
/// # Errors
/// When there is no such request, or something in it cannot be resolved.
pub fn resolve(
    collection: Collection<'_>,
    path: &str,
    scopes: &Scopes<'_>,
) -> Result<Resolved, CollectionError> {
    let found = find::request(collection, path)?;
    let request = found.item.request().ok_or(CollectionError::NoUrl)?;
    let mut call = Call {
        method: scopes.fill(&request.method_text())?.to_uppercase(),
        ..Call::default()
    };
    let url = request.url().ok_or(CollectionError::NoUrl)?;
    let mut text = url::text(&url, scopes)?;
    let headers = request.headers().into_iter();
    for header in headers.filter(|header| header.is_enabled && !header.key.is_empty()) {
        call.headers.push(filled(&header, scopes)?);
    }
    if let Some(body) = body::sent(&found, &request, &call.method) {
        let (bytes, content_type) = body::bytes(body, scopes)?;
        call.body = bytes;
        if let (Some(kind), false) = (content_type, call.has_header("content-type")) {
            call.headers.push(("Content-Type".to_owned(), kind));
        }
    }
    let aws = match auth::effective(&found) {
        Some(effective) => auth::apply(effective, scopes, &mut call, &mut text)?,
        None => None,
    };
    let (base, target) = url::split(&text)?;
    call.target = target;
    Ok(Resolved {
        base,
        call,
        aws,
        path: found.path,
    })
}

fn filled(header: &Header, scopes: &Scopes) -> Result<(String, String), CollectionError> {
    let value = header.text().unwrap_or_default();
    Ok((scopes.fill(&header.key)?, scopes.fill(&value)?))
}

//! One request of a Postman collection, as Postman would send it.
//!
//! Variables, path variables, disabled parameters, bodies and inherited auth are resolved as
//! Postman's runtime does; scripts are not run, and what only they or the app can give is an error
//! instead of a request that says `{{name}}`.
//!
//! Two things are other than in Postman, whose signature a strict verifier refuses there: a `+` in
//! the query of a signed request is sent as `%2B`, where Postman sends it as it is and signs a space;
//! and a signed form of parts has the hash of its body in the signature, where Postman has none.

mod auth;
mod body;
mod dynamic;
mod error;
mod files;
mod find;

mod multipart;
mod url;
mod variables;

#[cfg(test)]
mod tests;

use crate::postman::view::{Collection, Header};

use super::{Base, Call};

pub use auth::AwsAuth;
pub use dynamic::DynamicVariables;
pub use error::CollectionError;
pub use files::Files;
pub use variables::Variables;

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

/// Finds the request called `path` in `collection`, and resolves it with `variables`
/// and the content of `files`.
///
/// A path is names with `›` or `>` between them, in any case; the end of a path is enough where it
/// means one request only.
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
    let mut call = Call {
        method: variables.substitute(&request.method_text())?.to_uppercase(),
        ..Call::default()
    };
    let url = request.url().ok_or(CollectionError::NoUrl)?;
    let mut text = url::text(&url, variables)?;
    let headers = request.headers().into_iter();
    for header in headers.filter(|header| header.is_enabled && !header.key.is_empty()) {
        call.headers.push(filled(&header, variables)?);
    }
    if let Some(body) = body::sent(&found, &request, &call.method) {
        let (bytes, content_type) = body::bytes(body, variables, files)?;
        call.body = bytes;
        if let Some(kind) = content_type {
            set_content_type(&mut call, kind);
        }
    }
    let aws = match auth::effective(&found) {
        Some(effective) => auth::apply(effective, variables, &mut call, &mut text)?,
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

/// A `Content-Type` of the request's own counts, but the parts of a form need their boundary.
fn set_content_type(call: &mut Call, kind: String) {
    let is_one = |(name, _): &&mut (String, String)| name.eq_ignore_ascii_case("content-type");
    let own = call.headers.iter_mut().rfind(is_one);
    match (own, kind.split_once("; boundary=")) {
        (None, _) => call.headers.push(("Content-Type".to_owned(), kind)),
        (Some((_, own)), Some((_, boundary)))
            if own.starts_with("multipart/") && !own.contains("boundary=") =>
        {
            own.extend(["; boundary=", boundary]);
        }
        _ => {}
    }
}

fn filled(header: &Header, variables: &Variables) -> Result<(String, String), CollectionError> {
    let value = header.text().unwrap_or_default();
    Ok((
        variables.substitute(&header.key)?,
        variables.substitute(&value)?,
    ))
}

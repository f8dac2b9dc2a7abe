//! Signing a request.

use thiserror::Error;

use super::authorization::SignatureLocation;
use super::canonical_request::{CONTENT_SHA256, CanonicalRequest, Canonicalisation};
use super::credential_scope::CredentialScope;
use super::credentials::Credentials;
use super::encoding::{decode, encode, wire_path, wire_query};
use super::request::Request;
use super::signature::Stages;
use super::string_to_sign::ALGORITHM;
use super::timestamp::Timestamp;

/// What to sign with, for which scope, and when.
#[derive(Clone, Copy, Debug)]
pub struct Signing<'a> {
    /// The keys.
    pub credentials: &'a Credentials,
    /// The region of the scope.
    pub region: &'a str,
    /// The service of the scope.
    pub service: &'a str,
    /// The time of the signature.
    pub time: Timestamp,
    /// Where the signature goes.
    pub location: SignatureLocation,
}

/// What to send: this target, and these headers in place of those that were given.
pub struct Signed {
    /// Path and query, encoded once; nothing may encode them again.
    pub target: String,
    /// All headers, in the order given, those of the signature last.
    pub headers: Vec<(String, String)>,
    /// The result of each step.
    pub stages: Stages,
}

/// Why a request cannot be signed.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SignError {
    /// Postman would sign with the word `undefined` instead.
    #[error("the {0} is empty; both keys are needed to sign")]
    EmptyKey(&'static str),
    /// The scope has slashes of its own.
    #[error("the {0} of the scope is empty or has a slash or a comma in it")]
    Scope(&'static str),
    /// The host is always signed.
    #[error("the request needs exactly one Host header to be signed")]
    Host,
    /// The header cannot be sent as it is.
    #[error("the name or value of header `{0}` cannot be sent")]
    Header(String),
}

/// Headers that signing adds; those given are left out, as in Postman.
const OWN: [&str; 3] = ["authorization", "x-amz-date", "x-amz-security-token"];
/// Query parameters that signing adds.
const OWN_QUERY: [&str; 7] = [
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Date",
    "X-Amz-Expires",
    "X-Amz-Security-Token",
    "X-Amz-SignedHeaders",
    "X-Amz-Signature",
];
/// Headers that proxies may change on the way to the server; botocore and the AWS SDKs leave the
/// same ones out of the signature.
const UNSIGNED: [&str; 6] = [
    "accept-encoding",
    "connection",
    "content-length",
    "expect",
    "transfer-encoding",
    "user-agent",
];

/// Signs `request`. The target that comes back is the one to send.
///
/// # Errors
/// When a key, the scope, the host or a header would make a signature that nobody could verify.
pub fn sign(request: &Request<'_>, with: &Signing<'_>) -> Result<Signed, SignError> {
    check(request, with)?;
    let given = query_without(request, &OWN_QUERY);
    let headers = headers(request, with);
    let signed = signed_headers(&headers, with.location);
    Ok(signed_with(
        request,
        with,
        wire_query(&given),
        headers,
        &signed,
    ))
}

/// Signs `request` as Postman does: the query is sent as it is written, and the headers are signed in
/// the query's mode too. Only a `+` is sent as `%2B`, because Postman signs a space for it, which a
/// strict verifier refuses.
///
/// # Errors
/// As [`sign`].
pub(crate) fn sign_as_given(
    request: &Request<'_>,
    with: &Signing<'_>,
) -> Result<Signed, SignError> {
    check(request, with)?;
    let own = OWN_QUERY.into_iter().filter(|own| *own != "X-Amz-Expires");
    let given = query_without(request, &own.collect::<Vec<_>>());
    let headers = headers(request, with);
    let signed = signed_headers(&headers, SignatureLocation::Header);
    Ok(signed_with(
        request,
        with,
        given.replace('+', "%2B"),
        headers,
        &signed,
    ))
}

/// The query without the parameters of the names `own`.
fn query_without(request: &Request<'_>, own: &[&str]) -> String {
    let is_own = |pair: &str| {
        let key = decode(pair.split('=').next().unwrap_or_default());
        own.iter().any(|own| key == own.as_bytes())
    };
    let pairs = request.query().split('&').filter(|pair| !is_own(pair));
    pairs.collect::<Vec<_>>().join("&")
}

/// The headers to send, without the signature.
fn headers(request: &Request<'_>, with: &Signing<'_>) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = request
        .headers
        .iter()
        .filter(|(name, _)| !OWN.iter().any(|own| own.eq_ignore_ascii_case(name)))
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    if with.location == SignatureLocation::Header {
        headers.push(("X-Amz-Date".to_owned(), with.time.to_string()));
        let token = with.credentials.session_token();
        headers.extend(token.map(|token| ("X-Amz-Security-Token".to_owned(), token.to_owned())));
    }
    headers
}

/// Signs those of `headers` that `signed_headers` names, with the query `query`.
fn signed_with(
    request: &Request<'_>,
    with: &Signing<'_>,
    mut query: String,
    mut headers: Vec<(String, String)>,
    signed_headers: &[String],
) -> Signed {
    let scope = CredentialScope {
        date: with.time.date(),
        region: with.region.to_owned(),
        service: with.service.to_owned(),
    };
    let credential = format!("{}/{scope}", with.credentials.access_key());
    let names = signed_headers.join(";");
    if let SignatureLocation::Query { expires } = with.location {
        let mut add = |key: &str, value: &str| {
            let separator = if query.is_empty() { "" } else { "&" };
            let value = encode(value.as_bytes());
            query.extend([separator, key, "=", &value]);
        };
        if let Some(token) = with.credentials.session_token() {
            add("X-Amz-Security-Token", token);
        }
        add("X-Amz-Date", &with.time.to_string());
        if let Some(expires) = expires {
            add("X-Amz-Expires", &expires.to_string());
        }
        add("X-Amz-Algorithm", ALGORITHM);
        add("X-Amz-Credential", &credential);
        add("X-Amz-SignedHeaders", &names);
    }
    let path = match wire_path(request.path()) {
        path if path.starts_with('/') => path,
        path => format!("/{path}"),
    };
    let mut target = if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    };
    let stages = {
        let borrowed: Vec<(&str, &str)> = headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let wire = Request {
            target: &target,
            headers: &borrowed,
            ..*request
        };
        let canonical = CanonicalRequest::of(&wire, signed_headers, Canonicalisation::STANDARD);
        Stages::of(&canonical, with.time, &scope, with.credentials.secret())
    };
    let signature = &stages.signature;
    match with.location {
        SignatureLocation::Header => headers.push((
            "Authorization".to_owned(),
            format!(
                "{ALGORITHM} Credential={credential},SignedHeaders={names},Signature={signature}"
            ),
        )),
        SignatureLocation::Query { .. } => target.extend(["&X-Amz-Signature=", signature]),
    }
    Signed {
        target,
        headers,
        stages,
    }
}

fn check(request: &Request<'_>, with: &Signing<'_>) -> Result<(), SignError> {
    let keys = [
        ("access key", with.credentials.access_key()),
        ("secret key", with.credentials.secret()),
    ];
    if let Some((name, _)) = keys.iter().find(|(_, key)| key.is_empty()) {
        return Err(SignError::EmptyKey(name));
    }
    if !with
        .credentials
        .access_key()
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b',')
    {
        return Err(SignError::Header("Authorization".to_owned()));
    }
    for (name, part) in [("region", with.region), ("service", with.service)] {
        let fine = |byte: u8| byte.is_ascii_graphic() && byte != b'/' && byte != b',';
        if part.is_empty() || !part.bytes().all(fine) {
            return Err(SignError::Scope(name));
        }
    }
    if request.header("host").count() != 1 {
        return Err(SignError::Host);
    }
    let is_name = |name: &str| {
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        !name.is_empty() && name.bytes().all(token)
    };
    let is_value = |value: &str| !value.contains(|c: char| c.is_control() && c != '\t');
    match request
        .headers
        .iter()
        .find(|(name, value)| !is_name(name) || !is_value(value))
    {
        Some((name, _)) => Err(SignError::Header((*name).to_owned())),
        None => Ok(()),
    }
}

/// Sorted names of the headers to sign: all that arrive unchanged; in query
/// mode only the host and the body's hash, so that a browser can follow the URL.
fn signed_headers(headers: &[(String, String)], location: SignatureLocation) -> Vec<String> {
    let mut names: Vec<String> = headers
        .iter()
        .map(|(name, _)| name.to_ascii_lowercase())
        .filter(|name| match location {
            SignatureLocation::Header => !UNSIGNED.contains(&name.as_str()),
            SignatureLocation::Query { .. } => name == "host" || name == CONTENT_SHA256,
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

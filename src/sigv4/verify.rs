//! Verifying a signed request, by signing it again.

use thiserror::Error;

use super::authorization::{Authorization, SignatureLocation};
use super::canonical_request::{
    CONTENT_SHA256, CanonicalRequest, Canonicalisation, PathForm, QueryForm, UNSIGNED_PAYLOAD,
    canonical_path, canonical_query, sha256_hex,
};
use super::credentials::Credentials;
use super::request::Request;
use super::signature::Stages;
use super::timestamp::Timestamp;

/// What a verifier accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// How many seconds the clocks may differ by.
    pub skew: u64,
    /// The longest life of a presigned URL, in seconds.
    pub longest_expiry: u32,
    /// Which canonical paths and queries are tried.
    pub leniency: Leniency,
    /// Whether the sender may leave the body unsigned.
    pub unsigned_payload: bool,
}

/// Whether only the specification's canonical request is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leniency {
    /// Only [`Canonicalisation::STANDARD`].
    Strict,
    /// Also what the vendor's own samples, Postman and botocore sign: the path as received, without
    /// a `*` or a slash at its end, a `+` in the query as a space, and the query as written.
    /// Each is a whole other text to be signed with the same secret. What such a signature leaves
    /// open to change is the slash or the `*` at the end of the path, and a pair without a key.
    Lenient,
}

impl Policy {
    /// AWS's own limits: five minutes for a header, seven days for a presigned URL. Those of the
    /// real service are not known.
    pub const STRICT: Self = Self {
        skew: 300,
        longest_expiry: 604_800,
        leniency: Leniency::Strict,
        unsigned_payload: false,
    };
    /// The same limits, with the leniency that the vendor's samples need.
    pub const LENIENT: Self = Self {
        leniency: Leniency::Lenient,
        ..Self::STRICT
    };
}

/// Why a request is refused. No refusal quotes a secret or the signature that would be right.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum VerificationError {
    /// `host`, or in the header's mode `x-amz-date`, was not signed.
    #[error("header `{0}` must be signed")]
    NotSigned(&'static str),
    /// A signed header did not arrive.
    #[error("header `{0}` was signed but is not in the request")]
    HeaderGone(String),
    /// The host arrived twice.
    #[error("the request has more than one Host header")]
    TwoHosts,
    /// The scope is for another day than the time.
    #[error("the scope's day {scope} is not the day of the signature's time {time}")]
    Day {
        /// The scope's.
        scope: String,
        /// The time's.
        time: Timestamp,
    },
    /// The clocks differ too much.
    #[error("signed at {signed}, but it is {now} here; the clocks may differ by {skew} seconds")]
    Clock {
        /// The sender's time.
        signed: Timestamp,
        /// The verifier's time.
        now: Timestamp,
        /// What is allowed.
        skew: u64,
    },
    /// The presigned URL has expired.
    #[error("the signed URL expired at {0}")]
    Expired(Timestamp),
    /// The presigned URL is valid for too long.
    #[error("the signed URL is valid for {asked} seconds; at most {allowed} are allowed")]
    Expiry {
        /// The value given.
        asked: u32,
        /// What is allowed.
        allowed: u32,
    },
    /// `x-amz-content-sha256` is not the hash of the body.
    #[error("x-amz-content-sha256 is not the SHA-256 of the body that arrived")]
    Body,
    /// The body is left unsigned.
    #[error(
        "x-amz-content-sha256 is UNSIGNED-PAYLOAD, but the body must be signed: send its SHA-256 there"
    )]
    UnsignedBody,
    /// The body is signed in chunks.
    #[error(
        "x-amz-content-sha256 starts with STREAMING-, but a body in chunks is not read: send the SHA-256 \
         of the whole body there"
    )]
    StreamingBody,
    /// The session token is missing or wrong.
    #[error("the session token is missing or wrong")]
    SessionToken,
    /// It was signed with another access key.
    #[error("the request was signed with a different access key")]
    AccessKey,
    /// Everything else is right, but the signature differs.
    #[error("the signature does not match")]
    Signature,
}

/// Verifies `request`; the caller has read its authorization to look up the keys.
/// Gives the canonicalisation that the sender used.
///
/// # Errors
/// The first reason to refuse the request; [`VerificationError::Signature`] comes last.
pub fn verify(
    request: &Request<'_>,
    authorization: &Authorization,
    credentials: &Credentials,
    now: Timestamp,
    policy: &Policy,
) -> Result<Canonicalisation, VerificationError> {
    if authorization.access_key != credentials.access_key() {
        return Err(VerificationError::AccessKey);
    }
    check_headers(request, authorization)?;
    check_time(authorization, now, policy)?;
    check_body(request, authorization, policy)?;
    check_token(request, authorization, credentials)?;
    let (time, scope) = (authorization.time, &authorization.scope);
    let key = credentials.signing_key(time, scope);
    let matches = |canonical: &CanonicalRequest| {
        let stages = Stages::by(&key, canonical, time, scope);
        stages.matches(&authorization.signature)
    };
    let standard = Canonicalisation::STANDARD;
    let mut canonical = CanonicalRequest::of(request, &authorization.signed_headers, standard);
    if matches(&canonical) {
        return Ok(standard);
    }
    // Without encoding, bytes that no HTTP server passes on could make two requests look the same.
    if policy.leniency == Leniency::Strict || request.target.contains(char::is_control) {
        return Err(VerificationError::Signature);
    }
    let paths = distinct(PATHS, |form| canonical_path(request.path(), form));
    for (query, text) in distinct(QUERIES, |form| canonical_query(request.query(), form)) {
        canonical.query = text;
        for (path, text) in &paths {
            let form = Canonicalisation { path: *path, query };
            canonical.path.clone_from(text);
            if form != standard && matches(&canonical) {
                return Ok(form);
            }
        }
    }
    Err(VerificationError::Signature)
}

/// The forms of the path that a lenient verifier tries, the standard one first.
const PATHS: [PathForm; 4] = [
    PathForm::Standard,
    PathForm::AsReceived,
    PathForm::WithoutStar,
    PathForm::WithoutSlash,
];
/// The forms of the query.
const QUERIES: [QueryForm; 4] = [
    QueryForm::Standard,
    QueryForm::PlusIsSpace,
    QueryForm::Sorted,
    QueryForm::AsReceived,
];

/// The texts of `forms`, each once, however many forms lead to it.
fn distinct<F: Copy>(forms: [F; 4], text: impl Fn(F) -> String) -> Vec<(F, String)> {
    let mut found: Vec<(F, String)> = Vec::new();
    for form in forms {
        let text = text(form);
        if !found.iter().any(|(_, other)| *other == text) {
            found.push((form, text));
        }
    }
    found
}

impl VerificationError {
    /// Whether it is reason enough for another signature; a wrong clock, for one, is not.
    pub fn explains_signature(&self) -> bool {
        matches!(
            self,
            Self::HeaderGone(_)
                | Self::TwoHosts
                | Self::Day { .. }
                | Self::Body
                | Self::StreamingBody
                | Self::SessionToken
                | Self::AccessKey
        )
    }
}

pub(super) fn check_headers(
    request: &Request<'_>,
    authorization: &Authorization,
) -> Result<(), VerificationError> {
    let needed: &[&'static str] = match authorization.location {
        SignatureLocation::Header => &["host", "x-amz-date"],
        SignatureLocation::Query { .. } => &["host"],
    };
    for name in needed {
        if !authorization
            .signed_headers
            .iter()
            .any(|signed| signed == name)
        {
            return Err(VerificationError::NotSigned(name));
        }
    }
    if request.header("host").count() > 1 {
        return Err(VerificationError::TwoHosts);
    }
    let gone = |name: &&String| request.header(name).next().is_none();
    match authorization.signed_headers.iter().find(gone) {
        Some(name) => Err(VerificationError::HeaderGone(name.clone())),
        None => Ok(()),
    }
}

pub(super) fn check_time(
    authorization: &Authorization,
    now: Timestamp,
    policy: &Policy,
) -> Result<(), VerificationError> {
    let signed = authorization.time;
    if authorization.scope.date != signed.date() {
        return Err(VerificationError::Day {
            scope: authorization.scope.date.clone(),
            time: signed,
        });
    }
    let clock = VerificationError::Clock {
        signed,
        now,
        skew: policy.skew,
    };
    let ahead = signed.seconds().saturating_sub(now.seconds());
    let behind = now.seconds().saturating_sub(signed.seconds());
    match authorization.location {
        _ if ahead > policy.skew => Err(clock),
        SignatureLocation::Query {
            expires: Some(asked),
        } if asked > policy.longest_expiry => Err(VerificationError::Expiry {
            asked,
            allowed: policy.longest_expiry,
        }),
        SignatureLocation::Query {
            expires: Some(asked),
        } if behind > u64::from(asked) => {
            Err(VerificationError::Expired(signed.shifted(i64::from(asked))))
        }
        SignatureLocation::Query { expires: Some(_) } => Ok(()),
        _ if behind > policy.skew => Err(clock),
        _ => Ok(()),
    }
}

pub(super) fn check_body(
    request: &Request<'_>,
    authorization: &Authorization,
    policy: &Policy,
) -> Result<(), VerificationError> {
    let mut named = request.header(CONTENT_SHA256);
    let Some(hash) = named.next() else {
        return Ok(());
    };
    let signed = authorization
        .signed_headers
        .iter()
        .any(|name| name == CONTENT_SHA256);
    let fine = match hash {
        UNSIGNED_PAYLOAD => signed && policy.unsigned_payload,
        hash => hash == sha256_hex(request.body),
    };
    match hash {
        _ if fine && named.next().is_none() => Ok(()),
        UNSIGNED_PAYLOAD if signed => Err(VerificationError::UnsignedBody),
        hash if hash.starts_with("STREAMING-") => Err(VerificationError::StreamingBody),
        _ => Err(VerificationError::Body),
    }
}

fn check_token(
    request: &Request<'_>,
    authorization: &Authorization,
    credentials: &Credentials,
) -> Result<(), VerificationError> {
    use subtle::ConstantTimeEq;
    let Some(token) = credentials.session_token() else {
        return Ok(());
    };
    let given = match authorization.location {
        SignatureLocation::Header => request
            .header("x-amz-security-token")
            .next()
            .map(|t| t.as_bytes().to_vec()),
        SignatureLocation::Query { .. } => request.query().split('&').find_map(|pair| {
            pair.strip_prefix("X-Amz-Security-Token=")
                .map(super::encoding::decode)
        }),
    };
    let same = given.is_some_and(|given| given.ct_eq(token.as_bytes()).into());
    if same {
        Ok(())
    } else {
        Err(VerificationError::SessionToken)
    }
}

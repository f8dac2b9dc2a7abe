//! What a request states about its own signature, in its `Authorization` header or in its query.

use thiserror::Error;

use super::credential_scope::CredentialScope;
use super::encoding::decode;
use super::request::Request;
use super::string_to_sign::ALGORITHM;
use super::timestamp::Timestamp;

/// Where the signature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureLocation {
    /// In the `Authorization` header.
    Header,
    /// In the query (a presigned URL).
    Query {
        /// How many seconds it is valid for; Postman does not state it.
        expires: Option<u32>,
    },
}

impl SignatureLocation {
    /// The query, without an expiry as in Postman, or the header.
    pub fn in_query(is_in_query: bool) -> Self {
        if is_in_query {
            Self::Query { expires: None }
        } else {
            Self::Header
        }
    }
}

/// The parts of a signed request's authorization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorization {
    /// Who signed.
    pub access_key: String,
    /// For which day, region and service.
    pub scope: CredentialScope,
    /// Lower-case names of the headers that were signed, in the order given.
    pub signed_headers: Vec<String>,
    /// The signature.
    pub signature: String,
    /// When it was signed.
    pub time: Timestamp,
    /// Where the signature is.
    pub location: SignatureLocation,
}

/// Why no authorization could be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum AuthorizationError {
    /// Neither header nor query is signed.
    #[error("the request has no signature in an Authorization header or in its query")]
    Absent,
    /// Signed in header and query, or with two headers.
    #[error("the request has more than one {0}")]
    Twice(&'static str),
    /// Another scheme, such as `Bearer`.
    #[error("the Authorization header does not start with AWS4-HMAC-SHA256")]
    Scheme,
    /// A part is missing.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A part cannot be read.
    #[error("{part} is malformed; it looks like `{like}`")]
    Malformed {
        /// Which part.
        part: &'static str,
        /// A correct example.
        like: &'static str,
    },
}

use AuthorizationError::{Absent, Malformed, Missing, Scheme, Twice};

/// The only one of `values`, if there is one.
fn only<T>(
    mut values: impl Iterator<Item = T>,
    what: &'static str,
) -> Result<Option<T>, AuthorizationError> {
    let first = values.next();
    if values.next().is_some() {
        return Err(Twice(what));
    }
    Ok(first)
}

impl Authorization {
    /// Reads the authorization of `request`.
    ///
    /// # Errors
    /// When there is none, more than one, or one that is malformed. No error quotes the request.
    pub fn of(request: &Request<'_>) -> Result<Self, AuthorizationError> {
        let header = only(request.header("authorization"), "Authorization header")?;
        let query = Presigned::of(request.query())?;
        match (header, query) {
            (None, None) => Err(Absent),
            (Some(_), Some(_)) => Err(Twice("signature")),
            (Some(header), None) => {
                let date = only(request.header("x-amz-date"), "X-Amz-Date header")?;
                Self::parse_header(header, date.ok_or(Missing("the X-Amz-Date header"))?)
            }
            (None, Some(presigned)) => presigned.parse(),
        }
    }

    /// Whether the signature is in the query.
    pub(super) fn is_presigned(&self) -> bool {
        matches!(self.location, SignatureLocation::Query { .. })
    }

    /// Reads the value of an `Authorization` header, with the `X-Amz-Date` beside it.
    ///
    /// Its parts are separated by commas, with a space (Postman, botocore) or without (the cURL that
    /// SQL Account copies).
    ///
    /// # Errors
    /// As [`Authorization::of`].
    pub fn parse_header(header: &str, date: &str) -> Result<Self, AuthorizationError> {
        let rest = header.trim().strip_prefix(ALGORITHM).ok_or(Scheme)?;
        if !rest.starts_with([' ', '\t']) {
            return Err(Scheme);
        }
        let part = |name: &str, what| {
            let parts = rest.split(',').map(str::trim);
            let values = parts.filter_map(|part| part.strip_prefix(name)?.strip_prefix('='));
            only(values, what)?.ok_or(Missing(what))
        };
        Self::assemble(
            part("Credential", "Credential")?,
            part("SignedHeaders", "SignedHeaders")?,
            part("Signature", "Signature")?,
            date,
            SignatureLocation::Header,
        )
    }

    fn assemble(
        credential: &str,
        signed_headers: &str,
        signature: &str,
        date: &str,
        location: SignatureLocation,
    ) -> Result<Self, AuthorizationError> {
        let (access_key, scope) = CredentialScope::cut(credential).ok_or(Malformed {
            part: "Credential",
            like: "<access key>/20260115/ap-southeast-5/sqlaccount/aws4_request",
        })?;
        let names: Vec<String> = signed_headers
            .split(';')
            .map(str::to_ascii_lowercase)
            .collect();
        let is_name = |name: &String| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_graphic() && byte != b':')
        };
        let rises = names.windows(2).all(|pair| pair.first() < pair.last());
        if !names.iter().all(is_name) || !rises {
            return Err(Malformed {
                part: "SignedHeaders",
                like: "host;x-amz-date, sorted and without repetition",
            });
        }
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if signature.len() != 64 || !signature.bytes().all(is_hex) {
            return Err(Malformed {
                part: "Signature",
                like: "64 lower-case hex digits",
            });
        }
        let time = Timestamp::parse(date.trim()).ok_or(Malformed {
            part: "X-Amz-Date",
            like: "20260115T083000Z",
        })?;
        Ok(Self {
            access_key: access_key.to_owned(),
            scope,
            signed_headers: names,
            signature: signature.to_owned(),
            time,
            location,
        })
    }
}

/// The parameters of a presigned URL, decoded.
struct Presigned {
    algorithm: String,
    credential: Option<String>,
    date: Option<String>,
    expires: Option<String>,
    signed_headers: Option<String>,
    signature: Option<String>,
}

impl Presigned {
    fn of(query: &str) -> Result<Option<Self>, AuthorizationError> {
        let text = |part: &str| String::from_utf8_lossy(&decode(part)).into_owned();
        let pairs: Vec<(String, String)> = query
            .split('&')
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(key, value)| (text(key), text(value)))
            .collect();
        let value = |name: &'static str| {
            let values = pairs.iter().filter(|(key, _)| key == name);
            only(values.map(|(_, value)| value.clone()), name)
        };
        let Some(algorithm) = value("X-Amz-Algorithm")? else {
            return Ok(None);
        };
        Ok(Some(Self {
            algorithm,
            credential: value("X-Amz-Credential")?,
            date: value("X-Amz-Date")?,
            expires: value("X-Amz-Expires")?,
            signed_headers: value("X-Amz-SignedHeaders")?,
            signature: value("X-Amz-Signature")?,
        }))
    }

    fn parse(self) -> Result<Authorization, AuthorizationError> {
        if self.algorithm != ALGORITHM {
            return Err(Malformed {
                part: "X-Amz-Algorithm",
                like: ALGORITHM,
            });
        }
        let expires = self.expires.map(|text| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|_| digits).ok_or(Malformed {
                part: "X-Amz-Expires",
                like: "900",
            })
        });
        Authorization::assemble(
            &self.credential.ok_or(Missing("X-Amz-Credential"))?,
            &self.signed_headers.ok_or(Missing("X-Amz-SignedHeaders"))?,
            &self.signature.ok_or(Missing("X-Amz-Signature"))?,
            &self.date.ok_or(Missing("X-Amz-Date"))?,
            SignatureLocation::Query {
                expires: expires.transpose()?,
            },
        )
    }
}

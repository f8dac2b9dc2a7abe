//! Step 1: the canonical request.

use sha2::{Digest, Sha256};

use super::encoding::{decoded, encode_into, encode_once, hex};
use super::request::Request;

/// The header that names the body's hash.
pub(super) const CONTENT_SHA256: &str = "x-amz-content-sha256";
/// Its value when the sender does not sign the body.
pub(super) const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";

/// How the path is made canonical. The first way is the specification's; the others are what senders
/// have been seen to do, including the vendor's own samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathForm {
    /// Dot segments and double slashes resolved, every segment percent-encoded once more:
    /// Postman, botocore, and the vendor's Python sample (`*` as `%2A`).
    Standard,
    /// The path as it was received.
    AsReceived,
    /// Without the `*` at its end, as the vendor's Node sample signs `/salesinvoice/*`.
    WithoutStar,
    /// Without the slash at its end.
    WithoutSlash,
    /// With a slash added at its end.
    WithSlash,
}

/// How the query is made canonical.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryForm {
    /// Decoded, encoded and sorted; a `+` is a plus.
    Standard,
    /// The same, but a `+` is a space and a pair without a key is left out: Postman.
    PlusIsSpace,
    /// Sorted, but otherwise as written: botocore.
    Sorted,
    /// As written, unsorted and without a `=` that was not sent: a client that builds the text by hand.
    AsReceived,
}

/// Path and query made canonical in one of several forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Canonicalisation {
    /// The path's form.
    pub path: PathForm,
    /// The query's form.
    pub query: QueryForm,
}

impl Canonicalisation {
    /// What the specification says, and what [`sign`](super::sign()) does.
    pub const STANDARD: Self = Self {
        path: PathForm::Standard,
        query: QueryForm::Standard,
    };
}

/// The hash of a body for `x-amz-content-sha256`: the lower-case hex digits of its SHA-256.
pub(crate) fn body_hash(body: &[u8]) -> String {
    sha256_hex(body)
}

/// The lower-case hex digits of the SHA-256 of `bytes`.
pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(super) fn canonical_path(path: &str, form: PathForm) -> String {
    match form {
        PathForm::Standard => standard_path(path),
        PathForm::AsReceived if path.is_empty() => "/".to_owned(),
        PathForm::AsReceived => path.to_owned(),
        PathForm::WithoutStar => standard_path(path.strip_suffix('*').unwrap_or(path)),
        PathForm::WithoutSlash => standard_path(path.trim_end_matches('/')),
        PathForm::WithSlash => standard_path(&format!("{path}/")),
    }
}

fn standard_path(path: &str) -> String {
    let mut segments = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            _ => segments.push(segment),
        }
    }
    let mut canonical = String::with_capacity(path.len() + 8);
    for segment in &segments {
        canonical.push('/');
        encode_into(&mut canonical, segment.bytes());
    }
    if path.ends_with('/') || segments.is_empty() {
        canonical.push('/');
    }
    canonical
}

/// The canonical query, without the signature of a presigned URL.
pub(super) fn canonical_query(query: &str, form: QueryForm) -> String {
    if query.is_empty() {
        return String::new();
    }
    if form == QueryForm::AsReceived {
        let signed = query
            .split('&')
            .filter(|pair| !pair.starts_with("X-Amz-Signature="));
        return signed.collect::<Vec<_>>().join("&");
    }
    // Only botocore counts the empty text between two `&` as a pair.
    let counts = |pair: &&str| !pair.is_empty() || form == QueryForm::Sorted;
    let pairs = query.split('&').filter(counts);
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let signed = pairs.filter(|(key, _)| !decoded(key).eq(*b"X-Amz-Signature"));
    let spaced = |part: &str| encode_once(&part.replace('+', " "));
    let mut pairs: Vec<(String, String)> = match form {
        QueryForm::Standard => signed
            .map(|(key, value)| (encode_once(key), encode_once(value)))
            .collect(),
        QueryForm::PlusIsSpace => signed
            .filter(|(key, _)| !key.is_empty())
            .map(|(key, value)| (spaced(key), spaced(value)))
            .collect(),
        _ => signed
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect(),
    };
    pairs.sort();
    let mut canonical = String::with_capacity(query.len() + 8);
    for (key, value) in &pairs {
        if !canonical.is_empty() {
            canonical.push('&');
        }
        canonical.extend([key, "=", value]);
    }
    canonical
}

/// All values of the header, trimmed, with runs of spaces and tabs made one space, joined by commas.
pub(super) fn canonical_header(request: &Request<'_>, name: &str) -> String {
    let mut canonical = String::new();
    for (number, value) in request.header(name).enumerate() {
        if number > 0 {
            canonical.push(',');
        }
        let words = value.split([' ', '\t']).filter(|word| !word.is_empty());
        for (number, word) in words.enumerate() {
            if number > 0 {
                canonical.push(' ');
            }
            canonical.push_str(word);
        }
    }
    canonical
}

/// The hash in the last line: the body's, or the value of `x-amz-content-sha256` when the body
/// is not signed.
pub(super) fn payload_hash(request: &Request<'_>) -> String {
    if request.header(CONTENT_SHA256).eq([UNSIGNED_PAYLOAD]) {
        return UNSIGNED_PAYLOAD.to_owned();
    }
    sha256_hex(request.body)
}

/// The parts of a canonical request, each already canonical.
#[derive(Clone)]
pub(super) struct CanonicalRequest {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) query: String,
    /// Lower-case names in the order of `SignedHeaders`, with their values.
    pub(super) headers: Vec<(String, String)>,
    /// The names again, separated by `;`.
    pub(super) signed_headers: String,
    pub(super) payload: String,
}

impl CanonicalRequest {
    pub(super) fn of(request: &Request<'_>, signed: &[String], form: Canonicalisation) -> Self {
        let headers = signed.iter();
        Self {
            method: request.method.to_owned(),
            path: canonical_path(request.path(), form.path),
            query: canonical_query(request.query(), form.query),
            headers: headers
                .map(|name| (name.clone(), canonical_header(request, name)))
                .collect(),
            signed_headers: signed.join(";"),
            payload: payload_hash(request),
        }
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(512);
        for line in [&self.method, &self.path, &self.query] {
            text.extend([line, "\n"]);
        }
        for (name, value) in &self.headers {
            text.extend([name, ":", value, "\n"]);
        }
        text.push('\n');
        text.extend([&self.signed_headers, "\n", &self.payload]);
        text
    }
}

//! Other bodies, and other texts in the place of their hash.

use crate::sigv4::canonical_request::{CONTENT_SHA256, UNSIGNED_PAYLOAD, sha256_hex};
use crate::sigv4::cause::Cause;
use crate::sigv4::encoding::{decode, encode};
use crate::sigv4::request::Request;
use crate::sigv4::signature_inputs::Hypothesis;

use super::json;

/// The largest body that is written again in other ways.
const LARGEST: usize = 1 << 20;

/// Guesses at the body, nearest first.
pub(super) fn bodies(request: &Request<'_>) -> Vec<Hypothesis> {
    let body = request.body;
    let own = sha256_hex(body);
    let mut forms = vec![
        ("it was signed as empty", sha256_hex(b"")),
        (
            "it was left out, as UNSIGNED-PAYLOAD",
            UNSIGNED_PAYLOAD.to_owned(),
        ),
        ("it was `{}`", sha256_hex(b"{}")),
        ("it was `null`", sha256_hex(b"null")),
        ("it was `[]`", sha256_hex(b"[]")),
        ("it was `\"\"`", sha256_hex(b"\"\"")),
        ("it was `undefined`", sha256_hex(b"undefined")),
        ("it was `[object Object]`", sha256_hex(b"[object Object]")),
        ("its hash is in capitals", own.to_uppercase()),
        ("its hash is missing", String::new()),
        ("its hash was hashed once more", sha256_hex(own.as_bytes())),
    ];
    let mut causes: Vec<(Cause, String)> = request
        .header(CONTENT_SHA256)
        .map(|hash| {
            let cause = if hash.starts_with("STREAMING-") {
                Cause::Streaming
            } else {
                Cause::Body("its hash is that of x-amz-content-sha256")
            };
            (cause, hash.to_owned())
        })
        .collect();
    if body.len() <= LARGEST {
        if let Ok(text) = std::str::from_utf8(body) {
            forms.push((
                "it was signed itself, in place of its hash",
                text.to_owned(),
            ));
        }
        let again = rewritten(body).into_iter();
        forms.extend(again.map(|(how, body)| (how, sha256_hex(&body))));
    }
    causes.extend(
        forms
            .into_iter()
            .map(|(how, hash)| (Cause::Body(how), hash)),
    );
    causes
        .into_iter()
        .map(|(cause, hash)| {
            Hypothesis::new(cause, move |inputs| {
                hash.clone_into(&mut inputs.request.payload);
            })
        })
        .collect()
}

/// The body in other forms.
fn rewritten(body: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    if body.is_empty() {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(body);
    let unix = text.replace("\r\n", "\n");
    let added = |end: &str| [body, end.as_bytes()].concat();
    let mut all = vec![
        ("it lost a line feed at its end", added("\n")),
        ("it lost a line end (CR LF) at its end", added("\r\n")),
        (
            "white space was added at its end",
            text.trim_end().as_bytes().to_vec(),
        ),
        (
            "white space was added around it",
            text.trim().as_bytes().to_vec(),
        ),
        (
            "its line ends (CR LF) were changed to LF",
            unix.replace('\n', "\r\n").into_bytes(),
        ),
        (
            "its line ends (LF) were changed to CR LF",
            unix.clone().into_bytes(),
        ),
        (
            "its line ends were removed",
            text.replace(['\r', '\n'], "").into_bytes(),
        ),
        (
            "its byte order mark was removed",
            [b"\xEF\xBB\xBF", body].concat(),
        ),
        (
            "a byte order mark was added",
            body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body).to_vec(),
        ),
        ("it was percent-encoded once more", decode(&text)),
        (
            "its percent-encoding was removed",
            encode(body).into_bytes(),
        ),
        (
            "its spaces were `+` and are `%20`",
            text.replace("%20", "+").into_bytes(),
        ),
        (
            "its spaces were `%20` and are `+`",
            text.replace('+', "%20").into_bytes(),
        ),
        ("it was in Latin-1", latin1(&text)),
        (
            "it was in UTF-16",
            text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
    ];
    all.extend(json::rewritten(&text));
    all
}

/// The text in Latin-1, with `?` for what it has not.
fn latin1(text: &str) -> Vec<u8> {
    text.chars()
        .map(|character| u8::try_from(u32::from(character)).unwrap_or(b'?'))
        .collect()
}

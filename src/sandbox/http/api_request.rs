//! An HTTP request as the engine reads it.

use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;

use crate::catalogue::Method;
use crate::sandbox::engine::ApiRequest;

/// The method for the engine; HEAD is a GET of which only the head is sent.
pub(super) fn method(method: &axum::http::Method) -> Option<Method> {
    match method.as_str() {
        "GET" | "HEAD" => Some(Method::Get),
        "POST" => Some(Method::Post),
        "PUT" => Some(Method::Put),
        "PATCH" => Some(Method::Patch),
        "DELETE" => Some(Method::Delete),
        _ => None,
    }
}

pub(super) fn api_request(method: Method, parts: &Parts, body: Bytes, now: i64) -> ApiRequest {
    let content_type = parts.headers.get(CONTENT_TYPE);
    ApiRequest {
        method,
        segments: segments(parts.uri.path()),
        query: query(parts.uri.query().unwrap_or_default()),
        content_type: content_type
            .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()),
        body: body.into(),
        now,
    }
}

/// The decoded segments of a path. `..` is a key like any other: nothing here is the name of a file.
fn segments(path: &str) -> Vec<String> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = path.strip_suffix('/').unwrap_or(path);
    path.split('/').map(|part| decode(part, false)).collect()
}

/// The decoded pairs of a query, without those of the signature.
pub(super) fn query(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs
        .map(|(key, value)| (decode(key, true), decode(value, true)))
        .filter(|(key, _)| !is_of_signature(key))
        .collect()
}

fn is_of_signature(key: &str) -> bool {
    let start = key.get(..6);
    start.is_some_and(|start| start.eq_ignore_ascii_case("x-amz-"))
}

/// `text` without percent-encoding; a `%` that does not start an escape stays.
fn decode(text: &str, plus_is_space: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |index: usize| char::from(*after.get(index)?).to_digit(16);
        let escaped = match first {
            b'%' => digit(0).zip(digit(1)),
            _ => None,
        };
        rest = after;
        if let Some((high, low)) = escaped {
            bytes.extend(u8::try_from(high * 16 + low));
            rest = after.get(2..).unwrap_or_default();
        } else if *first == b'+' && plus_is_space {
            bytes.push(b' ');
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_cut_before_it_is_decoded() {
        for (path, expected) in [
            ("/agent", &["agent"][..]),
            ("/agent/", &["agent"]),
            ("/agent/*", &["agent", "*"]),
            ("/terms/30%20Days", &["terms", "30 Days"]),
            ("/terms/a%2Fb", &["terms", "a/b"]),
            ("/terms/a+b", &["terms", "a+b"]),
            ("/agent/..", &["agent", ".."]),
            ("/agent/%2e%2e%2Fetc", &["agent", "../etc"]),
            ("//agent", &["", "agent"]),
            ("/a/%zz%4", &["a", "%zz%4"]),
            ("/", &[""]),
        ] {
            assert_eq!(segments(path), expected, "{path}");
        }
    }

    #[test]
    fn a_query_loses_what_belongs_to_the_signature() {
        let pairs = query("offset=0&X-Amz-Date=1&x%2Damz-signature=2&companyname=A+%26+B&&é=%FF&a");
        let expected = [
            ("offset", "0"),
            ("companyname", "A & B"),
            ("é", "\u{FFFD}"),
            ("a", ""),
        ];
        let expected = expected.map(|(key, value)| (key.to_owned(), value.to_owned()));
        assert_eq!(pairs, expected);
    }
}

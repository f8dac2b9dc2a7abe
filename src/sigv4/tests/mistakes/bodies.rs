//! Other bodies, and other texts in the place of their hash.

use super::{JSON, Mistake, POST, body};

pub(super) const BODIES: [Mistake; 14] = [
    (
        POST,
        |s| body(s, "{\"code\": \"A/é\", \"qty\": 2}"),
        "a space after each `:` and `,`",
    ),
    (
        POST,
        |s| body(s, "{\n  \"code\": \"A/é\",\n  \"qty\": 2\n}"),
        "indented by two spaces",
    ),
    (
        POST,
        |s| body(s, "{\n    \"code\": \"A/é\",\n    \"qty\": 2\n}\n"),
        "indented by four spaces",
    ),
    (
        POST,
        |s| body(s, "{\"code\":\"A\\/\\u00e9\",\"qty\":2}"),
        "JSON",
    ),
    (
        POST,
        |s| body(s, "{\"code\": \"A/\\u00e9\", \"qty\": 2}"),
        "JSON",
    ),
    (
        POST,
        |s| body(s, "\"{\\\"code\\\":\\\"A/é\\\",\\\"qty\\\":2}\""),
        "a JSON string",
    ),
    (
        ("POST /agent", JSON, "{\"b\":1,\"a\":[]}"),
        |s| body(s, "{\"a\":[],\"b\":1}"),
        "in another order",
    ),
    (
        ("POST /agent", JSON, "{\n \"a\" : [ ]\n}"),
        |s| body(s, "{\"a\":[]}"),
        "no white space",
    ),
    (
        ("POST /agent", JSON, "{\"a\":\"\\u00e9\"}"),
        |s| body(s, "{\"a\":\"é\"}"),
        "escaped",
    ),
    (POST, |s| body(s, ""), "signed as empty"),
    (
        POST,
        |s| s.request.payload = "UNSIGNED-PAYLOAD".into(),
        "UNSIGNED-PAYLOAD",
    ),
    (
        POST,
        |s| s.request.payload = s.request.payload.to_uppercase(),
        "in capitals",
    ),
    (
        ("POST /agent", JSON, "a=b%20c"),
        |s| body(s, "a=b+c"),
        "are `%20`",
    ),
    (
        (
            "PUT /agent",
            &[("X-Amz-Content-Sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")],
            "1;chunk",
        ),
        |s| s.request.payload = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD".into(),
        "signed in chunks",
    ),
];

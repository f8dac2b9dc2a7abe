//! Methods, values of headers, and the ways in which headers are written.

use super::{Mistake, PLAIN, POST, get, set};

const INTERNAL: &[(&str, &str)] = &[
    ("Host", "internal"),
    ("X-Forwarded-Host", "erp.example"),
    ("X-Forwarded-Port", "8443"),
];

pub(super) const HEADERS: [Mistake; 20] = [
    (
        get("HEAD /agent"),
        |s| s.request.method = "GET".into(),
        "signed as `GET`",
    ),
    (
        get("GET /agent"),
        |s| s.request.method = "get".into(),
        "signed as `get`",
    ),
    (POST, |s| s.request.method = "PUT".into(), "signed as `PUT`"),
    (
        PLAIN,
        |s| set(s, "host", "api.sql.my:8443"),
        "was `api.sql.my:8443`",
    ),
    (
        PLAIN,
        |s| set(s, "host", "https://api.sql.my"),
        "was `https://api.sql.my`",
    ),
    (
        PLAIN,
        |s| set(s, "host", "localhost:8080"),
        "was `localhost:8080`",
    ),
    (
        ("GET /agent", INTERNAL, ""),
        |s| set(s, "host", "erp.example:8443"),
        "was `erp.example:8443`",
    ),
    (
        (
            "GET /agent",
            &[
                ("Host", "internal"),
                ("Forwarded", "for=1;host=erp.example;proto=https"),
            ],
            "",
        ),
        |s| set(s, "host", "erp.example"),
        "was `erp.example`",
    ),
    (
        POST,
        |s| {
            set(
                s,
                "content-type",
                "application/x-www-form-urlencoded; charset=utf-8",
            );
        },
        "was `application/x-www-form-urlencoded; charset=utf-8`",
    ),
    (
        POST,
        |s| set(s, "content-type", ""),
        "`content-type` was empty or missing",
    ),
    (
        ("GET /agent", &[("Accept-Encoding", "br")], ""),
        |s| set(s, "accept-encoding", "gzip, deflate"),
        "was `gzip, deflate`",
    ),
    (
        ("GET /agent", &[("Connection", "close")], ""),
        |s| set(s, "connection", "keep-alive"),
        "was `keep-alive`",
    ),
    (
        (
            "GET /agent",
            &[("X-Amz-Security-Token", "t"), ("X-Amz-Security-Token", "t")],
            "",
        ),
        |s| set(s, "x-amz-security-token", "t"),
        "`x-amz-security-token` was `(not shown)`",
    ),
    (
        ("GET /agent", &[("X-A", "b  c")], ""),
        |s| set(s, "x-a", "b  c"),
        "was `b  c`",
    ),
    (
        PLAIN,
        |s| s.request.signed_headers = "Host;X-Amz-Date".into(),
        "capitals",
    ),
    (
        PLAIN,
        |s| {
            s.request
                .headers
                .iter_mut()
                .for_each(|(name, _)| *name = name.to_uppercase());
        },
        "capitals",
    ),
    (
        ("GET /agent", &[("X-Z", "1")], ""),
        |s| s.request.signed_headers = "host;x-amz-date".into(),
        "without the name `x-z`",
    ),
    (
        PLAIN,
        |s| s.request.headers.reverse(),
        "the headers were signed in",
    ),
    (
        POST,
        |s| {
            s.request.headers.remove(0);
            s.request.signed_headers = "host;x-amz-date".into();
        },
        "without `content-type`",
    ),
    (
        PLAIN,
        |s| s.request.signed_headers = "host,x-amz-date".into(),
        "with `,` between their names",
    ),
];

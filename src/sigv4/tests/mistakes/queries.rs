//! Queries in other forms, or changed after they were signed.

use super::{Mistake, get};

pub(super) const QUERIES: [Mistake; 20] = [
    (
        get("GET /a?q=m&q.parser=s"),
        |s| s.request.query = "q.parser=s&q=m".into(),
        "sorted as whole texts",
    ),
    (
        get("GET /a?p%5B1%5D=1&p%5B10%5D=1"),
        |s| s.request.query = "p%5B10%5D=1&p%5B1%5D=1".into(),
        "sorted",
    ),
    (
        get("GET /a?a=2&B=1"),
        |s| s.request.query = "a=2&B=1".into(),
        "neither sorted nor encoded",
    ),
    (
        get("GET /a?B=1&a=2&A=3"),
        |s| s.request.query = "a=2&A=3&B=1".into(),
        "without regard to case",
    ),
    (
        get("GET /a?v&a=1"),
        |s| s.request.query = "a=1&v".into(),
        "a key without a value needs",
    ),
    (
        get("GET /a?v=&a=1"),
        |s| s.request.query = "a=1&v".into(),
        "before empty values",
    ),
    (
        get("GET /a?v=&a=1"),
        |s| s.request.query = "a=1".into(),
        "`v` was added",
    ),
    (
        get("GET /a?f=%2A%28%29%21"),
        |s| s.request.query = "f=*()!".into(),
        "`encodeURIComponent`",
    ),
    (
        get("GET /a?f=a%3Ab%2Fc"),
        |s| s.request.query = "f=a:b/c".into(),
        "unencoded",
    ),
    (
        get("GET /a?f=a%3Ab%2Fc"),
        |s| s.request.query = "f=a%3Ab/c".into(),
        "with `/` unencoded",
    ),
    (
        get("GET /a?f=a%3Ab"),
        |s| s.request.query = "f=a%3ab".into(),
        "in lower case",
    ),
    (
        get("GET /a?f=a%20b&g=~"),
        |s| s.request.query = "f=a b&g=~".into(),
        "unencoded",
    ),
    (
        get("GET /a?f=a%20b&g=~"),
        |s| s.request.query = "f=a+b&g=~".into(),
        "spaces as `+`",
    ),
    (
        get("GET /a?f=a%20b&g=~"),
        |s| s.request.query = "f=a+b&g=%7E".into(),
        "as forms are encoded",
    ),
    (
        get("GET /a?f=a%20b"),
        |s| s.request.query = "f=a%2520b".into(),
        "encoded again",
    ),
    (
        get("GET /a?z=3&utm=1"),
        |s| s.request.query = "z=3".into(),
        "`utm` was added",
    ),
    (
        get("GET /a?z=3&u=1&v=2"),
        |s| s.request.query = "z=3".into(),
        "`u`, `v` were added",
    ),
    (
        get("GET /a?a=1&a=2&b=3"),
        |s| s.request.query = "a=2&b=3".into(),
        "had its last value only",
    ),
    (
        get("GET /a?a=1&a=2&b=3"),
        |s| s.request.query = "a=1%2C2&b=3".into(),
        "joined with `,`",
    ),
    (
        get("GET /a?b=1"),
        |s| s.request.query = "?b=1".into(),
        "with the `?` before it",
    ),
];

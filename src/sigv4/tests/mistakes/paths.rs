//! Paths in other forms, or changed on the way.

use super::{Mistake, get};

pub(super) const PATHS: [Mistake; 12] = [
    (
        get("GET /api/v1/agent"),
        |s| s.request.path = "/agent".into(),
        "the path was `/agent` when",
    ),
    (
        get("GET /agent"),
        |s| s.request.path = "/prod/agent".into(),
        "the path was `/prod/agent`",
    ),
    (
        get("GET /agent/1"),
        |s| s.request.path = "/agent".into(),
        "the path was `/agent` when",
    ),
    (
        get("GET /a%20b"),
        |s| s.request.path = "/a b".into(),
        "unencoded",
    ),
    (
        get("GET /a%20b"),
        |s| s.request.path = "/a%20b".into(),
        "as sent",
    ),
    (
        get("GET /a//b"),
        |s| s.request.path = "/a//b".into(),
        "as sent",
    ),
    (
        get("GET /a%20/./b"),
        |s| s.request.path = "/a%20/./b".into(),
        "as sent",
    ),
    (
        get("GET /a%20//b"),
        |s| s.request.path = "/a%2520//b".into(),
        "with its double slashes",
    ),
    (
        get("GET /a/b"),
        |s| s.request.path = "%2Fa%2Fb".into(),
        "with its slashes encoded",
    ),
    (
        get("GET /a/b"),
        |s| s.request.path = "a/b".into(),
        "without the slash at its start",
    ),
    (
        get("GET /a"),
        |s| s.request.path = "https://api.sql.my/a".into(),
        "as the whole URL",
    ),
    (
        get("GET /a?b=1"),
        |s| {
            s.request.path = "/a?b=1".into();
            s.request.query.clear();
        },
        "together with the query",
    ),
];

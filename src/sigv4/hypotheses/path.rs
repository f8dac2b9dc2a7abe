//! Other forms of the path, and other paths that a proxy may have made of the signed one.

use crate::sigv4::canonical_request::{PathForm, canonical_path};
use crate::sigv4::cause::Cause;
use crate::sigv4::encoding::{decode, encode};
use crate::sigv4::request::Request;
use crate::sigv4::signature_inputs::Hypothesis;

use super::encoders::{component, lower_escapes, whole_url};
use super::header::forwarded;

/// Prefixes that gateways add or remove.
const PREFIXES: [&str; 24] = [
    "api",
    "prod",
    "v1",
    "stage",
    "dev",
    "api/v1",
    "v2",
    "api/v2",
    "staging",
    "test",
    "uat",
    "beta",
    "live",
    "production",
    "default",
    "$default",
    "rest",
    "public",
    "sqlaccount",
    "sql",
    "sqlapi",
    "proxy",
    "gateway",
    "backend",
];
/// How many segments are left out from either end.
const SEGMENTS: usize = 4;

/// Guesses at the path, nearest first.
pub(super) fn paths(request: &Request<'_>) -> Vec<Hypothesis> {
    let path = request.path();
    let mut all = forms(path);
    all.extend(whole(request));
    all.extend(routes(request));
    all
}

fn guess(cause: Cause, path: String) -> Hypothesis {
    Hypothesis::new(cause, move |inputs| {
        path.clone_into(&mut inputs.request.path);
    })
}

fn forms(path: &str) -> Vec<Hypothesis> {
    let decoded = String::from_utf8_lossy(&decode(path)).into_owned();
    let standard = |path: &str| canonical_path(path, PathForm::Standard);
    let in_segments = |encode: &dyn Fn(&str) -> String| {
        let segments = path.split('/').map(encode);
        segments.collect::<Vec<_>>().join("/")
    };
    let forms = [
        (
            "as sent, without encoding it again (`*` must be `%2A`)",
            canonical_path(path, PathForm::AsReceived),
        ),
        (
            "without the `*` at its end",
            canonical_path(path, PathForm::WithoutStar),
        ),
        (
            "without the slash at its end",
            canonical_path(path, PathForm::WithoutSlash),
        ),
        (
            "with a slash at its end that was not sent",
            canonical_path(path, PathForm::WithSlash),
        ),
        (
            "encoded once; it must be encoded twice for every service except S3",
            standard(&decoded),
        ),
        (
            "as it reads, with its spaces and other characters unencoded",
            decoded.clone(),
        ),
        (
            "with `*` as `%2A` and then encoded again, as `%252A`",
            standard(&path.replace('*', "%2A")),
        ),
        (
            "with `%2A` where `*` was meant; an encoded star is signed as `%252A`",
            standard(&path.replace("%2A", "*").replace("%2a", "*")),
        ),
        ("with spaces as `+`", standard(&decoded.replace(' ', "+"))),
        (
            "with its double slashes and dot segments",
            in_segments(&|segment| encode(segment.as_bytes())),
        ),
        (
            "encoded once, with its double slashes and dot segments",
            in_segments(&|segment| encode(&decode(segment))),
        ),
        ("encoded three times", standard(&standard(path))),
        (
            "with `%` escapes in lower case",
            lower_escapes(&standard(path)),
        ),
        (
            "as `encodeURIComponent` encodes its segments, which leaves `!'()*`",
            in_segments(&|segment| component(&decode(segment))),
        ),
        (
            "as `encodeURI` encodes it, which leaves `;,:@&=+$!'()*#`",
            whole_url(&decode(path)),
        ),
        (
            "with its slashes encoded, as `%2F`",
            encode(path.as_bytes()),
        ),
        (
            "with its slashes encoded, as `%2F`",
            encode(decoded.as_bytes()),
        ),
        ("in lower case", standard(&path.to_lowercase())),
        ("in upper case", standard(&path.to_uppercase())),
        ("as `/`", "/".to_owned()),
        ("as if there were none", String::new()),
        (
            "without the slash at its start",
            standard(path).trim_start_matches('/').to_owned(),
        ),
    ];
    let forms = forms.into_iter();
    forms
        .map(|(how, path)| guess(Cause::Path(how.into()), path))
        .collect()
}

/// The path with more of the URL in the same line.
fn whole(request: &Request<'_>) -> Vec<Hypothesis> {
    let host = request.header("host").next().unwrap_or_default();
    let path = canonical_path(request.path(), PathForm::Standard);
    let mut all: Vec<Hypothesis> = ["https://", "http://", "//", ""]
        .into_iter()
        .map(|scheme| {
            guess(
                Cause::Path("as the whole URL".into()),
                format!("{scheme}{host}{path}"),
            )
        })
        .collect();
    let with_query = [
        request.target.to_owned(),
        format!("{path}?{}", request.query()),
    ];
    for line in with_query
        .into_iter()
        .filter(|_| !request.query().is_empty())
    {
        for keeps_query in [false, true] {
            let line = line.clone();
            let cause = Cause::Path("together with the query, in one line".into());
            all.push(Hypothesis::new(cause, move |inputs| {
                line.clone_into(&mut inputs.request.path);
                if !keeps_query {
                    inputs.request.query.clear();
                }
            }));
        }
    }
    all
}

/// Paths that a proxy may have received.
fn routes(request: &Request<'_>) -> Vec<Hypothesis> {
    let path = request.path();
    let mut routes: Vec<String> = forwarded(request, &["x-forwarded-prefix", "x-script-name"])
        .map(|prefix| format!("{}{path}", prefix.trim_end_matches('/')))
        .collect();
    let originals = [
        "x-original-uri",
        "x-forwarded-uri",
        "x-original-url",
        "x-rewrite-url",
        "x-forwarded-path",
    ];
    routes.extend(forwarded(request, &originals).map(|uri| {
        let path = uri.split('?').next().unwrap_or_default();
        path.to_owned()
    }));
    let cuts = path.match_indices('/').skip(1).map(|(at, _)| at);
    routes.extend(
        cuts.clone()
            .take(SEGMENTS)
            .filter_map(|at| path.get(at..).map(str::to_owned)),
    );
    routes.extend(PREFIXES.map(|prefix| format!("/{prefix}{path}")));
    let last = path
        .match_indices('/')
        .map(|(at, _)| at)
        .filter(|at| *at > 0);
    let last = last.collect::<Vec<_>>();
    routes.extend(
        last.iter()
            .rev()
            .take(2)
            .filter_map(|at| path.get(..*at).map(str::to_owned)),
    );
    routes
        .into_iter()
        .map(|route| {
            let path = canonical_path(&route, PathForm::Standard);
            guess(Cause::Routed(route), path)
        })
        .collect()
}

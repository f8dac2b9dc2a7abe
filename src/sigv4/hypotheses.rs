//! What senders get wrong, as changes to what was signed. Nearest and most frequent first.

use secrecy::SecretString;

use super::authorization::Authorization;
use super::canonical_request::{
    PathForm, QueryForm, UNSIGNED_PAYLOAD, canonical_path, canonical_query, sha256_hex,
};
use super::cause::Cause;
use super::credentials::Credentials;
use super::encoding::decode;
use super::request::Request;
use super::signature_inputs::{Candidates, Hypothesis};

/// All guesses for this request.
pub(super) fn hypotheses(
    request: &Request<'_>,
    authorization: &Authorization,
    credentials: &Credentials,
    candidates: &Candidates<'_>,
) -> Vec<Hypothesis> {
    let mut all = paths(request.path());
    all.extend(queries(request.query()));
    all.extend(scopes(authorization, candidates));
    all.extend(bodies(request));
    all.extend(headers(request, authorization, candidates));
    all.extend(methods(request.method));
    all.extend(secrets(credentials));
    if !authorization.is_presigned() {
        all.extend(clocks());
    }
    all
}

fn paths(path: &str) -> Vec<Hypothesis> {
    let decoded = String::from_utf8_lossy(&decode(path)).into_owned();
    let once = canonical_path(&decoded, PathForm::Standard);
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
            once.clone(),
        ),
        ("with `*` as `%2A` and then encoded again, as `%252A`", {
            canonical_path(&path.replace('*', "%2A"), PathForm::Standard)
        }),
        (
            "with `%2A` where `*` was meant; an encoded star is signed as `%252A`",
            {
                canonical_path(
                    &path.replace("%2A", "*").replace("%2a", "*"),
                    PathForm::Standard,
                )
            },
        ),
        (
            "with spaces as `+`",
            canonical_path(&decoded.replace(' ', "+"), PathForm::Standard),
        ),
        ("as `/`", "/".to_owned()),
    ];
    let forms = forms.into_iter();
    forms
        .map(|(how, path)| {
            Hypothesis::new(Cause::Path(how), move |inputs| {
                path.clone_into(&mut inputs.request.path);
            })
        })
        .collect()
}

fn queries(query: &str) -> Vec<Hypothesis> {
    let forms = [
        (
            "with `+` as a space; send a plus as `%2B` and a space as `%20`",
            canonical_query(query, QueryForm::PlusIsSpace),
        ),
        (
            "as sent, sorted but not encoded",
            canonical_query(query, QueryForm::Sorted),
        ),
        (
            "as sent, neither sorted nor encoded",
            canonical_query(query, QueryForm::AsReceived),
        ),
        ("with every `%` encoded again", {
            canonical_query(&query.replace('%', "%25"), QueryForm::Standard)
        }),
        ("with spaces as `+`", {
            canonical_query(query, QueryForm::PlusIsSpace).replace("%20", "+")
        }),
        ("encoded, but not sorted", {
            let pairs = query
                .split('&')
                .map(|pair| canonical_query(pair, QueryForm::Standard));
            pairs.collect::<Vec<_>>().join("&")
        }),
        ("with `*` unencoded; it must be `%2A`", {
            canonical_query(query, QueryForm::Standard).replace("%2A", "*")
        }),
        ("as if there were none", String::new()),
    ];
    let forms = forms.into_iter();
    forms
        .map(|(how, query)| {
            Hypothesis::new(Cause::Query(how), move |inputs| {
                query.clone_into(&mut inputs.request.query);
            })
        })
        .collect()
}

fn scopes(authorization: &Authorization, candidates: &Candidates<'_>) -> Vec<Hypothesis> {
    let scope = &authorization.scope;
    let regions = candidates
        .regions
        .iter()
        .filter(|region| **region != scope.region);
    let services = candidates
        .services
        .iter()
        .filter(|service| **service != scope.service);
    let regions = regions.map(|region| {
        let region = (*region).to_owned();
        Hypothesis::new(Cause::Region(region.clone()), move |inputs| {
            region.clone_into(&mut inputs.scope.region);
        })
    });
    let services = services.map(|service| {
        let service = (*service).to_owned();
        Hypothesis::new(Cause::Service(service.clone()), move |inputs| {
            service.clone_into(&mut inputs.scope.service);
        })
    });
    regions.chain(services).collect()
}

fn bodies(request: &Request<'_>) -> Vec<Hypothesis> {
    let body = request.body;
    let text = String::from_utf8_lossy(body);
    let crlf = text.replace("\r\n", "\n").replace('\n', "\r\n");
    let added = |end: &str| sha256_hex(&[body, end.as_bytes()].concat());
    let mut forms = vec![
        ("it was signed as empty", sha256_hex(b"")),
        (
            "it was left out, as UNSIGNED-PAYLOAD",
            UNSIGNED_PAYLOAD.to_owned(),
        ),
        ("it lost a line feed at its end", added("\n")),
        ("it lost a line end (CR LF) at its end", added("\r\n")),
        (
            "white space was added at its end",
            sha256_hex(text.trim_end().as_bytes()),
        ),
        (
            "white space was added around it",
            sha256_hex(text.trim().as_bytes()),
        ),
        (
            "its line ends (CR LF) were changed to LF",
            sha256_hex(crlf.as_bytes()),
        ),
        (
            "its line ends (LF) were changed to CR LF",
            sha256_hex(text.replace("\r\n", "\n").as_bytes()),
        ),
        (
            "its line ends were removed",
            sha256_hex(text.replace(['\r', '\n'], "").as_bytes()),
        ),
        (
            "its byte order mark was removed",
            sha256_hex(&[b"\xEF\xBB\xBF", body].concat()),
        ),
        ("it was `{}`", sha256_hex(b"{}")),
        ("it was `null`", sha256_hex(b"null")),
    ];
    let named = request.header("x-amz-content-sha256");
    forms.extend(named.map(|hash| ("its hash is that of x-amz-content-sha256", hash.to_owned())));
    let forms = forms.into_iter();
    forms
        .map(|(how, hash)| {
            Hypothesis::new(Cause::Body(how), move |inputs| {
                hash.clone_into(&mut inputs.request.payload);
            })
        })
        .collect()
}

/// The values that the header `name` may have had before something on the way changed it.
fn other_values(request: &Request<'_>, name: &str, candidates: &Candidates<'_>) -> Vec<String> {
    let value = request.header(name).collect::<Vec<_>>().join(",");
    let mut others = vec![value.to_ascii_lowercase(), String::new()];
    if name == "host" {
        let bare = value
            .rsplit_once(':')
            .map_or(value.as_str(), |(host, _)| host);
        others.extend(["", ":443", ":80", ":8080"].map(|port| format!("{bare}{port}")));
        let forwarded = ["x-forwarded-host", "x-original-host", "x-host"];
        others.extend(
            forwarded
                .iter()
                .flat_map(|name| request.header(name))
                .map(str::to_owned),
        );
        others.extend(candidates.hosts.iter().map(|host| (*host).to_owned()));
    }
    if name == "content-type" {
        let bare = value.split(';').next().unwrap_or_default().trim();
        others.extend(
            [
                "",
                "; charset=utf-8",
                ";charset=utf-8",
                "; charset=UTF-8",
                ";charset=UTF-8",
            ]
            .map(|charset| format!("{bare}{charset}")),
        );
        others.extend(["application/json", "text/plain"].map(str::to_owned));
    }
    let mut seen = vec![value];
    others.retain(|other| {
        let new = !seen.contains(other);
        seen.push(other.clone());
        new
    });
    others
}

fn headers(
    request: &Request<'_>,
    authorization: &Authorization,
    candidates: &Candidates<'_>,
) -> Vec<Hypothesis> {
    let names = authorization.signed_headers.iter();
    names
        .filter(|name| !["x-amz-date", "x-amz-content-sha256"].contains(&name.as_str()))
        .flat_map(|name| {
            let others = other_values(request, name, candidates).into_iter();
            others.map(move |signed| (name.clone(), signed))
        })
        .map(|(name, signed)| {
            let secret = name == "x-amz-security-token";
            let shown = if secret {
                "another one".to_owned()
            } else {
                signed.clone()
            };
            let cause = Cause::Header {
                name: name.clone(),
                signed: shown,
            };
            Hypothesis::new(cause, move |inputs| {
                let headers = inputs.request.headers.iter_mut();
                for (_, value) in headers.filter(|(other, _)| *other == name) {
                    signed.clone_into(value);
                }
            })
        })
        .collect()
}

fn methods(method: &str) -> Vec<Hypothesis> {
    let cases = [method.to_ascii_uppercase(), method.to_ascii_lowercase()];
    let others = cases.into_iter().filter(|other| other != method);
    others
        .map(|other| {
            Hypothesis::new(Cause::MethodCase, move |inputs| {
                other.clone_into(&mut inputs.request.method);
            })
        })
        .collect()
}

fn secrets(credentials: &Credentials) -> Vec<Hypothesis> {
    let secret = credentials.secret();
    let forms = [
        ("empty", String::new()),
        (
            "the word `undefined`: the signer had none",
            "undefined".to_owned(),
        ),
        ("the word `null`: the signer had none", "null".to_owned()),
        (
            "the placeholder `your_secret_key`",
            "your_secret_key".to_owned(),
        ),
        (
            "the unresolved variable `{{secret_key}}`",
            "{{secret_key}}".to_owned(),
        ),
        ("the access key", credentials.access_key().to_owned()),
        ("followed by a line feed", format!("{}\n", secret.trim())),
        (
            "followed by a line end (CR LF)",
            format!("{}\r\n", secret.trim()),
        ),
        ("followed by a space", format!("{} ", secret.trim())),
        (
            "used without the white space around it",
            secret.trim().to_owned(),
        ),
        ("in upper case", secret.to_ascii_uppercase()),
        ("in lower case", secret.to_ascii_lowercase()),
        ("in quotes", format!("\"{}\"", secret.trim())),
        (
            "cut short by a character",
            secret
                .char_indices()
                .last()
                .map_or("", |(at, _)| secret.split_at(at).0)
                .to_owned(),
        ),
    ];
    let forms = forms.into_iter();
    forms
        .map(|(how, secret)| {
            let secret = SecretString::from(secret);
            Hypothesis::new(Cause::Secret(how), move |inputs| {
                secret.clone_into(&mut inputs.secret);
            })
        })
        .collect()
}

/// Local times taken for UTC, by whole and half hours, and clocks read twice.
fn clocks() -> Vec<Hypothesis> {
    let near = (1..=10).flat_map(|second| [-second, second]);
    let zones = (1..=28).flat_map(|half| [-half * 1800, half * 1800]);
    let shifts = near.chain(zones);
    shifts
        .map(|seconds: i64| {
            Hypothesis::new(Cause::Clock { seconds }, move |inputs| {
                let time = inputs.time.shifted(seconds);
                for (name, value) in &mut inputs.request.headers {
                    if name == "x-amz-date" {
                        *value = time.to_string();
                    }
                }
                inputs.time = time;
            })
        })
        .collect()
}

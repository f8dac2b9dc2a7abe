//! Other values of the signed headers.

use crate::sigv4::authorization::Authorization;
use crate::sigv4::canonical_request::{CONTENT_SHA256, UNSIGNED_PAYLOAD, sha256_hex};
use crate::sigv4::cause::Cause;
use crate::sigv4::request::Request;
use crate::sigv4::signature_inputs::{Candidates, Hypothesis};

const PORTS: [&str; 12] = [
    "", ":443", ":80", ":8080", ":8443", ":8000", ":3000", ":5000", ":8081", ":9000", ":4433",
    ":81",
];
const CHARSETS: [&str; 6] = [
    "",
    "; charset=utf-8",
    ";charset=utf-8",
    "; charset=UTF-8",
    ";charset=UTF-8",
    "; charset=\"utf-8\"",
];
const MEDIA_TYPES: [&str; 6] = [
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain",
    "application/octet-stream",
    "application/xml",
    "application/x-amz-json-1.0",
];
/// What clients and proxies write into headers of their own.
const USUAL: [(&str, &[&str]); 7] = [
    (
        "accept-encoding",
        &[
            "gzip",
            "gzip, deflate",
            "gzip, deflate, br",
            "gzip, deflate, br, zstd",
            "identity",
            "gzip,deflate",
            "deflate, gzip",
            "deflate, gzip, br, zstd",
            "br",
            "*",
            "gzip, compress, deflate, br",
        ],
    ),
    (
        "accept",
        &[
            "*/*",
            "application/json",
            "application/json, text/plain, */*",
            "application/json, */*",
        ],
    ),
    (
        "connection",
        &[
            "keep-alive",
            "close",
            "Keep-Alive",
            "upgrade",
            "Upgrade, HTTP2-Settings",
        ],
    ),
    ("transfer-encoding", &["chunked", "identity"]),
    ("expect", &["100-continue"]),
    ("cache-control", &["no-cache", "max-age=0", "no-store"]),
    ("accept-language", &["*", "en", "en-US,en;q=0.9", "en-US"]),
];

/// The values of the headers of those names, by which a proxy passes on what it received.
pub(super) fn forwarded<'a>(
    request: &Request<'a>,
    names: &[&str],
) -> impl Iterator<Item = &'a str> {
    let values: Vec<&str> = names.iter().flat_map(|name| request.header(name)).collect();
    values.into_iter()
}

/// Guesses at the value of each signed header.
pub(super) fn headers(
    request: &Request<'_>,
    authorization: &Authorization,
    candidates: &Candidates<'_>,
) -> Vec<Hypothesis> {
    let names = authorization.signed_headers.iter();
    names
        .filter(|name| *name != "x-amz-date")
        .flat_map(|name| {
            let others = other_values(request, name, candidates).into_iter();
            others.map(move |signed| (name.clone(), signed))
        })
        .map(|(name, signed)| {
            let is_secret =
                ["x-amz-security-token", "cookie", "proxy-authorization"].contains(&name.as_str());
            let shown = if is_secret && !signed.is_empty() {
                "(not shown)".to_owned()
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

/// The values that the header `name` may have had before something on the way changed it.
fn other_values(request: &Request<'_>, name: &str, candidates: &Candidates<'_>) -> Vec<String> {
    let values: Vec<&str> = request.header(name).collect();
    let value = values.join(",");
    let mut others = match name {
        "host" => hosts(request, &value, candidates),
        "content-type" => content_types(&value),
        "content-length" => {
            let characters = String::from_utf8_lossy(request.body).chars().count();
            let length = request.body.len();
            [length, characters, 0, length + 1, length + 2]
                .map(|n| n.to_string())
                .to_vec()
        }
        CONTENT_SHA256 => vec![
            sha256_hex(request.body),
            UNSIGNED_PAYLOAD.to_owned(),
            sha256_hex(b""),
        ],
        _ => Vec::new(),
    };
    let usual = USUAL.iter().filter(|(usual, _)| *usual == name);
    others.extend(usual.flat_map(|(_, values)| values.iter().map(|value| (*value).to_owned())));
    others.extend([
        String::new(),
        value.to_ascii_lowercase(),
        value.to_ascii_uppercase(),
    ]);
    others.push(value.clone());
    others.push(values.join(", "));
    others.push(format!(" {value}"));
    others.push(format!("{value} "));
    for one in [values.first(), values.last()].into_iter().flatten() {
        others.push((*one).to_owned());
        // Something on the way sent it once more.
        others.push(format!("{one},{one}"));
    }
    others.push(value.trim_matches('"').to_owned());
    others.push(value.replace(", ", ","));
    others.push(value.replace(',', ", "));
    let mut seen = vec![crate::sigv4::canonical_request::canonical_header(
        request, name,
    )];
    others.retain(|other| {
        let is_new = !seen.contains(other);
        seen.push(other.clone());
        is_new
    });
    others
}

fn hosts(request: &Request<'_>, value: &str, candidates: &Candidates<'_>) -> Vec<String> {
    let bare = |host: &str| {
        let port = host.rsplit_once(':');
        port.filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
            .map_or(host, |(host, _)| host)
            .to_owned()
    };
    let mut names = vec![bare(value)];
    let passed_on = [
        "x-forwarded-host",
        "x-original-host",
        "x-host",
        "x-forwarded-server",
    ];
    for list in forwarded(request, &passed_on) {
        names.extend(list.split(',').map(|host| host.trim().to_owned()));
    }
    for list in forwarded(request, &["forwarded"]) {
        let parts = list
            .split([';', ','])
            .filter_map(|part| part.split_once('='));
        let hosts = parts.filter(|(name, _)| name.trim().eq_ignore_ascii_case("host"));
        names.extend(hosts.map(|(_, host)| host.trim().trim_matches('"').to_owned()));
    }
    for url in forwarded(request, &["origin", "referer"]) {
        let host = url
            .split_once("://")
            .map(|(_, rest)| rest.split('/').next());
        names.extend(host.flatten().map(str::to_owned));
    }
    names.extend(candidates.hosts.iter().map(|host| (*host).to_owned()));
    names.extend(["localhost", "127.0.0.1"].map(str::to_owned));
    let forwarded_ports: Vec<String> = forwarded(request, &["x-forwarded-port"])
        .map(|port| format!(":{port}"))
        .collect();
    let mut hosts = names.clone();
    for name in &names {
        let name = bare(name);
        let ports = forwarded_ports.iter().map(String::as_str).chain(PORTS);
        hosts.extend(ports.map(|port| format!("{name}{port}")));
    }
    let bare = bare(value);
    hosts.extend([
        format!("https://{value}"),
        format!("http://{value}"),
        format!("{value}/"),
        format!("{bare}."),
        bare.trim_end_matches('.').to_owned(),
        format!("www.{bare}"),
        bare.trim_start_matches("www.").to_owned(),
    ]);
    hosts
}

fn content_types(value: &str) -> Vec<String> {
    let bare = value.split(';').next().unwrap_or_default().trim();
    let types = std::iter::once(bare).chain(MEDIA_TYPES);
    let mut all: Vec<String> = types
        .flat_map(|media| CHARSETS.map(|charset| format!("{media}{charset}")))
        .collect();
    all.push(format!("{bare},{bare}"));
    all.push("*/*".to_owned());
    all
}

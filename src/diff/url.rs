use std::borrow::Cow;

use super::model::{Named, named, text};
use crate::postman::view::Url;

/// A URL built from its parts, however it is written.
#[derive(Debug, Default)]
pub(super) struct Address {
    pub(super) host: String,
    pub(super) path: Vec<String>,
    pub(super) query: Vec<Named>,
    pub(super) variables: Vec<Named>,
}

impl Address {
    pub(super) fn new(url: &Url) -> Self {
        let raw = url.raw_text().unwrap_or_default();
        let mut address = Self::of_text(&raw);
        if url.has_parts() {
            let mut host = url.host_text().unwrap_or_default();
            let scheme = raw.split_once("://").map(|(scheme, _)| scheme);
            let protocol = text(url.protocol);
            let protocol = protocol.trim_end_matches("://").trim_end_matches(':');
            let scheme = (!protocol.is_empty()).then_some(protocol).or(scheme);
            if let Some(scheme) = scheme.filter(|_| !host.is_empty() && !host.contains("://")) {
                host = format!("{scheme}://{host}");
            }
            let port = text(url.port);
            if !port.is_empty() {
                host = format!("{host}:{port}");
            }
            address.host = without_user(&host);
            address.path = path(url).into_iter().map(Cow::into_owned).collect();
        }
        if url.query.is_some() {
            let query = url.query();
            address.query = query
                .iter()
                .map(|one| named(one.entry, one.key.as_deref().unwrap_or_default()))
                .filter(|one| !one.key.is_empty() || !one.value.is_empty())
                .collect();
        }
        let variables = url.path_variables();
        address.variables = variables
            .iter()
            .map(|one| named(one.entry, &one.name))
            .collect();
        address
    }

    fn of_text(raw: &str) -> Self {
        let [scheme, host, path, query] = split(raw);
        let host = if scheme.is_empty() {
            host.to_owned()
        } else {
            format!("{scheme}://{host}")
        };
        let parameter = |part: &str| {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            Named {
                key: key.to_owned(),
                value: value.to_owned(),
                is_enabled: true,
                ..Named::default()
            }
        };
        Self {
            host: without_user(&host),
            path: parts(path).map(str::to_owned).collect(),
            query: query
                .split('&')
                .filter(|part| !part.is_empty())
                .map(parameter)
                .collect(),
            variables: Vec::new(),
        }
    }

    /// The path with one sign for whatever is filled in.
    pub(super) fn normalised(&self) -> String {
        normalised(&self.path)
    }

    /// The path as it is written.
    pub(super) fn shown(&self) -> String {
        format!("/{}", self.path.join("/"))
    }

    /// The segments that are filled in.
    pub(super) fn holes(&self) -> Vec<&str> {
        self.path
            .iter()
            .filter(|part| hole(part).is_some())
            .map(String::as_str)
            .collect()
    }
}

/// Scheme, host, path and query of a URL that is written as a text.
fn split(raw: &str) -> [&str; 4] {
    let raw = raw.split('#').next().unwrap_or_default();
    let (head, query) = raw.split_once('?').unwrap_or((raw, ""));
    let (scheme, rest) = head.split_once("://").unwrap_or(("", head));
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    [scheme, host, path, query]
}

/// The host in a URL, or in a host that may have its scheme in front.
pub(super) fn host(raw: &str) -> &str {
    let [_, host, ..] = split(raw);
    host
}

fn parts(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|part| !part.is_empty())
}

/// The segments of a URL's path, however it is written.
pub(super) fn path<'d>(url: &Url<'d>) -> Vec<Cow<'d, str>> {
    if url.has_parts() {
        let segments = url.segments().into_iter().map(|segment| segment.text);
        return segments.filter(|text| !text.is_empty()).collect();
    }
    match url.raw_text().unwrap_or_default() {
        Cow::Borrowed(raw) => {
            let [_, _, path, _] = split(raw);
            parts(path).map(Cow::Borrowed).collect()
        }
        Cow::Owned(raw) => {
            let [_, _, path, _] = split(&raw);
            parts(path)
                .map(|part| Cow::Owned(part.to_owned()))
                .collect()
        }
    }
}

/// A path with one sign for whatever is filled in.
pub(super) fn normalised<S: AsRef<str>>(path: &[S]) -> String {
    let mut text = String::new();
    for part in path {
        let part = part.as_ref();
        if !text.is_empty() {
            text.push('/');
        }
        text.push_str(if hole(part).is_some() { "{}" } else { part });
    }
    if text
        .bytes()
        .any(|b| b.is_ascii_uppercase() || !b.is_ascii())
    {
        text = text.to_lowercase();
    }
    text
}

/// The name of what is filled in for `:id`, `{id}` or `{{id}}`.
pub(super) fn hole(segment: &str) -> Option<&str> {
    let braces = segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    let name = segment.strip_prefix(':').or(braces)?;
    Some(name.trim_matches(['{', '}'])).filter(|name| !name.is_empty())
}

/// A user and a password in a host are secrets.
fn without_user(host: &str) -> String {
    let (scheme, rest) = host.split_once("://").unwrap_or(("", host));
    match rest.rsplit_once('@') {
        Some((_, rest)) if scheme.is_empty() => rest.to_owned(),
        Some((_, rest)) => format!("{scheme}://{rest}"),
        None => host.to_owned(),
    }
}

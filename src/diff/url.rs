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
            let segments = url.segments().into_iter();
            address.path = segments
                .map(|segment| segment.text.into_owned())
                .filter(|text| !text.is_empty())
                .collect();
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
        let (head, query) = raw.split_once('?').unwrap_or((raw, ""));
        let query = query.split('#').next().unwrap_or_default();
        let head = if query.is_empty() {
            head.split('#').next().unwrap_or_default()
        } else {
            head
        };
        let (scheme, rest) = head
            .split_once("://")
            .map_or(("", head), |(scheme, rest)| (scheme, rest));
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
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
            path: path
                .split('/')
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect(),
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
        let parts = self.path.iter().map(|part| {
            if hole(part).is_some() {
                "{}"
            } else {
                part.as_str()
            }
        });
        let parts: Vec<&str> = parts.collect();
        parts.join("/").to_lowercase()
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

//! The URL of a request.

use crate::client::Base;
use crate::postman::view::Url;

use super::variables::plain;
use super::{CollectionError, Variables};

/// The whole URL, variables filled in and nothing encoded: the parts where there are any, else the
/// text.
pub(super) fn text(url: &Url, variables: &Variables) -> Result<String, CollectionError> {
    if !url.has_parts() {
        let raw = url.raw_text().ok_or(CollectionError::NoUrl)?;
        return variables.substitute(raw.split('#').next().unwrap_or_default());
    }
    let mut text = String::new();
    if let Some(protocol) = url.protocol {
        text.extend([plain(protocol).trim_end_matches("://"), "://"]);
    }
    text.push_str(&url.host_text().unwrap_or_default());
    if let Some(port) = url.port {
        text.extend([":", &plain(port)]);
    }
    let path_variables = url.path_variables();
    for segment in url.segments() {
        // `:code.json` is the variable `code` and then `.json`; one without a text stays as it is.
        let rest = segment.text.strip_prefix(':').unwrap_or_default();
        let (name, suffix) = rest.split_at(rest.find('.').unwrap_or(rest.len()));
        let named = path_variables
            .iter()
            .rfind(|variable| variable.name == name);
        let value = named.and_then(|variable| variable.value?.as_str());
        match value.filter(|value| !value.is_empty() && !name.is_empty()) {
            Some(value) => text.extend(["/", &value, suffix]),
            None => text.extend(["/", &segment.text]),
        }
    }
    let mut separator = '?';
    for parameter in url.query().into_iter().filter(|one| one.is_enabled) {
        let (key, value) = (parameter.key.unwrap_or_default(), parameter.value);
        if key.is_empty() && value.is_none() {
            continue;
        }
        text.push(separator);
        separator = '&';
        text.push_str(&key);
        if let Some(value) = value {
            text.extend(["=", &value]);
        }
    }
    // A `#` in a variable's value belongs to the value, one in the parts too: Postman keeps the
    // fragment apart.
    Ok(variables.substitute(&text)?.replace('#', "%23"))
}

/// The base of a whole URL, and the target below it.
pub(super) fn split(url: &str) -> Result<(Base, String), CollectionError> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
    let (authority, target) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let base = Base::parse(&format!("{scheme}://{authority}"));
    let base = base.map_err(|error| CollectionError::Url(error.to_string()))?;
    let target = if target.starts_with('/') {
        target.to_owned()
    } else {
        format!("/{target}")
    };
    Ok((base, target))
}

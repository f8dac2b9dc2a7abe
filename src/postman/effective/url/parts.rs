//! Reading an address from its parts and from its text.

use std::borrow::Cow;

use super::text::{SLASHES, UrlText, mask_variables};
use super::{PathVariable, Piece, QueryParameter, RequestUrl};
use crate::json::{Entry, Kind, Value};
use crate::postman::view::{self, is_truthy};

impl<'d> RequestUrl<'d> {
    /// The address in the text `at`.
    pub(super) fn of_text(at: Value<'d>) -> Self {
        let Some(whole) = Piece::string(at) else {
            return Self::default();
        };
        let masked = mask_variables(&whole.text);
        let cut = UrlText::of_masked(&masked);
        let piece = |range: std::ops::Range<usize>| whole.part(range);
        let mask = |range: &std::ops::Range<usize>| masked.get(range.clone()).unwrap_or_default();
        let path = (!cut.path.is_empty()).then(|| {
            let inner = cut.path.start + 1..cut.path.end;
            piece(inner.clone()).split(mask(&inner), SLASHES).collect()
        });
        let query = cut
            .query
            .map(|range| parameters(&piece(range.clone()), mask(&range)));
        Self {
            is_split: false,
            protocol: cut.protocol.map(piece),
            user_info: cut.user_info.map(piece),
            host: Some(piece(cut.host)).filter(|host| !host.is_empty()),
            port: cut.port.map(piece),
            path,
            query: query.unwrap_or_default(),
            hash: cut.hash.map(piece),
            variables: Vec::new(),
        }
    }

    /// The address composed from the parts of `url`.
    pub(super) fn of_parts(url: &view::Url<'d>) -> Self {
        let scalar = |value: Option<Value<'d>>| value.and_then(Piece::whole);
        Self {
            is_split: true,
            protocol: scalar(url.protocol).filter(|protocol| !protocol.is_empty()),
            user_info: url.auth.and_then(user_info),
            host: url.host.and_then(host),
            port: scalar(url.port),
            path: url.path.and_then(path),
            query: url.query.map(parameters_of).unwrap_or_default(),
            hash: url.hash.and_then(Piece::string),
            variables: variables(url),
        }
    }
}

/// User and password of the object that Postman's runtime reads beside the host.
fn user_info(auth: Value<'_>) -> Option<Piece<'_>> {
    let member = |name| auth.get(name).and_then(Value::as_str);
    let text = match (member("user"), member("password")) {
        (None, None) => return None,
        (Some(user), None) => user,
        (user, Some(password)) => Cow::Owned(format!("{}:{password}", user.unwrap_or_default())),
    };
    Some(Piece {
        text,
        at: auth,
        part: None,
    })
}

fn host(at: Value<'_>) -> Option<Piece<'_>> {
    if at.kind() != Kind::Array {
        return Piece::whole(at);
    }
    let mut elements = at.elements().map(element);
    let text = match (elements.next(), elements.next()) {
        (None, _) => return None,
        (Some(one), None) => one.map(|one| one.text).unwrap_or_default(),
        (Some(first), Some(second)) => {
            let all = [first, second].into_iter().chain(elements);
            let texts: Vec<_> = all
                .map(|one| one.map_or(Cow::Borrowed(""), |one| one.text))
                .collect();
            Cow::Owned(texts.join("."))
        }
    };
    Some(Piece {
        text,
        at,
        part: None,
    })
}

/// An element of a host or a path: text, or an object with a `value`.
fn element(value: Value<'_>) -> Option<Piece<'_>> {
    Piece::whole(value.get("value").unwrap_or(value))
}

fn path(at: Value<'_>) -> Option<Vec<Piece<'_>>> {
    if at.kind() == Kind::Array {
        let empty = |at| Piece {
            text: Cow::Borrowed(""),
            at,
            part: None,
        };
        let segments = at
            .elements()
            .map(|one| element(one).unwrap_or_else(|| empty(one)));
        return Some(segments.collect());
    }
    if at.kind() != Kind::String {
        let segments = at.entries().filter_map(|entry| element(entry.value()));
        return Some(segments.collect());
    }
    let whole = Piece::whole(at).filter(|path| !path.is_empty())?;
    // One slash in front is not a segment.
    let start = usize::from(whole.text.starts_with('/'));
    let inner = whole.part(start..whole.text.len());
    let mask = mask_variables(&inner.text);
    Some(inner.split(&mask, &['/']).collect())
}

/// The parameters of a query, or of a body of that form: a list, a text or an object.
pub(in crate::postman::effective) fn parameters_of<'d>(at: Value<'d>) -> Vec<QueryParameter<'d>> {
    match at.kind() {
        Kind::String => {
            let text = Piece::string(at);
            text.map(|text| parameters(&text, &mask_variables(&text.text)))
                .unwrap_or_default()
        }
        // Very old files have an object of names and values.
        Kind::Object => {
            let entries = at.entries();
            let parameter = |entry: Entry<'d>| QueryParameter {
                key: Piece::string(entry.key_value()),
                value: Piece::string(entry.value()),
                is_enabled: true,
                entry: None,
            };
            entries.map(parameter).collect()
        }
        _ => {
            let entries = at.elements().filter(|entry| !entry.is_null());
            entries.map(listed).collect()
        }
    }
}

fn listed(entry: Value<'_>) -> QueryParameter<'_> {
    if let Some(text) = Piece::string(entry) {
        let mask = mask_variables(&text.text);
        return parameter(&text, &mask);
    }
    let mut parameter = QueryParameter {
        key: None,
        value: None,
        is_enabled: true,
        entry: Some(entry),
    };
    // There are many parameters: one walk, in which the last of a repeated key counts.
    for member in entry.entries() {
        let (key, value) = (member.key_value(), member.value());
        if key.is_str("key") {
            parameter.key = Piece::string(value);
        } else if key.is_str("value") {
            parameter.value = Piece::string(value);
        } else if key.is_str("disabled") {
            parameter.is_enabled = !is_truthy(value);
        }
    }
    parameter
}

/// The parameters of a query that is one text; `mask` is it with its variables masked.
fn parameters<'d>(text: &Piece<'d>, mask: &str) -> Vec<QueryParameter<'d>> {
    let mut masks = mask.split('&');
    text.split(mask, &['&'])
        .map(|one| parameter(&one, masks.next().unwrap_or_default()))
        .collect()
}

fn parameter<'d>(text: &Piece<'d>, mask: &str) -> QueryParameter<'d> {
    let equals = mask.find('=');
    QueryParameter {
        key: Some(text.part(0..equals.unwrap_or(text.text.len()))),
        value: equals.map(|at| text.part(at + 1..text.text.len())),
        is_enabled: true,
        entry: None,
    }
}

fn variables<'d>(url: &view::Url<'d>) -> Vec<PathVariable<'d>> {
    let variable = |entry: Value<'d>| {
        let key = entry.get("key").filter(|key| is_truthy(*key));
        Some(PathVariable {
            name: key.or_else(|| entry.get("id"))?.as_str()?,
            value: entry.get("value"),
            entry,
        })
    };
    let list = url.variable.into_iter().flat_map(Value::elements);
    list.filter_map(variable).collect()
}

//! The strings in which Postman replaces variables.

use crate::json::{Kind, Value};
use crate::postman::effective::Mode;
use crate::postman::view::{Auth, Body, Request, Url, is_disabled};

/// Calls `found` with every string of `request` in which variables are replaced.
pub(super) fn of_request<'d>(request: &Request<'d>, found: &mut impl FnMut(Value<'d>)) {
    if let Some(url) = request.url() {
        of_url(&url, found);
    }
    match request.header {
        Some(header) if header.kind() == Kind::String => found(header),
        Some(header) => of_list(header, found),
        None => {}
    }
    if let Some(body) = request.body().filter(|body| !body.is_disabled()) {
        of_body(body, found);
    }
    if let Some(auth) = request.auth() {
        of_auth(auth, found);
    }
}

/// Calls `found` with every attribute of `auth`.
pub(super) fn of_auth<'d>(auth: Auth<'d>, found: &mut impl FnMut(Value<'d>)) {
    for parameter in auth.parameters() {
        found(parameter.value);
    }
}

fn of_url<'d>(url: &Url<'d>, found: &mut impl FnMut(Value<'d>)) {
    if !url.has_parts() {
        url.raw.into_iter().for_each(&mut *found);
    }
    for part in [url.protocol, url.host, url.port, url.path, url.hash] {
        let Some(part) = part else { continue };
        found(part);
        for element in part.elements() {
            found(element.get("value").unwrap_or(element));
        }
    }
    // A URL that is only text in `raw` has its query there too.
    if url.has_parts()
        && let Some(query) = url.query
    {
        of_list(query, found);
    }
    let variables = url.variable.into_iter().flat_map(Value::elements);
    for value in variables.filter_map(|entry| entry.get("value")) {
        found(value);
    }
}

/// Postman replaces variables in every string of a body: in the paths of files and the types of parts
/// too.
fn of_body<'d>(body: Body<'d>, found: &mut impl FnMut(Value<'d>)) {
    let payload = Mode::of(body).and_then(|mode| mode.payload(body));
    match payload {
        Some(list) if list.kind() == Kind::Array => {
            for entry in list.elements().filter(|entry| !is_disabled(*entry)) {
                of_value(entry, found);
            }
        }
        Some(other) => of_value(other, found),
        None => {}
    }
}

/// Calls `found` with every string in `value`, but for descriptions. Goes no deeper than a document
/// can be.
fn of_value<'d>(value: Value<'d>, found: &mut impl FnMut(Value<'d>)) {
    match value.kind() {
        Kind::String => found(value),
        Kind::Array => value.elements().for_each(|one| of_value(one, found)),
        Kind::Object => {
            let members = value.entries();
            for member in members.filter(|member| !member.key_value().is_str("description")) {
                of_value(member.value(), found);
            }
        }
        Kind::Null | Kind::Bool | Kind::Number => {}
    }
}

/// The keys and values of a list's entries that are not switched off.
fn of_list<'d>(list: Value<'d>, found: &mut impl FnMut(Value<'d>)) {
    for entry in list.elements() {
        if entry.kind() == Kind::String {
            found(entry);
        } else if !is_disabled(entry) {
            for member in ["key", "value"] {
                entry.get(member).into_iter().for_each(&mut *found);
            }
        }
    }
}

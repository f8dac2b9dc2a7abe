//! Whole bodies as they are shown side by side: laid out one way, secrets left out.

use std::fmt::Write;

use super::model::{Named, Payload};
use super::secret::{HIDDEN, is_secret_name, is_variable, shown, shown_text};
use super::shape::{parsed, plain};
use crate::json::{Kind, Value};

/// The body of a request.
pub(super) fn of_payload(payload: &Payload) -> String {
    match payload {
        Payload::None => String::new(),
        Payload::Raw { text, .. } | Payload::Other { text, .. } => of_text(text),
        Payload::Form { fields, .. } => fields.iter().map(field).collect(),
        Payload::Graphql { text, .. } => shown_text(text),
    }
}

fn field(one: &Named) -> String {
    let off = if one.is_enabled { "" } else { " (off)" };
    format!("{} = {}{off}\n", one.key, shown(&one.key, &one.value))
}

/// A text, laid out when it is JSON.
pub(super) fn of_text(text: &str) -> String {
    let laid_out = parsed(text, |value| {
        let mut out = String::new();
        lay_out(value, 0, false, &mut out);
        Some(out)
    });
    laid_out.unwrap_or_else(|| shown_text(text))
}

fn lay_out(value: Value, depth: usize, is_secret: bool, out: &mut String) {
    let members: Vec<(Option<String>, Value)> = match value.kind() {
        Kind::Object => {
            let entries = value.entries();
            entries
                .map(|entry| (Some(entry.key().into_owned()), entry.value()))
                .collect()
        }
        Kind::Array => value.elements().map(|element| (None, element)).collect(),
        _ => {
            out.push_str(&scalar(value, is_secret));
            return;
        }
    };
    let (open, close) = if value.kind() == Kind::Object {
        ('{', '}')
    } else {
        ('[', ']')
    };
    out.push(open);
    let count = members.len();
    for (index, (key, member)) in members.into_iter().enumerate() {
        line(depth + 1, out);
        let mut is_secret = is_secret;
        if let Some(key) = key {
            is_secret |= is_secret_name(&key);
            let _ = write!(out, "{key:?}: ");
        }
        lay_out(member, depth + 1, is_secret, out);
        if index + 1 < count {
            out.push(',');
        }
    }
    if count > 0 {
        line(depth, out);
    }
    out.push(close);
}

fn line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

fn scalar(value: Value, is_secret: bool) -> String {
    let text = value.as_str();
    let is_open = value.is_null()
        || text
            .as_deref()
            .is_some_and(|text| text.is_empty() || is_variable(text));
    if is_secret && !is_open {
        return HIDDEN.to_owned();
    }
    match text {
        Some(text) => format!("{:?}", plain(&text)),
        None => value.text().to_owned(),
    }
}

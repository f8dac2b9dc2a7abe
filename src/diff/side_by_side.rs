//! Whole bodies as they are shown side by side: laid out one way, secrets left out.

use std::fmt::Write;

use super::secret::{HIDDEN, is_secret_name, is_variable, shown, shown_text};
use super::shape::plain;
use crate::json::Kind;
use crate::postman::effective::json_body::Comments;
use crate::postman::effective::{BodyValue, Content, FormField, read_json};

/// The body of a request.
pub(super) fn of_content(content: &Content) -> String {
    match content {
        Content::Raw { text, comments } => of_text(text, *comments),
        Content::Form { fields, .. } => fields.iter().map(field).collect(),
        Content::Graphql { query, .. } => shown_text(query.as_deref().unwrap_or_default()),
        Content::File { source } => shown_text(source),
    }
}

fn field(one: &FormField) -> String {
    let off = if one.is_enabled { "" } else { " (off)" };
    let value = one.value.as_deref().unwrap_or_default();
    format!("{} = {}{off}\n", one.key, shown(&one.key, value))
}

/// A text, laid out when it is JSON.
pub(super) fn of_text(text: &str, comments: Comments) -> String {
    let laid_out = read_json(text, comments, |value| {
        let mut out = String::new();
        lay_out(value, 0, false, &mut out);
        matches!(value.kind(), Some(Kind::Object | Kind::Array)).then_some(out)
    });
    laid_out.flatten().unwrap_or_else(|| shown_text(text))
}

fn lay_out(value: BodyValue, depth: usize, is_secret: bool, out: &mut String) {
    let members: Vec<(Option<String>, BodyValue)> = match value.kind() {
        Some(Kind::Object) => {
            let entries = value.entries();
            entries
                .map(|(key, value)| (Some(key.into_owned()), value))
                .collect()
        }
        Some(Kind::Array) => value.elements().map(|element| (None, element)).collect(),
        _ => {
            out.push_str(&scalar(value, is_secret));
            return;
        }
    };
    let (open, close) = if value.kind() == Some(Kind::Object) {
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

fn scalar(value: BodyValue, is_secret: bool) -> String {
    let text = value.text();
    let is_open =
        matches!(value.kind(), None | Some(Kind::Null)) || text.is_empty() || is_variable(&text);
    if is_secret && !is_open {
        return HIDDEN.to_owned();
    }
    if value.kind() == Some(Kind::String) {
        format!("{:?}", plain(&text))
    } else {
        text.into_owned()
    }
}

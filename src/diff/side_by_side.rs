//! Whole bodies to be shown side by side: laid out alike, without secrets.

use std::fmt::Write;

use super::json_shape::without_blob;
use crate::json::Kind;
use crate::postman::effective::json_body::Comments;
use crate::postman::effective::secret::{is_secret_name, mask, mask_value};
use crate::postman::effective::{BodyValue, Content, FormField, read_json};

/// The body of a request.
pub(super) fn of_content(content: &Content) -> String {
    match content {
        Content::Raw { text, comments } => of_text(text, *comments),
        Content::Form { fields, .. } => fields.iter().map(field).collect(),
        Content::Graphql { query, .. } => mask(query.as_deref().unwrap_or_default()).into_owned(),
        Content::File { source } => mask(source).into_owned(),
    }
}

fn field(one: &FormField) -> String {
    let off = if one.is_enabled { "" } else { " (off)" };
    let value = one.value.as_deref().unwrap_or_default();
    format!("{} = {}{off}\n", one.key, mask_value(&one.key, value))
}

/// A text, indented if it is JSON.
pub(super) fn of_text(text: &str, comments: Comments) -> String {
    let laid_out = read_json(text, comments, |value| {
        let mut out = String::new();
        lay_out(value, 0, "", &mut out);
        matches!(value.kind(), Some(Kind::Object | Kind::Array)).then_some(out)
    });
    laid_out
        .flatten()
        .unwrap_or_else(|| mask(text).into_owned())
}

fn lay_out(value: BodyValue, depth: usize, name: &str, out: &mut String) {
    let members: Vec<(Option<String>, BodyValue)> = match value.kind() {
        Some(Kind::Object) => {
            let entries = value.entries();
            entries
                .map(|(key, value)| (Some(key.into_owned()), value))
                .collect()
        }
        Some(Kind::Array) => value.elements().map(|element| (None, element)).collect(),
        _ => {
            out.push_str(&scalar(value, name));
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
        // What is inside something called a secret is as secret.
        let own = key
            .as_deref()
            .filter(|key| !is_secret_name(name) || is_secret_name(key));
        if let Some(key) = &key {
            let _ = write!(out, "{key:?}: ");
        }
        lay_out(member, depth + 1, own.unwrap_or(name), out);
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

fn scalar(value: BodyValue, name: &str) -> String {
    let text = value.text();
    if value.kind() == Some(Kind::String) {
        format!("{:?}", mask_value(name, &without_blob(&text)))
    } else {
        mask_value(name, &text).into_owned()
    }
}

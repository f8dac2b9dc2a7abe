use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{BodyValue, Content, EffectiveRequest, FormField, RequestUrl, read_json};
use crate::json::Value;
use crate::postman::view::{Auth, tokens};

/// What is sent, however it is written. The order of query parameters, headers and form fields of
/// different names, and the layout of JSON and the order of its members, do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NormalisedRequest {
    method: String,
    /// The address up to its query.
    address: String,
    query: Vec<(String, Option<String>)>,
    headers: Vec<(String, String)>,
    /// The mode and its content.
    body: Vec<(String, Option<String>)>,
    added_type: Option<&'static str>,
    auth: BTreeMap<String, String>,
    settings: BTreeMap<String, String>,
}

impl NormalisedRequest {
    pub(super) fn of(request: &EffectiveRequest) -> Self {
        let mut query: Vec<_> = request
            .url
            .sent_query()
            .map(|one| {
                (
                    one.sent_key().into_owned(),
                    one.sent_value().map(Cow::into_owned),
                )
            })
            .collect();
        query.sort_by(|(one, _), (other, _)| one.cmp(other));
        let headers = request.headers.iter().filter(|header| header.is_enabled);
        let mut headers: Vec<_> = headers
            .map(|header| {
                let value = header.sent_value().to_owned();
                (header.key.text.to_lowercase(), value)
            })
            .collect();
        headers.sort_by(|(one, _), (other, _)| one.cmp(other));
        let settings = request.settings.iter();
        Self {
            method: request.method.clone(),
            address: address(&request.url),
            query,
            headers,
            body: request.body.as_ref().map(body).unwrap_or_default(),
            added_type: request.added_type,
            auth: request.auth.map(auth).unwrap_or_default(),
            settings: settings
                .map(|(name, value)| (name.to_owned(), canonical(value.into())))
                .collect(),
        }
    }
}

fn address(url: &RequestUrl) -> String {
    let path = RequestUrl {
        path: url.path.clone(),
        variables: url.variables.clone(),
        ..RequestUrl::default()
    };
    let mut text = url.sent_origin();
    if let Some(user_info) = &url.user_info {
        text.extend(["@", &user_info.text]);
    }
    text.push_str(&path.composed());
    // If the host may contain a path, a slash after it counts.
    if url.path.is_none() && tokens(url.host_text()).next().is_none() {
        text.push('/');
    }
    text
}

fn body(content: &Content) -> Vec<(String, Option<String>)> {
    let one = |name: &str, text: &str| (name.to_owned(), Some(text.to_owned()));
    let mut parts = vec![(content.mode().to_owned(), None)];
    match content {
        Content::Raw { text, comments } => {
            let json = read_json(text, *comments, canonical);
            parts.push((String::new(), json.or_else(|| Some(text.to_string()))));
        }
        Content::Form { fields, .. } => {
            let fields = fields.iter().filter(|field| field.is_enabled);
            let mut fields: Vec<_> = fields.map(field).collect();
            fields.sort_by(|(one, _), (other, _)| one.cmp(other));
            parts.extend(fields);
        }
        Content::Graphql {
            query,
            operation,
            variables,
        } => {
            let words = |text: &Cow<str>| text.split_whitespace().collect::<Vec<_>>().join(" ");
            parts.push(("query".to_owned(), query.as_ref().map(words)));
            let operation = operation.as_deref().map(str::to_owned);
            parts.push(("operation".to_owned(), operation));
            parts.push(("variables".to_owned(), variables.map(variables_text)));
        }
        Content::File { source } => parts.push(one("file", source)),
    }
    parts
}

fn field(field: &FormField) -> (String, Option<String>) {
    let kind = if field.is_file { "file" } else { "text" };
    let parts = [&field.content_type, &field.file_name, &field.value];
    let value = parts.map(|part| part.as_deref().unwrap_or_default());
    (
        field.key.to_string(),
        Some(format!("{kind}\n{}", value.join("\n"))),
    )
}

/// The variables of a GraphQL query, which are an object or the text of one.
fn variables_text(variables: Value) -> String {
    let Some(text) = variables.as_str() else {
        return canonical(variables.into());
    };
    read_json(&text, super::json_body::Comments::Refused, canonical)
        .unwrap_or_else(|| text.into_owned())
}

fn canonical(value: BodyValue) -> String {
    value.canonical(|text| Cow::Borrowed(text))
}

/// Type and attributes; Postman may or may not write what is false or empty.
fn auth(auth: Auth) -> BTreeMap<String, String> {
    let kind = auth.kind().unwrap_or_default();
    if kind == "noauth" {
        return BTreeMap::new();
    }
    let attributes = auth.parameters().into_iter().map(|one| {
        let text = one.value.as_str().map(Cow::into_owned);
        let text = text.unwrap_or_else(|| canonical(one.value.into()));
        (one.key.into_owned(), text)
    });
    let mut all: BTreeMap<_, _> = attributes.collect();
    all.retain(|name, value| {
        name == "headerPrefix" || !matches!(value.as_str(), "" | "false" | "null")
    });
    all.insert("type".to_owned(), kind.into_owned());
    all
}

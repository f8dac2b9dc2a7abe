//! Where the requests go.

use std::borrow::Cow;

use super::story::{Story, plain_text};
use super::tables::meaning;
use crate::catalogue::{Field, Operation, Paging, ResourceKind};
use crate::postman::{PathVariable, QueryParam, Url};

/// Whose URL it is: that of the request, or that of an example.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestRole {
    Request,
    Example,
}

/// The URL of `operation`.
pub(super) fn url(story: &Story, operation: Operation, role: RequestRole) -> Url {
    let resource = story.resource;
    let mut path: Vec<String> = resource.path.split('/').map(str::to_owned).collect();
    let (mut query, mut variable) = (Vec::new(), Vec::new());
    match operation {
        Operation::Create => {}
        Operation::List if resource.kind == ResourceKind::Report => {
            query = report_parameters(story, role);
        }
        Operation::List => query = list_filters(story, role),
        Operation::Details => {
            path.push("*".to_owned());
            query = indexed_filters(story, role);
        }
        Operation::Pdf if resource.kind == ResourceKind::Report => {
            path.push(String::new());
            query = report_parameters(story, role);
        }
        Operation::Get | Operation::Pdf | Operation::Update | Operation::Delete => {
            let key = resource.key_field().unwrap_or_default();
            path.push(format!(":{key}"));
            variable.push(key_segment(story, key, role));
        }
    }
    Url::new(path, query, variable)
}

fn key_segment(story: &Story, key: &str, role: RequestRole) -> PathVariable {
    let value = match (role, story.key_variable()) {
        (RequestRole::Request, Some(variable)) => format!("{{{{{variable}}}}}"),
        _ => story.key_value(),
    };
    let about = story.resource.field(key).map_or("", |field| field.summary);
    PathVariable {
        key: key.to_owned(),
        value,
        description: if role == RequestRole::Request {
            about.to_owned()
        } else {
            String::new()
        },
    }
}

fn list_filters(story: &Story, role: RequestRole) -> Vec<QueryParam> {
    if story.resource.fields().next().is_none() {
        return Vec::new();
    }
    let mut query: Vec<QueryParam> = page(story, role).into_iter().collect();
    if role == RequestRole::Request {
        let record = story.records.others().first().or(story.record.as_ref());
        query.extend(story.resource.listed_fields().map(|field| {
            let stored = record.and_then(|record| record.get(field.name.as_ref()));
            let stored = stored.map(plain_text).filter(|text| !text.is_empty());
            filter(field, &stored.unwrap_or_else(|| field.example.to_owned()))
        }));
    }
    query
}

/// The parameter that chooses the page, with its value for the first one.
fn page(story: &Story, role: RequestRole) -> Option<QueryParam> {
    let paging = story.catalogue.conventions.paging;
    let first = paging.first();
    let about = match paging {
        Paging::Offset { .. } => "How many records to skip.",
        Paging::Number { .. } => "The number of the page.",
        _ => "The token that the page before has brought; none for the first page.",
    };
    let parameter = paging
        .parameter()
        .filter(|_| role == RequestRole::Request || first.is_some())?;
    Some(QueryParam {
        key: parameter.to_owned(),
        value: first.map_or_else(|| "TOKEN".to_owned(), |first| first.to_string()),
        disabled: first.is_none(),
        description: match role {
            RequestRole::Request => about.to_owned(),
            RequestRole::Example => String::new(),
        },
    })
}

fn indexed_filters(story: &Story, role: RequestRole) -> Vec<QueryParam> {
    let chosen = story.details_filter();
    let mut query = Vec::new();
    for name in story.resource.indexed_filters {
        let Some(field) = story.resource.field(name) else {
            continue;
        };
        match &chosen {
            Some((chosen, request, example)) if chosen == name => query.push(QueryParam {
                disabled: false,
                ..match role {
                    RequestRole::Request => filter(field, request),
                    RequestRole::Example => undescribed(field, example),
                }
            }),
            _ if role == RequestRole::Request => query.push(filter(field, field.example)),
            _ => {}
        }
    }
    query
}

fn report_parameters(story: &Story, role: RequestRole) -> Vec<QueryParam> {
    let sent = story.catalogue.conventions.sent_parameters;
    let mut query = Vec::new();
    for field in story.resource.parameters {
        let enabled = sent.contains(&field.name.as_ref());
        match role {
            RequestRole::Request => query.push(QueryParam {
                disabled: !enabled,
                ..filter(field, field.example)
            }),
            RequestRole::Example if enabled => query.push(undescribed(field, field.example)),
            RequestRole::Example => {}
        }
    }
    query
}

fn filter(field: &Field, value: &str) -> QueryParam {
    QueryParam {
        disabled: true,
        description: format!("{}. {}", field.kind, meaning(field)),
        ..undescribed(field, value)
    }
}

fn undescribed(field: &Field, value: &str) -> QueryParam {
    QueryParam {
        key: field.name.to_string(),
        value: encoded(value).into_owned(),
        disabled: false,
        description: String::new(),
    }
}

/// Postman sends a parameter's value as written, except for spaces and characters outside ASCII,
/// so anything that would end the value or be signed differently is percent-encoded here.
fn encoded(value: &str) -> Cow<'_, str> {
    if value.starts_with("{{") || !value.contains(['%', '&', '+', '#']) {
        return Cow::Borrowed(value);
    }
    let mut text = String::with_capacity(value.len() + 4);
    for c in value.chars() {
        match c {
            '%' => text.push_str("%25"),
            '&' => text.push_str("%26"),
            '+' => text.push_str("%2B"),
            '#' => text.push_str("%23"),
            other => text.push(other),
        }
    }
    Cow::Owned(text)
}

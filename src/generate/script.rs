//! The test scripts.

use serde::Serialize;

use super::GenerateError;
use super::story::Story;
use super::template::Templates;
use super::variables::initial_key;
use crate::catalogue::{Catalogue, Operation};
use crate::postman::Event;

/// The test of `operation`.
pub(super) fn test(
    catalogue: &Catalogue,
    templates: &Templates,
    story: &Story,
    operation: Operation,
) -> Result<Event, GenerateError> {
    let rows = story.kept_rows.iter().map(|kept| Row {
        variable: kept.variable.clone(),
        array: kept.array,
        index: kept.index,
        key: kept.key,
    });
    let context = Context {
        path: story.resource.path,
        key: story.resource.key.field(),
        variable: story.key_variable(),
        initial: initial_key(story.resource),
        page_size: catalogue.service.page_size,
        has_filter: story.details_filter().is_some(),
        has_docno: story.resource.field("docno").is_some(),
        has_updatecount: story.resource.has_updatecount(),
        rows: rows.collect(),
        details: story
            .resource
            .details
            .iter()
            .map(|detail| detail.name)
            .collect(),
        changed: story.changed_field().map(|(field, value)| Changed {
            field: field.to_owned(),
            value: value.to_string(),
        }),
        array: story.edited().map(|(detail, rows)| Array {
            name: detail.name,
            length: rows.len(),
        }),
    };
    let name = match operation {
        Operation::Create => "script/create.js",
        Operation::List if story.records.answer().is_some() => "script/answer.js",
        Operation::List => "script/list.js",
        Operation::Get => "script/get.js",
        Operation::Details => "script/details.js",
        Operation::Pdf => "script/pdf.js",
        Operation::Update => "script/update.js",
        Operation::Delete => "script/delete.js",
    };
    Ok(Event::new("test", &templates.render(name, &context)?))
}

#[derive(Serialize)]
struct Context {
    path: &'static str,
    key: Option<&'static str>,
    variable: Option<String>,
    initial: &'static str,
    page_size: u32,
    has_filter: bool,
    has_docno: bool,
    has_updatecount: bool,
    rows: Vec<Row>,
    details: Vec<&'static str>,
    changed: Option<Changed>,
    array: Option<Array>,
}

#[derive(Serialize)]
struct Row {
    variable: String,
    array: &'static str,
    index: usize,
    key: &'static str,
}

#[derive(Serialize)]
struct Changed {
    field: String,
    value: String,
}

#[derive(Serialize)]
struct Array {
    name: &'static str,
    length: usize,
}

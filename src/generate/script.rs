//! The test scripts.

use serde::Serialize;

use super::GenerateError;
use super::story::Story;
use super::template::Templates;
use super::variables::initial_key;
use crate::catalogue::{Catalogue, Operation, Paging};
use crate::postman::Event;

/// The test of `operation`.
pub(super) fn test(
    catalogue: &Catalogue,
    templates: &Templates,
    story: &Story,
    operation: Operation,
) -> Result<Event, GenerateError> {
    let conventions = &catalogue.conventions;
    let rows = story.saved_rows.iter().map(|saved| Row {
        variable: saved.variable.clone(),
        array: saved.array,
        index: saved.index,
        key: saved.key,
    });
    let context = TestScriptContext {
        path: story.resource.path,
        key: story.resource.key_field(),
        variable: story.key_variable(),
        initial: initial_key(story.resource),
        page_size: conventions.paging.size(),
        records: conventions.answers.records,
        envelope: conventions
            .answers
            .records
            .filter(|_| conventions.answers.get_is_list),
        echo: match conventions.paging {
            Paging::Offset { echo, .. } => echo,
            _ => None,
        },
        has_filter: story.details_filter().is_some(),
        number: story.number(),
        counter: story.counter(),
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
struct TestScriptContext {
    path: &'static str,
    key: Option<&'static str>,
    variable: Option<String>,
    initial: &'static str,
    page_size: Option<u32>,
    records: Option<&'static str>,
    envelope: Option<&'static str>,
    echo: Option<(&'static str, &'static str)>,
    has_filter: bool,
    number: Option<&'static str>,
    counter: Option<&'static str>,
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

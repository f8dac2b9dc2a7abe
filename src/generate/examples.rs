//! Saved examples: the service's responses, and the errors that matter.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use super::GenerateError;
use super::ids::{Ids, RequestKey};
use super::request::sent;
use super::story::{Story, pretty};
use crate::catalogue::{ErrorCase, Operation, Paging, RecordJson};
use crate::postman::{Header, Response};

/// The response in an example.
struct ExampleAnswer {
    name: &'static str,
    code: u16,
    content_type: &'static str,
    body: String,
}

impl ExampleAnswer {
    fn ok(code: u16, body: String) -> Self {
        Self {
            name: if code == 200 { "OK" } else { reason(code) },
            code,
            content_type: "application/json",
            body,
        }
    }

    fn error(case: &ErrorCase, body: fn(u16, &str) -> Value) -> Self {
        let body = body(case.status, case.message);
        Self {
            name: case.name,
            code: case.status,
            content_type: "application/json",
            body: format!("{body:#}"),
        }
    }
}

/// The examples of `operation`, success first.
pub(super) fn examples(
    story: &Story,
    operation: Operation,
    ids: &Ids,
    (key, request_id): (&RequestKey, &str),
) -> Result<Vec<Response>, GenerateError> {
    let mut answers = vec![success(story, operation)?];
    answers.extend(errors(story, operation));
    let example = |answer: ExampleAnswer| Response {
        id: ids.response(key, request_id, answer.name),
        name: answer.name.to_owned(),
        original_request: sent(story, operation),
        status: reason(answer.code),
        code: answer.code,
        preview_language: if answer.content_type == "application/json" {
            "json"
        } else {
            "text"
        },
        header: vec![Header {
            key: "Content-Type",
            value: answer.content_type.to_owned(),
            description: None,
        }],
        cookie: [],
        body: answer.body,
    };
    Ok(answers.into_iter().map(example).collect())
}

fn success(story: &Story, operation: Operation) -> Result<ExampleAnswer, GenerateError> {
    let resource = story.resource;
    let conventions = story.catalogue.conventions.answers;
    let body = match operation {
        Operation::Create => {
            return Ok(ExampleAnswer::ok(conventions.created, story.whole.clone()));
        }
        Operation::Update => {
            let updated = story
                .record
                .as_ref()
                .and_then(|record| story.records.updated(record));
            pretty(
                &updated
                    .as_ref()
                    .map(|record| RecordJson::whole(resource, record)),
            )?
        }
        Operation::Delete => {
            let body = conventions.deleted_body.to_owned();
            return Ok(ExampleAnswer::ok(conventions.deleted, body));
        }
        Operation::List => {
            if let Some(answer) = story.records.answer() {
                pretty(answer)?
            } else {
                let created = story.create_body.is_some().then_some(story.record.as_ref());
                let records = story.records.others().iter().chain(created.flatten());
                list(
                    story,
                    records.map(|record| RecordJson::listed(resource, record)),
                )?
            }
        }
        Operation::Get if !conventions.get_is_list => story.whole.clone(),
        Operation::Get | Operation::Details => list(
            story,
            story
                .record
                .iter()
                .map(|record| RecordJson::whole(resource, record)),
        )?,
        Operation::Pdf => {
            return Ok(ExampleAnswer {
                name: "OK",
                code: 200,
                content_type: "application/pdf",
                body: "%PDF-1.7\n(the bytes of the PDF file)\n".to_owned(),
            });
        }
    };
    Ok(ExampleAnswer::ok(200, body))
}

/// A list of records, as the service returns it.
fn list<'a>(
    story: &Story,
    records: impl Iterator<Item = RecordJson<'a>>,
) -> Result<String, GenerateError> {
    let records: Vec<RecordJson> = records.collect();
    let conventions = &story.catalogue.conventions;
    let Some(member) = conventions.answers.records else {
        return pretty(&records);
    };
    let (echo, token) = match conventions.paging {
        Paging::Offset { echo, .. } => (echo, None),
        Paging::Token { member, .. } => (None, Some(member)),
        Paging::None | Paging::Number { .. } => (None, None),
    };
    pretty(&Envelope {
        echo,
        member,
        records,
        token,
    })
}

/// The envelope of a list.
struct Envelope<'a> {
    echo: Option<(&'static str, &'static str)>,
    member: &'static str,
    records: Vec<RecordJson<'a>>,
    token: Option<&'static str>,
}

impl Serialize for Envelope<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some((outer, inner)) = self.echo {
            map.serialize_entry(outer, &json!({ inner: 0 }))?;
        }
        map.serialize_entry(self.member, &self.records)?;
        if let Some(token) = self.token {
            // The example's page is the last.
            map.serialize_entry(token, &Value::Null)?;
        }
        map.end()
    }
}

fn errors(story: &Story, operation: Operation) -> Vec<ExampleAnswer> {
    let conventions = &story.catalogue.conventions;
    let counts = story.counter().is_some();
    let cases = conventions.errors.iter();
    cases
        .filter(|case| case.applies_to(story.resource, operation, counts))
        .map(|case| ExampleAnswer::error(case, conventions.error_body))
        .collect()
}

/// The reason phrase of a status.
fn reason(code: u16) -> &'static str {
    match code {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        412 => "Precondition Failed",
        422 => "Unprocessable Entity",
        429 => "Too Many Requests",
        _ => "Internal Server Error",
    }
}

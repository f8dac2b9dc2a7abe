//! Saved examples: what the service answers, and the errors that matter.

use serde::Serialize;
use serde_json::json;

use super::GenerateError;
use super::ids::{Ids, RequestKey};
use super::request::sent;
use super::story::{Story, pretty};
use crate::catalogue::{Kind, Operation, Shown};
use crate::postman::{Header, Response};

/// An answer that an example shows.
struct Answer {
    name: &'static str,
    code: u16,
    content_type: &'static str,
    body: String,
}

impl Answer {
    fn ok(body: String) -> Self {
        Self {
            name: "OK",
            code: 200,
            content_type: "application/json",
            body,
        }
    }

    /// The shape of an error's body is not documented; clients read this one.
    fn error(name: &'static str, code: u16, message: &str) -> Self {
        let body = json!({ "error": { "code": code, "message": message } });
        Self {
            name,
            code,
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
    answers.push(Answer::error("Invalid signature", 401, "Invalid signature"));
    answers.extend(errors(story, operation));
    let example = |answer: Answer| Response {
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

fn success(story: &Story, operation: Operation) -> Result<Answer, GenerateError> {
    let resource = story.resource;
    let body = match operation {
        Operation::Create => story.whole.clone(),
        Operation::Update => {
            let updated = story
                .record
                .as_ref()
                .and_then(|record| story.records.updated(record));
            pretty(
                &updated
                    .as_ref()
                    .map(|record| Shown::whole(resource, record)),
            )?
        }
        Operation::Delete => "\"OK\"".to_owned(),
        Operation::List => {
            if let Some(answer) = story.records.answer() {
                pretty(answer)?
            } else {
                let created = story.create_body.is_some().then_some(story.record.as_ref());
                let records = story.records.others().iter().chain(created.flatten());
                envelope(records.map(|record| Shown::listed(resource, record)))?
            }
        }
        Operation::Get | Operation::Details => envelope(
            story
                .record
                .iter()
                .map(|record| Shown::whole(resource, record)),
        )?,
        Operation::Pdf => {
            return Ok(Answer {
                name: "OK",
                code: 200,
                content_type: "application/pdf",
                body: "%PDF-1.7\n(the bytes of the PDF file)\n".to_owned(),
            });
        }
    };
    Ok(Answer::ok(body))
}

/// The service's envelope around records.
fn envelope<'a>(records: impl Iterator<Item = Shown<'a>>) -> Result<String, GenerateError> {
    #[derive(Serialize)]
    struct Envelope<'a> {
        pagination: Pagination,
        data: Vec<Shown<'a>>,
    }
    #[derive(Serialize)]
    struct Pagination {
        offset: u32,
    }
    pretty(&Envelope {
        pagination: Pagination { offset: 0 },
        data: records.collect(),
    })
}

fn errors(story: &Story, operation: Operation) -> Vec<Answer> {
    let missing = || Answer::error("No record found", 400, "No record found");
    match operation {
        Operation::Create => vec![Answer::error(
            "Missing field or unknown code",
            500,
            "MainDataSet: Dataset not in edit or insert mode",
        )],
        Operation::Get | Operation::Delete => vec![missing()],
        Operation::Pdf if story.resource.kind != Kind::Report => vec![missing()],
        Operation::Update => {
            let stale = "Record has been changed by another user";
            let stale = story
                .resource
                .has_updatecount()
                .then(|| Answer::error(stale, 400, stale));
            stale.into_iter().chain([missing()]).collect()
        }
        Operation::List | Operation::Details | Operation::Pdf => Vec::new(),
    }
}

fn reason(code: u16) -> &'static str {
    match code {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        _ => "Internal Server Error",
    }
}

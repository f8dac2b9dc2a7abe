//! The requests themselves: method, headers, body, URL, auth and page.

use serde::Serialize;

use super::story::Story;
use super::template::Templates;
use super::url::{RequestRole, url};
use super::variables::initial_key;
use super::{GenerateError, Options};
use crate::catalogue::{Catalogue, Operation, Paging, PdfRequest, ResourceKind};
use crate::postman::{Auth, Body, Header, Request};

/// The request of `operation` that people send.
pub(super) fn request(
    catalogue: &Catalogue,
    options: &Options,
    templates: &Templates,
    story: &Story,
    operation: Operation,
) -> Result<Request, GenerateError> {
    let body = match operation {
        Operation::Create => story.create_body.clone(),
        Operation::Update if options.portable => story.update_body.clone(),
        Operation::Update => story.update_template()?,
        _ => None,
    };
    // In the query Postman signs an empty body, so a request with a body signs its headers.
    let in_query = options.auth_in_query && !operation.has_body();
    let inherits = in_query == options.auth_in_query && !options.portable;
    let mut header = headers(story, operation, RequestRole::Request);
    if options.portable && body.is_some() {
        header.push(Header {
            key: "Content-Type",
            value: "application/json".to_owned(),
            description: None,
        });
    }
    let page = Page::new(catalogue, options, story, operation);
    Ok(Request {
        auth: (!inherits).then(|| Auth::awsv4(in_query)),
        method: story.resource.method(operation).as_str(),
        header,
        body: body.map(Body::json),
        url: url(story, operation, RequestRole::Request),
        description: Some(templates.render(page_template(story, operation), &page)?),
    })
}

/// The request of an example: what was sent, without prose and variables.
pub(super) fn sent(story: &Story, operation: Operation) -> Request {
    let body = match operation {
        Operation::Create => story.create_body.clone(),
        Operation::Update => story.update_body.clone(),
        _ => None,
    };
    Request {
        auth: None,
        method: story.resource.method(operation).as_str(),
        header: headers(story, operation, RequestRole::Example),
        body: body.map(Body::json),
        url: url(story, operation, RequestRole::Example),
        description: None,
    }
}

fn headers(story: &Story, operation: Operation, role: RequestRole) -> Vec<Header> {
    if operation != Operation::Pdf {
        return Vec::new();
    }
    let templates = story.resource.pdf.unwrap_or_default();
    let PdfRequest {
        header,
        prefix,
        placeholder,
    } = story.catalogue.conventions.pdf;
    let template = templates.first().unwrap_or(&placeholder);
    vec![Header {
        key: header,
        value: format!("{prefix}{template}"),
        description: (role == RequestRole::Request)
            .then_some("The report template that prints it, by its name."),
    }]
}

fn page_template(story: &Story, operation: Operation) -> &'static str {
    match (operation, story.resource.kind) {
        (Operation::List, ResourceKind::Report) => "request/report.md",
        (Operation::Pdf, ResourceKind::Report) => "request/report_pdf.md",
        (Operation::List, ResourceKind::System) if story.resource.key.is_none() => {
            "request/system.md"
        }
        (Operation::Create, _) => "request/create.md",
        (Operation::List, _) => "request/list.md",
        (Operation::Get, _) => "request/get.md",
        (Operation::Details, _) => "request/details.md",
        (Operation::Pdf, _) => "request/pdf.md",
        (Operation::Update, _) => "request/update.md",
        (Operation::Delete, _) => "request/delete.md",
    }
}

/// The facts for the pages of requests.
#[derive(Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one condition of a template"
)]
struct Page {
    title: &'static str,
    plural: &'static str,
    key: &'static str,
    variable: Option<String>,
    initial: &'static str,
    most: Option<u32>,
    paging: Option<PagingDocs>,
    envelope: Option<&'static str>,
    required: String,
    filters: String,
    templates: String,
    has_details: bool,
    number: Option<&'static str>,
    counter: Option<&'static str>,
    body_documented: bool,
    query_auth: bool,
    has_tests: bool,
    array: Option<&'static str>,
    row_key: Option<&'static str>,
    basis: Option<String>,
}

impl Page {
    fn new(catalogue: &Catalogue, options: &Options, story: &Story, operation: Operation) -> Self {
        let (resource, conventions) = (story.resource, &catalogue.conventions);
        let answers = conventions.answers;
        let edited = story.edited().map(|(detail, _)| detail);
        Self {
            title: resource.title,
            plural: resource.plural,
            key: resource.key_field().unwrap_or_default(),
            variable: story.key_variable(),
            initial: initial_key(resource),
            most: conventions.paging.size(),
            paging: PagingDocs::new(conventions.paging),
            envelope: answers.records.filter(|_| answers.get_is_list),
            required: code_list(resource.required),
            filters: code_list(resource.indexed_filters),
            templates: code_list(resource.pdf.unwrap_or_default()),
            has_details: !resource.details.is_empty(),
            number: story.number(),
            counter: story.counter(),
            body_documented: resource.body_documented,
            query_auth: options.auth_in_query && operation.has_body(),
            has_tests: !options.no_tests,
            array: edited.map(|detail| detail.name),
            row_key: edited.and_then(|detail| detail.key),
            basis: story.records.basis().map(str::to_owned),
        }
    }
}

/// How to get the pages of a list.
#[derive(Serialize)]
struct PagingDocs {
    style: &'static str,
    parameter: &'static str,
    first: Option<u32>,
    member: Option<&'static str>,
}

impl PagingDocs {
    fn new(paging: Paging) -> Option<Self> {
        let (style, member) = match paging {
            Paging::None => return None,
            Paging::Offset { .. } => ("offset", None),
            Paging::Number { .. } => ("number", None),
            Paging::Token { member, .. } => ("token", Some(member)),
        };
        Some(Self {
            style,
            parameter: paging.parameter()?,
            first: paging.first(),
            member,
        })
    }
}

fn code_span(text: &str) -> String {
    format!("`{text}`")
}

fn code_list(names: &[&str]) -> String {
    let spans: Vec<String> = names.iter().map(|name| code_span(name)).collect();
    spans.join(", ")
}

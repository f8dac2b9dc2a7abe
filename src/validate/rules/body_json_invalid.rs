use crate::json::Value;
use crate::postman::effective::json_body::Comments;
use crate::postman::effective::{content_type, is_json_lines_media, is_json_media};
use crate::postman::view::{Body, Request};
use crate::validate::request::{JsonError, json_error};
use crate::validate::rule::rule;
use crate::validate::{Context, RequestContext, Sink};

rule! {
    /// A JSON body is not valid JSON.
    ///
    /// ## What it does
    ///
    /// Parses a raw body whose language is JSON, or that has no language and a JSON `Content-Type`.
    /// A `{{variable}}`, quoted or not, counts as whatever fits; if that cannot be decided, nothing
    /// is reported. Comments are allowed, because recent versions of Postman remove them. The
    /// variables of a GraphQL body, which Postman copies into a JSON body as they are, are parsed
    /// too. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// The server answers 400 or, worse, reads only a part. The error is in JSON inside JSON, which
    /// is hard to find by eye.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "mode": "raw", "raw": "{ \"code\": \"AHMAD\", }", "options": { "raw": { "language": "json" } } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "mode": "raw", "raw": "{ \"code\": \"AHMAD\" }", "options": { "raw": { "language": "json" } } }
    /// ```
    BODY_JSON_INVALID {
        id: "body-json-invalid",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let body = sent.request.body().filter(|_| sent.example.is_none());
    let Some(body) = body.filter(|body| !body.is_disabled()) else {
        return;
    };
    let (at, what, comments) = match body.mode().as_deref() {
        Some("raw") if is_json(sent.request, body) => (body.raw(), "the body", Comments::Allowed),
        Some("graphql") => (
            variables(body),
            "the text in `variables`",
            Comments::Refused,
        ),
        _ => return,
    };
    let Some((at, text)) = at.and_then(|at| Some((at, at.as_str()?))) else {
        return;
    };
    // A raw body that is blank is reported by other rules.
    if comments == Comments::Allowed && text.trim().is_empty() {
        return;
    }
    let is_lines = comments == Comments::Allowed && are_lines(sent.request);
    let error = if is_lines {
        line_error(&text)
    } else {
        json_error(&text, comments)
    };
    if let Some(error) = error {
        let finding = error.finding(at, &text, what);
        sink.report(finding.help(match comments {
            Comments::Allowed => "correct the body, or set its language to text",
            Comments::Refused => "correct it, or leave it empty",
        }));
    }
}

/// What is wrong with the first line that is not JSON.
fn line_error(text: &str) -> Option<JsonError> {
    let mut start = 0;
    text.split('\n').find_map(|line| {
        let from = start;
        start += line.len() + 1;
        let json = line.trim_start_matches(RECORD_SEPARATOR);
        let error = json_error(json, Comments::Allowed).filter(|_| !json.trim().is_empty())?;
        Some(error.shifted(from + line.len() - json.len()))
    })
}

/// What is before each JSON text of `application/json-seq`.
const RECORD_SEPARATOR: char = '\u{1e}';

/// Whether a request sends JSON texts, one a line.
fn are_lines(request: &Request) -> bool {
    let header = content_type(request);
    header.is_some_and(|header| {
        header
            .text()
            .is_some_and(|value| is_json_lines_media(value))
    })
}

/// Whether a raw body is to be JSON.
fn is_json(request: &Request, body: Body) -> bool {
    if are_lines(request) {
        return true;
    }
    match body.language() {
        Some(language) => language == "json",
        None => content_type(request)
            .and_then(|header| header.text().cloned())
            .is_some_and(|value| is_json_media(&value)),
    }
}

/// The variables of a GraphQL body, unless there are none.
fn variables(body: Body<'_>) -> Option<Value<'_>> {
    let variables = body.payload()?.get("variables");
    variables.filter(|variables| !variables.is_str(""))
}

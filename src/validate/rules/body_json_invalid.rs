use crate::postman::effective::json_body::Comments;
use crate::postman::effective::{content_type, is_json_media};
use crate::validate::request::json_error;
use crate::validate::rule::rule;
use crate::validate::{Context, RequestContext, Sink};

rule! {
    /// A JSON body is not valid JSON.
    ///
    /// ## What it does
    ///
    /// Parses a raw body whose language is JSON, or that has no language and a JSON `Content-Type`.
    /// A `{{variable}}`, quoted or not, counts as whatever fits; if that cannot be decided, nothing
    /// is reported. Comments are allowed, because recent versions of Postman remove them. Examples
    /// are not checked.
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
    let Some(body) = body.filter(|body| !body.is_disabled() && body.is_mode("raw")) else {
        return;
    };
    let is_json = match body.language() {
        Some(language) => language == "json",
        None => content_type(sent.request)
            .and_then(|header| header.text().cloned())
            .is_some_and(|value| is_json_media(&value)),
    };
    let Some(at) = body.raw().filter(|_| is_json) else {
        return;
    };
    let Some(text) = at.as_str().filter(|text| !text.trim().is_empty()) else {
        return;
    };
    if let Some(error) = json_error(&text, Comments::Allowed) {
        let finding = error.finding(at, &text, "the body");
        sink.report(finding.help("correct the body, or set its language to text"));
    }
}

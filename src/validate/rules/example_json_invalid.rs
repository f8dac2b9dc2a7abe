use std::borrow::Cow;

use crate::json::{Document, Value};
use crate::postman::view::{Example, Header, tokens};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink, Visit};

rule! {
    /// The body of a saved example says that it is JSON, and is not.
    ///
    /// ## What it does
    ///
    /// Reads the body of every example whose `Content-Type` is JSON or, where it has none, whose
    /// preview language is, and reports the first defect. `{{variables}}` may stand anywhere.
    ///
    /// ## Why it matters
    ///
    /// A mock server sends the body as it is, and clients that read it fail; documentation shows it
    /// without colours. Most such bodies have been cut or edited by hand.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "_postman_previewlanguage": "json", "body": "{ \"code\": \"A\", … }" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "_postman_previewlanguage": "json", "body": "{ \"code\": \"A\" }" }
    /// ```
    EXAMPLE_JSON_INVALID {
        id: "example-json-invalid",
        group: Examples,
        severity: Warning,
        profile: Publish,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &Visit<'_, 'd>, sink: &mut Sink<'d>) {
    for example in visit.item.examples().filter(says_json) {
        let Some((at, body)) = example.body.and_then(|at: Value| Some((at, at.as_str()?))) else {
            continue;
        };
        if body.trim().is_empty() {
            continue;
        }
        let text = without_variables(&body);
        if let Err(error) = Document::from_text(&text) {
            let position =
                crate::json::LineIndex::new(text.as_bytes()).position(error.span().start);
            let name = example.name.and_then(Value::as_str).unwrap_or_default();
            sink.report(
                Finding::new(
                    at,
                    format!("the body of the example `{name}` is no JSON: {error}, at {position} of the body"),
                )
                .help("correct the body, or say what it is in `Content-Type`"),
            );
        }
    }
}

fn says_json(example: &Example) -> bool {
    let headers = Header::list(example.header);
    let kind = headers.iter().find(|header| header.is("content-type"));
    if let Some(kind) = kind.and_then(Header::text) {
        let kind = kind
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        return kind.ends_with("/json") || kind.ends_with("+json");
    }
    let language = example.value.get("_postman_previewlanguage");
    language.is_some_and(|language| language.is_str("json"))
}

/// The body with every `{{variable}}` replaced by a zero, which may stand in a text and alone.
fn without_variables(body: &str) -> Cow<'_, str> {
    let mut text = String::new();
    let mut from = 0;
    for token in tokens(body) {
        text.push_str(body.get(from..token.span.start).unwrap_or_default());
        text.push('0');
        from = token.span.end;
    }
    if from == 0 {
        return Cow::Borrowed(body);
    }
    text.push_str(body.get(from..).unwrap_or_default());
    Cow::Owned(text)
}

use crate::json::Value;
use crate::postman::effective::json_body::Comments;
use crate::postman::effective::{Header, headers_of, is_json_media};
use crate::postman::view::Example;
use crate::validate::request::json_error;
use crate::validate::rule::rule;
use crate::validate::{Context, ItemContext, Sink};

rule! {
    /// The body of a saved example says that it is JSON, and is not.
    ///
    /// ## What it does
    ///
    /// Reads the body of every example whose `Content-Type` is JSON or, where it has none, whose
    /// preview language is, and reports the first defect. `{{variables}}` may stand anywhere; comments
    /// may not, because they are part of what was received.
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

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    for example in visit.item.examples().filter(says_json) {
        let Some((at, body)) = example.body.and_then(|at: Value| Some((at, at.as_str()?))) else {
            continue;
        };
        if body.trim().is_empty() {
            continue;
        }
        if let Some(error) = json_error(&body, Comments::Refused) {
            let name = example.name.and_then(Value::as_str).unwrap_or_default();
            let finding = error.finding(at, &body, &format!("the body of the example `{name}`"));
            sink.report(finding.help("correct the body, or say what it is in `Content-Type`"));
        }
    }
}

fn says_json(example: &Example) -> bool {
    let headers = example.header.map(headers_of).unwrap_or_default();
    let kind = headers.iter().find(|header| header.is("content-type"));
    if let Some(kind) = kind.and_then(Header::text) {
        return is_json_media(kind);
    }
    let language = example.value.get("_postman_previewlanguage");
    language.is_some_and(|language| language.is_str("json"))
}

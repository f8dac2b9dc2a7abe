use crate::json::Value;
use crate::postman::effective::json_body::Comments;
use crate::postman::effective::{Header, headers_of, is_json_media};
use crate::postman::view::Example;
use crate::validate::request::json_error;
use crate::validate::rule::rule;
use crate::validate::{Context, ItemContext, Sink};

rule! {
    /// The JSON body of a saved example is not valid JSON.
    ///
    /// ## What it does
    ///
    /// Parses the body of every example whose `Content-Type` (or, without one, its preview
    /// language) is JSON and reports the first error. `{{variables}}` are allowed anywhere;
    /// comments are not, because they are part of the response.
    ///
    /// ## Why it matters
    ///
    /// A mock server sends the body unchanged, and clients that parse it fail. Most such bodies
    /// were cut or edited by hand.
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
            sink.report(finding.help("correct the body, or set `Content-Type` to what it is"));
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

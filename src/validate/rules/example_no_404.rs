use crate::json::Value;
use crate::postman::effective::{RequestUrl, path_parameter};
use crate::postman::view::Example;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// No example of a request for one record shows that it does not exist.
    ///
    /// ## What it does
    ///
    /// Reports a GET or HEAD request with a path variable and examples of which none has the status
    /// 404 or 410. An example with another status counts if its name or body says that nothing was
    /// found, since not every service answers 404.
    ///
    /// ## Why it matters
    ///
    /// Unknown keys are common. Some services answer 404, some an empty list, and clients need to
    /// know which.
    ///
    /// ## Example
    ///
    /// ```json
    /// "response": [{ "name": "OK", "code": 200 }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "response": [{ "name": "OK", "code": 200 }, { "name": "Not found", "code": 404 }]
    /// ```
    EXAMPLE_NO_404 {
        id: "example-no-404",
        group: Examples,
        severity: Info,
        profile: Pedantic,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let item = visit.item;
    let Some(request) = item.request() else {
        return;
    };
    let method = request.method_text();
    let mut reads = ["GET", "HEAD"].into_iter();
    let has_codes = item.examples().any(|one| one.status().is_some());
    if !reads.any(|one| method.eq_ignore_ascii_case(one))
        || !has_codes
        || item.examples().any(|example| shows_missing(&example))
    {
        return;
    }
    let url = request.url().map(|url| RequestUrl::of(&url));
    let url = url.unwrap_or_default();
    let mut segments = url.segments().iter();
    let variable = segments.find(|one| path_parameter(&one.text).is_some());
    if let Some(variable) = variable {
        let name = item.name_text();
        let key = &variable.text;
        let at = item.name.unwrap_or(item.value);
        sink.report(
            Finding::new(
                at,
                format!("no example of `{name}` shows the response to an unknown `{key}`"),
            )
            .help("save an example with the status 404"),
        );
    }
}

fn shows_missing(example: &Example) -> bool {
    let Some(code) = example.status() else {
        return false;
    };
    let says_so = |value: Option<Value>| {
        let text = value.and_then(Value::as_raw_str).unwrap_or_default();
        let start: String = text.chars().take(1000).collect();
        let start = start.to_lowercase();
        let words = ["not found", "no record", "no such", "not exist"];
        words.iter().any(|words| start.contains(words))
    };
    matches!(code, 404 | 410) || code >= 400 && (says_so(example.name) || says_so(example.body))
}

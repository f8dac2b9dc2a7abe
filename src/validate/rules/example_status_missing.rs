use crate::json::Value;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// A saved example has no status code.
    ///
    /// ## What it does
    ///
    /// Reports an example whose `code` is missing or not an integer from 100 to 599.
    ///
    /// ## Why it matters
    ///
    /// Mock servers pick a response by status, and readers cannot tell a success from an error.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "OK", "status": "OK", "body": "[]" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "OK", "status": "OK", "code": 200, "body": "[]" }
    /// ```
    EXAMPLE_STATUS_MISSING {
        id: "example-status-missing",
        group: Examples,
        severity: Warning,
        profile: Publish,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    for example in visit.item.examples() {
        if example.http_status().is_some() {
            continue;
        }
        let name = example.name.and_then(Value::as_str);
        let name = name.unwrap_or("without a name".into());
        let given = example.code.filter(|code| !code.is_null());
        let message = match given {
            Some(_) => format!("the `code` of the example `{name}` is not an HTTP status"),
            None => format!("the example `{name}` has no status code"),
        };
        let at = given.or(example.name).unwrap_or(example.value);
        sink.report(Finding::new(at, message).help("add the `code` of the response, such as 200"));
    }
}

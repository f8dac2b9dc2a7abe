use std::collections::HashMap;

use crate::json::Value;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A query parameter is sent twice.
    ///
    /// ## What it does
    ///
    /// Reports a name that appears more than once among the enabled query parameters, once per
    /// request. Names that end in `[]` are lists and allowed. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Servers differ: some use the first, some the last, some all. Converters keep one, and
    /// signing for Amazon S3 covers only one.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "query": [{ "key": "offset", "value": "0" }, { "key": "offset", "value": "50" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "query": [{ "key": "offset", "value": "50" }] }
    /// ```
    QUERY_DUPLICATE_KEY {
        id: "query-duplicate-key",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    let mut first: HashMap<&str, (Value<'d>, bool)> = HashMap::new();
    for parameter in sent.url().sent_query() {
        let (key, Some(entry)) = (parameter.key_text(), parameter.entry) else {
            continue;
        };
        if key.is_empty() || key.ends_with("[]") {
            continue;
        }
        let at = entry.get("key").unwrap_or(entry);
        let Some((before, is_told)) = first.get_mut(key) else {
            first.insert(key, (at, false));
            continue;
        };
        if !std::mem::replace(is_told, true) {
            sink.report(
                Finding::new(
                    at,
                    format!("the query parameter `{key}` is sent more than once"),
                )
                .label(*before, "first sent here")
                .help("remove or disable one; a list may need `[]` or commas"),
            );
        }
    }
}

use std::collections::HashMap;

use crate::json::Value;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A header is sent twice.
    ///
    /// ## What it does
    ///
    /// Reports a name that appears more than once among the enabled headers, ignoring case, once
    /// per request. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Servers use the first, the last, or both joined by a comma. With AWS Signature Version 4,
    /// Postman signs something other than it sends, and the request is refused.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "header": [{ "key": "Accept", "value": "*/*" }, { "key": "accept", "value": "text/xml" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "header": [{ "key": "Accept", "value": "text/xml" }] }
    /// ```
    HEADER_DUPLICATE {
        id: "header-duplicate",
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
    let mut first: HashMap<String, (Value<'d>, bool)> = HashMap::new();
    for header in sent.headers() {
        let name = header.key.text.trim().to_ascii_lowercase();
        if !header.is_enabled || name.is_empty() {
            continue;
        }
        let at = header.key.at;
        let Some((before, is_told)) = first.get_mut(&name) else {
            first.insert(name, (at, false));
            continue;
        };
        if !std::mem::replace(is_told, true) {
            sink.report(
                Finding::new(
                    at,
                    format!("the header `{}` is sent more than once", header.key.text),
                )
                .span(header.key.span())
                .label(*before, "first sent here")
                .help("remove or disable one"),
            );
        }
    }
}

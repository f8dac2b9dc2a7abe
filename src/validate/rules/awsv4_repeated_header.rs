use std::collections::HashMap;

use super::awsv4_manual_header::SET_BY_SIGNER;
use crate::json::Value;
use crate::validate::awsv4::{effective_awsv4, signs_in_query};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A header is sent twice, which breaks the signature.
    ///
    /// ## What it does
    ///
    /// Reports the second enabled header of the same name, ignoring case, in a request that is
    /// signed with `awsv4` in its headers.
    ///
    /// ## Why it matters
    ///
    /// Postman signs both values, joined, and then sends a third copy: `1, 2` is signed and `1, 2,
    /// 2` arrives, so the signature does not match.
    ///
    /// ## Example
    ///
    /// ```json
    /// [{ "key": "X-Tag", "value": "1" }, { "key": "x-tag", "value": "2" }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// [{ "key": "X-Tag", "value": "1,2" }]
    /// ```
    AWSV4_REPEATED_HEADER {
        id: "awsv4-repeated-header",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

/// Headers that the signer leaves out of the signature.
const UNSIGNED: [&str; 7] = [
    "connection",
    "expect",
    "presigned-expires",
    "range",
    "user-agent",
    "x-amzn-trace-id",
    "host",
];

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let headers = sent.headers();
    let is_signed = || effective_awsv4(sent).is_some_and(|auth| !signs_in_query(auth));
    if headers.len() < 2 || !is_signed() {
        return;
    }
    let mut first: HashMap<String, Value<'d>> = HashMap::new();
    for header in headers.iter().filter(|header| header.is_enabled) {
        let name = header.key.text.trim().to_ascii_lowercase();
        let is_free = UNSIGNED.contains(&name.as_str()) || SET_BY_SIGNER.contains(&name.as_str());
        if name.is_empty() || is_free {
            continue;
        }
        let at = header.key.at;
        match first.get(&name) {
            None => {
                first.insert(name, at);
            }
            Some(before) => {
                let message = format!(
                    "`{}` is sent twice, which breaks the signature",
                    header.key.text
                );
                let finding = Finding::new(at, message)
                    .span(header.key.span())
                    .label(*before, "first sent here");
                sink.report(finding.help("send one header with its values joined by commas"));
            }
        }
    }
}

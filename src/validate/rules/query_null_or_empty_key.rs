use crate::json::Kind;
use crate::postman::view::is_disabled;
use crate::validate::edit::remove_element;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A query parameter has no name.
    ///
    /// ## What it does
    ///
    /// Reports an enabled query parameter whose `key` is missing, `null` or empty. Examples are not
    /// checked.
    ///
    /// ## Why it matters
    ///
    /// It is sent as a bare `=`, or as a value without a name. Postman's AWS Signature Version 4
    /// signer leaves it out, so the signature does not match.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "query": [{ "key": "", "value": "" }, { "key": "offset", "value": "0" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "query": [{ "key": "offset", "value": "0" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, since the bare `=` is no longer sent: removes the parameter if it has no value
    /// either.
    QUERY_NULL_OR_EMPTY_KEY {
        id: "query-null-or-empty-key",
        group: Request,
        severity: Info,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let url = sent.request.url().filter(|_| sent.example.is_none());
    let Some(list) = url.and_then(|url| url.query) else {
        return;
    };
    for entry in list.elements() {
        if entry.kind() != Kind::Object || is_disabled(entry) {
            continue;
        }
        let is_blank = |name: &str| {
            let value = entry.get(name);
            value.is_none_or(|value| value.is_null() || value.is_str(""))
        };
        if !is_blank("key") {
            continue;
        }
        let at = entry.get("key").unwrap_or(entry);
        let finding = Finding::new(at, "a query parameter without a name");
        let edit = remove_element(entry).filter(|_| is_blank("value"));
        sink.report(match edit {
            Some(edit) => finding
                .help("remove it")
                .unsafe_fix("remove the parameter", vec![edit]),
            None => finding.help("add a `key`, or remove it"),
        });
    }
}

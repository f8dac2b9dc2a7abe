use crate::json::Value;
use crate::postman::effective::{is_pruned, own_body};
use crate::validate::edit::{add_member, replace};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A body is never sent.
    ///
    /// ## What it does
    ///
    /// Reports a body of a GET, COPY, HEAD, PURGE or UNLOCK request, unless the request, a folder
    /// around it or the collection sets `disableBodyPruning`, or a script that runs
    /// before it uses `pm.request.method`, `pm.request.body` or `pm.request.update`. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman silently drops the body of such requests.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "GET", "body": { "mode": "raw", "raw": "{}" }, … }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "protocolProfileBehavior": { "disableBodyPruning": true },
    ///   "request": { "method": "GET", "body": { "mode": "raw", "raw": "{}" }, … }
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: disables the body, so that the file shows what happens. The request does not change. Unsafe
    /// for a file, whose content some auths sign even though it is not sent.
    GET_BODY_PRUNED {
        id: "get-body-pruned",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(body) = own_body(sent.request).filter(|_| sent.example.is_none()) else {
        return;
    };
    let is_blank = |payload: Value| payload.as_str().is_some_and(|text| text.trim().is_empty());
    if !is_pruned(sent.request, &sent.visit.ancestors().settings())
        || body.payload().is_some_and(is_blank)
        || may_be_changed_by_script(sent)
    {
        return;
    }
    let method = sent.request.method_text().to_ascii_uppercase();
    let edit = match body.value.get("disabled") {
        Some(disabled) => Some(replace(disabled, "true")),
        None => add_member(body.value, "disabled", "true"),
    };
    let message = format!("Postman does not send a body with {method}");
    let at = body.value.get("mode").unwrap_or(body.value);
    let finding = Finding::new(at, message)
        .help("set `disableBodyPruning` beside `request`, use another method, or remove the body");
    // Some auths sign the content of a file even though it is not sent, unless the body is disabled.
    let may_be_signed = body.mode().as_deref() == Some("file");
    sink.report(match edit {
        Some(edit) if may_be_signed => finding.unsafe_fix("disable the body", vec![edit]),
        Some(edit) => finding.safe_fix("disable the body", vec![edit]),
        None => finding,
    });
}

/// What scripts use that give a request another method, or read its body.
const CHANGES: [&str; 3] = ["request.method", "request.body", "request.update"];

/// Whether a script that runs before the request may change what is sent.
fn may_be_changed_by_script(sent: &RequestContext) -> bool {
    let scripts = sent.visit.prerequest_scripts();
    let mut sources = scripts.iter().map(|script| &script.source);
    sources.any(|source| CHANGES.iter().any(|part| source.contains(part)))
}

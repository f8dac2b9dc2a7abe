use crate::validate::edit::replace_text;
use crate::validate::request::nearest;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A method is not a standard HTTP method.
    ///
    /// ## What it does
    ///
    /// Reports a method in lower or mixed case, with surrounding spaces, empty, or unknown: neither
    /// in Postman's list nor in the IANA registry. Variables and examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts any text. Methods are case-sensitive: some tools send `get`
    /// unchanged, and signers that disagree about the case compute different signatures.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "get", "url": "{{host}}/agent" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "method": "GET", "url": "{{host}}/agent" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe, since Postman sends methods in upper case: writes a known method in upper case. Unsafe
    /// if it has surrounding spaces, which prevent the request from being sent.
    METHOD_NONSTANDARD {
        id: "method-nonstandard",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Request(check),
    }
}

/// Postman's own list, then the rest of the register.
const KNOWN: [&str; 44] = [
    "GET",
    "PUT",
    "POST",
    "PATCH",
    "DELETE",
    "COPY",
    "HEAD",
    "OPTIONS",
    "LINK",
    "UNLINK",
    "PURGE",
    "LOCK",
    "UNLOCK",
    "PROPFIND",
    "VIEW",
    "ACL",
    "BASELINE-CONTROL",
    "BIND",
    "CHECKIN",
    "CHECKOUT",
    "CONNECT",
    "LABEL",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MKREDIRECTREF",
    "MKWORKSPACE",
    "MOVE",
    "NOTIFY",
    "M-SEARCH",
    "ORDERPATCH",
    "PROPPATCH",
    "QUERY",
    "REBIND",
    "REPORT",
    "SEARCH",
    "SUBSCRIBE",
    "TRACE",
    "UNBIND",
    "UNCHECKOUT",
    "UNSUBSCRIBE",
    "UPDATE",
    "VERSION-CONTROL",
];

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(at) = sent.request.method.filter(|_| sent.example.is_none()) else {
        return;
    };
    let Some(method) = at.as_str() else { return };
    if KNOWN.contains(&method.as_ref()) || method.contains("{{") {
        return;
    }
    let standard = method.trim().to_ascii_uppercase();
    if standard.is_empty() {
        sink.report(Finding::new(at, "the method is empty").help("write one, such as `GET`"));
        return;
    }
    if KNOWN.contains(&standard.as_str()) {
        let is_sent = method.eq_ignore_ascii_case(&standard);
        let what = if is_sent {
            format!("Postman sends `{standard}`, other tools may not")
        } else {
            "the request cannot be sent".to_owned()
        };
        let message = format!("the method is written `{method}`: {what}");
        let finding = Finding::new(at, message).help(format!("write `{standard}`"));
        let message = format!("write `{standard}`");
        let edits = vec![replace_text(at, &standard)];
        // Postman sends methods in upper case, and refuses those with a space.
        sink.report(if is_sent {
            finding.safe_fix(message, edits)
        } else {
            finding.unsafe_fix(message, edits)
        });
        return;
    }
    let finding = Finding::new(at, format!("unknown method `{method}`"));
    sink.report(match nearest(&standard, KNOWN) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help("servers may refuse it"),
    });
}

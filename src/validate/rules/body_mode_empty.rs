use crate::json::{Entry, Kind, Value};
use crate::postman::effective::filled_member;
use crate::validate::edit::remove_member;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A body has an empty mode and no content.
    ///
    /// ## What it does
    ///
    /// Reports bodies whose `mode` is an empty text and that have nothing to send, in requests and in the
    /// requests that examples keep. One with content is reported by `body-mode-payload-mismatch`.
    ///
    /// ## Why it matters
    ///
    /// Postman imports such a body and sends nothing. Its official schema refuses it, and so do tools
    /// that go by the schema. The collection that SQL Account offers for download has it in every request
    /// without a body.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "GET", "url": "{{host}}/agent", "body": { "mode": "", "raw": "" } }
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
    /// Safe: removes the body; unsafe where it has a text, such as a language or a description.
    BODY_MODE_EMPTY {
        id: "body-mode-empty",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(body) = sent.request.body() else {
        return;
    };
    let mode = body.value.get("mode").filter(|mode| mode.is_str(""));
    let Some(mode) = mode.filter(|_| filled_member(body).is_none()) else {
        return;
    };
    let finding = Finding::new(mode, "the body has an empty mode and no content")
        .help("remove the body; nothing is sent of it");
    sink.report(match remove_member(sent.request.value, "body") {
        Some(edit) if says_nothing(body.value) => finding.safe_fix("remove the body", vec![edit]),
        Some(edit) => finding.unsafe_fix("remove the body", vec![edit]),
        None => finding,
    });
}

/// Whether there is no text in `value`, at any depth.
fn says_nothing(value: Value) -> bool {
    let mut to_do = vec![value];
    while let Some(value) = to_do.pop() {
        if value.kind() == Kind::String && !value.is_str("") {
            return false;
        }
        to_do.extend(value.elements());
        to_do.extend(value.entries().map(Entry::value));
    }
    true
}

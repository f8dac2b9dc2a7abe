use crate::json::Value;
use crate::postman::view::is_disabled;
use crate::validate::awsv4::signer;
use crate::validate::edit::remove_element;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sent, Sink};

rule! {
    /// A header is written by hand that the signer sets itself.
    ///
    /// ## What it does
    ///
    /// Reports `Authorization`, `X-Amz-Date`, `X-Amz-Security-Token` and `X-Amz-Content-Sha256` in
    /// a request that is signed with `awsv4`. Requests of saved examples may have them.
    ///
    /// ## Why it matters
    ///
    /// Postman removes them before it signs: what is written there is never sent, and often is a
    /// signature that somebody copied in.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "X-Amz-Date", "value": "20260122T093324Z" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// No such header.
    ///
    /// ## Fix
    ///
    /// Safe: removes the header.
    AWSV4_MANUAL_HEADER {
        id: "awsv4-manual-header",
        group: Auth,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Sent(check),
    }
}

pub(super) const SET_BY_SIGNER: [&str; 4] = [
    "authorization",
    "x-amz-date",
    "x-amz-security-token",
    "x-amz-content-sha256",
];

fn check<'d>(context: &Context<'d>, sent: &Sent<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(list) = sent.request.header else {
        return;
    };
    if list.is_empty() || signer(context, sent).is_none() {
        return;
    }
    for (number, header) in list.elements().enumerate() {
        let Some((at, key)) = header
            .get("key")
            .and_then(|at: Value| Some((at, at.as_str()?)))
        else {
            continue;
        };
        let is_set = SET_BY_SIGNER
            .iter()
            .any(|name| key.eq_ignore_ascii_case(name));
        if !is_set || is_disabled(header) {
            continue;
        }
        let message = format!("`{key}` is never sent: the `awsv4` signer replaces it");
        let finding = Finding::new(at, message).help("remove the header");
        sink.report(match remove_element(list, number) {
            Some(edit) => finding.safe_fix("remove the header", vec![edit]),
            None => finding,
        });
    }
}

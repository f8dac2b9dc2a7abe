use crate::validate::awsv4::effective_awsv4;
use crate::validate::edit::remove_element;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A header is set manually that the signer sets itself.
    ///
    /// ## What it does
    ///
    /// Reports `Authorization`, `X-Amz-Date`, `X-Amz-Security-Token` and `X-Amz-Content-Sha256` in
    /// a request that is signed with `awsv4`. Requests of saved examples may have them.
    ///
    /// ## Why it matters
    ///
    /// Postman removes them before signing, so they are never sent. Often they are a copied
    /// signature.
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
    /// Safe: removes the header. Unsafe if it has a description, which would be lost.
    AWSV4_MANUAL_HEADER {
        id: "awsv4-manual-header",
        group: Auth,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Request(check),
    }
}

pub(super) const SET_BY_SIGNER: [&str; 4] = [
    "authorization",
    "x-amz-date",
    "x-amz-security-token",
    "x-amz-content-sha256",
];

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.headers().is_empty() || effective_awsv4(sent).is_none() {
        return;
    }
    for header in sent.headers() {
        let is_set = SET_BY_SIGNER.iter().any(|name| header.is(name));
        if !is_set || !header.is_enabled {
            continue;
        }
        let key = &header.key;
        let message = format!(
            "`{}` is never sent: the `awsv4` signer replaces it",
            key.text
        );
        let finding = Finding::new(key.at, message)
            .span(key.span())
            .help("remove the header");
        let edit = header.is_listed().then(|| remove_element(header.entry));
        let is_described = header.entry.get("description").is_some();
        sink.report(match edit.flatten() {
            Some(edit) if is_described => finding.unsafe_fix("remove the header", vec![edit]),
            Some(edit) => finding.safe_fix("remove the header", vec![edit]),
            None => finding,
        });
    }
}

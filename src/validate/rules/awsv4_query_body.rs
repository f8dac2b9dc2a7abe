use crate::validate::awsv4::{effective_awsv4, signs_in_query};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A body is not covered by a signature in the query.
    ///
    /// ## What it does
    ///
    /// Reports a request with a body whose `awsv4` auth has `addAuthDataToQuery` on.
    ///
    /// ## Why it matters
    ///
    /// When Postman signs in the query, it signs every body as if it were empty. A gateway that
    /// checks the body against the signature refuses the request.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "addAuthDataToQuery", "value": true, "type": "boolean" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "addAuthDataToQuery", "value": false, "type": "boolean" }
    /// ```
    AWSV4_QUERY_BODY {
        id: "awsv4-query-body",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.request.body.is_none() {
        return;
    }
    let Some(auth) = effective_awsv4(sent).filter(|auth| signs_in_query(*auth)) else {
        return;
    };
    // Form data is not signed in headers either, and has a rule of its own.
    let body = sent
        .body()
        .filter(|body| body.mode().is_none_or(|mode| mode != "formdata"));
    let Some(body) = body else {
        return;
    };
    let at = body.value.get("mode").unwrap_or(body.value);
    let message =
        "the body is signed as if it were empty, because the signature goes into the query";
    let mut finding =
        Finding::new(at, message).help("sign in headers: set `addAuthDataToQuery` to false");
    if let Some(flag) = auth.parameter("addAuthDataToQuery") {
        finding = finding.label(flag, "enabled here");
    }
    sink.report(finding);
}

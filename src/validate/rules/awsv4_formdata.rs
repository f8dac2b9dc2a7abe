use crate::validate::awsv4::effective_awsv4;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A form-data body is not covered by the signature.
    ///
    /// ## What it does
    ///
    /// Reports a `formdata` body in a request that is signed with `awsv4`.
    ///
    /// ## Why it matters
    ///
    /// Postman signs such a body as if it were empty. A gateway that checks the body against the
    /// signature refuses the request; one that does not check lets anyone change the body.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "mode": "formdata", "formdata": [{ "key": "code", "value": "A", "type": "text" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "mode": "urlencoded", "urlencoded": [{ "key": "code", "value": "A", "type": "text" }] }
    /// ```
    AWSV4_FORMDATA {
        id: "awsv4-formdata",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.request.body.is_none() || effective_awsv4(sent).is_none() {
        return;
    }
    let Some(body) = sent.body() else {
        return;
    };
    let mode = body
        .value
        .get("mode")
        .filter(|mode| mode.is_str("formdata"));
    if let Some(at) = mode {
        let message = "a form-data body is signed as if it were empty";
        let help = "send it as `raw`, `urlencoded` or `file`, which are signed";
        sink.report(Finding::new(at, message).help(help));
    }
}

use crate::postman::effective::own_body;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A PATCH request changes nothing: it has no body.
    ///
    /// ## What it does
    ///
    /// Reports a PATCH request without a body, or with an empty one or one that is switched off.
    /// Examples are not looked at.
    ///
    /// ## Why it matters
    ///
    /// A PATCH says in its body what changes. Without one the request is most likely not finished.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "PATCH", "url": "{{host}}/agent/AHMAD" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "method": "PATCH",
    ///   "url": "{{host}}/agent/AHMAD",
    ///   "body": { "mode": "raw", "raw": "{ \"isactive\": false }" }
    /// }
    /// ```
    BODY_ON_PATCH_MISSING {
        id: "body-on-patch-missing",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(method) = sent.request.method.filter(|_| sent.example.is_none()) else {
        return;
    };
    let is_patch = method
        .as_str()
        .is_some_and(|text| text.trim().eq_ignore_ascii_case("PATCH"));
    if is_patch && own_body(sent.request).is_none() {
        let at = sent
            .request
            .body
            .filter(|body| !body.is_null())
            .unwrap_or(method);
        sink.report(
            Finding::new(at, "a PATCH request without a body changes nothing")
                .help("say in a body what changes"),
        );
    }
}

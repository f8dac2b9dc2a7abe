use crate::postman::effective::{RequestUrl, own_body};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A PATCH request has no body, so it changes nothing.
    ///
    /// ## What it does
    ///
    /// Reports a PATCH request for one record whose body is missing, empty or disabled: the path ends
    /// in a variable or a number, and there is no query. Actions such as `/agent/:code/activate` need
    /// no body. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// The body of a PATCH lists the changes. Without one the request is probably unfinished, unless
    /// the service takes it for an action.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "PATCH", "url": "{{host}}/agent/:code" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "method": "PATCH",
    ///   "url": "{{host}}/agent/:code",
    ///   "body": { "mode": "raw", "raw": "{ \"isactive\": false }" }
    /// }
    /// ```
    BODY_ON_PATCH_MISSING {
        id: "body-on-patch-missing",
        group: Request,
        severity: Warning,
        profile: Pedantic,
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
    if is_patch && own_body(sent.request).is_none() && is_for_record(sent.url()) {
        let at = sent
            .request
            .body
            .filter(|body| !body.is_null())
            .unwrap_or(method);
        sink.report(
            Finding::new(at, "a PATCH request without a body changes nothing")
                .help("add a body with the changes"),
        );
    }
}

/// Whether the path ends in what identifies a record, and the query says nothing either.
fn is_for_record(url: &RequestUrl) -> bool {
    let mut segments = url.segments().iter().rev().map(|one| one.text.as_ref());
    let last = segments.find(|text| !text.is_empty());
    let is_id = |text: &str| {
        text.starts_with(':')
            || text.contains("{{")
            || text.bytes().all(|byte| byte.is_ascii_digit())
    };
    last.is_some_and(is_id) && url.sent_query().next().is_none()
}

use std::borrow::Cow;

use super::super::url_shape::{UrlShape, paths_agree};
use crate::json::Value;
use crate::postman::view::{Example, Request};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink, Visit};

rule! {
    /// A saved example belongs to a request that has changed since.
    ///
    /// ## What it does
    ///
    /// Compares the original request of every example with the request: the method, the path and
    /// the keys of the query. A value may stand where the request has `:name` or `{{name}}`; a
    /// parameter that is switched off in the request may be on in the example, and an example of an
    /// error may leave parameters out.
    ///
    /// ## Why it matters
    ///
    /// Documentation shows the example's request, and a mock server answers that one: both tell of
    /// a request that is no longer there.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "request": { "method": "GET", "url": "{{host}}/salesinvoice" },
    ///   "response": [{ "originalRequest": { "method": "GET", "url": "{{host}}/invoice" } }]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "request": { "method": "GET", "url": "{{host}}/salesinvoice" },
    ///   "response": [{ "originalRequest": { "method": "GET", "url": "{{host}}/salesinvoice" } }]
    /// }
    /// ```
    EXAMPLE_STALE {
        id: "example-stale",
        group: Examples,
        severity: Warning,
        profile: Publish,
        fixable: No,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &Visit<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(request) = visit.item.request() else {
        return;
    };
    let mut shape = None;
    for example in visit.item.examples() {
        let Some(original) = example.request() else {
            continue;
        };
        let now = shape.get_or_insert_with(|| request.url().and_then(|url| UrlShape::of(&url)));
        if let Some((at, message)) = difference(&request, now.as_ref(), &original, &example) {
            let name = example.name.and_then(Value::as_str).unwrap_or_default();
            sink.report(
                Finding::new(at, format!("the example `{name}` is stale: {message}"))
                    .label(request.value, "the request as it is now")
                    .help("send the request, and save its answer anew"),
            );
        }
    }
}

fn difference<'d>(
    request: &Request<'d>,
    now: Option<&UrlShape<'d>>,
    original: &Request<'d>,
    example: &Example<'d>,
) -> Option<(Value<'d>, String)> {
    let (method, then) = (request.method_text(), original.method_text());
    let differs =
        !method.eq_ignore_ascii_case(&then) && !method.contains("{{") && !then.contains("{{");
    if differs && original.method.is_some() {
        let at = original.method.unwrap_or(original.value);
        return Some((
            at,
            format!("its method is `{then}`, the request's `{method}`"),
        ));
    }
    let (now, url) = (now?, original.url()?);
    let then = UrlShape::of(&url)?;
    if !paths_agree(now, &then) {
        let at = url.path.or(url.raw).unwrap_or(url.value);
        return Some((
            at,
            format!(
                "its path is `{}`, the request's `{}`",
                then.path_text(),
                now.path_text()
            ),
        ));
    }
    let named = |key: &Cow<'_, str>| !key.is_empty() && !key.contains("{{");
    let at = url.query.or(url.raw).unwrap_or(url.value);
    let mut enabled = then
        .query
        .iter()
        .filter(|(key, is_on)| *is_on && named(key));
    if let Some((key, _)) = enabled.find(|(key, _)| !now.has_key(key)) {
        let mut parameters = url.query().into_iter();
        let parameter = parameters.find(|one| one.key.as_ref() == Some(key));
        return Some((
            parameter.and_then(|one| one.entry.get("key")).unwrap_or(at),
            format!("it sends `{key}`, which the request does not have"),
        ));
    }
    // An example of a client's error is often one that leaves something out.
    if example
        .status()
        .is_some_and(|code| (400..500).contains(&code))
    {
        return None;
    }
    let mut wanted = now.query.iter().filter(|(key, is_on)| *is_on && named(key));
    let (key, _) = wanted.find(|(key, _)| !then.has_key(key))?;
    Some((
        at,
        format!("it does not send `{key}`, which the request does"),
    ))
}

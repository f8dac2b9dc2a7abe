use crate::json::Value;
use crate::postman::effective::RequestUrl;
use crate::postman::effective::secret::mask;
use crate::postman::view::Request;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ItemContext, Sink};

rule! {
    /// A saved example no longer matches its request.
    ///
    /// ## What it does
    ///
    /// Compares the method and the path of every example's original request with the request's. The
    /// example may have values for `:name`, `{{name}}` and `<name>`. Its query is not compared: to
    /// show other parameters is what a second example is for, and Postman leaves credentials out.
    ///
    /// ## Why it matters
    ///
    /// Documentation shows the example's request, and mock servers match it. Both refer to a
    /// request that no longer exists.
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

fn check<'d>(_: &Context<'d>, visit: &ItemContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(request) = visit.item.request() else {
        return;
    };
    let mut now = None;
    for example in visit.item.examples() {
        let Some(original) = example.request() else {
            continue;
        };
        let now = now.get_or_insert_with(|| request.url().map(|url| RequestUrl::of(&url)));
        if let Some((at, message)) = difference(&request, now.as_ref(), &original) {
            let name = example.name.and_then(Value::as_str).unwrap_or_default();
            sink.report(
                Finding::new(at, format!("the example `{name}` is stale: {message}"))
                    .label(request.value, "the request as it is now")
                    .help("send the request and save the response again"),
            );
        }
    }
}

fn difference<'d>(
    request: &Request<'d>,
    now: Option<&RequestUrl<'d>>,
    original: &Request<'d>,
) -> Option<(Value<'d>, String)> {
    let (method, then) = (request.method_text(), original.method_text());
    let differs =
        !method.eq_ignore_ascii_case(&then) && !method.contains("{{") && !then.contains("{{");
    if differs && original.method.is_some() {
        let at = original.method.unwrap_or(original.value);
        return Some((
            at,
            format!("its method is `{then}`, that of the request `{method}`"),
        ));
    }
    let (now, url) = (now?, original.url()?);
    let then = RequestUrl::of(&url);
    if url.value.is_str("") {
        return None;
    }
    if !paths_agree(now, &then) {
        let at = url.path.or(url.raw).unwrap_or(url.value);
        let (then, now) = (path_text(&then), path_text(now));
        let message = format!("its path is `{then}`, that of the request `{now}`");
        return Some((at, message));
    }
    None
}

/// The segments of a path that are not empty.
fn segments<'u>(url: &'u RequestUrl) -> Vec<&'u str> {
    let texts = url.segments().iter().map(|segment| segment.text.as_ref());
    texts.filter(|text| !text.is_empty()).collect()
}

/// The path as a message has it. Without its empty segments an address in it would not be recognised
/// as one, so that its password is hidden first.
fn path_text(url: &RequestUrl) -> String {
    let written = url.path_text();
    let open = mask(&written);
    let segments = open.split('/').filter(|one| !one.is_empty());
    segments.fold(String::new(), |text, one| text + "/" + one)
}

/// Whether an example's path may be the request's: equal, or with values where one of them has
/// variables. A variable in front or inside may be any number of segments.
fn paths_agree(now: &RequestUrl, then: &RequestUrl) -> bool {
    let is_whole_token = |text: &str| text.starts_with("{{") && text.ends_with("}}");
    let (a, b) = (segments(now), segments(then));
    if a.len() == b.len() {
        return a.iter().zip(&b).all(|(a, b)| segments_agree(a, b));
    }
    if a.iter().chain(&b).any(|text| is_whole_token(text)) {
        return true;
    }
    // Behind a host that is a variable the start of the path may be too.
    let has_open_base = |url: &RequestUrl| {
        let host = url.host_text();
        host.contains("{{") || (url.is_split && host.is_empty())
    };
    let (now_is_open, then_is_open) = (has_open_base(now), has_open_base(then));
    let is_open = if a.len() < b.len() {
        now_is_open
    } else {
        then_is_open
    };
    let mut ends = a.iter().rev().zip(b.iter().rev());
    is_open && now_is_open != then_is_open && ends.all(|(a, b)| segments_agree(a, b))
}

fn segments_agree(a: &str, b: &str) -> bool {
    if let (Some(a), Some(b)) = (a.strip_prefix(':'), b.strip_prefix(':')) {
        return a == b;
    }
    let stands_for_any = |text: &str| text.starts_with([':', '<']) || text.contains('{');
    stands_for_any(a) || stands_for_any(b) || a == b
}

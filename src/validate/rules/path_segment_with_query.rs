use crate::validate::edit::replace_inside;
use crate::validate::request::{queries_in_path, unmarked_query};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A path segment contains a query or a fragment.
    ///
    /// ## What it does
    ///
    /// Reports a `?` or `#` in the `path` of a URL that is split into parts, and a query whose `?` is
    /// missing, as in `{{id}}fields=name` and `users&page=2`. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Some converters leave the query in the last segment and also write it into `query`. Postman
    /// joins the parts and sends it twice: `/agent?limit=5?limit=5`. Without its `?`, a query is a part
    /// of the path.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "path": ["agent?limit=5"], "query": [{ "key": "limit", "value": "5" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "path": ["agent"], "query": [{ "key": "limit", "value": "5" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the request changes: removes the query from the segment if `query` has the
    /// same parameters and `raw` agrees.
    PATH_SEGMENT_WITH_QUERY {
        id: "path-segment-with-query",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(url) = sent.request.url().filter(|_| sent.example.is_none()) else {
        return;
    };
    for segment in sent.url().segments() {
        if let Some(start) = unmarked_query(&segment.text) {
            let rest = segment.text.get(start..).unwrap_or_default();
            let message = format!("the path contains `{rest}`, a query without its `?`");
            let span = segment.span_of(start..segment.text.len());
            let help = "write a `?` before it";
            sink.report(Finding::new(segment.at, message).span(span).help(help));
        }
    }
    let composed = sent.url().written();
    for (at, text, start) in queries_in_path(&url) {
        let rest = text.get(start..).unwrap_or_default();
        let what = if rest.starts_with('?') {
            "query"
        } else {
            "fragment"
        };
        let member = if what == "query" { "query" } else { "hash" };
        let is_twice = rest.starts_with('?') && composed.ends_with(&format!("{rest}{rest}"));
        let message = if is_twice {
            format!(
                "the path contains the query `{rest}`, which is also in `query`, so it is sent twice"
            )
        } else {
            format!("the path contains the {what} `{rest}`")
        };
        let span = at.span_of(start..text.len()).unwrap_or_else(|| at.span());
        let finding = Finding::new(at, message).span(span).help(if is_twice {
            "remove it from the path".to_owned()
        } else {
            format!("move it to `{member}`")
        });
        // Only where nothing else is wrong: what else there is has to be seen first.
        let wanted = composed.strip_suffix(rest).unwrap_or_default();
        let is_right = is_twice && url.raw_text().is_none_or(|raw| raw == wanted);
        let edit = replace_inside(at, start..text.len(), "").filter(|_| is_right);
        sink.report(match edit {
            Some(edit) => finding.unsafe_fix("remove it from the path", vec![edit]),
            None => finding,
        });
    }
}

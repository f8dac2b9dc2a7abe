use crate::validate::request::{Colon, colon, variable_names};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A path variable is inside a segment.
    ///
    /// ## What it does
    ///
    /// Reports a colon and a name inside a segment if they can only mean a variable: the URL has an
    /// entry of that name that no segment starts with, or the character before the colon is
    /// punctuation, as in `(:id)` and `a-:id`. Colons that may be literal, as in `items:batchGet`
    /// or `urn:isbn`, and examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman looks for path variables only at the start of a segment. Elsewhere the colon and the
    /// name are sent literally.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "path": ["Agents(:code)"], "variable": [{ "key": "code", "value": "AHMAD" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "path": ["Agents({{code}})"] }
    /// ```
    PATH_VARIABLE_MID_SEGMENT {
        id: "path-variable-mid-segment",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    let url = sent.url();
    let parts = url.segments();
    let defined = &url.variables;
    let used = variable_names(parts);
    for part in parts {
        let Some(Colon::Inside {
            name,
            range,
            is_plain,
        }) = colon(&part.text)
        else {
            continue;
        };
        let is_waiting =
            !used.contains(name) && defined.iter().any(|variable| variable.name == name);
        if is_plain || is_waiting {
            let message = format!("`:{name}` is inside a segment, so it is sent literally");
            sink.report(
                Finding::new(part.at, message)
                    .span(part.span_of(range))
                    .help(format!(
                        "write `{{{{{name}}}}}`, and define `{name}` in the collection's variables"
                    )),
            );
        }
    }
}

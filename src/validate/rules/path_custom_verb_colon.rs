use crate::validate::request::{Colon, colon, is_verb};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A custom verb behind a colon is taken for a path variable.
    ///
    /// ## What it does
    ///
    /// Reports a segment such as `:id:cancel` without an entry for the whole of it, and a last
    /// segment that is a well-known verb (`:batchGet`, `:undelete`) without a value. Examples are
    /// not looked at.
    ///
    /// ## Why it matters
    ///
    /// Postman takes everything behind the first colon of a segment for the name of one path
    /// variable: `:id:cancel` is the variable `id:cancel`, and the value of `id` is never put in.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "path": ["job", ":id:cancel"], "variable": [{ "key": "id", "value": "7" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "path": ["job", "{{id}}:cancel"] }
    /// ```
    PATH_CUSTOM_VERB_COLON {
        id: "path-custom-verb-colon",
        group: Request,
        severity: Warning,
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
    for (index, part) in parts.iter().enumerate() {
        let (message, help) = match colon(&part.text) {
            Some(Colon::Verb { name, verb }) => {
                let whole = part.text.strip_prefix(':').unwrap_or_default();
                if defined.iter().any(|variable| variable.name == whole) {
                    continue;
                }
                (
                    format!(
                        "`{}` is one path variable to Postman, not `:{name}` and a verb",
                        part.text
                    ),
                    format!("write `{{{{{name}}}}}:{verb}`"),
                )
            }
            Some(Colon::Variable(name)) if is_verb(url, name, index + 1 == parts.len()) => (
                format!(
                    "the verb `:{name}` is a path variable to Postman, which is there to be filled"
                ),
                format!("join it to the segment before it, or write `%3A{name}`"),
            ),
            _ => continue,
        };
        sink.report(Finding::new(part.at, message).span(part.span()).help(help));
    }
}

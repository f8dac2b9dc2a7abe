use crate::validate::request::{Colon, colon, is_verb};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A custom verb after a colon is treated as a path variable.
    ///
    /// ## What it does
    ///
    /// Reports a segment such as `:id:cancel` without a variable of that whole name, and a last
    /// segment that is a well-known verb (`:batchGet`, `:undelete`) and not declared as a path
    /// variable. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman treats everything after the first colon of a segment as the name of one path
    /// variable: `:id:cancel` is the variable `id:cancel`, and the value of `id` is never
    /// substituted.
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
                let text = &part.text;
                let is_variable = defined.iter().any(|variable| variable.name == verb);
                let (rest, verb) = if is_variable {
                    (format!("`:{verb}`"), format!("{{{{{verb}}}}}"))
                } else {
                    ("a verb".to_owned(), verb.to_owned())
                };
                (
                    format!(
                        "Postman treats `{text}` as one path variable, not as `:{name}` and {rest}"
                    ),
                    format!("write `{{{{{name}}}}}:{verb}`"),
                )
            }
            Some(Colon::Variable(name))
                if is_verb(url, name, index + 1 == parts.len())
                    && !defined.iter().any(|variable| variable.name == name) =>
            {
                (
                    format!("Postman treats the verb `:{name}` as a path variable"),
                    format!("join it to the segment before it, or write `%3A{name}`"),
                )
            }
            _ => continue,
        };
        sink.report(Finding::new(part.at, message).span(part.span()).help(help));
    }
}

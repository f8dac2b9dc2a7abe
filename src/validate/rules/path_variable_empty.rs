use crate::json::Kind;
use crate::validate::request::{is_verb, variable_names};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A path variable has an empty or non-string value.
    ///
    /// ## What it does
    ///
    /// Reports an entry of a URL's `variable` list that a segment uses and whose value is missing,
    /// empty, `null`, a number or anything else but a string. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman only substitutes a non-empty string. Otherwise the segment, `:id`, is sent
    /// literally.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "path": ["agent", ":code"], "variable": [{ "key": "code", "value": 12 }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "path": ["agent", ":code"], "variable": [{ "key": "code", "value": "12" }] }
    /// ```
    PATH_VARIABLE_EMPTY {
        id: "path-variable-empty",
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
    let used = variable_names(parts);
    let last = parts.last().and_then(|part| part.text.strip_prefix(':'));
    for variable in &url.variables {
        let name = variable.name.as_ref();
        if !used.contains(name) || is_verb(url, name, last == Some(name)) {
            continue;
        }
        let what = match variable.value.map(|value| (value, value.kind())) {
            None => "has no value",
            Some((value, Kind::String)) if value.is_str("") => "is empty",
            Some((_, Kind::String)) => continue,
            Some((_, Kind::Null)) => "is null",
            Some((_, Kind::Number)) => "is a number, not a string",
            Some((_, Kind::Bool)) => "is a boolean, not a string",
            Some(_) => "is not a string",
        };
        let message = format!("the path variable `{name}` {what}, so `:{name}` is sent literally");
        sink.report(
            Finding::new(variable.value.unwrap_or(variable.entry), message)
                .help("give it a string, an example or a `{{variable}}`"),
        );
    }
}

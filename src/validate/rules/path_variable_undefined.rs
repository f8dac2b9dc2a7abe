use std::collections::HashSet;

use crate::json::Kind;
use crate::postman::view::Url;
use crate::validate::edit::{add_elements, add_member};
use crate::validate::request::{Colon, colon, is_verb, nearest, variable_names};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A path variable is not defined.
    ///
    /// ## What it does
    ///
    /// Reports a segment such as `:id` whose name is not in the URL's `variable` list. A last
    /// segment that is a well-known verb (`:batchGet`) is reported by `path-custom-verb-colon`.
    /// Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Path variables get their value only from that list, never from an environment. Without an
    /// entry, `:id` is sent literally.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "raw": "{{host}}/agent/:code", "host": ["{{host}}"], "path": ["agent", ":code"] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "raw": "{{host}}/agent/:code",
    ///   "host": ["{{host}}"],
    ///   "path": ["agent", ":code"],
    ///   "variable": [{ "key": "code", "value": "{{agent_code}}" }]
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: adds an entry that uses a defined variable of the same name.
    PATH_VARIABLE_UNDEFINED {
        id: "path-variable-undefined",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

/// How many unused entries a name is compared with at most.
const CANDIDATES: usize = 100;

fn check<'d>(context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    let url = sent.url();
    let parts = url.segments();
    let defined = &url.variables;
    let used = variable_names(parts);
    let names: HashSet<&str> = defined.iter().map(|one| one.name.as_ref()).collect();
    let is_unused = |name: &&str| !used.contains(name) && !name.contains('.');
    let unused = defined.iter().map(|one| one.name.as_ref());
    let unused: Vec<&str> = unused.filter(is_unused).take(CANDIDATES).collect();
    for (index, part) in parts.iter().enumerate() {
        let Some(Colon::Variable(name)) = colon(&part.text) else {
            continue;
        };
        if names.contains(name) || is_verb(url, name, index + 1 == parts.len()) {
            continue;
        }
        let finding = Finding::new(
            part.at,
            format!("`:{name}` has no entry in `variable`, so it is sent literally"),
        )
        .span(part.span());
        let near = nearest(name, unused.iter().copied());
        let finding = match near {
            Some(near) => finding.help(format!("did you mean the path variable `{near}`?")),
            None => finding.help(format!("add an entry with the key `{name}` and a value")),
        };
        sink.report(
            match sent
                .request
                .url()
                .filter(|_| near.is_none() && context.variables().is_defined(name))
                .and_then(|url| edit(&url, name))
            {
                Some(edit) => finding.unsafe_fix(
                    format!("give `:{name}` the value `{{{{{name}}}}}`"),
                    vec![edit],
                ),
                None => finding,
            },
        );
    }
}

fn edit(url: &Url, name: &str) -> Option<crate::diagnostic::Edit> {
    if url.value.kind() != Kind::Object {
        return None;
    }
    let entry = serde_json::json!({ "key": name, "value": format!("{{{{{name}}}}}") }).to_string();
    match url.variable {
        Some(list) if list.kind() == Kind::Array => add_elements(list, &[&entry]),
        Some(_) => None,
        None => add_member(url.value, "variable", &format!("[{entry}]")),
    }
}

use std::borrow::Cow;
use std::collections::HashMap;

use super::schema_conformance::SCHEMA_CONFORMANCE;
use crate::json::Value;
use crate::validate::rule::rule;
use crate::validate::variables::ProblemKind;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A used variable is not defined.
    ///
    /// ## What it does
    ///
    /// Looks up every `{{name}}` that is sent (in URLs, headers, bodies, auth and the values of
    /// variables) in the collection's variables, in the environments and globals given with `-e`,
    /// and among the names that scripts set or expect from a data file. Each name is reported once
    /// per item, at its first use. Saved examples are not checked. A name that is only in bodies, in
    /// a sentence (`Dear {{contact.name}}, your order …`) or between tags such as `{{#each}}`, is a
    /// field of a template that another program fills, and not reported.
    ///
    /// If a script in the collection sets variables with computed names, as in
    /// `pm.environment.set(key, value)`, or passes `pm.environment` on, any name may be set, and
    /// nothing is reported.
    ///
    /// ## Why it matters
    ///
    /// Postman sends the braces literally, and the runner does not fail. The mistake shows up as an
    /// unknown host, or as a record called `{{code}}`.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "variable": [], "item": [{ "request": { "url": "{{host}}/agent" } }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "variable": [{ "key": "host", "value": "https://localhost" }],
    ///   "item": [{ "request": { "url": "{{host}}/agent" } }]
    /// }
    /// ```
    VARIABLE_UNDEFINED {
        id: "variable-undefined",
        group: Variables,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let help = if context.environments.files.is_empty() {
        "define it in the collection's variables, or pass the environment that defines it with \
         `-e FILE`"
    } else {
        "define it in the collection's variables, or in an environment given with `-e FILE`"
    };
    let variables = context.variables();
    let keyless = keyless(context);
    for problem in &variables.problems {
        let (said, help) = match problem.kind {
            ProblemKind::Undefined => ("is not defined", help),
            ProblemKind::OtherFolder => (
                "is defined only in other folders or requests",
                "move it to the collection's variables",
            ),
            _ => continue,
        };
        let name = variables.name(&problem.first);
        let message = format!("`{{{{{name}}}}}` {said}");
        let finding = Finding::new(problem.first.value, message);
        let finding = match keyless.get(name) {
            // The schema wants an `id` at least.
            Some((_, "name")) if SCHEMA_CONFORMANCE.is_on(context.settings) => continue,
            Some((at, member)) => finding
                .label(*at, "this variable has no `key`")
                .help(format!("rename its member `{member}` to `key`")),
            None => finding.help(help),
        };
        variables.report(&problem.first, finding, sink);
    }
}

/// The variables of the collection that have a name and no `key`, by what is meant: their `id` or `name`,
/// and which of both that is.
fn keyless<'d>(context: &Context<'d>) -> HashMap<Cow<'d, str>, (Value<'d>, &'static str)> {
    let list = context.collection.value.get("variable");
    let entries = list.into_iter().flat_map(Value::elements);
    let keyless = entries.filter(|entry| entry.get("key").is_none());
    keyless
        .filter_map(|entry| {
            let named = |member| Some((entry.get(member)?.as_str()?, (entry, member)));
            named("id").or_else(|| named("name"))
        })
        .collect()
}

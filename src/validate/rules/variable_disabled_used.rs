use crate::validate::rule::rule;
use crate::validate::variables::{Disabled, ProblemKind};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A used variable is disabled.
    ///
    /// ## What it does
    ///
    /// Reports a `{{name}}` whose only definition, in the collection or in an environment given
    /// with `-e`, is disabled. Each name is reported once per item, at its first use.
    ///
    /// ## Why it matters
    ///
    /// Postman ignores disabled definitions and sends the braces literally.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "variable": [{ "key": "host", "value": "https://localhost", "disabled": true }],
    ///   "item": [{ "request": { "url": "{{host}}/agent" } }]
    /// }
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
    VARIABLE_DISABLED_USED {
        id: "variable-disabled-used",
        group: Variables,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let variables = context.variables();
    for problem in &variables.problems {
        let ProblemKind::Disabled(disabled) = &problem.kind else {
            continue;
        };
        let place = match disabled {
            Disabled::Here(_) => "in the collection".to_owned(),
            Disabled::Environment(file) => format!("in `{file}`"),
        };
        let name = variables.name(&problem.first);
        let message = format!("`{{{{{name}}}}}` is disabled {place}");
        let mut finding = Finding::new(problem.first.value, message)
            .help("enable its definition, or use another variable");
        if let Disabled::Here(at) = disabled {
            finding = finding.label(*at, "disabled here");
        }
        variables.report(&problem.first, finding, sink);
    }
}

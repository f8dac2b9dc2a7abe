use crate::validate::rule::rule;
use crate::validate::variables::ProblemKind;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable name is similar to a defined one.
    ///
    /// ## What it does
    ///
    /// Reports an undefined `{{name}}` if a defined name differs only in case, separators or one
    /// letter. Names that differ in digits or by a plural are different names. Each name is
    /// reported once per item, at its first use. As with `variable-undefined`, nothing is reported
    /// if a script may set any name.
    ///
    /// ## Why it matters
    ///
    /// Variable names are case-sensitive. Postman sends unresolved braces literally.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "variable": [{ "key": "baseUrl", "value": "https://localhost" }],
    ///   "item": [{ "request": { "url": "{{baseURL}}/agent" } }]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "variable": [{ "key": "baseUrl", "value": "https://localhost" }],
    ///   "item": [{ "request": { "url": "{{baseUrl}}/agent" } }]
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because another variable may be meant: uses the defined name.
    VARIABLE_CASE_MISMATCH {
        id: "variable-case-mismatch",
        group: Variables,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let variables = context.variables();
    for problem in &variables.problems {
        let ProblemKind::Typo(suggestion) = &problem.kind else {
            continue;
        };
        let name = variables.name(&problem.first);
        let token = format!("{{{{{suggestion}}}}}");
        let edits = problem.edits(&token);
        let message = format!("`{{{{{name}}}}}` is not defined, but `{suggestion}` is");
        let finding = Finding::new(problem.first.value, message)
            .help(format!("did you mean `{token}`?"))
            .unsafe_fix(format!("replace it with `{token}`"), edits);
        variables.report(&problem.first, finding, sink);
    }
}

use crate::postman::dynamic;
use crate::validate::rule::rule;
use crate::validate::variables::ProblemKind;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A dynamic variable is unknown.
    ///
    /// ## What it does
    ///
    /// Reports a `{{$name}}` that is not one of Postman's dynamic variables, such as `{{$guid}}`,
    /// `{{$timestamp}}` and `{{$randomInt}}`, and not defined elsewhere. Each name is reported once
    /// per item, at its first use.
    ///
    /// ## Why it matters
    ///
    /// Postman generates a value for known names, which are case-sensitive, and sends the braces of
    /// all others literally.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "X-Request-Id", "value": "{{$guidd}}" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "X-Request-Id", "value": "{{$guid}}" }
    /// ```
    VARIABLE_DYNAMIC_UNKNOWN {
        id: "variable-dynamic-unknown",
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
        if !matches!(problem.kind, ProblemKind::Dynamic) {
            continue;
        }
        let name = variables.name(&problem.first);
        let message = format!("`{{{{{name}}}}}` is not a dynamic variable of Postman");
        let help = dynamic::nearest(name).map_or_else(
            || "define it, or use one of Postman's, such as `{{$guid}}`".to_owned(),
            |suggestion| format!("did you mean `{{{{{suggestion}}}}}`?"),
        );
        let finding = Finding::new(problem.first.value, message).help(help);
        variables.report(&problem.first, finding, sink);
    }
}

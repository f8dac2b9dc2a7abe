use crate::validate::rule::rule;
use crate::validate::variables::ProblemKind;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable has spaces inside its braces.
    ///
    /// ## What it does
    ///
    /// Reports `{{ name }}` wherever variables are substituted, unless a variable has a name with
    /// exactly these spaces. In a body, which may be a template for another system, only names that
    /// would resolve without the spaces are reported. Each name is reported once per item, at its
    /// first use.
    ///
    /// ## Why it matters
    ///
    /// Other template languages ignore the spaces. Postman treats them as part of the name, finds
    /// no such variable and sends the braces literally.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "url": "{{ host }}/agent" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "url": "{{host}}/agent" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the value is then sent instead of the braces: removes the spaces if the name
    /// without them is defined.
    VARIABLE_WHITESPACE {
        id: "variable-whitespace",
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
        let ProblemKind::Whitespace(resolves) = problem.kind else {
            continue;
        };
        let name = variables.name(&problem.first);
        let shown = name.replace(char::is_control, " ");
        let suggestion = format!("{{{{{}}}}}", name.trim());
        let edits = problem.edits(&suggestion);
        let message = format!("`{{{{{shown}}}}}` is looked up with its spaces and never resolves");
        let finding =
            Finding::new(problem.first.value, message).help(format!("write `{suggestion}`"));
        let finding = if resolves {
            finding.unsafe_fix(format!("replace it with `{suggestion}`"), edits)
        } else {
            finding
        };
        variables.report(&problem.first, finding, sink);
    }
}

use std::collections::HashMap;

use crate::validate::rule::rule;
use crate::validate::variables::{Problem, ProblemKind};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A request needs a secret of Postman Vault.
    ///
    /// ## What it does
    ///
    /// Reports each `{{vault:name}}` once, at its first use. It is not an undefined variable: the
    /// Postman app reads it from the vault of whoever sends the request.
    ///
    /// ## Why it matters
    ///
    /// A vault is on one computer and is not part of the collection. Newman and other runners have
    /// none, and send the braces as they are.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "token", "value": "{{vault:token}}" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "token", "value": "{{token}}" }
    /// ```
    VARIABLE_VAULT {
        id: "variable-vault",
        group: Variables,
        severity: Info,
        profile: Run,
        fixable: No,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let variables = context.variables();
    let problems = variables.problems.iter();
    let in_vault = || {
        let problems = problems.clone();
        problems.filter(|one| matches!(one.kind, ProblemKind::Vault))
    };
    let mut times: HashMap<&str, usize> = HashMap::new();
    for problem in in_vault() {
        *times.entry(variables.name(&problem.first)).or_default() += problem.uses().count();
    }
    // Taken out at its first use, so that each name is reported once.
    let first_uses = in_vault().filter_map(|one: &Problem| {
        let name = variables.name(&one.first);
        Some((one, name, times.remove(name)?))
    });
    for (problem, name, times) in first_uses {
        let uses = match times {
            1 => String::new(),
            times => format!(" (used {times} times)"),
        };
        let message = format!(
            "`{{{{{name}}}}}` is a secret of Postman Vault, which only the Postman app can read{uses}"
        );
        let finding = Finding::new(problem.first.value, message)
            .help("to run it elsewhere, use a variable that an environment defines");
        variables.report(&problem.first, finding, sink);
    }
}

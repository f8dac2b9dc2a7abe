use crate::postman::effective::Variable;
use crate::validate::rule::rule;
use crate::validate::variables::{List, VariableOwner, cycles, lists};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The values of variables form a cycle.
    ///
    /// ## What it does
    ///
    /// Reports variables of a collection or of an environment whose values lead back to themselves.
    /// Values that an environment given with `-e` or a script overrides do not count.
    ///
    /// ## Why it matters
    ///
    /// Postman substitutes variables in variables up to nineteen times and then sends the remaining
    /// braces.
    ///
    /// ## Example
    ///
    /// ```json
    /// [{ "key": "host", "value": "{{base}}" }, { "key": "base", "value": "https://{{host}}" }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// [{ "key": "host", "value": "localhost" }, { "key": "base", "value": "https://{{host}}" }]
    /// ```
    VARIABLE_CYCLE {
        id: "variable-cycle",
        group: Variables,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    lists(context, |list| match list.owner_kind {
        VariableOwner::Collection => {
            let variables = context.variables();
            check_list(list, sink, |name| variables.is_replaced(name));
        }
        VariableOwner::Environment => check_list(list, sink, |_| false),
        // Nothing reads these: see `variable-folder-scope`.
        VariableOwner::Item => {}
    });
}

fn check_list<'d>(list: List<'_, 'd>, sink: &mut Sink<'d>, is_replaced: impl Fn(&str) -> bool) {
    let entries = list.value.elements();
    let mut variables: Vec<Variable> = entries.filter_map(|one| list.variable(one)).collect();
    variables.retain(|variable| variable.is_enabled && !is_replaced(&variable.name));
    for circle in cycles(&variables) {
        let circle: Vec<&Variable> = circle.iter().filter_map(|at| variables.get(*at)).collect();
        let Some((first, others)) = circle.split_first() else {
            continue;
        };
        let through = through(others);
        let message = format!(
            "the value of `{}` refers to itself{through} and never resolves",
            first.name
        );
        let at = first.value.unwrap_or(first.entry);
        let mut finding = Finding::new(at, message).help("give one of them a fixed value");
        for variable in others.iter().take(MOST_SHOWN) {
            let at = variable.value.unwrap_or(variable.entry);
            finding = finding.label(at, format!("`{}` is part of the cycle", variable.name));
        }
        sink.report_in(list.names.to_vec(), finding);
    }
}

/// How many variables of a circle are named.
const MOST_SHOWN: usize = 5;

fn through(others: &[&Variable]) -> String {
    let names: Vec<String> = others
        .iter()
        .take(MOST_SHOWN)
        .map(|variable| format!("`{}`", variable.name))
        .collect();
    match (names.split_last(), others.len() - names.len()) {
        (None, _) => String::new(),
        (Some(_), more @ 1..) => format!(" through {} and {more} more", names.join(", ")),
        (Some((last, [])), _) => format!(" through {last}"),
        (Some((last, before)), _) => format!(" through {} and {last}", before.join(", ")),
    }
}

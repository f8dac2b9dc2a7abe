use std::collections::HashSet;

use crate::json::Value;
use crate::postman::effective::Variable;
use crate::validate::edit::remove_between;
use crate::validate::rule::rule;
use crate::validate::variables::{Kind, Variables, mentions};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable of the collection is used nowhere.
    ///
    /// ## What it does
    ///
    /// Reports a variable of the collection that no request, example, description, script or other
    /// variable mentions. Nothing is reported where a script reads variables whose names are made
    /// at run time, or where one variable's name is put together from another's value.
    ///
    /// ## Why it matters
    ///
    /// Who gets the collection fills it in, and wonders what it does.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "variable": [{ "key": "host", "value": "" }, { "key": "oldHost", "value": "" }],
    ///   "item": [{ "request": { "url": "{{host}}/agent" } }]
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "variable": [{ "key": "host", "value": "" }],
    ///   "item": [{ "request": { "url": "{{host}}/agent" } }]
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: the variable is removed.
    VARIABLE_UNUSED {
        id: "variable-unused",
        group: Variables,
        severity: Info,
        profile: Run,
        fixable: Safe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let variables = context.variables();
    let has_items = context.collection.items().next().is_some();
    let Some(list) = context.collection.value.get("variable") else {
        return;
    };
    if variables.reads_any || !has_items {
        return;
    }
    let elements: Vec<Value<'d>> = list.elements().collect();
    let mut unused = unused(variables, &elements);
    if unused.is_empty() || !drop_mentioned(context.document.text(), &mut unused) {
        return;
    }
    for (position, element) in elements.iter().enumerate() {
        let Some(variable) = Variable::new(*element) else {
            continue;
        };
        if !variable.is_enabled || !unused.contains(&variable.name.to_lowercase()) {
            continue;
        }
        let neighbour = |at: Option<usize>| at.and_then(|at| elements.get(at)).copied();
        let edit = remove_between(
            neighbour(position.checked_sub(1)),
            *element,
            neighbour(Some(position + 1)),
        );
        let message = format!("the variable `{}` is used nowhere", variable.name);
        let finding = Finding::new(variable.name_value, message)
            .help("remove it")
            .safe_fix("remove it", vec![edit]);
        sink.report(finding);
    }
}

/// The variables that are neither sent nor known to a script, in lower case: a use in another case
/// is a slip, not a reason to remove what was meant.
fn unused(variables: &Variables, elements: &[Value]) -> HashSet<String> {
    let listed = elements
        .iter()
        .filter_map(|element| Variable::new(*element));
    let mut unused: HashSet<String> = listed
        .filter(|variable| variable.is_enabled)
        .map(|variable| variable.name.to_lowercase())
        .collect();
    for name in variables.names.iter() {
        if name.first.is_some() || name.is_mentioned {
            unused.remove(&name.text.trim().to_lowercase());
        }
    }
    for problem in &variables.problems {
        if let Kind::Near(meant) = &problem.kind {
            unused.remove(&meant.to_lowercase());
        }
    }
    unused
}

/// Drops those that `text` has between braces; says whether the others can be judged at all.
fn drop_mentioned(text: &str, unused: &mut HashSet<String>) -> bool {
    for token in mentions(text) {
        if token.is_composed {
            return false;
        }
        unused.remove(&token.name.trim().to_lowercase());
        if unused.is_empty() {
            return false;
        }
    }
    true
}

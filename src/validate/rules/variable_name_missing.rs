use std::collections::HashSet;

use super::variable_undefined::VARIABLE_UNDEFINED;
use crate::json::{Kind, Value};
use crate::validate::rule::rule;
use crate::validate::variables::{ProblemKind, VariableOwner, lists};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable has no `key`.
    ///
    /// ## What it does
    ///
    /// Reports a variable of an environment or the globals without a `key`, and one of a collection
    /// that has an `id` instead. A variable of a collection with neither is reported by
    /// `schema-conformance`, and one whose `id` is used by `variable-undefined`.
    ///
    /// ## Why it matters
    ///
    /// Postman and Newman know variables by `key` alone: nothing can use this one. The collection
    /// schema accepts an `id` in place of the `key`.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "variable": [{ "id": "host", "value": "https://localhost" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "variable": [{ "key": "host", "value": "https://localhost" }] }
    /// ```
    VARIABLE_NAME_MISSING {
        id: "variable-name-missing",
        group: Variables,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let mut reported = None;
    lists(context, |list| {
        let is_environment = list.owner_kind == VariableOwner::Environment;
        for entry in list.value.elements() {
            let id = entry.get("id");
            let has_key = entry.get("key").is_some_and(|key| !key.is_null());
            if has_key || (!is_environment && id.is_none()) {
                continue;
            }
            let name = id.and_then(Value::as_str).unwrap_or_default();
            if list.owner_kind == VariableOwner::Collection
                && reported
                    .get_or_insert_with(|| undefined(context))
                    .contains(&*name)
            {
                continue;
            }
            sink.report_in(list.names.to_vec(), finding(entry, id));
        }
    });
}

/// The names that the rule on undefined variables reports: an `id` that is meant for one is in it.
fn undefined<'c>(context: &'c Context) -> HashSet<&'c str> {
    let variables = context.variables();
    let is_undefined =
        |kind: &ProblemKind| matches!(kind, ProblemKind::Undefined | ProblemKind::OtherFolder);
    let is_on = VARIABLE_UNDEFINED.is_on(context.settings);
    let problems = variables
        .problems
        .iter()
        .filter(|one| is_on && is_undefined(&one.kind));
    problems.map(|one| variables.name(&one.first)).collect()
}

fn finding<'d>(entry: Value<'d>, id: Option<Value<'d>>) -> Finding<'d> {
    if entry.kind() != Kind::Object {
        let message = "the entry is not an object, so it is not a variable";
        return Finding::new(entry, message).help("write an object with `key` and `value`");
    }
    let message = "the variable has no `key`, so nothing can use it";
    let finding = Finding::new(id.unwrap_or(entry), message);
    match id {
        Some(_) => finding.help("if the `id` is its name, call that member `key`"),
        None => finding.help("add a `key`, or remove the variable"),
    }
}

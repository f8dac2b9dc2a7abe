use std::collections::HashMap;

use crate::json::Value;
use crate::validate::edit::remove_element;
use crate::validate::rule::rule;
use crate::validate::variables::{List, lists};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable is defined twice in one list.
    ///
    /// ## What it does
    ///
    /// Reports a second definition of a name among a collection's, a folder's or an environment's
    /// variables. Disabled definitions do not count, since many people keep alternatives that way.
    ///
    /// ## Why it matters
    ///
    /// Only the last definition counts, so changing an earlier one has no effect.
    ///
    /// ## Example
    ///
    /// ```json
    /// [{ "key": "host", "value": "https://a.test" }, { "key": "host", "value": "https://b.test" }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// [{ "key": "host", "value": "https://b.test" }]
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the other value may be the right one: removes the earlier definition.
    VARIABLE_DUPLICATE {
        id: "variable-duplicate",
        group: Variables,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    lists(context, |list| check_list(list, sink));
}

fn check_list<'d>(list: List<'_, 'd>, sink: &mut Sink<'d>) {
    let mut earlier: HashMap<_, (Value<'d>, Value<'d>)> = HashMap::new();
    for element in list.value.elements() {
        let variable = list.variable(element);
        let Some(variable) = variable.filter(|variable| variable.is_enabled) else {
            continue;
        };
        let message = format!(
            "`{}` is defined twice in this list, and only the last definition counts",
            variable.name
        );
        let at = variable.name_value;
        let Some((before, label)) = earlier.insert(variable.name, (element, at)) else {
            continue;
        };
        let mut finding = Finding::new(at, message)
            .label(label, "defined here before")
            .help("keep one of the two");
        if let Some(edit) = remove_element(before) {
            finding = finding.unsafe_fix("remove the earlier definition", vec![edit]);
        }
        sink.report_in(list.names.to_vec(), finding);
    }
}

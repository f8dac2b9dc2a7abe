use std::collections::HashSet;

use crate::json::Value;
use crate::postman::effective::Variable;
use crate::validate::edit::remove_element;
use crate::validate::rule::rule;
use crate::validate::variables::{ProblemKind, Variables, mentions};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable of the collection is not used.
    ///
    /// ## What it does
    ///
    /// Reports a variable of the collection that no request, example, description, script or other
    /// variable mentions. Nothing is reported if a script reads variables with computed names, or
    /// if a variable's name contains another variable.
    ///
    /// ## Why it matters
    ///
    /// Users of the collection set it and wonder what it does.
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
    /// Unsafe, since another program may read it: removes the variable unless its name appears in a
    /// script, a text or an environment. A variable that became unused through another fix of the
    /// same run stays.
    VARIABLE_UNUSED {
        id: "variable-unused",
        group: Variables,
        severity: Info,
        profile: Run,
        fixable: Unsafe,
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
    let words = words_elsewhere(context, list);
    for element in elements {
        let Some(variable) = Variable::new(element) else {
            continue;
        };
        let lower = variable.name.to_lowercase();
        if !variable.is_enabled || !unused.contains(&lower) {
            continue;
        }
        let message = format!("the variable `{}` is not used", variable.name);
        let finding = Finding::new(variable.name_value, message);
        let is_mentioned = parts(&lower).all(|part| words.contains(part));
        let edit = remove_element(element).filter(|_| !is_mentioned);
        sink.report(match edit {
            Some(edit) => finding
                .help("remove it")
                .removal_of_unused("remove it", vec![edit]),
            None => finding.help("remove it, if nothing else reads it"),
        });
    }
}

/// Every word outside of `list`, in the strings of the collection and in the environments, in lower
/// case: a name among them may be read in a way that cannot be seen.
fn words_elsewhere(context: &Context, list: Value) -> HashSet<String> {
    let text = context.document.text();
    let span = list.span();
    let around = [text.get(..span.start), text.get(span.end..)];
    let environments = context.environments.files.iter();
    let other = environments.map(|(_, environment)| environment.value.document().text());
    let mut words = HashSet::new();
    for part in around.into_iter().flatten().chain(other) {
        words.extend(parts(part).map(str::to_lowercase));
    }
    words
}

/// The words of a text.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty())
}

/// Postman's converter of `OpenAPI` files writes the link to other documentation into such variables, which are
/// for those who read the collection.
const FOR_READERS: &str = "externalDocs.";

/// The variables that are neither sent nor known to a script, in lower case: a use in another case
/// is a slip, not a reason to remove what was meant.
fn unused(variables: &Variables, elements: &[Value]) -> HashSet<String> {
    let listed = elements
        .iter()
        .filter_map(|element| Variable::new(*element));
    let mut unused: HashSet<String> = listed
        .filter(|variable| variable.is_enabled && !variable.name.starts_with(FOR_READERS))
        .map(|variable| variable.name.to_lowercase())
        .collect();
    for name in variables.names.iter() {
        if name.first.is_some() || name.is_mentioned {
            unused.remove(&name.text.trim().to_lowercase());
        }
    }
    for problem in &variables.problems {
        if let ProblemKind::Typo(suggestion) = &problem.kind {
            unused.remove(&suggestion.to_lowercase());
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

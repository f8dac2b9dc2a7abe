use std::collections::HashSet;

use crate::diagnostic::Edit;
use crate::json::Value;
use crate::postman::effective::Variable;
use crate::postman::view::tokens;
use crate::validate::edit::{add_elements, add_member, remove_member};
use crate::validate::rule::rule;
use crate::validate::variables::{List, VariableOwner, lists};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A folder or a request has its own variables.
    ///
    /// ## What it does
    ///
    /// Reports a non-empty `variable` list of a folder or request.
    ///
    /// ## Why it matters
    ///
    /// The format allows it, but neither Postman nor Newman shows or substitutes these variables.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "Sales", "item": [], "variable": [{ "key": "module", "value": "sales" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// The collection's `variable`:
    ///
    /// ```json
    /// {
    ///   "item": [{ "name": "Sales", "item": [] }],
    ///   "variable": [{ "key": "module", "value": "sales" }]
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the request changes: moves the variables to the collection if no variable
    /// there or in an earlier folder has the same name and no variable's value uses it. The first
    /// finding fixes all.
    VARIABLE_FOLDER_SCOPE {
        id: "variable-folder-scope",
        group: Variables,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Collection(check),
    }
}

/// What moves to the collection.
#[derive(Default)]
struct Move<'d> {
    entries: Vec<&'d str>,
    edits: Vec<Edit>,
    /// Where the first finding of a list that moves is among all.
    first: Option<usize>,
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let collection = context.collection;
    let own = Variable::of_collection(collection).into_iter();
    let mut taken: HashSet<String> = own.map(|variable| variable.name.into_owned()).collect();
    let mut found: Vec<(Vec<String>, Finding<'d>)> = Vec::new();
    let used = used_in_values(context);
    let mut moved = Move::default();
    lists(context, |list| {
        if list.owner_kind != VariableOwner::Item || list.value.elements().next().is_none() {
            return;
        }
        if let Some(edit) = movable(list, &mut taken, &used) {
            moved.entries.extend(list.value.elements().map(Value::text));
            moved.edits.push(edit);
            moved.first.get_or_insert(found.len());
        }
        found.push((list.names.to_vec(), finding(list)));
    });
    let target = collection.value.get("variable");
    let added = match target {
        Some(list) if list.kind() == crate::json::Kind::Array => add_elements(list, &moved.entries),
        Some(_) => None,
        None => {
            let list = format!("[{}]", moved.entries.join(", "));
            add_member(collection.value, "variable", &list)
        }
    };
    for (position, (names, mut finding)) in found.into_iter().enumerate() {
        if moved.first == Some(position)
            && let Some(added) = &added
        {
            let mut edits = std::mem::take(&mut moved.edits);
            edits.push(added.clone());
            finding = finding.unsafe_fix("move them to the collection's variables", edits);
        }
        sink.report_in(names, finding);
    }
}

/// The names that values of variables use: one of them could refer to itself in the end.
fn used_in_values(context: &Context) -> HashSet<String> {
    let mut used = HashSet::new();
    lists(context, |list| {
        for variable in Variable::list(list.value) {
            let text = variable.text();
            used.extend(tokens(&text).map(|token| token.name.to_owned()));
        }
    });
    used
}

/// The edit that takes the list out of its folder, when its names are still free.
fn movable(list: List, taken: &mut HashSet<String>, used: &HashSet<String>) -> Option<Edit> {
    let variables = Variable::list(list.value);
    let names: HashSet<&str> = variables.iter().map(|variable| &*variable.name).collect();
    let all_named = variables.len() == list.value.len() && names.len() == variables.len();
    let is_used = |name: &&str| taken.contains(*name) || used.contains(*name);
    if !all_named || names.iter().any(is_used) {
        return None;
    }
    let edit = remove_member(list.owner, "variable")?;
    taken.extend(names.into_iter().map(str::to_owned));
    Some(edit)
}

fn finding<'d>(list: List<'_, 'd>) -> Finding<'d> {
    let variables = Variable::list(list.value);
    let shown: Vec<String> = variables
        .iter()
        .take(3)
        .map(|variable| format!("`{}`", variable.name))
        .collect();
    let more = if variables.len() > shown.len() {
        ", …"
    } else {
        ""
    };
    let what = if list.owner.get("item").is_some() {
        "folder"
    } else {
        "request"
    };
    let message = if shown.is_empty() {
        format!("the {what} has its own variables, which Postman ignores")
    } else {
        let shown = shown.join(", ");
        format!("the {what} has its own variables, which Postman ignores: {shown}{more}")
    };
    Finding::new(list.value, message).help("move them to the collection's variables")
}

//! Variables that are another name for the same value: one change, not one for each use.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::ChangeKind;
use super::change::{Change, Sink};
use super::model::{Model, Variable};
use crate::postman::effective::substitute_once;
use crate::postman::view::tokens;

/// Makes one change of a variable that is removed, one that is added with its value, and the uses in
/// which the one takes the place of the other. Every use must have changed in the same way.
pub(super) fn merge(base: &Model, revision: &Model, changes: &mut Vec<Change>) {
    let removed = |one: &Change| one.kind == ChangeKind::UnusedVariableRemoved;
    let added = |one: &Change| {
        matches!(
            one.kind,
            ChangeKind::VariableAdded | ChangeKind::VariableAddedWithoutDefault
        )
    };
    if !changes.iter().any(removed) || !changes.iter().any(added) {
        return;
    }
    let (old, new) = (by_start(base), by_start(revision));
    let replacements = replacements(changes);
    let mut additions: HashMap<(&[String], &str), &Change> = HashMap::new();
    for one in changes.iter().filter(|one| added(one)) {
        additions.insert((&one.location.folder, &one.at), one);
    }
    let mut sink = Sink::default();
    let mut renames: HashMap<String, String> = HashMap::new();
    for one in changes.iter().filter(|one| removed(one)) {
        let Some(name) = replacements.get(one.at.as_str()) else {
            continue;
        };
        let Some(other) = additions.get(&(one.location.folder.as_slice(), *name)) else {
            continue;
        };
        let before = one.location.base_at.and_then(|at| old.get(&at));
        let after = other.location.revision_at.and_then(|at| new.get(&at));
        if before.map(|one| &one.value) != after.map(|one| &one.value) {
            continue;
        }
        sink.location = one.location.clone();
        sink.location.revision_at = other.location.revision_at;
        let kind = ChangeKind::VariableRenamed;
        sink.add(kind, "", Some(&one.at), Some(&other.at));
        renames.insert(one.at.clone(), other.at.clone());
    }
    if renames.is_empty() {
        return;
    }
    let new_names: HashSet<&String> = renames.values().collect();
    changes.retain(|one| {
        let is_itself = removed(one) && renames.contains_key(&one.at)
            || added(one) && new_names.contains(&one.at);
        !is_itself && !is_explained(one, &renames)
    });
    changes.append(&mut sink.changes);
}

/// Whether a change is only that of the names.
fn is_explained(one: &Change, renames: &HashMap<String, String>) -> bool {
    let (Some(before), Some(after)) = (&one.before, &one.after) else {
        return false;
    };
    let expected = substitute_once(before, &mut |name| {
        let new = renames.get(name)?;
        Some(Cow::Owned(format!("{{{{{new}}}}}")))
    });
    expected.is_some_and(|expected| expected != *before && expected == *after)
}

fn by_start<'m>(model: &'m Model) -> HashMap<usize, &'m Variable> {
    let variables = model.folders.iter().flat_map(|one| &one.variables);
    variables.map(|one| (one.at, one)).collect()
}

/// Variables that another one takes the place of in each change of a text with them.
fn replacements(changes: &[Change]) -> HashMap<&str, &str> {
    let mut forward: HashMap<&str, Option<&str>> = HashMap::new();
    let mut backward: HashMap<&str, Option<&str>> = HashMap::new();
    let uses = changes
        .iter()
        .filter(|one| one.kind != ChangeKind::DescriptionChanged);
    for one in uses {
        let (Some(before), Some(after)) = (&one.before, &one.after) else {
            continue;
        };
        let (left, right) = (tokens(before), tokens(after));
        for (one, other) in left
            .zip(right)
            .filter(|(one, other)| one.name != other.name)
        {
            vote(&mut forward, one.name, other.name);
            vote(&mut backward, other.name, one.name);
        }
    }
    forward.retain(|name, new| new.is_some_and(|new| backward.get(new) == Some(&Some(*name))));
    let agreed = forward.into_iter();
    agreed
        .filter_map(|(name, new)| Some((name, new?)))
        .collect()
}

fn vote<'c>(votes: &mut HashMap<&'c str, Option<&'c str>>, name: &'c str, new: &'c str) {
    let agreed = votes.entry(name).or_insert(Some(new));
    if *agreed != Some(new) {
        *agreed = None;
    }
}

/// Tells apart the hosts that have become a variable with the host as its value.
pub(super) fn hosts(revision: &Model, changes: &mut [Change]) {
    let Some(root) = revision.folders.first() else {
        return;
    };
    let values: HashMap<&str, &str> = root
        .variables
        .iter()
        .map(|one| (one.name.as_str(), one.value.as_str()))
        .collect();
    for one in changes {
        let (ChangeKind::HostVariableChanged, Some(before), Some(after)) =
            (one.kind, &one.before, &one.after)
        else {
            continue;
        };
        let value = |name: &str| values.get(name).map(|value| Cow::Borrowed(*value));
        let filled = substitute_once(after, &mut { value });
        if tokens(before).next().is_none() && filled.as_ref() == Some(before) {
            one.kind = ChangeKind::HostVariableIntroduced;
        }
    }
}

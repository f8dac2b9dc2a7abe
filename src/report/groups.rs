//! Findings that have one cause, put together: people read each cause once.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, FileReport};

/// Findings of a file of which one rule says the same.
pub(super) struct Group<'r> {
    /// The first in the file.
    pub(super) first: &'r Diagnostic,
    /// The places of the others, in their order.
    pub(super) others: Vec<&'r Diagnostic>,
}

/// The findings of `file` by cause: the worst rules first, those of one rule together, in the order of
/// the file.
pub(super) fn groups(file: &FileReport) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places: HashMap<_, usize> = HashMap::new();
    for one in &file.diagnostics {
        let cause = (one.rule, one.severity, &one.message, &one.help);
        let at = *places.entry(cause).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.others.push(one),
            None => groups.push(Group {
                first: one,
                others: Vec::new(),
            }),
        }
    }
    // Two files, or two versions of one, are read side by side: rules by name.
    groups.sort_by_key(|group| (Reverse(group.first.severity), group.first.rule));
    groups
}

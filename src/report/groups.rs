//! Findings that have one cause, put together: every format but `short` reports each cause once, with
//! all of its places.

use std::cmp::Reverse;
use std::collections::HashMap;

use uuid::Uuid;

use super::counts::plural;
use super::path;
use super::visible::short;
use crate::diagnostic::{Diagnostic, FileReport};

/// Other places of a cause that are named to people.
const NAMED_PLACES: usize = 3;

/// Findings of a file of which one rule says the same.
pub(super) struct Group<'r> {
    /// The first in the file.
    pub(super) first: &'r Diagnostic,
    /// The places of the others, in their order.
    pub(super) others: Vec<&'r Diagnostic>,
    /// How many groups before this one have its rule and its message, and differ in what they advise.
    twin: usize,
}

impl<'r> Group<'r> {
    /// In how many places the cause is.
    pub(super) fn places(&self) -> usize {
        1 + self.others.len()
    }

    /// Every finding of it, in the order of the file.
    pub(super) fn all(&self) -> impl Iterator<Item = &'r Diagnostic> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// ` (in 40 places)`; empty for one place.
    pub(super) fn count(&self) -> String {
        match self.places() {
            1 => String::new(),
            places => format!(" (in {places} places)"),
        }
    }

    /// Where else the cause is, the first few places: `also at 3:7 (Sales › Create) and 8 more places`.
    pub(super) fn also_at(&self) -> Option<String> {
        also_at(&self.others, |_, one| {
            let item = path::names(&one.location).map(|item| format!(" ({})", short(&item, 60)));
            format!("{}{}", one.location.start, item.unwrap_or_default())
        })
    }

    /// 32 hexadecimal digits that stay the same as long as the rule says the same of the file at
    /// `path`, wherever and however often: services that compare two reports see one finding.
    pub(super) fn fingerprint(&self, path: &str) -> String {
        let (rule, message) = (self.first.rule, &self.first.message);
        let what = format!("{path}\u{1f}{rule}\u{1f}{message}\u{1f}{}", self.twin);
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, what.as_bytes());
        id.simple().to_string()
    }
}

/// Where else a cause is that is in the places of `others` too; the first few as `place` writes them,
/// which is given their number.
pub(super) fn also_at(
    others: &[&Diagnostic],
    place: impl Fn(usize, &Diagnostic) -> String,
) -> Option<String> {
    let named = others.iter().take(NAMED_PLACES).enumerate();
    let named: Vec<String> = named.map(|(number, one)| place(number, one)).collect();
    if named.is_empty() {
        return None;
    }
    let more = match others.len().saturating_sub(NAMED_PLACES) {
        0 => String::new(),
        more => format!(" and {}", plural(more, "more place")),
    };
    Some(format!("also at {}{more}", named.join(", ")))
}

/// The findings of `file` by cause: the worst rules first, those of one rule together, in the order of
/// the file.
pub(super) fn groups(file: &FileReport) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut causes: HashMap<_, usize> = HashMap::new();
    let mut twins: HashMap<_, usize> = HashMap::new();
    for one in &file.diagnostics {
        let cause = (one.rule, one.severity, &one.message, &one.help);
        let at = *causes.entry(cause).or_insert(groups.len());
        if let Some(group) = groups.get_mut(at) {
            group.others.push(one);
            continue;
        }
        let twin = twins.entry((one.rule, &one.message)).or_insert(0);
        groups.push(Group {
            first: one,
            others: Vec::new(),
            twin: *twin,
        });
        *twin += 1;
    }
    // Two files, or two versions of one, are read side by side: rules by name.
    groups.sort_by_key(|group| (Reverse(group.first.severity), group.first.rule));
    groups
}

//! Folders that are new or gone, with all that is in them.

use std::collections::{HashMap, HashSet};

use super::{Line, Report, Section};
use crate::diff::{Change, ChangeKind};
use crate::report::diff::one_line;

/// Whether a request or a folder is new or gone: these are listed by folder.
pub(super) fn is_whole(line: &Line) -> bool {
    kind_of_folder(line.first.change.kind).is_some()
}

/// Whether the folder of what is new or gone would be new or gone with it.
fn kind_of_folder(kind: ChangeKind) -> Option<ChangeKind> {
    match kind {
        ChangeKind::RequestAdded | ChangeKind::FolderAdded => Some(ChangeKind::FolderAdded),
        ChangeKind::RequestRemoved
        | ChangeKind::RemovedAfterDeprecation
        | ChangeKind::FolderRemoved => Some(ChangeKind::FolderRemoved),
        _ => None,
    }
}

fn is_folder(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::FolderAdded | ChangeKind::FolderRemoved)
}

/// The folders that are new or gone.
#[derive(Default)]
pub(super) struct FolderTrees<'r> {
    folders: HashSet<(ChangeKind, &'r [String])>,
    /// Folders in them, by the outermost one.
    inner: HashMap<(ChangeKind, &'r [String]), Vec<Line<'r>>>,
}

impl<'r> FolderTrees<'r> {
    /// Those of a report; of one with all values none, which shows each folder.
    pub(super) fn of(report: &'r Report) -> Self {
        let changes = report.changes.iter().filter(|_| !report.values);
        let folders = changes.filter(|one| is_folder(one.change.kind));
        let folders = folders.map(|one| (one.change.kind, one.change.location.folder.as_slice()));
        Self {
            folders: folders.collect(),
            inner: HashMap::new(),
        }
    }

    /// What is new or gone as a line, and the folder that lists it: the outermost that is new or gone
    /// with it. `None` for a folder in such a one, of which only the number is shown.
    pub(super) fn placed(&mut self, mut line: Line<'r>) -> Option<(Line<'r>, &'r [String])> {
        let change = line.first.change;
        let folder = change.location.folder.as_slice();
        let kind = kind_of_folder(change.kind)?;
        let outer = (1..=folder.len()).filter_map(|depth| folder.get(..depth));
        let mut outer = outer.filter(|names| self.folders.contains(&(kind, names)));
        let outermost = outer.next().unwrap_or(folder);
        if is_folder(change.kind) && outermost.len() < folder.len() {
            let inner = self.inner.entry((kind, outermost)).or_default();
            inner.push(line);
            return None;
        }
        let within = folder.get(outermost.len()..).unwrap_or_default();
        line.text = named(change, within);
        Some((line, outermost))
    }

    /// Adds the folders in others to the lines of these.
    pub(super) fn add_inner(&mut self, sections: &mut [Section<'r>]) {
        for line in sections.iter_mut().flat_map(|one| &mut one.lines) {
            let change = line.first.change;
            let key = (change.kind, change.location.folder.as_slice());
            let Some(inner) = self.inner.remove(&key) else {
                continue;
            };
            let s = if inner.len() == 1 { "" } else { "s" };
            line.text = format!("{} with {} folder{s} in it", line.text, inner.len());
            line.changes
                .extend(inner.into_iter().flat_map(|one| one.changes));
        }
    }
}

/// `request added: Inner › a (GET /a)`; a folder is the title.
fn named(change: &Change, within: &[String]) -> String {
    let Some(name) = &change.location.request else {
        return change.kind.title().to_owned();
    };
    let endpoint = change.before.as_ref().or(change.after.as_ref());
    let endpoint = endpoint.filter(|text| !text.is_empty());
    let endpoint = endpoint.map_or_else(String::new, |text| format!(" ({})", one_line(text)));
    let names: Vec<&str> = within.iter().chain([name]).map(String::as_str).collect();
    let names = one_line(&names.join(" › "));
    format!("{}: {names}{endpoint}", change.kind.title())
}

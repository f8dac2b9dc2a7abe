//! What a section is called.

use std::collections::BTreeSet;

use super::{Line, RatedChange};
use crate::diff::ChangeKind;
use crate::report::diff::{found, one_line, sentence};

/// Folders that a title names.
const MOST_FOLDERS: usize = 4;

/// The title of what a folder lists.
pub(super) fn listed(folder: &[String]) -> String {
    match folder {
        [] => "(top level)".to_owned(),
        names => format!("Folder {}", one_line(&names.join(" › "))),
    }
}

/// Requests and folders that share changes: `5 requests in Customers, Orders`.
pub(super) fn together(places: &[&RatedChange]) -> String {
    let location = |one: &&RatedChange| one.change.location.clone();
    let requests = places.iter().map(location);
    let requests = requests.filter(|one| one.request.is_some()).count();
    let several = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{count} {what}s")),
    };
    let counts = [
        several(requests, "request"),
        several(places.len() - requests, "folder"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let mut folders = BTreeSet::new();
    for one in places {
        let location = &one.change.location;
        let names = match (&location.request, location.folder.as_slice()) {
            (None, [outer @ .., _]) => outer,
            (_, names) => names,
        };
        folders.insert(names.join(" › "));
    }
    folders.remove("");
    let named: Vec<String> = folders
        .iter()
        .take(MOST_FOLDERS)
        .map(|name| one_line(name))
        .collect();
    let place = match (named.is_empty(), folders.len().saturating_sub(MOST_FOLDERS)) {
        (true, _) => String::new(),
        (false, 0) => format!(" in {}", named.join(", ")),
        (false, 1) => format!(" in {} and 1 more folder", named.join(", ")),
        (false, more) => format!(" in {} and {more} more folders", named.join(", ")),
    };
    format!("{}{place}", counts.join(" and "))
}

/// Method and path of a request, and the line of a request or folder, as far as its changes do not say them.
pub(super) fn details(changes: &[&RatedChange]) -> Vec<String> {
    let Some(first) = changes.first() else {
        return Vec::new();
    };
    let location = &first.change.location;
    if location.request.is_none() && location.folder.is_empty() {
        return Vec::new();
    }
    let endpoint = location.endpoint.as_deref().map(one_line);
    let line = first.lines.1.or(first.lines.0);
    let line = line.map(|line| format!("line {line}"));
    let found = found(changes).filter(|_| location.request.is_some());
    endpoint.into_iter().chain(line).chain(found).collect()
}

/// A request that only has another name, as its folder lists it.
pub(super) fn renamed(line: &Line) -> Option<String> {
    let change = line.first.change;
    let is_plain = change.kind == ChangeKind::RequestRenamed && found(&line.changes).is_none();
    is_plain.then(|| sentence(change))
}

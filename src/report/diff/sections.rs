//! The changes as people read them: what many requests share once, and counted what
//! nobody has to read one by one.

use std::collections::{BTreeSet, HashMap};

use super::{RatedChange, Report, one_line, sentence};
use crate::diff::{ChangeKind, Impact};

/// Requests with the same change, from which on it is shown once.
const SHARED: usize = 3;

/// Changes of one request that nobody has to read one by one, from which on they are counted.
const COUNTED: usize = 4;

/// Names that a counted line has.
const MOST_NAMES: usize = 12;

/// Folders that a title names.
const MOST_FOLDERS: usize = 4;

/// Changes of one place, or of several that share them; the worst first.
pub(super) struct Section<'r> {
    /// The names of folders and request, or how many requests share the changes.
    pub(super) title: String,
    /// Method and path, and the line, where it is one request; and how it was found.
    pub(super) details: Vec<String>,
    pub(super) lines: Vec<Line<'r>>,
}

/// What is shown of a change, or of several.
pub(super) struct Line<'r> {
    /// The first of them.
    pub(super) first: &'r RatedChange<'r>,
    /// All of them.
    pub(super) changes: Vec<&'r RatedChange<'r>>,
    pub(super) text: String,
}

/// What follows the text of a line that does not name all of its changes.
pub(super) const VALUES_HINT: &str = " (`--values` shows them)";

/// The changes by place: the place with the worst change first, then in their order.
pub(super) fn sections<'r>(report: &'r Report) -> Vec<Section<'r>> {
    let places = super::groups(report);
    let places = places.into_iter().map(|(title, changes)| {
        let lines = lines(&changes, report.values);
        (title, changes, lines)
    });
    let places: Vec<_> = places.collect();
    let mut sharing: HashMap<Key, Sharing<'r>> = HashMap::new();
    for (index, (_, _, lines)) in places.iter().enumerate() {
        for line in lines.iter().filter(|line| can_be_shared(line)) {
            let sharing = sharing.entry(key(line)).or_default();
            sharing.changes.extend(&line.changes);
            if sharing.places.last() != Some(&index) {
                sharing.places.push(index);
            }
        }
    }
    sharing.retain(|_, one| one.places.len() >= SHARED);
    let names: Vec<&RatedChange> = places
        .iter()
        .filter_map(|(_, changes, _)| changes.first().copied())
        .collect();
    let mut shared: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut folders: HashMap<(&[String], Impact), usize> = HashMap::new();
    let mut sections: Vec<Section> = Vec::new();
    for (title, changes, lines) in places {
        let mut own = Vec::new();
        for mut line in lines {
            let location = &line.first.change.location;
            if is_whole(&line) {
                line.text = named(&line);
                let folder = (location.folder.as_slice(), line.first.impact);
                let next = sections.len();
                let index = *folders.entry(folder).or_insert(next);
                add(&mut sections, index, line, || match folder.0 {
                    [] => "(top level)".to_owned(),
                    names => folder_title(&names.join(" › ")),
                });
                continue;
            }
            let Some(found) = sharing
                .get_mut(&key(&line))
                .filter(|_| can_be_shared(&line))
            else {
                own.push(line);
                continue;
            };
            // The first place shows it for all.
            let all = std::mem::take(found);
            if all.changes.is_empty() {
                continue;
            }
            line.changes = all.changes;
            let next = sections.len();
            let index = *shared.entry(all.places.clone()).or_insert(next);
            add(&mut sections, index, line, || {
                together(
                    all.places
                        .iter()
                        .filter_map(|index| names.get(*index).copied()),
                )
            });
        }
        if !own.is_empty() {
            sections.push(Section {
                details: details(&changes),
                title: if is_folder(&changes) {
                    folder_title(&title)
                } else {
                    title
                },
                lines: own,
            });
        }
    }
    for section in &mut sections {
        section
            .lines
            .sort_by_key(|line| std::cmp::Reverse(line.first.impact));
    }
    sections.sort_by_key(|section| {
        let worst = section.lines.first().map(|line| line.first.impact);
        std::cmp::Reverse(worst)
    });
    sections
}

/// Whether changes are of a folder itself.
fn is_folder(changes: &[&RatedChange]) -> bool {
    let location = changes.first().map(|one| &one.change.location);
    location.is_some_and(|one| one.request.is_none() && !one.folder.is_empty())
}

fn folder_title(path: &str) -> String {
    format!("Folder {}", one_line(path))
}

/// Where changes that are shown once are.
#[derive(Default)]
struct Sharing<'r> {
    /// The numbers of the places, each once.
    places: Vec<usize>,
    /// The changes in them.
    changes: Vec<&'r RatedChange<'r>>,
}

/// Adds a line to the section at `index`, or to a new one.
fn add<'r>(
    sections: &mut Vec<Section<'r>>,
    index: usize,
    line: Line<'r>,
    title: impl FnOnce() -> String,
) {
    match sections.get_mut(index) {
        Some(section) => section.lines.push(line),
        None => sections.push(Section {
            title: title(),
            details: Vec::new(),
            lines: vec![line],
        }),
    }
}

/// Whether a request or a folder is new or gone: these are listed by folder.
fn is_whole(line: &Line) -> bool {
    matches!(
        line.first.change.kind,
        ChangeKind::RequestAdded
            | ChangeKind::RequestRemoved
            | ChangeKind::RemovedAfterDeprecation
            | ChangeKind::FolderAdded
            | ChangeKind::FolderRemoved
    )
}

/// `request added: a (GET /a)`; a folder is the title.
fn named(line: &Line) -> String {
    let change = line.first.change;
    let Some(name) = &change.location.request else {
        return change.kind.title().to_owned();
    };
    let endpoint = change.before.as_ref().or(change.after.as_ref());
    let endpoint = endpoint.filter(|text| !text.is_empty());
    let endpoint = endpoint.map_or_else(String::new, |text| format!(" ({})", one_line(text)));
    format!("{}: {}{endpoint}", change.kind.title(), one_line(name))
}

type Key = (ChangeKind, Impact, String, Vec<String>);

fn key(line: &Line) -> Key {
    let first = line.first;
    let lines = first.change.lines.clone();
    (first.change.kind, first.impact, line.text.clone(), lines)
}

/// Whether a change is of a request, which may have it in common with others.
fn can_be_shared(line: &Line) -> bool {
    let location = &line.first.change.location;
    location.request.is_some() && location.example.is_none() && !is_whole(line)
}

/// The lines of one place.
fn lines<'r>(changes: &[&'r RatedChange<'r>], with_values: bool) -> Vec<Line<'r>> {
    let group = |one: &RatedChange| group(one).filter(|_| !with_values);
    let mut groups: HashMap<Group, Vec<&RatedChange>> = HashMap::new();
    for one in changes.iter().copied() {
        if let Some(group) = group(one) {
            groups.entry(group).or_default().push(one);
        }
    }
    groups.retain(|_, all| all.len() >= COUNTED);
    let mut lines: Vec<Line> = Vec::new();
    for one in changes.iter().copied() {
        let Some((group, all)) =
            group(one).and_then(|group| Some((group, groups.get_mut(&group)?)))
        else {
            lines.push(Line {
                first: one,
                changes: vec![one],
                text: sentence(one.change),
            });
            continue;
        };
        // The first of them shows all.
        let all = std::mem::take(all);
        if !all.is_empty() {
            lines.push(Line {
                first: one,
                text: counted(group, &all),
                changes: all,
            });
        }
    }
    lines
}

/// Changes that nobody has to read one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Group {
    /// Another value is sent as a sample, which changes nothing for anybody.
    Samples,
    /// The catalogue has more than the collection.
    Unused(ChangeKind),
}

fn group(one: &RatedChange) -> Option<Group> {
    if one.impact != Impact::Safe {
        return None;
    }
    match one.change.kind {
        ChangeKind::BodyJsonValueChanged
        | ChangeKind::FormFieldValueChanged
        | ChangeKind::QueryValueChanged
        | ChangeKind::PathVariableValueChanged => Some(Group::Samples),
        kind @ (ChangeKind::ApiCallUnused
        | ChangeKind::ApiResourceUnused
        | ChangeKind::ApiParameterUnused
        | ChangeKind::ApiFieldUnused) => Some(Group::Unused(kind)),
        _ => None,
    }
}

/// `7 sample values changed`, or the first names of what is unused.
fn counted(group: Group, all: &[&RatedChange]) -> String {
    let count = all.len();
    let Group::Unused(kind) = group else {
        return format!("{count} sample values changed{VALUES_HINT}");
    };
    let names = all.iter().take(MOST_NAMES);
    let names: Vec<String> = names.map(|one| one_line(&one.change.at)).collect();
    let rest = match count.saturating_sub(MOST_NAMES) {
        0 => String::new(),
        more => format!(" and {more} more{VALUES_HINT}"),
    };
    format!("{} ({count}): {}{rest}", kind.title(), names.join(", "))
}

/// Requests that share changes: `5 requests in Customers, Orders`.
fn together<'r>(requests: impl Iterator<Item = &'r RatedChange<'r>>) -> String {
    let mut count = 0;
    let mut folders = BTreeSet::new();
    for one in requests {
        count += 1;
        folders.insert(one.change.location.folder.join(" › "));
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
    format!("{count} requests{place}")
}

/// Method and path of a request, and the line of a request or folder, as far as its changes do not say them.
fn details(changes: &[&RatedChange]) -> Vec<String> {
    let Some(first) = changes.first() else {
        return Vec::new();
    };
    let endpoint = first.change.location.endpoint.as_deref().map(one_line);
    let line = first.lines.1.or(first.lines.0);
    let is_place = first.change.location.request.is_some() || is_folder(changes);
    let line = line.filter(|_| is_place);
    let line = line.map(|line| format!("line {line}"));
    let found = super::found(changes);
    endpoint.into_iter().chain(line).chain(found).collect()
}

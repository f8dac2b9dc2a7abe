//! The changes as people read them: what many requests share once, what is of one kind in one line, and
//! counted what nobody has to read one by one.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::folded::{Group, folded, group, sample_values};
use super::{RatedChange, Report, one_line, sentence};
use crate::diff::{ChangeKind, Impact};

/// Requests with the same change, from which on it is shown once.
const SHARED: usize = 3;

/// Sample values of one request from which on they are counted.
const COUNTED: usize = 4;

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
    /// The changed lines; of a script that is gone none, unless each value is asked for.
    pub(super) changed: &'r [String],
}

impl<'r> Line<'r> {
    fn of(change: &'r RatedChange<'r>, with_values: bool) -> Self {
        let is_gone = change.change.kind == ChangeKind::ScriptRemoved;
        Self {
            changed: match &change.change.lines {
                _ if is_gone && !with_values => &[],
                lines => lines,
            },
            first: change,
            changes: vec![change],
            text: sentence(change.change),
        }
    }

    /// The folder that it is a change of.
    fn change_of_folder(&self) -> Option<&'r [String]> {
        let location = &self.first.change.location;
        let is_folder = location.request.is_none() && !location.folder.is_empty();
        is_folder.then_some(location.folder.as_slice())
    }
}

/// The changes by place: the place with the worst change first, then in their order.
pub(super) fn sections<'r>(report: &'r Report) -> Vec<Section<'r>> {
    let places = super::groups(report);
    let places = places.into_iter().map(|(title, changes)| {
        let lines = changes.iter().map(|one| Line::of(one, report.values));
        let lines: Vec<Line> = lines.collect();
        (title, changes, lines)
    });
    let places: Vec<Place> = places.collect();
    let mut sharing = sharing(&places);
    let names: Vec<&RatedChange> = places
        .iter()
        .filter_map(|(_, changes, _)| changes.first().copied())
        .collect();
    let counts_samples = !report.values && are_counted(places.iter().map(|(_, _, lines)| lines));
    let mut samples: Vec<Line> = Vec::new();
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
                add(&mut sections, index, line, || listed(folder.0));
                continue;
            }
            if counts_samples && is_sample(&line) {
                samples.push(line);
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
        if let [line] = own.as_mut_slice()
            && let Some(text) = renamed(line)
        {
            line.text = text;
            let folder = line.first.change.location.folder.as_slice();
            let next = sections.len();
            let index = *folders.entry((folder, line.first.impact)).or_insert(next);
            for line in own {
                add(&mut sections, index, line, || listed(folder));
            }
        } else if let Some(first) = own.first() {
            let folder = first.change_of_folder();
            let title = folder.map_or(title, listed);
            let next = sections.len();
            let index = folder.map_or(next, |folder| {
                *folders.entry((folder, first.first.impact)).or_insert(next)
            });
            let details = details(&changes);
            match sections.get_mut(index) {
                Some(section) => {
                    section.details = details;
                    section.lines.extend(own);
                }
                None => sections.push(Section {
                    title,
                    details,
                    lines: own,
                }),
            }
        }
    }
    if !report.values {
        for section in &mut sections {
            section.lines = folded(std::mem::take(&mut section.lines), COUNTED);
        }
        add_samples(samples, &mut sections);
    }
    sort(&mut sections);
    sections
}

/// A title, the changes of its place, and a line for each.
type Place<'r> = (String, Vec<&'r RatedChange<'r>>, Vec<Line<'r>>);

/// The changes that several places have in common.
fn sharing<'r>(places: &[Place<'r>]) -> HashMap<Key<'r>, Sharing<'r>> {
    let mut sharing: HashMap<Key<'r>, Sharing<'r>> = HashMap::new();
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
    sharing
}

/// What is worst first, lines and sections; else as they are.
fn sort(sections: &mut [Section]) {
    for section in sections.iter_mut() {
        section
            .lines
            .sort_by_key(|line| std::cmp::Reverse(line.first.impact));
    }
    sections.sort_by_key(|section| {
        let worst = section.lines.first().map(|line| line.first.impact);
        std::cmp::Reverse(worst)
    });
}

fn is_sample(line: &Line) -> bool {
    group(line) == Some(Group::Samples)
}

/// Whether several requests have other sample values, so that these are counted together.
fn are_counted<'s, 'r: 's>(places: impl Iterator<Item = &'s Vec<Line<'r>>>) -> bool {
    let mut values = HashSet::new();
    let mut requests = 0;
    for lines in places {
        let samples = lines.iter().filter(|line| is_sample(line));
        let mut samples = samples.map(|line| &line.text).peekable();
        requests += usize::from(samples.peek().is_some());
        values.extend(samples);
        if requests >= SHARED && values.len() >= SHARED {
            return true;
        }
    }
    false
}

/// Adds one line for sample values of several requests.
fn add_samples<'r>(samples: Vec<Line<'r>>, sections: &mut Vec<Section<'r>>) {
    let values: HashSet<&String> = samples.iter().map(|line| &line.text).collect();
    let text = sample_values(values.len());
    let mut places = HashSet::new();
    let requests: Vec<&RatedChange> = samples
        .iter()
        .map(|line| line.first)
        .filter(|one| {
            let location = &one.change.location;
            places.insert((location.base_at, location.path()))
        })
        .collect();
    let title = together(requests.into_iter());
    let mut samples = samples.into_iter();
    if let Some(mut line) = samples.next() {
        line.changes.extend(samples.flat_map(|one| one.changes));
        line.text = text;
        // The same requests may share other changes.
        let same = sections
            .iter()
            .position(|one| one.title == title && one.details.is_empty());
        add(sections, same.unwrap_or(usize::MAX), line, || title);
    }
}

/// A request that only has another name, as its folder lists it.
fn renamed(line: &Line) -> Option<String> {
    let change = line.first.change;
    let is_plain =
        change.kind == ChangeKind::RequestRenamed && super::found(&line.changes).is_none();
    is_plain.then(|| sentence(change))
}

/// The title of what a folder lists.
fn listed(folder: &[String]) -> String {
    match folder {
        [] => "(top level)".to_owned(),
        names => folder_title(&names.join(" › ")),
    }
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

type Key<'r> = (ChangeKind, Impact, String, &'r [String]);

fn key<'r>(line: &Line<'r>) -> Key<'r> {
    let first = line.first;
    (
        first.change.kind,
        first.impact,
        line.text.clone(),
        line.changed,
    )
}

/// Whether a change is of a request, which may have it in common with others.
fn can_be_shared(line: &Line) -> bool {
    let location = &line.first.change.location;
    location.request.is_some() && location.example.is_none() && !is_whole(line)
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

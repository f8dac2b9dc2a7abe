//! The changes as people read them: what many requests share once, what is of one kind in one line, and
//! counted what nobody has to read one by one.

mod counted;
mod folders;
mod said;
mod sharing;
mod titles;

use std::collections::HashMap;

use self::counted::{counted, counted_lines};
use self::folders::FolderTrees;
use self::sharing::{Key, key, sharing};
use self::titles::{details, listed, renamed, together};
use super::folded::{Group, folded, group};
use super::{RatedChange, Report, sentence};
use crate::diff::{ChangeKind, Impact};

/// Requests with the same change, from which on it is shown once.
const SHARED: usize = 3;

/// Sample values of one request from which on they are counted.
const COUNTED: usize = 4;

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
    /// The changed lines; none where they say nothing to most, unless each value is asked for.
    pub(super) changed: &'r [String],
}

impl<'r> Line<'r> {
    fn of(change: &'r RatedChange<'r>, with_values: bool) -> Self {
        let mut line = Self {
            changed: &change.change.lines,
            first: change,
            changes: vec![change],
            text: sentence(change.change),
        };
        if !with_values && let Some(text) = said::in_words(&line) {
            line.text = text;
            line.changed = &[];
        }
        line
    }

    /// The folder that it is a change of.
    fn change_of_folder(&self) -> Option<&'r [String]> {
        let location = &self.first.change.location;
        let is_folder = location.request.is_none() && !location.folder.is_empty();
        is_folder.then_some(location.folder.as_slice())
    }
}

/// A place and what has changed there.
struct Place<'r> {
    title: String,
    changes: Vec<&'r RatedChange<'r>>,
    /// Each with what it has to have in common with others to be shown once for all of them.
    lines: Vec<(Line<'r>, Option<Key>)>,
}

impl<'r> Place<'r> {
    fn of(title: String, changes: Vec<&'r RatedChange<'r>>, with_values: bool) -> Self {
        let lines = changes.iter().map(|one| Line::of(one, with_values));
        let mut lines: Vec<Line> = lines.collect();
        if !with_values {
            lines = said::once(lines);
        }
        let lines = lines.into_iter().map(|line| {
            let key = key(&line, with_values);
            (line, key)
        });
        Self {
            lines: lines.collect(),
            title,
            changes,
        }
    }
}

/// The changes by place: the place with the worst change first, then in their order.
pub(super) fn sections<'r>(report: &'r Report) -> Vec<Section<'r>> {
    let places = super::groups(report).into_iter();
    let places = places.map(|(title, changes)| Place::of(title, changes, report.values));
    let places: Vec<Place> = places.collect();
    let mut sharing = sharing(&places);
    let firsts = places.iter().map(|place| place.changes.first().copied());
    let firsts: Vec<Option<&RatedChange>> = firsts.collect();
    let counted = counted(&places, report.values);
    let mut draft = Draft {
        trees: FolderTrees::of(report),
        ..Draft::default()
    };
    for place in places {
        let mut own = Vec::new();
        for (mut line, key) in place.lines {
            if folders::is_whole(&line) {
                draft.add_whole(line);
                continue;
            }
            if let Some(group) = group(&line).filter(|group| counted.contains(group)) {
                draft.counted.entry(group).or_default().push(line);
                continue;
            }
            let Some(found) = key.and_then(|key| sharing.get_mut(&key)) else {
                own.push(line);
                continue;
            };
            // The first place shows it for all.
            let all = std::mem::take(found);
            if all.changes.is_empty() {
                continue;
            }
            line.changes = all.changes;
            let requests = all.places.iter();
            let requests = requests.filter_map(|index| *firsts.get(*index)?);
            let requests: Vec<&RatedChange> = requests.collect();
            draft.add_shared(all.places, line, || together(&requests));
        }
        draft.add_own(&place.title, &place.changes, own);
    }
    draft.finished(report.values)
}

/// The sections so far.
#[derive(Default)]
struct Draft<'r> {
    sections: Vec<Section<'r>>,
    trees: FolderTrees<'r>,
    /// The section that places have in common.
    shared: HashMap<Vec<usize>, usize>,
    /// The section of what a folder lists.
    folders: HashMap<(&'r [String], Impact), usize>,
    /// What is only counted.
    counted: HashMap<Group<'r>, Vec<Line<'r>>>,
}

impl<'r> Draft<'r> {
    /// Adds a request or a folder that is new or gone to what its folder lists, or the outermost folder
    /// that is new or gone with it.
    fn add_whole(&mut self, line: Line<'r>) {
        if let Some((line, folder)) = self.trees.placed(line) {
            self.add_listed(folder, line);
        }
    }

    fn add_listed(&mut self, folder: &'r [String], line: Line<'r>) {
        let next = self.sections.len();
        let key = (folder, line.first.impact);
        let index = *self.folders.entry(key).or_insert(next);
        self.add(index, line, || listed(folder));
    }

    fn add_shared(&mut self, places: Vec<usize>, line: Line<'r>, title: impl FnOnce() -> String) {
        let next = self.sections.len();
        let index = *self.shared.entry(places).or_insert(next);
        self.add(index, line, title);
    }

    /// Adds what only one place has.
    fn add_own(&mut self, title: &str, changes: &[&RatedChange], mut own: Vec<Line<'r>>) {
        if let [line] = own.as_mut_slice()
            && let Some(text) = renamed(line)
        {
            line.text = text;
            let folder = line.first.change.location.folder.as_slice();
            for line in own {
                self.add_listed(folder, line);
            }
            return;
        }
        let Some(first) = own.first() else {
            return;
        };
        let folder = first.change_of_folder();
        let next = self.sections.len();
        let index = folder.map_or(next, |folder| {
            let key = (folder, first.first.impact);
            *self.folders.entry(key).or_insert(next)
        });
        let details = details(changes);
        match self.sections.get_mut(index) {
            Some(section) => {
                section.details = details;
                section.lines.extend(own);
            }
            None => self.sections.push(Section {
                title: folder.map_or_else(|| title.to_owned(), listed),
                details,
                lines: own,
            }),
        }
    }

    /// Adds a line to the section at `index`, or to a new one.
    fn add(&mut self, index: usize, line: Line<'r>, title: impl FnOnce() -> String) {
        match self.sections.get_mut(index) {
            Some(section) => section.lines.push(line),
            None => self.sections.push(Section {
                title: title(),
                details: Vec::new(),
                lines: vec![line],
            }),
        }
    }

    /// What is worst first, lines and sections; else as they are.
    fn finished(mut self, with_values: bool) -> Vec<Section<'r>> {
        self.trees.add_inner(&mut self.sections);
        if !with_values {
            for section in &mut self.sections {
                section.lines = folded(std::mem::take(&mut section.lines), COUNTED);
            }
        }
        for (title, line) in counted_lines(std::mem::take(&mut self.counted)) {
            // The same requests may share other changes.
            let same = self.sections.iter();
            let same = same
                .enumerate()
                .find(|(_, one)| one.title == title && one.details.is_empty());
            let index = same.map_or(self.sections.len(), |(index, _)| index);
            self.add(index, line, || title);
        }
        for section in &mut self.sections {
            section
                .lines
                .sort_by_key(|line| std::cmp::Reverse(line.first.impact));
        }
        self.sections.sort_by_key(|section| {
            let worst = section.lines.first().map(|line| line.first.impact);
            std::cmp::Reverse(worst)
        });
        self.sections
    }
}

/// Whether a change of a kind is of a text for people, such as a description.
pub(super) fn is_description(kind: ChangeKind) -> bool {
    kind == ChangeKind::DescriptionChanged
}

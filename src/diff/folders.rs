use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::ChangeKind;
use super::change::{Change, ItemLocation, Sink};
use super::matching::{Match, Matched, Pair};
use super::model::{Folder, FolderPath, Model, RequestEntry};
use crate::postman::effective::script::{Action, ScriptCache, own_scripts};
use crate::postman::effective::{Content, EffectiveRequest};
use crate::postman::view::tokens;

/// Folders of the base that are renamed or moved in the revision.
#[derive(Debug, Default)]
pub(super) struct Renames(BTreeMap<FolderPath, FolderPath>);

impl Renames {
    /// What the requests in them say: most of a folder's requests are in one new folder, or most of
    /// those in a new folder are from it; or, for folders without requests of their own, their ids.
    pub(super) fn of(base: &Model, revision: &Model, matched: &Matched, how: Match) -> Self {
        let old: BTreeSet<&FolderPath> = base.folders.iter().map(|one| one.path.as_ref()).collect();
        let new: BTreeSet<&FolderPath> = revision
            .folders
            .iter()
            .map(|one| one.path.as_ref())
            .collect();
        let mut votes: BTreeMap<(&FolderPath, &FolderPath), usize> = BTreeMap::new();
        for pair in &matched.pairs {
            let (from, to) = (&pair.base.folder, &pair.revision.folder);
            if from == to {
                continue;
            }
            // Of two paths that differ in an outer folder, it is the outer one that is renamed.
            let same_end = from
                .iter()
                .rev()
                .zip(to.iter().rev())
                .take_while(|(a, b)| a == b)
                .count();
            let cut = |path: &FolderPath| path.get(..path.len() - same_end).map(<[String]>::to_vec);
            let (Some(from), Some(to)) = (cut(from), cut(to)) else {
                continue;
            };
            if let (Some(from), Some(to)) = (old.get(&from), new.get(&to))
                && !new.contains(*from)
                && !old.contains(*to)
            {
                *votes.entry((from, to)).or_default() += 1;
            }
        }
        let mut renames = Self::default();
        let mut taken = HashSet::new();
        let mut votes: Vec<_> = votes.into_iter().collect();
        // Outer folders first: those in them may only have gone with them.
        votes.sort_by_key(|((from, _), count)| (from.len(), std::cmp::Reverse(*count)));
        let (left, right) = (request_counts(base), request_counts(revision));
        let of = |all: &HashMap<&FolderPath, usize>, path| all.get(path).copied().unwrap_or(0);
        for ((from, to), count) in votes {
            let is_most = count * 2 > of(&left, from).min(of(&right, to));
            if is_most && !new.contains(&renames.map(from)) && taken.insert(to) {
                renames.0.insert(from.clone(), to.clone());
            }
        }
        if matches!(how, Match::Auto | Match::Id) {
            for one in base
                .folders
                .iter()
                .filter(|one| !one.id.is_empty() && !new.contains(one.path.as_ref()))
            {
                let same = revision
                    .folders
                    .iter()
                    .find(|other| other.id == one.id && !old.contains(other.path.as_ref()));
                if let Some(other) = same
                    && !new.contains(&renames.map(&one.path))
                    && taken.insert(other.path.as_ref())
                {
                    renames.0.insert(one.path.to_vec(), other.path.to_vec());
                }
            }
        }
        renames
    }

    /// Where a folder of the base is in the revision, according to the renames.
    pub(super) fn map(&self, path: &FolderPath) -> FolderPath {
        for length in (1..=path.len()).rev() {
            let (head, tail) = path.split_at(length);
            if let Some(to) = self.0.get(head) {
                return to.iter().chain(tail).cloned().collect();
            }
        }
        path.clone()
    }
}

/// How many requests a folder has of its own.
fn request_counts<'m>(model: &'m Model) -> HashMap<&'m FolderPath, usize> {
    let mut counts: HashMap<&FolderPath, usize> = HashMap::new();
    for one in &model.requests {
        *counts.entry(one.folder.as_ref()).or_default() += 1;
    }
    counts
}

/// Folders of both sides: those that are on both, and the changes of those that are not.
pub(super) fn folders<'m>(
    base: &'m Model<'_>,
    revision: &'m Model<'_>,
    renames: &Renames,
) -> (Vec<(&'m Folder, &'m Folder)>, Vec<Change>) {
    let mut left: HashMap<&FolderPath, &Folder> = HashMap::new();
    let mut right: HashMap<&FolderPath, &Folder> = HashMap::new();
    for one in &base.folders {
        left.entry(&one.path).or_insert(one);
    }
    for one in &revision.folders {
        right.entry(&one.path).or_insert(one);
    }
    let mut pairs = Vec::new();
    let mut reached = HashSet::new();
    let mut sink = Sink::default();
    for one in base.folders.iter().filter(|one| {
        left.get(one.path.as_ref())
            .is_some_and(|first| first.at == one.at)
    }) {
        let path = renames.map(&one.path);
        let before = one.path.join(" › ");
        sink.location = ItemLocation {
            folder: path.clone(),
            base_at: Some(one.at),
            ..ItemLocation::default()
        };
        let Some(other) = right.get(&path) else {
            sink.location.folder = one.path.to_vec();
            sink.add(ChangeKind::FolderRemoved, "", Some(&before), None);
            continue;
        };
        reached.insert(path.clone());
        pairs.push((one, *other));
        sink.location.revision_at = Some(other.at);
        if renames.0.contains_key(one.path.as_ref()) {
            sink.add(
                ChangeKind::FolderRenamed,
                "",
                Some(&before),
                Some(&path.join(" › ")),
            );
        }
    }
    for one in revision.folders.iter().filter(|one| {
        right
            .get(one.path.as_ref())
            .is_some_and(|first| first.at == one.at)
    }) {
        if !reached.contains(one.path.as_ref()) {
            sink.location = ItemLocation {
                folder: one.path.to_vec(),
                revision_at: Some(one.at),
                ..ItemLocation::default()
            };
            sink.add(
                ChangeKind::FolderAdded,
                "",
                None,
                Some(&one.path.join(" › ")),
            );
        }
    }
    (pairs, sink.changes)
}

/// Folders whose requests run in a different order.
pub(super) fn reordered(pairs: &[Pair]) -> Vec<Change> {
    let mut by_folder: BTreeMap<&FolderPath, Vec<&Pair>> = BTreeMap::new();
    for pair in pairs {
        by_folder
            .entry(pair.revision.folder.as_ref())
            .or_default()
            .push(pair);
    }
    let mut sink = Sink::default();
    for (folder, mut list) in by_folder {
        list.sort_by_key(|pair| pair.revision.at);
        let same = |pair: &&&Pair| pair.base.folder.last() == pair.revision.folder.last();
        let starts: Vec<usize> = list.iter().filter(same).map(|pair| pair.base.at).collect();
        if starts.is_sorted() {
            continue;
        }
        sink.location = ItemLocation {
            folder: folder.clone(),
            ..ItemLocation::default()
        };
        sink.add(ChangeKind::RequestReordered, "", None, None);
        reordered_across_data(&list, &mut sink);
    }
    sink.changes
}

/// Requests that now run before the one that sets a variable they read.
fn reordered_across_data(list: &[&Pair], sink: &mut Sink) {
    let mut setters: HashMap<String, (usize, usize)> = HashMap::new();
    let scripts = ScriptCache::default();
    for pair in list {
        for name in variables_set(pair.revision, &scripts) {
            setters
                .entry(name)
                .or_insert((pair.base.at, pair.revision.at));
        }
    }
    if setters.is_empty() {
        return;
    }
    for pair in list {
        let text = pair.revision.item.value.text();
        if !tokens(text).any(|token| setters.contains_key(token.name)) {
            continue;
        }
        for name in variables_read(&pair.revision.request()) {
            let overtook = setters.get(&name).is_some_and(|(base, revision)| {
                *base < pair.base.at && *revision > pair.revision.at
            });
            if overtook {
                sink.location.request = Some(pair.revision.name.clone());
                sink.add(ChangeKind::RequestReorderedAcrossData, &name, None, None);
            }
        }
    }
}

/// The variables that scripts set.
fn variables_set(one: &RequestEntry, scripts: &ScriptCache) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for script in own_scripts(one.item.event) {
        names.extend(
            scripts
                .read(&script.source)
                .names(Action::Set)
                .map(str::to_owned),
        );
    }
    names
}

/// The variables that a request's URL, headers and raw body name.
fn variables_read(request: &EffectiveRequest) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut add = |text: &str| names.extend(tokens(text).map(|token| token.name.to_owned()));
    add(&request.url.composed());
    for header in request.headers.iter().filter_map(|header| header.text()) {
        add(header);
    }
    if let Some(Content::Raw { text, .. }) = &request.body {
        add(text);
    }
    names
}

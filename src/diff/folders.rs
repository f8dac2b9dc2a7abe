use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::ChangeKind;
use super::change::{Change, ItemLocation, Sink};
use super::matching::Matched;
use super::model::{Folder, FolderPath, Model, RequestEntry};
use super::renames::Renames;

type FolderPair<'m> = (&'m Folder, &'m Folder);
type FolderLists<'m> = [Vec<&'m Folder>; 2];

/// Folders of both sides: those that are on both, and the changes of those that are not.
pub(super) fn folders<'m>(
    base: &'m Model<'_>,
    revision: &'m Model<'_>,
    renames: &Renames,
    matched: &Matched,
) -> (Vec<FolderPair<'m>>, Vec<Change>) {
    let mut by_path: BTreeMap<FolderPath, FolderLists> = BTreeMap::new();
    for one in &base.folders {
        let [left, _] = by_path.entry(renames.map(&one.path)).or_default();
        left.push(one);
    }
    for one in &revision.folders {
        let [_, right] = by_path.entry(one.path.to_vec()).or_default();
        right.push(one);
    }
    let shared = shared_requests(matched);
    let mut pairs = Vec::new();
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    for [left, right] in by_path.into_values() {
        let [left, right] = pair(left, right, &shared, &mut pairs);
        gone.extend(left);
        new.extend(right);
    }
    let mut sink = Sink::default();
    for (one, other) in &pairs {
        if renames.contains(&one.path) {
            sink.location = location(&other.path, Some(one.at), Some(other.at));
            let kind = if one.path.last() == other.path.last() {
                ChangeKind::FolderMoved
            } else {
                ChangeKind::FolderRenamed
            };
            let (before, after) = (one.path.join(" › "), other.path.join(" › "));
            sink.add(kind, "", Some(&before), Some(&after));
        }
    }
    let (paired, removed) = (
        around(matched.pairs.iter().map(|pair| pair.base)),
        around(matched.removed.iter().copied()),
    );
    for one in gone {
        let is_dissolved = paired.contains(&one.at) && !removed.contains(&one.at);
        let kind = if is_dissolved {
            ChangeKind::FolderDissolved
        } else {
            ChangeKind::FolderRemoved
        };
        sink.location = location(&one.path, Some(one.at), None);
        sink.add(kind, "", Some(&one.path.join(" › ")), None);
    }
    for one in new {
        sink.location = location(&one.path, None, Some(one.at));
        let name = one.path.join(" › ");
        sink.add(ChangeKind::FolderAdded, "", None, Some(&name));
    }
    (pairs, sink.changes)
}

fn location(path: &[String], base_at: Option<usize>, revision_at: Option<usize>) -> ItemLocation {
    ItemLocation {
        folder: path.to_vec(),
        base_at,
        revision_at,
        ..ItemLocation::default()
    }
}

/// The folders that these requests are in, directly or not, by the bytes at which they start.
fn around<'m, 'd: 'm>(requests: impl Iterator<Item = &'m RequestEntry<'d>>) -> HashSet<usize> {
    let folders = requests.flat_map(|one| &one.around.folders);
    folders.map(|folder| folder.value.span().start).collect()
}

/// How many requests a folder of the base shares with one of the revision, by the bytes at which
/// both start.
type SharedRequests = HashMap<usize, BTreeMap<usize, usize>>;

fn shared_requests(matched: &Matched) -> SharedRequests {
    let mut shared = SharedRequests::new();
    let folder = |one: &RequestEntry| Some(one.around.folders.last()?.value.span().start);
    for pair in &matched.pairs {
        if let (Some(from), Some(to)) = (folder(pair.base), folder(pair.revision)) {
            let counts = shared.entry(from).or_default();
            *counts.entry(to).or_default() += 1;
        }
    }
    shared
}

/// Pairs the folders of one path, usually one on each side: those that share most requests, then
/// those that say the same, then in their order. Returns those left over.
fn pair<'m>(
    mut left: Vec<&'m Folder>,
    mut right: Vec<&'m Folder>,
    shared: &SharedRequests,
    pairs: &mut Vec<FolderPair<'m>>,
) -> FolderLists<'m> {
    if left.len().max(right.len()) > 1 {
        let by_start: HashMap<usize, &Folder> = right.iter().map(|one| (one.at, *one)).collect();
        let mut found = Vec::new();
        for one in &left {
            for (start, count) in shared.get(&one.at).into_iter().flatten() {
                found.extend(by_start.get(start).map(|other| (*count, *one, *other)));
            }
        }
        found.sort_by_key(|(count, one, other)| (Reverse(*count), one.at, other.at));
        take(&mut left, &mut right, found.into_iter(), pairs);
        let mut alike: HashMap<_, Vec<&Folder>> = HashMap::new();
        let content = |one: &'m Folder| (&one.metadata.description, &one.metadata.scripts);
        for one in right.iter().rev() {
            alike.entry(content(one)).or_default().push(one);
        }
        let mut found = Vec::new();
        for one in &left {
            let other = alike.get_mut(&content(one)).and_then(Vec::pop);
            found.extend(other.map(|other| (0, *one, other)));
        }
        take(&mut left, &mut right, found.into_iter(), pairs);
    }
    let count = left.len().min(right.len());
    pairs.extend(left.drain(..count).zip(right.drain(..count)));
    [left, right]
}

/// Moves the candidates whose folders are still free to `pairs`.
fn take<'m>(
    left: &mut Vec<&'m Folder>,
    right: &mut Vec<&'m Folder>,
    candidates: impl Iterator<Item = (usize, &'m Folder, &'m Folder)>,
    pairs: &mut Vec<FolderPair<'m>>,
) {
    let (mut from, mut to) = (HashSet::new(), HashSet::new());
    for (_, one, other) in candidates {
        if !from.contains(&one.at) && to.insert(other.at) {
            from.insert(one.at);
            pairs.push((one, other));
        }
    }
    left.retain(|one| !from.contains(&one.at));
    right.retain(|one| !to.contains(&one.at));
}

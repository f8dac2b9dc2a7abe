use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::matching::{Match, Matched};
use super::model::{FolderPath, Model};

/// Folders of the base that are renamed or moved in the revision.
#[derive(Debug, Default)]
pub(super) struct Renames(BTreeMap<FolderPath, FolderPath>);

impl Renames {
    /// What the requests in them say: most of a folder's requests are in one new folder, or most of
    /// those in a new folder are from it; or, for folders without requests, their ids.
    pub(super) fn of(base: &Model, revision: &Model, matched: &Matched, how: Match) -> Self {
        let (old, new) = (paths(base), paths(revision));
        let mut votes: BTreeMap<(&[String], &[String]), usize> = BTreeMap::new();
        for pair in &matched.pairs {
            let mut from = pair.base.folder.as_slice();
            let mut to = pair.revision.folder.as_slice();
            // The folders around them may be renamed as well.
            while let (Some((_, up)), Some((_, over))) = (from.split_last(), to.split_last())
                && from != to
            {
                if !new.contains(from) && !old.contains(to) {
                    *votes.entry((from, to)).or_default() += 1;
                }
                (from, to) = (up, over);
            }
        }
        let mut renames = Self::default();
        let mut taken = HashSet::new();
        let mut votes: Vec<_> = votes.into_iter().collect();
        // Outer folders first: those in them may only have gone with them.
        votes.sort_by_key(|((from, _), count)| (from.len(), std::cmp::Reverse(*count)));
        let (left, right) = (request_counts(base), request_counts(revision));
        let of = |all: &HashMap<&[String], usize>, path| all.get(path).copied().unwrap_or(0);
        for ((from, to), count) in votes {
            let is_most = count * 2 > of(&left, from).min(of(&right, to));
            if is_most && !new.contains(renames.map(from).as_slice()) && taken.insert(to) {
                renames.0.insert(from.to_vec(), to.to_vec());
            }
        }
        if !matches!(how, Match::Auto | Match::Id) {
            return renames;
        }
        let mut by_id: HashMap<&str, &[String]> = HashMap::new();
        for one in revision.folders.iter().filter(|one| !one.id.is_empty()) {
            by_id.entry(&one.id).or_insert(&one.path);
        }
        for one in &base.folders {
            let from = one.path.as_slice();
            if let Some(to) = by_id.get(one.id.as_str())
                && !new.contains(from)
                && !old.contains(to)
                && !new.contains(renames.map(from).as_slice())
                && taken.insert(to)
            {
                renames.0.insert(from.to_vec(), to.to_vec());
            }
        }
        renames
    }

    /// Where a folder of the base is in the revision, according to the renames.
    pub(super) fn map(&self, path: &[String]) -> FolderPath {
        for length in (1..=path.len()).rev() {
            let (head, tail) = path.split_at(length);
            if let Some(to) = self.0.get(head) {
                return to.iter().chain(tail).cloned().collect();
            }
        }
        path.to_vec()
    }

    /// Whether the folder is renamed or moved itself, not with one around it.
    pub(super) fn contains(&self, path: &[String]) -> bool {
        self.0.contains_key(path)
    }
}

fn paths<'m>(model: &'m Model) -> BTreeSet<&'m [String]> {
    model
        .folders
        .iter()
        .map(|one| one.path.as_slice())
        .collect()
}

/// How many requests a folder has, with those of the folders in it.
fn request_counts<'m>(model: &'m Model) -> HashMap<&'m [String], usize> {
    let mut own: HashMap<&[String], usize> = HashMap::new();
    for one in &model.requests {
        *own.entry(one.folder.as_slice()).or_default() += 1;
    }
    let mut counts = HashMap::new();
    for (path, count) in own {
        for length in 0..=path.len() {
            *counts.entry(path.split_at(length).0).or_default() += count;
        }
    }
    counts
}

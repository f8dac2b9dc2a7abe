//! Which request of the one side is which of the other.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

use super::model::Entry;
use super::similar::{assign, similarity};

/// What has brought two requests together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchedBy {
    /// Both have the same id.
    Id,
    /// Method and normalised path, with folder and name where those stand several times.
    Path,
    /// Folder and name.
    Name,
    /// They are alike.
    Similarity,
}

/// How requests are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Match {
    /// Ids where they look shared, then path, name and similarity.
    #[default]
    Auto,
    /// By ids only.
    Id,
    /// By method and path only.
    Path,
    /// By folder and name only.
    Name,
}

/// Two requests that are one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'m> {
    pub(super) base: &'m Entry,
    pub(super) revision: &'m Entry,
    pub(super) by: MatchedBy,
    /// In hundredths.
    pub(super) confidence: u8,
}

/// All of both sides: pairs in the order of the revision, and what has none.
#[derive(Debug, Default)]
pub(super) struct Matched<'m> {
    pub(super) pairs: Vec<Pair<'m>>,
    pub(super) removed: Vec<&'m Entry>,
    pub(super) added: Vec<&'m Entry>,
}

pub(super) fn matched<'m>(base: &'m [Entry], revision: &'m [Entry], how: Match) -> Matched<'m> {
    let mut found = Matched {
        pairs: Vec::new(),
        removed: base.iter().collect(),
        added: revision.iter().collect(),
    };
    if how == Match::Id || (how == Match::Auto && ids_are_shared(base, revision)) {
        found.pair(
            |one| (!one.id.is_empty()).then(|| one.id.clone()),
            false,
            MatchedBy::Id,
            100,
        );
    }
    if matches!(how, Match::Auto | Match::Path) {
        // Variants of one endpoint stand together under the same folder and name first.
        found.pair(
            |one| Some((call(one)?, &one.folder, &one.name)),
            true,
            MatchedBy::Path,
            100,
        );
        found.pair(
            |one| Some((call(one)?, &one.name)),
            false,
            MatchedBy::Path,
            95,
        );
        found.pair(
            |one| Some((call(one)?, &one.folder, keys(one))),
            false,
            MatchedBy::Path,
            90,
        );
        found.pair(
            |one| Some((call(one)?, keys(one))),
            false,
            MatchedBy::Path,
            90,
        );
        found.pair(call, false, MatchedBy::Path, 90);
    }
    if matches!(how, Match::Auto | Match::Name) {
        found.pair(
            |one| Some((&one.folder, &one.name)),
            true,
            MatchedBy::Name,
            80,
        );
        let loose = |one: &Entry| Some((one.folder.clone(), one.name.to_lowercase()));
        found.pair(loose, false, MatchedBy::Name, 70);
    }
    if how == Match::Path {
        found.pair(call, true, MatchedBy::Path, 60);
    }
    if how == Match::Auto {
        found.pair_alike();
    }
    found.pairs.sort_by_key(|pair| pair.revision.at);
    found
}

fn ids_are_shared(base: &[Entry], revision: &[Entry]) -> bool {
    let ids = |side: &'_ [Entry]| -> HashSet<String> {
        side.iter()
            .map(|one| one.id.clone())
            .filter(|id| !id.is_empty())
            .collect()
    };
    let (left, right) = (ids(base), ids(revision));
    let shared = left.intersection(&right).count();
    shared > 0 && shared * 10 >= left.len().min(right.len()) * 3
}

/// Method and path; none where a request has no path, as where all is in the examples.
fn call(one: &Entry) -> Option<(String, String)> {
    let path = one.call.address.normalised();
    (!path.is_empty()).then(|| (one.call.method.clone(), path))
}

fn keys(one: &Entry) -> Vec<&str> {
    let mut keys: Vec<&str> = one
        .call
        .address
        .query
        .iter()
        .map(|one| one.key.as_str())
        .collect();
    keys.sort_unstable();
    keys
}

impl<'m> Matched<'m> {
    /// Pairs what has the same key: only where it is unique on both sides or, `in_order`, the
    /// first with the first and so on.
    fn pair<K: Hash + Eq>(
        &mut self,
        key: impl Fn(&'m Entry) -> Option<K>,
        in_order: bool,
        by: MatchedBy,
        confidence: u8,
    ) {
        let mut buckets: HashMap<K, (Vec<&'m Entry>, Vec<&'m Entry>)> = HashMap::new();
        for one in &self.removed {
            if let Some(key) = key(one) {
                buckets.entry(key).or_default().0.push(one);
            }
        }
        for one in &self.added {
            if let Some(key) = key(one) {
                buckets.entry(key).or_default().1.push(one);
            }
        }
        let mut pairs = Vec::new();
        for (left, right) in buckets.into_values() {
            if in_order || (left.len() == 1 && right.len() == 1) {
                pairs.extend(left.into_iter().zip(right).map(|pair| (pair, confidence)));
            }
        }
        self.take(pairs, by);
    }

    fn take(&mut self, pairs: Vec<((&'m Entry, &'m Entry), u8)>, by: MatchedBy) {
        let left: HashSet<usize> = pairs.iter().map(|((base, _), _)| base.at).collect();
        let right: HashSet<usize> = pairs.iter().map(|((_, revision), _)| revision.at).collect();
        self.removed.retain(|one| !left.contains(&one.at));
        self.added.retain(|one| !right.contains(&one.at));
        let pair = |((base, revision), confidence)| Pair {
            base,
            revision,
            by,
            confidence,
        };
        self.pairs.extend(pairs.into_iter().map(pair));
    }

    /// Pairs what is alike: in the same folder first, then anywhere.
    fn pair_alike(&mut self) {
        for within_folder in [true, false] {
            let mut buckets: BTreeMap<&[String], (Vec<&'m Entry>, Vec<&'m Entry>)> =
                BTreeMap::new();
            let key = |one: &'m Entry| {
                if within_folder {
                    one.folder.as_slice()
                } else {
                    &[]
                }
            };
            for one in &self.removed {
                buckets.entry(key(one)).or_default().0.push(one);
            }
            for one in &self.added {
                buckets.entry(key(one)).or_default().1.push(one);
            }
            let mut pairs = Vec::new();
            for (left, right) in buckets.into_values() {
                pairs.extend(assign(&left, &right, similarity));
            }
            self.take(pairs, MatchedBy::Similarity);
        }
    }
}

//! Which request of one side is which of the other.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

use super::Options;
use super::fast_equal::digest;
use super::model::{FolderPath, RequestEntry};
use super::similar::{Features, assign};

/// From which likeness on, in hundredths, two requests are one even if their paths end differently.
const SURE: u8 = 80;

/// Why two requests are paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchedBy {
    /// [`Options::renames`] says so.
    Rename,
    /// Both have the same id.
    Id,
    /// Method and normalised path, with folder and name where those occur several times.
    Path,
    /// Folder and name.
    Name,
    /// They are similar.
    Similarity,
}

impl MatchedBy {
    /// Its stable name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Rename => "rename",
            Self::Id => "id",
            Self::Path => "path",
            Self::Name => "name",
            Self::Similarity => "similarity",
        }
    }
}

/// How requests are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Match {
    /// Ids where they look shared, then path, name and similarity.
    #[default]
    Auto,
    /// By ids; those that have none by folder and name.
    Id,
    /// By method and path; those that have no path by folder and name.
    Path,
    /// By folder and name only.
    Name,
}

/// A pair: one request on both sides.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'m> {
    pub(super) base: &'m RequestEntry<'m>,
    pub(super) revision: &'m RequestEntry<'m>,
    pub(super) by: MatchedBy,
    /// In hundredths.
    pub(super) confidence: u8,
}

/// All requests of both sides: pairs in the order of the revision, and the unpaired ones.
#[derive(Debug, Default)]
pub(super) struct Matched<'m> {
    pub(super) pairs: Vec<Pair<'m>>,
    pub(super) removed: Vec<&'m RequestEntry<'m>>,
    pub(super) added: Vec<&'m RequestEntry<'m>>,
}

/// Each round pairs what the previous rounds left over.
pub(super) fn matched<'m>(
    base: &'m [RequestEntry<'m>],
    revision: &'m [RequestEntry<'m>],
    options: &Options,
) -> Matched<'m> {
    let mut found = Matched {
        pairs: Vec::new(),
        removed: base.iter().collect(),
        added: revision.iter().collect(),
    };
    let how = options.matching;
    found.pair_renamed(&options.renames);
    if how == Match::Id || (how == Match::Auto && ids_are_shared(base, revision)) {
        let id = |one: &'m RequestEntry<'m>| Some(one.id.as_str()).filter(|id| !id.is_empty());
        found.pair(id, how == Match::Id, MatchedBy::Id, 100);
    }
    if matches!(how, Match::Auto | Match::Path) {
        // First, variants of one endpoint under the same folder and name.
        let all = |one: &'m RequestEntry<'m>| {
            Some((method_and_path(one)?, folder(one), one.name.as_str()))
        };
        found.pair(all, true, MatchedBy::Path, 100);
        let named = |one: &'m RequestEntry<'m>| Some((method_and_path(one)?, one.name.as_str()));
        found.pair(named, false, MatchedBy::Path, 95);
        let here =
            |one: &'m RequestEntry<'m>| Some((method_and_path(one)?, folder(one), keys(one)));
        found.pair(here, false, MatchedBy::Path, 90);
        let anywhere = |one: &'m RequestEntry<'m>| Some((method_and_path(one)?, keys(one)));
        found.pair(anywhere, false, MatchedBy::Path, 90);
        found.pair(method_and_path, false, MatchedBy::Path, 90);
    }
    if matches!(how, Match::Auto | Match::Name) {
        let named = |one: &'m RequestEntry<'m>| Some((folder(one), one.name.as_str()));
        found.pair(named, true, MatchedBy::Name, 80);
        let loose = |one: &'m RequestEntry<'m>| Some((folder(one), one.name.to_lowercase()));
        found.pair(loose, false, MatchedBy::Name, 70);
    }
    if how == Match::Path {
        found.pair(method_and_path, true, MatchedBy::Path, 60);
    }
    if matches!(how, Match::Id | Match::Path) {
        let lacks_it = |one: &RequestEntry| match how {
            Match::Id => one.id.is_empty(),
            _ => one.path.is_empty(),
        };
        let named =
            |one: &'m RequestEntry<'m>| lacks_it(one).then_some((folder(one), one.name.as_str()));
        found.pair(named, true, MatchedBy::Name, 60);
    }
    if how == Match::Auto {
        found.pair_similar(options.threshold);
    }
    found.pairs.sort_by_key(|pair| pair.revision.at);
    found
}

/// Exports often renumber everything: then an id on both sides is a coincidence.
fn ids_are_shared(base: &[RequestEntry], revision: &[RequestEntry]) -> bool {
    let ids = |side: &'_ [RequestEntry]| -> usize {
        side.iter().filter(|one| !one.id.is_empty()).count()
    };
    let fewer = ids(base).min(ids(revision));
    let left: HashSet<&str> = base.iter().map(|one| one.id.as_str()).collect();
    let is_shared = |one: &&RequestEntry| !one.id.is_empty() && left.contains(one.id.as_str());
    let shared = revision.iter().filter(is_shared).count();
    shared > 0 && shared * 10 >= fewer * 3
}

fn folder<'m>(one: &'m RequestEntry) -> &'m FolderPath {
    &one.folder
}

/// Method and path; none where a request has no path, as where all is in the examples.
fn method_and_path<'m>(one: &'m RequestEntry) -> Option<(&'m str, &'m str)> {
    (!one.path.is_empty()).then_some((one.method.as_str(), one.path.as_str()))
}

fn keys(one: &RequestEntry) -> Vec<String> {
    let query = one.request().url.query;
    let mut keys: Vec<String> = query.iter().map(|one| one.key_text().to_owned()).collect();
    keys.sort_unstable();
    keys
}

type EntryLists<'m> = (Vec<&'m RequestEntry<'m>>, Vec<&'m RequestEntry<'m>>);
type ScoredPairs<'m> = Vec<(EntryPair<'m>, u8)>;

impl<'m> Matched<'m> {
    /// Pairs what has the same key: only where it is unique on both sides or, where `several` may
    /// have it, those that are the same first, then those that are most alike.
    fn pair<K: Hash + Eq>(
        &mut self,
        key: impl Fn(&'m RequestEntry<'m>) -> Option<K>,
        several: bool,
        by: MatchedBy,
        confidence: u8,
    ) {
        if self.removed.is_empty() || self.added.is_empty() {
            return;
        }
        let mut buckets: HashMap<K, EntryLists<'m>> = HashMap::new();
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
        let mut pairs: ScoredPairs<'m> = Vec::new();
        for (mut left, mut right) in buckets.into_values() {
            if !several && (left.len() > 1 || right.len() > 1) {
                continue;
            }
            let mut pairs_here = Vec::new();
            if left.len().max(right.len()) > 1 {
                let whole = |one: &RequestEntry| Some(digest(one.item.value));
                pairs_here = take_equal(&mut left, &mut right, true, whole);
                let body =
                    |one: &RequestEntry| one.item.request()?.body().map(|it| digest(it.value));
                pairs_here.extend(take_equal(&mut left, &mut right, false, body));
            }
            pairs_here.extend(most_similar(left, right));
            pairs.extend(pairs_here.into_iter().map(|pair| (pair, confidence)));
        }
        self.take(&pairs, by);
    }

    fn take(&mut self, pairs: &ScoredPairs<'m>, by: MatchedBy) {
        remove(
            &mut self.removed,
            pairs.iter().map(|((base, _), _)| base.at),
        );
        remove(
            &mut self.added,
            pairs.iter().map(|((_, revision), _)| revision.at),
        );
        let pair = |((base, revision), confidence): &(EntryPair<'m>, u8)| Pair {
            base,
            revision,
            by,
            confidence: *confidence,
        };
        self.pairs.extend(pairs.iter().map(pair));
    }

    /// Pairs what the caller declares to be the same.
    fn pair_renamed(&mut self, renames: &[(String, String)]) {
        if renames.is_empty() {
            return;
        }
        let path = |one: &RequestEntry| {
            let names = one.folder.iter().chain([&one.name]);
            names.map(String::as_str).collect::<Vec<_>>().join(" › ")
        };
        let find = |list: &[&'m RequestEntry<'m>], name: &str| {
            list.iter().copied().find(|one| path(one) == name)
        };
        for (from, to) in renames {
            if let (Some(base), Some(revision)) = (find(&self.removed, from), find(&self.added, to))
            {
                self.take(&vec![((base, revision), 100)], MatchedBy::Rename);
            }
        }
    }

    /// Pairs what is alike: in the same folder, of the same end of a path, then anywhere. The
    /// buckets keep the time near linear.
    fn pair_similar(&mut self, threshold: u8) {
        let end = |one: &Features<'m>| one.end().to_owned();
        let here = |one: &Features<'m>| one.entry.folder.join("\u{1}");
        let everywhere = |_: &Features<'m>| String::new();
        let keys: [&dyn Fn(&Features<'m>) -> String; 3] = [&here, &end, &everywhere];
        for key in keys {
            if self.removed.is_empty() || self.added.is_empty() {
                return;
            }
            let mut buckets: BTreeMap<String, (Vec<Features>, Vec<Features>)> = BTreeMap::new();
            for one in self.removed.iter().copied().map(Features::new) {
                buckets.entry(key(&one)).or_default().0.push(one);
            }
            for one in self.added.iter().copied().map(Features::new) {
                buckets.entry(key(&one)).or_default().1.push(one);
            }
            let mut pairs = Vec::new();
            for (left, right) in buckets.into_values() {
                let is_alike = |score: u8, one: &Features, other: &Features| {
                    let ends_alike = !one.end().is_empty() && one.end() == other.end();
                    score >= threshold && (score >= SURE || ends_alike)
                };
                pairs.extend(assign(&left, &right, is_alike));
            }
            self.take(&pairs, MatchedBy::Similarity);
        }
    }
}

type EntryPair<'m> = (&'m RequestEntry<'m>, &'m RequestEntry<'m>);

/// Those of both lists that are most alike; what is alike in all that counts in their order.
fn most_similar<'m>(
    mut left: Vec<&'m RequestEntry<'m>>,
    mut right: Vec<&'m RequestEntry<'m>>,
) -> Vec<EntryPair<'m>> {
    if left.len().max(right.len()) < 2 {
        return left.into_iter().zip(right).collect();
    }
    let features =
        |list: &[&'m RequestEntry<'m>]| list.iter().copied().map(Features::new).collect::<Vec<_>>();
    let scored = assign(&features(&left), &features(&right), |score, _, _| score > 0);
    let mut pairs: Vec<EntryPair> = scored.into_iter().map(|(pair, _)| pair).collect();
    remove(&mut left, pairs.iter().map(|(base, _)| base.at));
    remove(&mut right, pairs.iter().map(|(_, revision)| revision.at));
    pairs.extend(left.into_iter().zip(right));
    pairs
}

/// Takes those out of both lists that have an equal `key`, which only one on each side may have
/// unless `several` may.
fn take_equal<'m>(
    left: &mut Vec<&'m RequestEntry<'m>>,
    right: &mut Vec<&'m RequestEntry<'m>>,
    several: bool,
    key: impl Fn(&RequestEntry<'m>) -> Option<u64>,
) -> Vec<EntryPair<'m>> {
    let mut buckets: HashMap<u64, EntryLists<'m>> = HashMap::new();
    for one in left.iter().copied() {
        if let Some(key) = key(one) {
            buckets.entry(key).or_default().0.push(one);
        }
    }
    for one in right.iter().copied() {
        if let Some(lists) = key(one).and_then(|key| buckets.get_mut(&key)) {
            lists.1.push(one);
        }
    }
    let may_pair = |(left, right): &EntryLists| several || (left.len(), right.len()) == (1, 1);
    let lists = buckets.into_values().filter(may_pair);
    let pairs: Vec<EntryPair> = lists
        .flat_map(|(left, right)| left.into_iter().zip(right))
        .collect();
    remove(left, pairs.iter().map(|(base, _)| base.at));
    remove(right, pairs.iter().map(|(_, revision)| revision.at));
    pairs
}

/// Takes those that start at these bytes out of a list.
fn remove<'m>(list: &mut Vec<&'m RequestEntry<'m>>, starts: impl Iterator<Item = usize>) {
    let starts: HashSet<usize> = starts.collect();
    list.retain(|one| !starts.contains(&one.at));
}

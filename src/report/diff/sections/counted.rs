//! What is only counted where several requests have it: sample values, and what examples have in common
//! with them.

use std::collections::{HashMap, HashSet};

use super::titles::together;
use super::{Line, Place, RatedChange, SHARED};
use crate::report::diff::folded::{Group, group, of_all};

/// The groups of which so many requests have changes that these are counted together.
pub(super) fn counted<'r>(places: &[Place<'r>], with_values: bool) -> HashSet<Group<'r>> {
    let mut found: HashMap<Group, (usize, HashSet<&str>)> = HashMap::new();
    for place in places.iter().filter(|_| !with_values) {
        let mut here = HashSet::new();
        for (line, _) in &place.lines {
            let Some(group) = group(line).filter(Group::is_counted) else {
                continue;
            };
            let (requests, texts) = found.entry(group).or_default();
            *requests += usize::from(here.insert(group));
            texts.insert(&line.text);
        }
    }
    // The same sample value in several requests is shown once.
    found.retain(|group, (requests, texts)| {
        *requests >= SHARED && (*group != Group::Samples || texts.len() >= SHARED)
    });
    found.into_keys().collect()
}

/// One line for each group, and the requests that have it.
pub(super) fn counted_lines<'r>(
    groups: HashMap<Group<'r>, Vec<Line<'r>>>,
) -> Vec<(String, Line<'r>)> {
    let mut groups: Vec<(Group, Vec<Line>)> = groups.into_iter().collect();
    groups.sort_by_key(|(group, _)| group.order());
    let lines = groups.into_iter().filter_map(|(group, lines)| {
        let text = of_all(group, &lines);
        let mut places = HashSet::new();
        let requests: Vec<&RatedChange> = lines
            .iter()
            .map(|line| line.first)
            .filter(|one| {
                let location = &one.change.location;
                places.insert((location.folder.as_slice(), &location.request))
            })
            .collect();
        let title = together(&requests);
        let mut lines = lines.into_iter();
        let mut line = lines.next()?;
        line.changes.extend(lines.flat_map(|one| one.changes));
        line.text = text;
        line.changed = &[];
        Some((title, line))
    });
    lines.collect()
}

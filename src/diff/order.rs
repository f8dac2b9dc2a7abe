use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::ChangeKind;
use super::change::{Change, ItemLocation, Sink};
use super::matching::Pair;
use super::model::{FolderPath, RequestEntry};
use crate::postman::effective::script::{Action, ScriptCache, own_scripts};
use crate::postman::effective::{Content, EffectiveRequest};
use crate::postman::view::tokens;

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

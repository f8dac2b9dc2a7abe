//! What has changed between two collections, between one and a catalogue, or between two environments,
//! and what it breaks.
//!
//! Both sides are read into what Postman would send and run; requests are matched; every
//! difference is a [`Change`] of a [`ChangeKind`]; [`Impacts`] say what a kind means to those who rely on a
//! [`Contract`]. Mere differences in writing are not reported: order of keys, formatting, exporter
//! fields, the shapes of v2.0 and v2.1.
//!
//! ```
//! use sqlacc_postman::diff::{ChangeKind, Options, compare};
//! use sqlacc_postman::json::Document;
//!
//! let base = r#"{"info": {}, "item": [{"name": "Ping", "request": "https://x.y/ping"}]}"#;
//! let revision = r#"{"info": {}, "item": []}"#;
//! let (base, revision) = (Document::from_text(base)?, Document::from_text(revision)?);
//! let changes = compare(&base, &revision, &Options::default());
//! assert_eq!(changes.first().map(|change| change.kind), Some(ChangeKind::RequestRemoved));
//! # Ok::<(), sqlacc_postman::json::Error>(())
//! ```

mod auth;
mod body;
mod catalogue;
mod change;
mod change_kind;
mod environment;
mod example;
mod fast_equal;
mod folders;
mod hide;
mod impact;
mod info;
mod json_shape;
mod key_value;
mod matching;
mod metadata;
mod model;
mod order;
mod path;
mod read;
mod renamed_variables;
mod renames;
mod request_parts;
mod side_by_side;
mod similar;

pub use catalogue::{CatalogueSide, compare_with_catalogue};
pub use change::{Change, ItemLocation, SideBySide};
pub use change_kind::ChangeKind;
pub use environment::compare_environments;
pub use impact::{Contract, Impact, Impacts};
pub use matching::{Match, MatchedBy};

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use auth::EffectiveAuth;
use change::Sink;
use fast_equal::fast_equal;
use matching::Pair;
use metadata::Used;
use model::{Model, RequestEntry};
use renames::Renames;

use crate::json::Document;
use crate::parallel::{both, cores, in_parallel};
use crate::postman::effective::RequestUrl;
use crate::postman::effective::script::{Action, ScriptCache, own_scripts};
pub(crate) use crate::postman::effective::secret::HIDDEN;
use crate::postman::view::{Collection, tokens};

/// How two collections are compared.
#[derive(Clone, Debug)]
pub struct Options {
    /// How requests are matched.
    pub matching: Match,
    /// How similar two requests must be to count as renamed, in hundredths. Below 80 their paths must
    /// also end with the same fixed segment.
    pub threshold: u8,
    /// Renamed requests, by their paths in base and revision: `Sales › Old` and
    /// `Sales › New`.
    pub renames: Vec<(String, String)>,
    /// Whether changed ids are reported: they matter to forks only.
    pub ids: bool,
    /// What kinds of changes do, which decides whether a version should have been raised.
    pub impacts: Impacts,
    /// Whether changes carry the whole bodies and scripts that they are in.
    pub texts: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            matching: Match::default(),
            threshold: 60,
            renames: Vec::new(),
            ids: false,
            impacts: Impacts::default(),
            texts: false,
        }
    }
}

/// All changes from `base` to `revision`, by folder and request. Never fails: what is broken in a
/// collection counts as absent, and `null` for no collection at all.
pub fn compare(base: &Document, revision: &Document, options: &Options) -> Vec<Change> {
    if let Some(change) = info::whole(base, revision) {
        return finished(vec![change], base, revision);
    }
    let (left, right) = (Collection::of(base), Collection::of(revision));
    let (old, new) = both(|| read::read(&left), || read::read(&right));
    let matched = matching::matched(&old.requests, &new.requests, options);
    let renames = Renames::of(&old, &new, &matched, options.matching);
    let (folders, mut changes) = folders::folders(&old, &new, &renames, &matched);
    let once = OnceCell::new();
    let used = || once.get_or_init(|| used(&old, &new, &matched.added, revision));
    for (one, other) in folders {
        let mut sink = Sink::new(ItemLocation {
            folder: other.path.to_vec(),
            base_at: Some(one.at),
            revision_at: Some(other.at),
            ..ItemLocation::default()
        });
        sink.with_texts = options.texts;
        metadata::compare(&one.metadata, &other.metadata, &mut sink);
        if options.ids {
            let kind = if other.path.is_empty() {
                ChangeKind::CollectionIdChanged
            } else {
                ChangeKind::ItemIdChanged
            };
            id(kind, &one.id, &other.id, &mut sink);
        }
        metadata::variables(&one.variables, &other.variables, used, &mut sink);
        changes.append(&mut sink.changes);
    }
    let of_requests = in_parallel(cores(), &matched.pairs, |pair| {
        request(pair, &renames, options)
    });
    changes.extend(of_requests.into_iter().flatten());
    changes.extend(order::reordered(&matched.pairs));
    for one in &matched.removed {
        let mut sink = Sink::new(ItemLocation {
            base_at: Some(one.at),
            ..location(one)
        });
        let is_announced = metadata::is_deprecated(&one.metadata().description)
            || metadata::is_deprecated(&one.name);
        let kind = if is_announced {
            ChangeKind::RemovedAfterDeprecation
        } else {
            ChangeKind::RequestRemoved
        };
        sink.add(kind, "", Some(&line(one)), None);
        changes.append(&mut sink.changes);
    }
    for one in &matched.added {
        let mut sink = Sink::new(ItemLocation {
            revision_at: Some(one.at),
            ..location(one)
        });
        sink.add(ChangeKind::RequestAdded, "", None, Some(&line(one)));
        changes.append(&mut sink.changes);
    }
    renamed_variables::merge(&old, &new, &mut changes);
    renamed_variables::hosts(&new, &mut changes);
    changes.extend(info::compare(&left, &right, &changes, &options.impacts));
    finished(changes, base, revision)
}

/// The changes in their order, without secrets, each with its fingerprint.
fn finished(mut changes: Vec<Change>, base: &Document, revision: &Document) -> Vec<Change> {
    if changes.is_empty() {
        return changes;
    }
    let mask = hide::mask(base, revision, &changes);
    hide::hide(&mut changes, &mask);
    let mut changes = change::grouped(changes);
    changes.sort_by_cached_key(|one| {
        (
            one.location.folder.clone(),
            one.location.request.clone(),
            one.location.example.clone(),
            one.kind,
            one.at.clone(),
        )
    });
    change::fingerprint(&mut changes);
    changes
}

fn location(one: &RequestEntry) -> ItemLocation {
    ItemLocation {
        folder: one.folder.to_vec(),
        request: Some(one.name.clone()),
        ..ItemLocation::default()
    }
}

/// How long the line of a request may be, in bytes. No server takes a longer path, and every change of
/// the request has the line.
const LONGEST_LINE: usize = 8_000;

/// A request in one line: method and path, or the host where it has no path.
fn line(one: &RequestEntry) -> String {
    let url = one.request().url;
    let path = if url.segments().is_empty() && !url.host_text().is_empty() {
        url.origin()
    } else {
        url.path_text()
    };
    let mut line = format!("{} {path}", one.method);
    if line.len() > LONGEST_LINE {
        line.truncate(line.floor_char_boundary(LONGEST_LINE));
        line.push('…');
    }
    line
}

fn id(kind: ChangeKind, before: &str, after: &str, sink: &mut Sink) {
    if before.is_empty() || after.is_empty() || before == after {
        return;
    }
    // Changed ids of items are counted, so that a renumbered collection is one change.
    let shown = |id| (kind == ChangeKind::CollectionIdChanged).then_some(id);
    sink.add(kind, "id", shown(before), shown(after));
}

fn request(pair: &Pair, renames: &Renames, options: &Options) -> Vec<Change> {
    let (base, revision) = (pair.base, pair.revision);
    let mut sink = Sink::new(ItemLocation {
        base_at: Some(base.at),
        revision_at: Some(revision.at),
        ..location(revision)
    });
    sink.with_texts = options.texts;
    if base.folder != revision.folder && renames.map(&base.folder) != *revision.folder {
        let text = |one: &RequestEntry| match one.folder.as_slice() {
            [] => "(top)".to_owned(),
            names => names.join(" › "),
        };
        let (before, after) = (text(base), text(revision));
        sink.add(
            ChangeKind::RequestMoved,
            "folder",
            Some(&before),
            Some(&after),
        );
    }
    if options.ids {
        id(ChangeKind::ItemIdChanged, &base.id, &revision.id, &mut sink);
    }
    // Requests that are written alike may be sent differently because of what they inherit.
    let drops_bodies = |one: &RequestEntry| !one.around.settings.is_on("disableBodyPruning");
    if !fast_equal(base, revision) || drops_bodies(base) != drops_bodies(revision) {
        content(pair, &mut sink);
    } else if base.around.auth != revision.around.auth {
        auth::compare(&base.auth(), &revision.auth(), &mut sink);
    }
    if sink.changes.is_empty() {
        return sink.changes;
    }
    let endpoint = line(revision);
    for change in &mut sink.changes {
        if auth::is_inherited(&change.at) {
            change.location = auth_location(base, revision);
            continue;
        }
        change.matched = Some((pair.by, pair.confidence));
        change.location.endpoint = Some(endpoint.clone());
    }
    sink.changes
}

/// The folder that gives two requests their auth, or the collection.
fn auth_location(base: &RequestEntry, revision: &RequestEntry) -> ItemLocation {
    let depth = base.around.auth_depth.max(revision.around.auth_depth);
    ItemLocation {
        folder: revision.folder.iter().take(depth).cloned().collect(),
        base_at: base.around.start(base.around.auth_depth),
        revision_at: revision.around.start(depth.min(revision.folder.len())),
        ..ItemLocation::default()
    }
}

/// What has changed in two requests that are written differently.
fn content(pair: &Pair, sink: &mut Sink) {
    let (before, after) = (&pair.base.name, &pair.revision.name);
    let kind = info::name_kind(ChangeKind::RequestRenamed, before, after);
    sink.changed(kind, "name", before, after);
    if metadata::is_deprecated(after) && !metadata::is_deprecated(before) {
        sink.add(ChangeKind::DeprecatedMarked, "name", None, None);
    }
    let (base, revision) = (pair.base, pair.revision);
    request_parts::compare(&base.request(), &revision.request(), sink);
    auth::compare(&base.auth(), &revision.auth(), sink);
    metadata::compare(&base.metadata(), &revision.metadata(), sink);
    let mut examples = example::compare(&base.examples(), &revision.examples(), sink);
    sink.changes.append(&mut examples);
}

/// Which variables are used, on the way of every request and script.
fn used(base: &Model, revision: &Model, added: &[&RequestEntry], document: &Document) -> Used {
    let mut used = Used::default();
    // How often each is used outside of requests that are new.
    let mut counts: HashMap<&str, isize> = HashMap::new();
    for token in tokens(document.text()) {
        *counts.entry(token.name).or_default() += 1;
    }
    for one in added {
        for token in tokens(one.item.value.text()) {
            *counts.entry(token.name).or_default() -= 1;
        }
    }
    for (name, count) in counts {
        used.revision.insert(name.to_owned());
        if count > 0 {
            used.kept.insert(name.to_owned());
        }
    }
    let scripts = ScriptCache::default();
    let is_new: HashSet<usize> = added.iter().map(|one| one.at).collect();
    let of_requests = revision.requests.iter();
    let of_requests = of_requests.flat_map(|one| {
        let is_kept = !is_new.contains(&one.at);
        own_scripts(one.item.event).map(move |script| (script.source, is_kept))
    });
    let folders = revision.folders.iter();
    let of_folders = folders.flat_map(|one| one.metadata.scripts.values());
    for (source, is_kept) in of_requests.chain(of_folders.map(|it| (Cow::from(it), true))) {
        let facts = scripts.read(&source);
        let names = |action| facts.names(action).map(str::to_owned);
        if is_kept {
            used.kept.extend(names(Action::Get));
        }
        used.revision.extend(names(Action::Get));
        used.written.extend(names(Action::Set));
    }
    let mut add = |auth: &EffectiveAuth| {
        let names = auth.credential_variables().map(str::to_owned);
        used.credentials.extend(names);
    };
    for one in base.requests.iter().chain(&revision.requests) {
        match one.item.own_auth() {
            Some(own) => add(&EffectiveAuth::new(Some(own), true)),
            None => add(&one.around.auth),
        }
    }
    for one in base.requests.iter().chain(&revision.requests) {
        let url = one.item.request().and_then(|request| request.url());
        let origin = url
            .map(|url| RequestUrl::without_query(&url).origin())
            .unwrap_or_default();
        used.hosts
            .extend(tokens(&origin).map(|token| token.name.to_owned()));
    }
    used
}

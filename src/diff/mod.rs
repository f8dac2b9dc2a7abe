//! What has changed between two collections, and what it breaks.
//!
//! Both sides are read into what Postman would send and run; requests are matched; every
//! difference is a [`Change`] of a [`Kind`]; [`worst`] says what a kind does to those who rely on a
//! [`Contract`]. What is only written differently never shows: order of keys, formatting, exporter
//! fields, the shapes of v2.0 and v2.1.
//!
//! ```
//! use sqlacc_postman::diff::{Kind, Options, compare};
//! use sqlacc_postman::json::Document;
//!
//! let base = r#"{"info": {}, "item": [{"name": "Ping", "request": "https://x.y/ping"}]}"#;
//! let revision = r#"{"info": {}, "item": []}"#;
//! let (base, revision) = (Document::from_text(base)?, Document::from_text(revision)?);
//! let changes = compare(&base, &revision, &Options::default());
//! assert_eq!(changes.first().map(|change| change.kind), Some(Kind::RequestRemoved));
//! # Ok::<(), sqlacc_postman::json::Error>(())
//! ```

mod auth;
mod call;
mod change;
mod common;
mod example;
mod folders;
mod impact;
mod info;
mod kind;
mod matching;
mod model;
mod read;
mod secret;
mod shape;
mod similar;
mod url;

pub use change::{Change, Place};
pub use impact::{Contract, Impact, impact, worst};
pub use kind::Kind;
pub use matching::{Match, MatchedBy};

use std::collections::BTreeSet;

use change::Sink;
use common::Used;
use folders::Renames;
use matching::Pair;
use model::{Entry, Model};

use crate::json::Document;
use crate::postman::view::{Collection, tokens};

/// How two collections are compared.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// How requests are matched.
    pub matching: Match,
    /// Whether changed ids are changes: to forks they are, to all others they say nothing.
    pub ids: bool,
}

/// Everything that has changed from `base` to `revision`, by folder and request in the order of the
/// revision. Never fails: what is broken in a collection is seen as absent.
pub fn compare(base: &Document, revision: &Document, options: &Options) -> Vec<Change> {
    let (left, right) = (Collection::of(base), Collection::of(revision));
    let (old, new) = (read::read(&left), read::read(&right));
    let matched = matching::matched(&old.requests, &new.requests, options.matching);
    let renames = Renames::of(&old, &new, &matched, options.matching);
    let (folders, mut changes) = folders::folders(&old, &new, &renames);
    let used = used(&old, &new, revision);
    for (one, other) in folders {
        let mut sink = Sink::new(Place {
            folder: other.path.clone(),
            base_at: Some(one.at),
            revision_at: Some(other.at),
            ..Place::default()
        });
        common::compare(&one.common, &other.common, &mut sink);
        common::variables(&one.variables, &other.variables, &used, &mut sink);
        if options.ids {
            let kind = if other.path.is_empty() {
                Kind::CollectionIdChanged
            } else {
                Kind::ItemIdChanged
            };
            id(kind, &one.id, &other.id, &mut sink);
        }
        changes.append(&mut sink.changes);
    }
    for pair in &matched.pairs {
        changes.extend(request(pair, &renames, *options));
    }
    changes.extend(folders::reordered(&matched.pairs));
    for one in &matched.removed {
        let mut sink = Sink::new(Place {
            base_at: Some(one.at),
            ..place(one)
        });
        let is_announced =
            common::is_deprecated(&one.common.description) || common::is_deprecated(&one.name);
        let kind = if is_announced {
            Kind::RemovedAfterDeprecation
        } else {
            Kind::RequestRemoved
        };
        sink.add(kind, "", Some(&line(one)), None);
        changes.append(&mut sink.changes);
    }
    for one in &matched.added {
        let mut sink = Sink::new(Place {
            revision_at: Some(one.at),
            ..place(one)
        });
        sink.add(Kind::RequestAdded, "", None, Some(&line(one)));
        changes.append(&mut sink.changes);
    }
    changes.extend(info::compare(&left, &right, &changes));
    let mut changes = change::grouped(changes);
    changes.sort_by_cached_key(|one| {
        (
            one.place.folder.clone(),
            one.place.request.clone(),
            one.place.example.clone(),
            one.kind,
            one.at.clone(),
        )
    });
    change::fingerprint(&mut changes);
    changes
}

fn place(one: &Entry) -> Place {
    Place {
        folder: one.folder.clone(),
        request: Some(one.name.clone()),
        ..Place::default()
    }
}

/// A request in one line: method and path.
fn line(one: &Entry) -> String {
    format!("{} {}", one.call.method, one.call.address.shown())
}

fn id(kind: Kind, before: &str, after: &str, sink: &mut Sink) {
    // Ids are said by their number, so that those that were all renumbered are one change.
    if !before.is_empty() && !after.is_empty() && before != after {
        sink.add(kind, "id", None, None);
    }
}

fn request(pair: &Pair, renames: &Renames, options: Options) -> Vec<Change> {
    let (base, revision) = (pair.base, pair.revision);
    let place = Place {
        base_at: Some(base.at),
        revision_at: Some(revision.at),
        ..place(revision)
    };
    let mut sink = Sink::new(place.clone());
    let kind = info::name_kind(Kind::RequestRenamed, &base.name, &revision.name);
    sink.changed(kind, "name", &base.name, &revision.name);
    if common::is_deprecated(&revision.name) && !common::is_deprecated(&base.name) {
        sink.add(Kind::DeprecatedMarked, "name", None, None);
    }
    if renames.map(&base.folder) != revision.folder {
        let text = |one: &Entry| one.folder.join(" › ");
        sink.add(
            Kind::RequestMoved,
            "folder",
            Some(&text(base)),
            Some(&text(revision)),
        );
    }
    call::compare(&base.call, &revision.call, &mut sink);
    auth::compare(&base.auth, &revision.auth, &mut sink);
    common::compare(&base.common, &revision.common, &mut sink);
    if options.ids {
        id(Kind::ItemIdChanged, &base.id, &revision.id, &mut sink);
    }
    let mut examples = example::compare(pair, &place, &sink.changes);
    sink.changes.append(&mut examples);
    for change in &mut sink.changes {
        change.matched = Some((pair.by, pair.confidence));
    }
    sink.changes
}

fn used(base: &Model, revision: &Model, text: &Document) -> Used {
    let mut used = Used::default();
    used.revision
        .extend(tokens(text.text()).map(|token| token.name.to_owned()));
    let scripts = |folder: &'_ model::Common| folder.scripts.values().cloned().collect::<Vec<_>>();
    let of_folders = revision.folders.iter().flat_map(|one| scripts(&one.common));
    let of_requests = revision
        .requests
        .iter()
        .flat_map(|one| scripts(&one.common));
    for source in of_folders.chain(of_requests) {
        for part in source.split(".get(").skip(1) {
            let name = part.trim_start().strip_prefix(['"', '\'']);
            used.revision.extend(
                name.and_then(|name| name.split(['"', '\'']).next())
                    .map(str::to_owned),
            );
        }
    }
    for one in &revision.requests {
        used.written.extend(folders::written(&one.common));
    }
    for one in &revision.folders {
        used.written.extend(folders::written(&one.common));
    }
    let hosts: BTreeSet<&String> = base
        .requests
        .iter()
        .chain(&revision.requests)
        .map(|one| &one.call.address.host)
        .collect();
    for host in hosts {
        used.hosts
            .extend(tokens(host).map(|token| token.name.to_owned()));
    }
    used
}

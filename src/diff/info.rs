use super::change::{ItemLocation, Sink};
use super::impact::{Contract, Impact, Impacts};
use super::model::text;
use super::{Change, ChangeKind};
use crate::json::{Document, Value};
use crate::postman::view::{Collection, DocumentKind, recognise};

/// The change where there is a collection on one side only.
pub(super) fn whole(base: &Document, revision: &Document) -> Option<Change> {
    let (old, new) = (base.root(), revision.root());
    let start = |value: Value| Some(value.span().start).filter(|_| !value.is_null());
    let mut sink = Sink::new(ItemLocation {
        base_at: start(old),
        revision_at: start(new),
        ..ItemLocation::default()
    });
    let name = |document| Collection::of(document).name().unwrap_or_default();
    match (old.is_null(), new.is_null()) {
        (true, false) => {
            let name = name(revision);
            sink.add(ChangeKind::CollectionAdded, "", None, Some(&name));
        }
        (false, true) => {
            let name = name(base);
            sink.add(ChangeKind::CollectionRemoved, "", Some(&name), None);
        }
        _ => {}
    }
    sink.changes.pop()
}

/// What has changed in the collection's own metadata.
pub(super) fn compare(
    base: &Collection,
    revision: &Collection,
    changes: &[Change],
    impacts: &Impacts,
) -> Vec<Change> {
    let start = |one: &Collection, member: &str| {
        let value = one.info().and_then(|info| info.get(member));
        Some(value.unwrap_or(one.value).span().start)
    };
    let location = |member: &str| ItemLocation {
        base_at: start(base, member),
        revision_at: start(revision, member),
        ..ItemLocation::default()
    };
    let mut sink = Sink::new(location("name"));
    let name = |one: &Collection| one.name().unwrap_or_default().trim().to_owned();
    let (before, after) = (name(base), name(revision));
    sink.changed(
        name_kind(ChangeKind::CollectionRenamed, &before, &after),
        "info.name",
        &before,
        &after,
    );
    sink.location = location("schema");
    let format = |one: &Collection| match recognise(one.value) {
        DocumentKind::Collection(version) => version,
        _ => None,
    };
    if let (Some(before), Some(after)) = (format(base), format(revision)) {
        let text = |version| format!("{version:?}").replace('_', ".").to_lowercase();
        sink.changed(
            ChangeKind::FormatVersionChanged,
            "info.schema",
            &text(before),
            &text(after),
        );
    }
    sink.location = location("version");
    let version = |one: &Collection| {
        one.info()
            .and_then(|info| info.get("version"))
            .and_then(version)
    };
    if let (Some(before), Some(after)) = (version(base), version(revision)) {
        let relied_on = [Contract::Wire, Contract::Run];
        let breaks = |one: &Change| impacts.worst(one.kind, &relied_on) == Impact::Breaking;
        let (old, new) = (dotted(&before), dotted(&after));
        match before.cmp(&after) {
            std::cmp::Ordering::Less => {
                sink.add(
                    ChangeKind::VersionChanged,
                    "info.version",
                    Some(&old),
                    Some(&new),
                );
            }
            std::cmp::Ordering::Greater => sink.add(
                ChangeKind::VersionDecreased,
                "info.version",
                Some(&old),
                Some(&new),
            ),
            std::cmp::Ordering::Equal if changes.iter().any(breaks) => {
                sink.add(
                    ChangeKind::VersionNotBumped,
                    "info.version",
                    Some(&old),
                    Some(&new),
                );
            }
            std::cmp::Ordering::Equal => {}
        }
    }
    sink.changes
}

/// Names that differ only in case and spaces are the same to people.
pub(super) fn name_kind(kind: ChangeKind, before: &str, after: &str) -> ChangeKind {
    let plain = |name: &str| {
        name.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    if plain(before) == plain(after) {
        ChangeKind::NameCaseChanged
    } else {
        kind
    }
}

fn version(value: Value) -> Option<Vec<u64>> {
    let parts = match value.as_str() {
        Some(text) => text
            .trim_start_matches('v')
            .split('.')
            .map(|part| part.parse().ok())
            .collect(),
        None => ["major", "minor", "patch"]
            .iter()
            .map(|name| text(value.get(name)).parse().ok())
            .collect(),
    };
    let parts: Option<Vec<u64>> = parts;
    parts.filter(|parts| !parts.is_empty())
}

fn dotted(version: &[u64]) -> String {
    version
        .iter()
        .map(u64::to_string)
        .collect::<Vec<_>>()
        .join(".")
}

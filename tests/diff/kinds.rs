//! Every kind of change: its pair shows exactly it, and the other way round its mirror.

use std::collections::BTreeSet;
use std::fs;

use sqlacc_postman::diff::{Change, ChangeKind};

use crate::pair::{Pair, folder, pair, same_download};
use crate::{diff, kinds};

/// Kinds that are another kind when base and revision change places.
const MIRRORS: &[(ChangeKind, ChangeKind)] = &[
    (ChangeKind::CollectionRemoved, ChangeKind::CollectionAdded),
    (ChangeKind::RequestRemoved, ChangeKind::RequestAdded),
    (ChangeKind::FolderRemoved, ChangeKind::FolderAdded),
    (
        ChangeKind::PathVariableAdded,
        ChangeKind::PathVariableRemoved,
    ),
    (ChangeKind::QueryAddedEnabled, ChangeKind::QueryRemoved),
    (
        ChangeKind::QueryAddedDisabled,
        ChangeKind::QueryRemovedDisabled,
    ),
    (
        ChangeKind::HeaderAddedDisabled,
        ChangeKind::HeaderRemovedDisabled,
    ),
    (
        ChangeKind::FormFieldAddedDisabled,
        ChangeKind::FormFieldRemovedDisabled,
    ),
    (ChangeKind::QueryEnabled, ChangeKind::QueryDisabled),
    (ChangeKind::HeaderAddedEnabled, ChangeKind::HeaderRemoved),
    (ChangeKind::HeaderEnabled, ChangeKind::HeaderDisabled),
    (ChangeKind::BodyAdded, ChangeKind::BodyRemoved),
    (ChangeKind::BodyJsonKeyAdded, ChangeKind::BodyJsonKeyRemoved),
    (ChangeKind::FormFieldAdded, ChangeKind::FormFieldRemoved),
    (ChangeKind::FormFieldEnabled, ChangeKind::FormFieldDisabled),
    (ChangeKind::AuthAdded, ChangeKind::AuthRemoved),
    (ChangeKind::ScriptAdded, ChangeKind::ScriptRemoved),
    (ChangeKind::TestNameAdded, ChangeKind::TestNameRemoved),
    (ChangeKind::ExampleAdded, ChangeKind::ExampleRemoved),
    (
        ChangeKind::ExampleJsonKeyAdded,
        ChangeKind::ExampleJsonKeyRemoved,
    ),
    (ChangeKind::VariableEnabled, ChangeKind::VariableDisabled),
    (ChangeKind::VersionChanged, ChangeKind::VersionDecreased),
];

/// Kinds that say more of one direction than of the other.
const ONE_WAY: &[(ChangeKind, &str)] = &[
    (
        ChangeKind::FolderMoved,
        "a folder that is left without its folders is not removed",
    ),
    (
        ChangeKind::FolderDissolved,
        "a folder around others is added",
    ),
    (
        ChangeKind::HostVariableIntroduced,
        "a host that is fixed can no longer be set",
    ),
    (
        ChangeKind::PathVariableEmptied,
        "a value that was missing breaks nothing",
    ),
    (
        ChangeKind::RemovedAfterDeprecation,
        "an addition has no announcement",
    ),
    (
        ChangeKind::RequestReorderedAcrossData,
        "back in order, no reader is too early",
    ),
    (
        ChangeKind::VariableRemoved,
        "whether it is used is asked of the revision",
    ),
    (
        ChangeKind::UnusedVariableRemoved,
        "whether it is used is asked of the revision",
    ),
    (
        ChangeKind::VariableAdded,
        "whether it is used is asked of the revision",
    ),
    (
        ChangeKind::VariableAddedWithoutDefault,
        "whether it is used is asked of the revision",
    ),
    (
        ChangeKind::ExampleSuccessStatusRemoved,
        "a new status is said by its example",
    ),
    (
        ChangeKind::DeprecatedMarked,
        "taken back, it is a description that changed",
    ),
];

/// A change on one line: what, in which request, at what in it, and the values before and after.
fn line(change: &Change) -> String {
    let place = &change.location;
    let mut names = place.folder.clone();
    names.extend(place.request.clone());
    names.extend(place.example.as_ref().map(|name| format!("[{name}]")));
    let mut words = vec![change.kind.id().to_owned()];
    for (word, text) in [("in", names.join(" › ")), ("at", change.at.clone())] {
        if !text.is_empty() {
            words.push(format!("{word} {text}"));
        }
    }
    let values = match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!(": {before} → {after}"),
        (Some(before), None) => format!(": - {before}"),
        (None, Some(after)) => format!(": + {after}"),
        (None, None) => String::new(),
    };
    words.join(" ") + &values
}

/// The kinds that are about two collections: those about a catalogue or environments have tests of
/// their own.
pub(crate) fn of_collections() -> impl Iterator<Item = &'static ChangeKind> {
    let all = ChangeKind::ALL.iter();
    let others = ["api-", "environment-"];
    all.filter(move |kind| !others.iter().any(|start| kind.id().starts_with(start)))
}

#[test]
fn every_kind_has_a_pair_that_shows_exactly_it() {
    let mut wrong = Vec::new();
    for kind in of_collections() {
        let pair = Pair::read(kind.id());
        let (base, revision) = pair.texts();
        let changes = diff(&base, &revision);
        let lines: Vec<String> = changes.iter().map(line).collect();
        if lines != pair.changes {
            wrong.push(format!("{kind}: {lines:#?}"));
        }
        let kinds = kinds(&changes);
        assert!(kinds.contains(kind.id()), "{kind}");
        assert_eq!(
            kinds.len() > 1,
            pair.note.is_some(),
            "{kind}: a note says why others come along"
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_pair_is_of_a_kind() {
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let known = ChangeKind::ALL
            .iter()
            .any(|kind| name == format!("{kind}.json"));
        assert!(known, "`{name}` is not a kind of change");
    }
}

#[test]
fn nothing_has_changed_from_a_file_to_itself() {
    for kind in of_collections() {
        let (base, revision) = pair(kind.id());
        assert_eq!(diff(&base, &base), [], "{kind}");
        assert_eq!(diff(&revision, &revision), [], "{kind}");
    }
}

#[test]
fn changed_places_mirror_the_changes() {
    let mirror = |kind: ChangeKind| {
        let found = MIRRORS.iter().find_map(|(one, other)| match kind {
            kind if kind == *one => Some(*other),
            kind if kind == *other => Some(*one),
            _ => None,
        });
        found.unwrap_or(kind)
    };
    for kind in of_collections() {
        if ONE_WAY.iter().any(|(one, _)| one == kind) {
            continue;
        }
        let (base, revision) = pair(kind.id());
        let there = diff(&base, &revision);
        let expected: BTreeSet<_> = there
            .iter()
            .map(|change| mirror(change.kind).id())
            .collect();
        // A status that goes with an example comes back with it.
        assert_eq!(kinds(&diff(&revision, &base)), expected, "{kind}");
    }
}

#[test]
fn two_downloads_of_one_version_are_the_same() {
    let (base, revision) = same_download();
    assert_ne!(base, revision);
    assert_eq!(diff(&base, &revision), []);
}

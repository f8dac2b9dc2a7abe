//! Random collections, edited at random and written otherwise: exactly the edits are reported.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use super::diff_of_texts;
use super::disguise::{Dice, disguised, written};
use super::request::{Fate, IDENTITY, INSIDE, ReportedChange, add, edit, rename};
use super::shop::{FOLDERS, collection};

/// The order of requests and the version of the format are facts of their own, which a disguise
/// changes.
fn is_of_disguise(kind: &str) -> bool {
    kind.starts_with("request-reordered") || kind == "format-version-changed"
}

fn reported(base: &str, revision: &str) -> Vec<ReportedChange> {
    let changes = diff_of_texts(base, revision).into_iter();
    let mut reported: Vec<ReportedChange> = changes
        .filter(|change| !is_of_disguise(change.kind.id()))
        .map(|change| {
            let request = change.location.request.unwrap_or_default();
            // The case of a header's name says nothing.
            (
                change.kind.id().to_owned(),
                request,
                change.at.to_lowercase(),
            )
        })
        .collect();
    reported.sort();
    reported
}

/// A kind without its direction: what is added one way is removed the other way.
fn undirected(kind: &str) -> String {
    let directions = [
        "-removed-disabled",
        "-added-enabled",
        "-added-disabled",
        "-added",
        "-removed",
        "-enabled",
        "-disabled",
    ];
    let found = directions.iter().find_map(|end| kind.strip_suffix(end));
    found.unwrap_or(kind).to_owned()
}

fn counted(reported: &[ReportedChange]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for (kind, _, _) in reported {
        *counted.entry(undirected(kind)).or_default() += 1;
    }
    counted
}

/// Whether most of a folder's own requests stay in it: only then it can be known by them.
fn is_known(remainder: usize, fates: &[(Fate, Vec<usize>)]) -> bool {
    let own = fates.iter().skip(remainder).step_by(5);
    let leaves = |fate| fate == Fate::Removed || (fate == Fate::Moved && remainder != 2);
    let (gone, kept): (Vec<_>, Vec<_>) = own.partition(|(fate, _)| leaves(*fate));
    kept.len() > gone.len()
}

/// A fate for a request, and some edits inside it.
fn fates() -> impl Strategy<Value = (Fate, Vec<usize>)> {
    let fate = prop_oneof![
        1 => Just(Fate::Removed),
        1 => Just(Fate::Moved),
        2 => (0..IDENTITY.len()).prop_map(Fate::Identity),
        8 => Just(Fate::Kept),
    ];
    let inside = prop::sample::subsequence((0..INSIDE.len()).collect::<Vec<_>>(), 0..4);
    let none = Just(Vec::new()).boxed();
    (fate, prop_oneof![3 => none, 1 => inside.boxed()])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn what_was_edited_is_what_is_reported(
        fates in prop::collection::vec(fates(), 1..30),
        added in 0_usize..3,
        renamed in prop::sample::subsequence(FOLDERS, 0..=2),
        seed in any::<u64>(),
    ) {
        let base = collection(fates.len());
        let mut revision = base.clone();
        let mut expected: Vec<ReportedChange> = Vec::new();
        for (n, (fate, inside)) in fates.iter().enumerate() {
            expected.extend(edit(&mut revision, n, *fate, inside));
        }
        expected.extend((0..added).map(|n| add(&mut revision, n)));
        let has_renamed = !renamed.is_empty();
        for (folder, remainder) in renamed {
            if is_known(remainder, &fates) {
                expected.extend(rename(&mut revision, folder));
            }
        }
        expected.sort();
        let mut dice = Dice::new(seed);
        let mut turned = |value: &Value| {
            let value = disguised(value.clone(), &mut dice);
            written(&value, &mut dice)
        };
        let (base_turned, revision_turned) = (turned(&base), turned(&revision));
        let (base, revision) = (base.to_string(), revision.to_string());
        prop_assert_eq!(&reported(&base, &revision), &expected, "as it is written");
        prop_assert_eq!(&reported(&base, &revision_turned), &expected, "the revision written otherwise");
        prop_assert_eq!(&reported(&base_turned, &revision_turned), &expected, "both written otherwise");
        prop_assert_eq!(reported(&revision, &revision_turned), vec![], "the same, written otherwise");
        // What moves into a renamed folder may outnumber what is known of it the other way round.
        if !(has_renamed && fates.iter().any(|(fate, _)| *fate == Fate::Moved)) {
            let mirrored = reported(&revision_turned, &base_turned);
            prop_assert_eq!(counted(&mirrored), counted(&expected), "mirrored");
        }
    }
}

//! Random collections, edited at random and written otherwise: exactly the edits are reported.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use crate::diff;
use crate::edits::{Fate, IDENTITY, INSIDE, Told, add, edit};
use crate::shop::{Dice, collection, disguised};

/// Order of requests is a fact of its own, which a disguise changes.
fn told(base: &Value, revision: &Value) -> Vec<Told> {
    let changes = diff(base, revision).into_iter();
    let mut told: Vec<Told> = changes
        .filter(|change| !change.kind.id().starts_with("request-reordered"))
        .map(|change| {
            let request = change.place.request.unwrap_or_default();
            // The case of a header's name says nothing.
            (
                change.kind.id().to_owned(),
                request,
                change.at.to_lowercase(),
            )
        })
        .collect();
    told.sort();
    told
}

/// A kind without its direction: what is added one way is removed the other way.
fn undirected(kind: &str) -> String {
    let directions = [
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

fn counted(told: &[Told]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for (kind, _, _) in told {
        *counted.entry(undirected(kind)).or_default() += 1;
    }
    counted
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
        seed in any::<u64>(),
    ) {
        let base = collection(fates.len());
        let mut revision = base.clone();
        let mut expected: Vec<Told> = Vec::new();
        for (n, (fate, inside)) in fates.iter().enumerate() {
            expected.extend(edit(&mut revision, n, *fate, inside));
        }
        expected.extend((0..added).map(|n| add(&mut revision, n)));
        expected.sort();
        prop_assert_eq!(&told(&base, &revision), &expected, "as it is written");
        let mut dice = Dice::new(seed);
        let turned = disguised(revision.clone(), &mut dice);
        prop_assert_eq!(&told(&base, &turned), &expected, "written otherwise");
        prop_assert_eq!(told(&revision, &turned), vec![], "the same, written otherwise");
        prop_assert_eq!(counted(&told(&revision, &base)), counted(&expected), "mirrored");
    }
}

use std::collections::{BTreeMap, BTreeSet};

use super::ChangeKind;
use super::change::{Change, ItemLocation, Sink};
use super::json_shape::{self, RESPONSE};
use super::model::Example;
use super::path::normalised;
use super::request_parts;
use super::side_by_side::of_text;
use crate::postman::effective::json_body::Comments;

/// What has changed in the saved examples of a request; `owner` is what has changed in the
/// request itself, which is not said again.
pub(super) fn compare(base: &[Example], revision: &[Example], owner: &Sink) -> Vec<Change> {
    let (pairs, removed, added) = matched(base, revision);
    let location = &owner.location;
    let at = |one: &Example| ItemLocation {
        example: Some(one.name.clone()),
        ..location.clone()
    };
    let mut changes = Vec::new();
    for (one, other) in pairs {
        let mut sink = Sink::new(ItemLocation {
            base_at: Some(one.at),
            revision_at: Some(other.at),
            ..at(other)
        });
        sink.with_texts = owner.with_texts;
        if let (Some(left), Some(right)) = (&one.request, &other.request) {
            request_parts::compare(left, right, &mut sink);
            let is_said = |one: &Change| {
                owner.changes.iter().any(|other| {
                    (other.kind, &other.at, &other.before, &other.after)
                        == (one.kind, &one.at, &one.before, &one.after)
                })
            };
            sink.changes.retain(|one| !is_said(one));
        }
        let from = sink.changes.len();
        let (left, right) = (
            (one.body.as_str(), Comments::Refused),
            (other.body.as_str(), Comments::Refused),
        );
        if !json_shape::compare("response", left, right, &RESPONSE, &mut sink) {
            sink.add(ChangeKind::ExampleBodyChanged, "response", None, None);
        }
        sink.texts(from, || {
            (of_text(left.0, left.1), of_text(right.0, right.1))
        });
        changes.append(&mut sink.changes);
    }
    let mut sink = Sink::default();
    for one in &removed {
        sink.location = ItemLocation {
            base_at: Some(one.at),
            ..at(one)
        };
        sink.add(
            ChangeKind::ExampleRemoved,
            &status(one),
            Some(&one.name),
            None,
        );
    }
    for one in &added {
        sink.location = ItemLocation {
            revision_at: Some(one.at),
            ..at(one)
        };
        sink.add(
            ChangeKind::ExampleAdded,
            &status(one),
            None,
            Some(&one.name),
        );
    }
    sink.location = location.clone();
    let after = successes(revision);
    for gone in successes(base).difference(&after) {
        sink.add(
            ChangeKind::ExampleSuccessStatusRemoved,
            "examples",
            Some(&gone.to_string()),
            None,
        );
    }
    changes.append(&mut sink.changes);
    changes
}

fn status(one: &Example) -> String {
    one.status
        .map_or_else(String::new, |status| status.to_string())
}

fn successes(examples: &[Example]) -> BTreeSet<i64> {
    let codes = examples.iter().filter_map(|one| one.status);
    codes.filter(|code| (200..300).contains(code)).collect()
}

type MatchedExamples<'m> = (
    Vec<(&'m Example<'m>, &'m Example<'m>)>,
    Vec<&'m Example<'m>>,
    Vec<&'m Example<'m>>,
);

/// Which example is which: by name, method, path and status, then by ever less of these.
fn matched<'m>(base: &'m [Example<'m>], revision: &'m [Example<'m>]) -> MatchedExamples<'m> {
    let mut left: Vec<&Example> = base.iter().collect();
    let mut right: Vec<&Example> = revision.iter().collect();
    let mut pairs = Vec::new();
    let identity = |one: &Example| {
        let request = one.request.as_ref();
        request.map(|request| (request.method.clone(), normalised(&request.url)))
    };
    for round in 0..4 {
        let key = |one: &Example| match round {
            0 => (Some(one.name.clone()), identity(one), one.status),
            1 => (Some(one.name.clone()), None, one.status),
            2 => (None, identity(one), one.status),
            _ => (Some(one.name.clone()), None, None),
        };
        let mut buckets: BTreeMap<_, Vec<&Example>> = BTreeMap::new();
        for one in right.iter().rev() {
            buckets.entry(key(one)).or_default().push(one);
        }
        let mut taken = BTreeSet::new();
        left.retain(|one| {
            let Some(other) = buckets.get_mut(&key(one)).and_then(Vec::pop) else {
                return true;
            };
            taken.insert(other.at);
            pairs.push((*one, other));
            false
        });
        right.retain(|one| !taken.contains(&one.at));
    }
    (pairs, left, right)
}

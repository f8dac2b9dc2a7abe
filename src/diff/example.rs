use std::collections::{BTreeMap, BTreeSet};

use super::Kind;
use super::call::{self, RESPONSE, shapes};
use super::change::{Change, Place, Sink};
use super::model::Saved;
use super::texts::of_text;

/// What has changed in the saved examples of a request; `owner` is what has changed in the
/// request itself, which is not said again.
pub(super) fn compare(base: &[Saved], revision: &[Saved], owner: &Sink) -> Vec<Change> {
    let (pairs, removed, added) = matched(base, revision);
    let place = &owner.place;
    let at = |one: &Saved| Place {
        example: Some(one.name.clone()),
        ..place.clone()
    };
    let mut changes = Vec::new();
    for (one, other) in pairs {
        let mut sink = Sink::new(Place {
            base_at: Some(one.at),
            revision_at: Some(other.at),
            ..at(other)
        });
        sink.with_texts = owner.with_texts;
        if let (Some(left), Some(right)) = (&one.call, &other.call) {
            call::compare(left, right, &mut sink);
            let is_said = |one: &Change| {
                owner.changes.iter().any(|other| {
                    (other.kind, &other.at, &other.before, &other.after)
                        == (one.kind, &one.at, &one.before, &one.after)
                })
            };
            sink.changes.retain(|one| !is_said(one));
        }
        let from = sink.changes.len();
        match (&one.shape, &other.shape) {
            (Some(left), Some(right)) => shapes("response", left, right, &RESPONSE, &mut sink),
            _ if one.body == other.body => {}
            _ => sink.add(Kind::ExampleBodyChanged, "response", None, None),
        }
        sink.texts(from, || (of_text(&one.body), of_text(&other.body)));
        changes.append(&mut sink.changes);
    }
    let mut sink = Sink::default();
    for one in &removed {
        sink.place = Place {
            base_at: Some(one.at),
            ..at(one)
        };
        sink.add(Kind::ExampleRemoved, &status(one), Some(&one.name), None);
    }
    for one in &added {
        sink.place = Place {
            revision_at: Some(one.at),
            ..at(one)
        };
        sink.add(Kind::ExampleAdded, &status(one), None, Some(&one.name));
    }
    sink.place = place.clone();
    let after = successes(revision);
    for gone in successes(base).difference(&after) {
        sink.add(
            Kind::ExampleSuccessStatusRemoved,
            "examples",
            Some(&gone.to_string()),
            None,
        );
    }
    changes.append(&mut sink.changes);
    changes
}

fn status(one: &Saved) -> String {
    one.status
        .map_or_else(String::new, |status| status.to_string())
}

fn successes(examples: &[Saved]) -> BTreeSet<i64> {
    let codes = examples.iter().filter_map(|one| one.status);
    codes.filter(|code| (200..300).contains(code)).collect()
}

type Sides<'m> = (Vec<(&'m Saved, &'m Saved)>, Vec<&'m Saved>, Vec<&'m Saved>);

/// Which example is which: by name, method, path and status, then by ever less of these.
fn matched<'m>(base: &'m [Saved], revision: &'m [Saved]) -> Sides<'m> {
    let mut left: Vec<&Saved> = base.iter().collect();
    let mut right: Vec<&Saved> = revision.iter().collect();
    let mut pairs = Vec::new();
    let call = |one: &Saved| {
        one.call
            .as_ref()
            .map(|call| (call.method.clone(), call.address.normalised()))
    };
    for round in 0..4 {
        let key = |one: &Saved| match round {
            0 => (Some(one.name.clone()), call(one), one.status),
            1 => (Some(one.name.clone()), None, one.status),
            2 => (None, call(one), one.status),
            _ => (Some(one.name.clone()), None, None),
        };
        let mut buckets: BTreeMap<_, Vec<&Saved>> = BTreeMap::new();
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

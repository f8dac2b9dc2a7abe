use std::collections::{BTreeMap, BTreeSet};

use super::ChangeKind;
use super::change::{Change, ItemLocation, Sink};
use super::info::name_kind;
use super::json_shape::{self, RESPONSE};
use super::model::Example;
use super::path::normalised;
use super::request_parts;
use super::side_by_side::of_text;
use crate::postman::effective::json_body::Comments;
use crate::postman::effective::secret::mask_value;

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
        head(one, other, &mut sink);
        let from = sink.changes.len();
        let (left, right) = (
            (one.body.as_str(), Comments::Refused),
            (other.body.as_str(), Comments::Refused),
        );
        let is_json = json_shape::compare("response", left, right, &RESPONSE, &mut sink);
        if !is_json && sink.changes.len() == from && one.body != other.body {
            let kind = ChangeKind::ExampleBodyChanged;
            sink.text_changed(kind, "response", &one.body, &other.body);
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

/// What has changed in name, status and headers.
fn head(base: &Example, revision: &Example, sink: &mut Sink) {
    sink.changed(
        name_kind(ChangeKind::ExampleRenamed, &base.name, &revision.name),
        "name",
        &base.name,
        &revision.name,
    );
    if base.status != revision.status {
        let text = |one: &Example| one.status.map(|_| status(one));
        let (before, after) = (text(base), text(revision));
        sink.add(
            ChangeKind::ExampleStatusChanged,
            "status",
            before.as_deref(),
            after.as_deref(),
        );
    }
    let names: BTreeSet<&String> = base.headers.keys().chain(revision.headers.keys()).collect();
    for name in names {
        let value = |one: &Example| {
            let value = one.headers.get(name);
            value.map(|value| mask_value(name, value).into_owned())
        };
        if base.headers.get(name) != revision.headers.get(name) {
            let (before, after) = (value(base), value(revision));
            sink.add(
                ChangeKind::ExampleHeaderChanged,
                &format!("header.{name}"),
                before.as_deref(),
                after.as_deref(),
            );
        }
    }
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

/// What two examples have in common that are one: name, method and path, status, and content.
type ExampleKey = (
    Option<String>,
    Option<(String, String)>,
    Option<i64>,
    Option<String>,
);

/// Finds the key of an example.
type FindKey<'f> = &'f dyn Fn(&Example) -> ExampleKey;

/// Which example is which: by name, method, path, status and content, then by ever less of these.
/// Those of one name go by content before they go by order.
fn matched<'m>(base: &'m [Example<'m>], revision: &'m [Example<'m>]) -> MatchedExamples<'m> {
    let identity = |one: &Example| {
        let request = one.request.as_ref();
        request.map(|request| (request.method.clone(), normalised(&request.url)))
    };
    let name = |one: &Example| Some(one.name.clone());
    let body = |one: &Example| Some(one.body.clone());
    // Whether several may have the key, and what it is.
    let rounds: [(bool, FindKey); 8] = [
        (true, &|one| {
            (name(one), identity(one), one.status, body(one))
        }),
        (false, &|one| (name(one), identity(one), one.status, None)),
        (true, &|one| (None, identity(one), one.status, body(one))),
        (true, &|one| {
            (name(one), identity(one), one.status, keys(one))
        }),
        (true, &|one| (name(one), identity(one), one.status, None)),
        (true, &|one| (name(one), None, one.status, None)),
        (true, &|one| (None, identity(one), one.status, None)),
        (true, &|one| (name(one), None, None, None)),
    ];
    let mut left: Vec<&Example> = base.iter().collect();
    let mut right: Vec<&Example> = revision.iter().collect();
    let mut pairs = Vec::new();
    for (several, key) in rounds {
        if left.is_empty() || right.is_empty() {
            break;
        }
        let mut buckets: BTreeMap<ExampleKey, [Vec<&Example>; 2]> = BTreeMap::new();
        for (side, list) in [&left, &right].into_iter().enumerate() {
            for one in list {
                let bucket = buckets.entry(key(one)).or_default();
                if let Some(side) = bucket.get_mut(side) {
                    side.push(one);
                }
            }
        }
        let from = pairs.len();
        for [left, right] in buckets.into_values() {
            if several || (left.len(), right.len()) == (1, 1) {
                pairs.extend(left.into_iter().zip(right));
            }
        }
        let found = || pairs.iter().skip(from);
        let taken: BTreeSet<usize> = found().map(|(one, _)| one.at).collect();
        left.retain(|one| !taken.contains(&one.at));
        let taken: BTreeSet<usize> = found().map(|(_, other)| other.at).collect();
        right.retain(|one| !taken.contains(&one.at));
    }
    pairs.sort_by_key(|(_, other)| other.at);
    (pairs, left, right)
}

/// The key paths of a response that is JSON.
fn keys(one: &Example) -> Option<String> {
    let shape = json_shape::json_shape((&one.body, Comments::Refused))?;
    Some(shape.into_keys().collect::<Vec<_>>().join("\n"))
}

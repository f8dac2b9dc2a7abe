use std::collections::BTreeMap;

use super::Kind;
use super::change::Sink;
use super::common::changed_lines;
use super::model::{Call, Named, Payload, tidy};
use super::secret::shown;
use super::shape::{Leaf, Shape};
use super::texts::of_payload;
use super::url::{Address, hole};

/// What has changed in what is sent.
pub(super) fn compare(base: &Call, revision: &Call, sink: &mut Sink) {
    sink.changed(
        Kind::RequestMethodChanged,
        "method",
        &base.method,
        &revision.method,
    );
    address(&base.address, &revision.address, sink);
    query(&base.address.query, &revision.address.query, sink);
    headers(&base.headers, &revision.headers, sink);
    let from = sink.changes.len();
    body(&base.body, &revision.body, sink);
    sink.texts(from, || {
        (of_payload(&base.body), of_payload(&revision.body))
    });
}

fn address(base: &Address, revision: &Address, sink: &mut Sink) {
    sink.changed(
        Kind::HostVariableChanged,
        "host",
        &base.host,
        &revision.host,
    );
    if base.normalised() == revision.normalised() {
        for (before, after) in base.holes().into_iter().zip(revision.holes()) {
            sink.changed(Kind::PathVariableRenamed, "path", before, after);
        }
        if fixed(base) != fixed(revision) {
            sink.add(
                Kind::RequestPathChanged,
                "path",
                Some(&base.shown()),
                Some(&revision.shown()),
            );
        }
    } else {
        let (before, after) = (base.holes(), revision.holes());
        if fixed(base) != fixed(revision) || before.len() == after.len() {
            sink.add(
                Kind::RequestPathChanged,
                "path",
                Some(&base.shown()),
                Some(&revision.shown()),
            );
        }
        for name in after.iter().filter(|name| !before.contains(name)) {
            sink.add(Kind::PathVariableAdded, name, None, Some(&revision.shown()));
        }
        for name in before.iter().filter(|name| !after.contains(name)) {
            sink.add(Kind::PathVariableRemoved, name, Some(&base.shown()), None);
        }
    }
    for pair in joined(&base.variables, &revision.variables, str::to_owned) {
        if let (Some(one), Some(other)) = pair {
            let at = format!("path.{}", one.key);
            value(Kind::PathVariableValueChanged, &at, one, other, sink);
            description("path", one, other, sink);
        }
    }
}

/// The segments of a path that stand as they are.
fn fixed(address: &Address) -> Vec<&String> {
    address
        .path
        .iter()
        .filter(|part| hole(part).is_none())
        .collect()
}

/// Entries by name, those of one name by order.
fn numbered(list: &[Named], fold: fn(&str) -> String) -> BTreeMap<(String, usize), &Named> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut all = BTreeMap::new();
    for one in list {
        let key = fold(&one.key);
        let nth = seen.entry(key.clone()).or_default();
        all.insert((key, *nth), one);
        *nth += 1;
    }
    all
}

/// What stands on both sides, and what on one, in the order of names.
fn joined<'m>(
    base: &'m [Named],
    revision: &'m [Named],
    fold: fn(&str) -> String,
) -> Vec<(Option<&'m Named>, Option<&'m Named>)> {
    let (left, right) = (numbered(base, fold), numbered(revision, fold));
    let both = left
        .iter()
        .map(|(key, one)| (Some(*one), right.get(key).copied()));
    let added = right.iter().filter(|(key, _)| !left.contains_key(*key));
    both.chain(added.map(|(_, one)| (None, Some(*one))))
        .collect()
}

fn value(kind: Kind, at: &str, base: &Named, revision: &Named, sink: &mut Sink) {
    if base.value != revision.value {
        let (before, after) = (
            shown(&base.key, &base.value),
            shown(&base.key, &revision.value),
        );
        sink.add(kind, at, Some(&before), Some(&after));
    }
}

fn description(what: &str, base: &Named, revision: &Named, sink: &mut Sink) {
    let at = format!("{what}.{}.description", base.key);
    sink.changed(
        Kind::DescriptionChanged,
        &at,
        &base.description,
        &revision.description,
    );
}

fn query(base: &[Named], revision: &[Named], sink: &mut Sink) {
    for pair in joined(base, revision, str::to_owned) {
        match pair {
            (None, Some(one)) => {
                let kind = if one.is_enabled {
                    Kind::QueryAddedEnabled
                } else {
                    Kind::QueryAddedDisabled
                };
                sink.add(kind, &one.key, None, Some(&shown(&one.key, &one.value)));
            }
            (Some(one), None) => sink.add(
                Kind::QueryRemoved,
                &one.key,
                Some(&shown(&one.key, &one.value)),
                None,
            ),
            (Some(one), Some(other)) => {
                toggled(one, other, (Kind::QueryEnabled, Kind::QueryDisabled), sink);
                value(Kind::QueryValueChanged, &one.key, one, other, sink);
                description("query", one, other, sink);
            }
            (None, None) => {}
        }
    }
}

fn toggled(base: &Named, revision: &Named, (on, off): (Kind, Kind), sink: &mut Sink) {
    if base.is_enabled != revision.is_enabled {
        sink.add(
            if revision.is_enabled { on } else { off },
            &base.key,
            None,
            None,
        );
    }
}

fn headers(base: &[Named], revision: &[Named], sink: &mut Sink) {
    for pair in joined(base, revision, str::to_lowercase) {
        match pair {
            (None, Some(one)) => {
                let kind = if one.is_enabled {
                    Kind::HeaderAddedEnabled
                } else {
                    Kind::HeaderAddedDisabled
                };
                sink.add(kind, &one.key, None, Some(&shown(&one.key, &one.value)));
            }
            (Some(one), None) => sink.add(
                Kind::HeaderRemoved,
                &one.key,
                Some(&shown(&one.key, &one.value)),
                None,
            ),
            (Some(one), Some(other)) => {
                toggled(
                    one,
                    other,
                    (Kind::HeaderEnabled, Kind::HeaderDisabled),
                    sink,
                );
                let name = one.key.to_lowercase();
                // What a variable stands for, the collection does not tell.
                let is_told = ![&one.value, &other.value]
                    .iter()
                    .any(|value| value.contains("{{"));
                let is_media = ["accept", "content-type"].contains(&name.as_str());
                let kind =
                    if is_media && is_told && media_type(&one.value) != media_type(&other.value) {
                        Kind::HeaderMediaTypeChanged
                    } else {
                        Kind::HeaderValueChanged
                    };
                value(kind, &one.key, one, other, sink);
                description("header", one, other, sink);
            }
            (None, None) => {}
        }
    }
}

fn media_type(value: &str) -> String {
    value
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase()
}

fn body(base: &Payload, revision: &Payload, sink: &mut Sink) {
    match (base, revision) {
        (Payload::None, Payload::None) => {}
        (Payload::None, other) => sink.add(Kind::BodyAdded, "body", None, Some(other.mode())),
        (one, Payload::None) => sink.add(Kind::BodyRemoved, "body", Some(one.mode()), None),
        (
            Payload::Raw {
                text,
                language,
                shape,
            },
            Payload::Raw {
                text: other_text,
                language: other_language,
                shape: other_shape,
            },
        ) => {
            // A body without a language is shown as text and sent as what its header says.
            if !language.is_empty() && !other_language.is_empty() {
                sink.changed(Kind::BodyMediaTypeChanged, "body", language, other_language);
            }
            match (shape, other_shape) {
                (Some(left), Some(right)) => shapes("body", left, right, &REQUEST, sink),
                _ if text == other_text => {}
                _ => sink.add(Kind::BodyTextChanged, "body", None, None),
            }
        }
        (
            Payload::Form { mode, fields },
            Payload::Form {
                mode: other,
                fields: others,
            },
        ) => {
            sink.changed(Kind::BodyModeChanged, "body", mode, other);
            form(fields, others, sink);
        }
        (
            Payload::Graphql {
                query,
                text,
                variables,
            },
            Payload::Graphql {
                query: other,
                text: other_text,
                variables: others,
            },
        ) => {
            if query != other {
                sink.add(Kind::GraphqlQueryChanged, "body.query", None, None);
                sink.lines(changed_lines(&tidy(text), &tidy(other_text)));
            }
            let none = Shape::new();
            let (left, right) = (
                variables.as_ref().unwrap_or(&none),
                others.as_ref().unwrap_or(&none),
            );
            shapes("body.variables", left, right, &REQUEST, sink);
        }
        (
            Payload::Other { mode, text },
            Payload::Other {
                mode: other,
                text: changed,
            },
        ) if mode == other => {
            if text != changed {
                sink.add(Kind::BodyTextChanged, "body", None, None);
            }
        }
        (one, other) => sink.add(
            Kind::BodyModeChanged,
            "body",
            Some(one.mode()),
            Some(other.mode()),
        ),
    }
}

fn form(base: &[Named], revision: &[Named], sink: &mut Sink) {
    for pair in joined(base, revision, str::to_owned) {
        match pair {
            (None, Some(one)) => sink.add(Kind::FormFieldAdded, &one.key, None, Some(&one.kind)),
            (Some(one), None) => sink.add(Kind::FormFieldRemoved, &one.key, Some(&one.kind), None),
            (Some(one), Some(other)) => {
                sink.changed(Kind::FormFieldTypeChanged, &one.key, &one.kind, &other.kind);
                value(Kind::FormFieldValueChanged, &one.key, one, other, sink);
                description("body", one, other, sink);
            }
            (None, None) => {}
        }
    }
}

/// The kinds by which two shapes are told apart.
pub(super) struct Kinds {
    added: Kind,
    removed: Kind,
    typed: Kind,
    valued: Kind,
}

const REQUEST: Kinds = Kinds {
    added: Kind::BodyJsonKeyAdded,
    removed: Kind::BodyJsonKeyRemoved,
    typed: Kind::BodyJsonTypeChanged,
    valued: Kind::BodyJsonValueChanged,
};

/// Those of an example's response.
pub(super) const RESPONSE: Kinds = Kinds {
    added: Kind::ExampleJsonKeyAdded,
    removed: Kind::ExampleJsonKeyRemoved,
    typed: Kind::ExampleJsonTypeChanged,
    valued: Kind::ExampleBodyChanged,
};

/// What has changed between two shapes; what is new or gone with all below is said once.
pub(super) fn shapes(at: &str, base: &Shape, revision: &Shape, kinds: &Kinds, sink: &mut Sink) {
    let place = |path: &str| {
        let dot = if path.is_empty() || path.starts_with('[') {
            ""
        } else {
            "."
        };
        format!("{at}{dot}{path}")
    };
    for (path, leaf) in base {
        match revision.get(path) {
            Some(other) => leaves(&place(path), path, (leaf, other), kinds, sink),
            None if parent(path).is_some_and(|up| !revision.contains_key(up)) => {}
            None => sink.add(kinds.removed, &place(path), Some(&types(leaf)), None),
        }
    }
    for (path, leaf) in revision {
        let is_top = parent(path).is_none_or(|up| base.contains_key(up));
        if is_top && !base.contains_key(path) {
            sink.add(kinds.added, &place(path), None, Some(&types(leaf)));
        }
    }
}

fn leaves(at: &str, path: &str, (base, revision): (&Leaf, &Leaf), kinds: &Kinds, sink: &mut Sink) {
    let is_known = !base.types.is_empty() && !revision.types.is_empty();
    if is_known && base.types != revision.types {
        sink.add(kinds.typed, at, Some(&types(base)), Some(&types(revision)));
    } else if base.values != revision.values {
        // What stands under a secret's name is as secret as what stands at it.
        let text = |leaf: &Leaf| shown(path, &leaf.values.join(", "));
        sink.add(kinds.valued, at, Some(&text(base)), Some(&text(revision)));
    }
}

fn types(leaf: &Leaf) -> String {
    if leaf.types.is_empty() {
        return "any".to_owned();
    }
    leaf.types.iter().copied().collect::<Vec<_>>().join(" or ")
}

/// The path that holds this one; none for the root.
fn parent(path: &str) -> Option<&str> {
    if let Some(list) = path.strip_suffix("[]") {
        return Some(list);
    }
    if path.is_empty() {
        return None;
    }
    Some(path.rsplit_once('.').map_or("", |(up, _)| up))
}

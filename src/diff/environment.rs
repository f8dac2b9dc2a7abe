//! What has changed between two environments, or two files of globals, for those who run with them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::change::{ItemLocation, Sink};
use super::{Change, ChangeKind, finished};
use crate::json::{Document, Value};
use crate::postman::effective::secret::{HIDDEN, mask_value};
use crate::postman::effective::{Environment, Scope, Variable};

/// Bytes of a value from which on two variables that have it, one removed and one added, are one that
/// was renamed: many have the value `1` or `true`.
const DISTINCT: usize = 6;

/// All changes from the environment or the globals of `base` to those of `revision`, by variable.
/// Never fails: what is neither counts as one without variables.
pub fn compare_environments(base: &Document, revision: &Document) -> Vec<Change> {
    let (old, new) = (Environment::of(base).ok(), Environment::of(revision).ok());
    let mut sink = Sink::default();
    if let (Some(old), Some(new)) = (old, new) {
        name(old.value, new.value, &mut sink);
    }
    let (mut removed, mut added) = (variables(old), variables(new));
    let mut pairs = Vec::new();
    for name in removed.keys().cloned().collect::<Vec<_>>() {
        if added.contains_key(&name) {
            pairs.extend(removed.remove(&name).zip(added.remove(&name)));
        }
    }
    for by in [folded, distinct_value] {
        for (before, after) in renamed(&removed, &added, by) {
            pairs.extend(removed.remove(&before).zip(added.remove(&after)));
        }
    }
    for (one, other) in &pairs {
        sink.location = location(Some(one), Some(other));
        both(one, other, &mut sink);
    }
    for one in removed.values() {
        let kind = if one.is_enabled {
            ChangeKind::EnvironmentVariableRemoved
        } else {
            ChangeKind::EnvironmentVariableRemovedDisabled
        };
        sink.location = location(Some(one), None);
        sink.add(kind, &one.name, Some(&shown(one, is_secret(one))), None);
    }
    for one in added.values() {
        let kind = if one.is_enabled {
            ChangeKind::EnvironmentVariableAdded
        } else {
            ChangeKind::EnvironmentVariableAddedDisabled
        };
        sink.location = location(None, Some(one));
        sink.add(kind, &one.name, None, Some(&shown(one, is_secret(one))));
    }
    let is_of_globals = new.or(old).is_some_and(|one| one.scope == Scope::Globals);
    for one in &mut sink.changes {
        one.location.is_of_globals = is_of_globals;
    }
    finished(sink.changes, base, revision)
}

type ByName<'d> = BTreeMap<Cow<'d, str>, Variable<'d>>;

fn variables(environment: Option<Environment>) -> ByName {
    let list = environment.map(Environment::variables).unwrap_or_default();
    let list = Variable::of_each_name(list).into_iter();
    list.map(|one| (one.name.clone(), one)).collect()
}

fn name(base: Value, revision: Value, sink: &mut Sink) {
    let [before, after] = [base, revision].map(|one| one.get("name"));
    if let (Some(before), Some(after)) = (before, after) {
        sink.location = ItemLocation {
            base_at: Some(before.span().start),
            revision_at: Some(after.span().start),
            ..ItemLocation::default()
        };
        let [before, after] = [before, after].map(|one| super::model::text(Some(one)));
        let kind = ChangeKind::EnvironmentRenamed;
        sink.changed(kind, "name", before.trim(), after.trim());
    }
}

/// The names of variables that `key` gives the same key, which no other on their side has.
fn renamed<'d>(
    removed: &ByName<'d>,
    added: &ByName<'d>,
    key: fn(&Variable) -> Option<String>,
) -> Vec<(Cow<'d, str>, Cow<'d, str>)> {
    let [old, new] = [removed, added].map(|side| {
        let mut by_key: BTreeMap<(String, bool), Option<Cow<str>>> = BTreeMap::new();
        for one in side.values() {
            if let Some(key) = key(one) {
                let names = by_key.entry((key, one.is_enabled));
                names
                    .and_modify(|name| *name = None)
                    .or_insert_with(|| Some(one.name.clone()));
            }
        }
        by_key
    });
    let pairs = old.into_iter().filter_map(|(key, name)| {
        let other = new.get(&key)?.clone()?;
        Some((name?, other))
    });
    pairs.collect()
}

/// A name in one way of writing: `base_url` and `baseUrl` are one.
fn folded(one: &Variable) -> Option<String> {
    let letters = one.name.chars().filter(|c| c.is_alphanumeric());
    let folded: String = letters.flat_map(char::to_lowercase).collect();
    (!folded.is_empty()).then_some(folded)
}

/// The value, if it is one that few variables have.
fn distinct_value(one: &Variable) -> Option<String> {
    let value = text(one);
    (value.len() >= DISTINCT).then(|| value.into_owned())
}

/// What has changed in a variable that is on both sides.
fn both(one: &Variable, other: &Variable, sink: &mut Sink) {
    let at = other.name.as_ref();
    sink.changed(
        ChangeKind::EnvironmentVariableRenamed,
        "",
        &one.name,
        &other.name,
    );
    match (one.is_enabled, other.is_enabled) {
        (true, false) => sink.add(ChangeKind::EnvironmentVariableDisabled, at, None, None),
        (false, true) => sink.add(ChangeKind::EnvironmentVariableEnabled, at, None, None),
        _ => {}
    }
    if text(one) != text(other) {
        let kind = if !(one.is_enabled && other.is_enabled) {
            ChangeKind::EnvironmentDisabledValueChanged
        } else if other.is_blank() {
            ChangeKind::EnvironmentVariableEmptied
        } else if one.is_blank() {
            ChangeKind::EnvironmentVariableFilled
        } else {
            ChangeKind::EnvironmentValueChanged
        };
        // What is secret now was one before it was said to be.
        let is_secret = is_secret(one) || is_secret(other);
        let (before, after) = (shown(one, is_secret), shown(other, is_secret));
        sink.add(kind, at, Some(&before), Some(&after));
    }
    let kind = ChangeKind::EnvironmentTypeChanged;
    sink.changed(kind, at, &type_of(one), &type_of(other));
}

fn location(base: Option<&Variable>, revision: Option<&Variable>) -> ItemLocation {
    let start = |one: &Variable| one.entry.span().start;
    ItemLocation {
        base_at: base.map(start),
        revision_at: revision.map(start),
        ..ItemLocation::default()
    }
}

/// What replaces the variable; nothing where a person still has to fill it in.
fn text<'d>(one: &Variable<'d>) -> Cow<'d, str> {
    if one.is_blank() {
        Cow::Borrowed("")
    } else {
        one.text()
    }
}

fn type_of<'d>(one: &Variable<'d>) -> Cow<'d, str> {
    let written = one.kind.and_then(Value::as_str).unwrap_or_default();
    // Postman's words of several years for the same.
    if ["", "any", "text", "string"].contains(&written.as_ref()) {
        Cow::Borrowed("default")
    } else {
        written
    }
}

fn is_secret(one: &Variable) -> bool {
    type_of(one) == "secret"
}

/// The value, safe to show.
fn shown<'d>(one: &Variable<'d>, is_secret: bool) -> Cow<'d, str> {
    let value = text(one);
    if is_secret && !value.is_empty() {
        return Cow::Borrowed(HIDDEN);
    }
    Cow::Owned(mask_value(&one.name, &value).into_owned())
}

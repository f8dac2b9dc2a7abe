use std::borrow::Cow;
use std::collections::BTreeSet;

use similar::{ChangeTag, TextDiff};

use super::ChangeKind;
use super::change::Sink;
use super::json_shape::{JsonShape, Leaf};
use super::model::{ItemMetadata, Variable};
use crate::postman::effective::script::{Literal, ScriptFacts, read};
use crate::postman::effective::secret::{HIDDEN, mask_script, mask_value};

/// What has changed in descriptions, scripts and protocol settings.
pub(super) fn compare(base: &ItemMetadata, revision: &ItemMetadata, sink: &mut Sink) {
    if base.description != revision.description {
        let was = is_deprecated(&base.description);
        let is = is_deprecated(&revision.description);
        let kind = if is && !was {
            ChangeKind::DeprecatedMarked
        } else {
            ChangeKind::DescriptionChanged
        };
        description(
            kind,
            "description",
            &base.description,
            &revision.description,
            sink,
        );
    }
    settings(&base.settings, &revision.settings, sink);
    let names: BTreeSet<&String> = base.scripts.keys().chain(revision.scripts.keys()).collect();
    for name in names {
        let at = format!("script.{name}");
        match (base.scripts.get(name), revision.scripts.get(name)) {
            (None, Some(source)) => {
                sink.add(ChangeKind::ScriptAdded, &at, None, None);
                sink.lines(signed('+', source));
            }
            (Some(source), None) => {
                sink.add(ChangeKind::ScriptRemoved, &at, None, None);
                sink.lines(signed('-', source));
            }
            (Some(before), Some(after)) if before != after => script(&at, before, after, sink),
            _ => {}
        }
    }
}

/// Adds a change of a description if both differ: with its lines where a sentence could not hold it.
pub(super) fn description(kind: ChangeKind, at: &str, before: &str, after: &str, sink: &mut Sink) {
    if before == after {
        return;
    }
    sink.add(kind, at, Some(before), Some(after));
    let is_long = |text: &str| text.contains('\n') || text.len() > LONG;
    if !before.is_empty() && !after.is_empty() && (is_long(before) || is_long(after)) {
        sink.lines(changed_lines(before, after));
    }
}

/// Bytes of a description from which on the lines in which it has changed are shown.
const LONG: usize = 80;

/// Whether a text says that something is deprecated.
pub(super) fn is_deprecated(text: &str) -> bool {
    let text = text.to_lowercase();
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| word == "deprecated")
}

fn settings(base: &JsonShape, revision: &JsonShape, sink: &mut Sink) {
    let names: BTreeSet<&String> = base
        .keys()
        .chain(revision.keys())
        .filter(|name| !name.is_empty())
        .collect();
    for name in names {
        let value = |side: &JsonShape| side.get(name).map(Leaf::text);
        let (before, after) = (value(base), value(revision));
        if before != after {
            sink.add(
                ChangeKind::ProtocolProfileChanged,
                name,
                before.as_deref(),
                after.as_deref(),
            );
        }
    }
}

fn script(at: &str, before: &str, after: &str, sink: &mut Sink) {
    let (old_facts, new_facts) = (read(before), read(after));
    let (old, new) = (texts(&old_facts.titles), texts(&new_facts.titles));
    for title in old.difference(&new) {
        sink.add(ChangeKind::TestNameRemoved, at, Some(title), None);
    }
    for title in new.difference(&old) {
        sink.add(ChangeKind::TestNameAdded, at, None, Some(title));
    }
    let next = |facts: &ScriptFacts| {
        let targets = texts(&facts.next_requests).into_iter();
        targets.collect::<Vec<_>>().join(", ")
    };
    sink.changed(
        ChangeKind::NextRequestTargetChanged,
        at,
        &next(&old_facts),
        &next(&new_facts),
    );
    let from = sink.changes.len();
    let is_code = match (code(before, &old_facts), code(after, &new_facts)) {
        (Some(before), Some(after)) => before != after,
        _ => true,
    };
    let kind = if is_code {
        ChangeKind::ScriptChanged
    } else {
        ChangeKind::ScriptCommentChanged
    };
    sink.add(kind, at, None, None);
    sink.lines(changed_lines(before, after));
    sink.texts(from, || {
        (
            mask_script(before).into_owned(),
            mask_script(after).into_owned(),
        )
    });
}

/// The lines of a script without comments and blank lines; `None` if it is not JavaScript.
fn code(source: &str, facts: &ScriptFacts) -> Option<Vec<String>> {
    if facts.syntax_error.is_some() {
        return None;
    }
    let mut code = String::new();
    let mut from = 0;
    for comment in &facts.comments {
        code.push_str(source.get(from..comment.start)?);
        // A comment of several lines ends a statement as a line end does.
        let is_long = source.get(comment.clone())?.contains('\n');
        code.push(if is_long { '\n' } else { ' ' });
        from = comment.end;
    }
    code.push_str(source.get(from..)?);
    // In a template, blanks and blank lines are text.
    if code.contains('`') {
        return Some(
            code.lines()
                .map(|line| line.trim_end().to_owned())
                .collect(),
        );
    }
    let lines = code.lines().map(str::trim).filter(|line| !line.is_empty());
    Some(lines.map(str::to_owned).collect())
}

fn texts(literals: &[Literal]) -> BTreeSet<String> {
    literals.iter().map(|one| one.text.clone()).collect()
}

/// The lines in which two texts differ, safe to show.
pub(super) fn changed_lines(before: &str, after: &str) -> Vec<String> {
    let shown = [mask_script(before), mask_script(after)];
    let [old, new] = [0, 1].map(|side: usize| -> Vec<&str> {
        shown
            .get(side)
            .map_or_else(Vec::new, |text| text.lines().collect())
    });
    // Otherwise a last line without a line end would differ from the same line with one.
    let (before, after) = (format!("{before}\n"), format!("{after}\n"));
    let diff = TextDiff::from_lines(&before, &after);
    let lines = diff.iter_all_changes().filter_map(|change| {
        let (sign, line) = match change.tag() {
            ChangeTag::Equal => return None,
            ChangeTag::Delete => ('-', old.get(change.old_index()?)),
            ChangeTag::Insert => ('+', new.get(change.new_index()?)),
        };
        Some(format!(
            "{sign} {}",
            line.map_or("", |line| line.trim_end())
        ))
    });
    lines.collect()
}

/// The lines of a script that is only on one side.
fn signed(sign: char, source: &str) -> Vec<String> {
    let shown = mask_script(source);
    let lines = shown.lines();
    lines.map(|line| format!("{sign} {line}")).collect()
}

/// What has changed in the variables of the collection or of a folder.
pub(super) fn variables<'u>(
    base: &[Variable],
    revision: &[Variable],
    used: impl Fn() -> &'u Used,
    sink: &mut Sink,
) {
    let show = |one| hidden(one, used());
    let find = |list: &'_ [Variable], name: &str| list.iter().rposition(|one| one.name == name);
    for one in base {
        let at = one.name.as_str();
        let other = find(revision, at).and_then(|index| revision.get(index));
        if !one.is_enabled && other.is_none_or(|other| !other.is_enabled) {
            continue;
        }
        sink.location.base_at = Some(one.at);
        sink.location.revision_at = other.map(|other| other.at);
        let Some(other) = other else {
            let is_used = used().revision.contains(at);
            let kind = if is_used {
                ChangeKind::VariableRemoved
            } else {
                ChangeKind::UnusedVariableRemoved
            };
            sink.add(kind, at, Some(&show(one)), None);
            continue;
        };
        if one.is_enabled != other.is_enabled {
            let kind = match (used().revision.contains(at), other.is_enabled) {
                (false, _) => ChangeKind::UnusedVariableToggled,
                (true, true) => ChangeKind::VariableEnabled,
                (true, false) => ChangeKind::VariableDisabled,
            };
            sink.add(kind, at, None, None);
            continue;
        }
        if one.value != other.value {
            let kind = if used().hosts.contains(at) {
                ChangeKind::BaseUrlDefaultChanged
            } else {
                ChangeKind::VariableDefaultChanged
            };
            sink.add(kind, at, Some(&show(one)), Some(&show(other)));
        }
        let kind = |kind: &str| {
            if ["", "any", "default"].contains(&kind) {
                "string".to_owned()
            } else {
                kind.to_owned()
            }
        };
        sink.changed(
            ChangeKind::VariableTypeChanged,
            at,
            &kind(&one.kind),
            &kind(&other.kind),
        );
    }
    for one in revision
        .iter()
        .filter(|one| one.is_enabled && find(base, &one.name).is_none())
    {
        let needs = one.value.is_empty()
            && used().kept.contains(&one.name)
            && !used().written.contains(&one.name);
        let kind = if needs {
            ChangeKind::VariableAddedWithoutDefault
        } else {
            ChangeKind::VariableAdded
        };
        sink.location.base_at = None;
        sink.location.revision_at = Some(one.at);
        sink.add(kind, &one.name, None, Some(&show(one)));
    }
}

/// The value of a variable, safe to show.
fn hidden<'v>(one: &'v Variable, used: &Used) -> Cow<'v, str> {
    let is_secret = one.kind == "secret" || used.credentials.contains(&one.name);
    if is_secret && !one.value.is_empty() {
        Cow::Borrowed(HIDDEN)
    } else {
        mask_value(&one.name, &one.value)
    }
}

/// Which variables are used.
#[derive(Debug, Default)]
pub(super) struct Used {
    /// Anywhere in the revision.
    pub(super) revision: BTreeSet<String>,
    /// In the revision outside of requests that are new.
    pub(super) kept: BTreeSet<String>,
    /// Those that scripts of the revision set, which need no default.
    pub(super) written: BTreeSet<String>,
    /// In a host, on either side.
    pub(super) hosts: BTreeSet<String>,
    /// In the credentials of an auth, on either side.
    pub(super) credentials: BTreeSet<String>,
}

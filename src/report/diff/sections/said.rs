//! What a line need not say because another says it, or because a few words do.

use std::collections::HashMap;

use super::{Line, RatedChange, is_description};
use crate::diff::{Change, ChangeKind};
use crate::report::diff::excerpt::excerpt;
use crate::report::diff::human::{FEW_LINES, MOST_LINES};
use crate::report::diff::sentence;

/// What is said in place of changed lines that tell most people nothing.
pub(super) fn in_words(line: &Line) -> Option<String> {
    let change = line.first.change;
    let text = || sentence(change);
    match change.kind {
        ChangeKind::ScriptRemoved | ChangeKind::ScriptCommentChanged => Some(text()),
        ChangeKind::ScriptChanged if is_reordered(&change.lines) => {
            Some(format!("{} (only the order of lines)", text()))
        }
        ChangeKind::BodyTextChanged | ChangeKind::GraphqlQueryChanged
            if !change.lines.is_empty()
                && words(&change.lines, '-').eq(words(&change.lines, '+')) =>
        {
            Some(format!("{}{SPACES}", text()))
        }
        kind if is_description(kind) && is_spaced(change) => Some(format!(
            "{}{}{SPACES}",
            kind.title(),
            match change.at.as_str() {
                "description" => String::new(),
                at => format!(": {at}"),
            }
        )),
        _ => None,
    }
}

/// What is said where the words are the same.
const SPACES: &str = " (only spaces and line ends)";

/// The words of one side of changed lines.
fn words(lines: &[String], sign: char) -> impl Iterator<Item = &str> {
    let lines = lines.iter().filter_map(move |line| line.strip_prefix(sign));
    lines.flat_map(str::split_whitespace)
}

/// Whether the same lines are there, in another order.
fn is_reordered(lines: &[String]) -> bool {
    let side = |sign: char| {
        let lines = lines.iter().filter_map(|line| line.strip_prefix(sign));
        let mut lines: Vec<&str> = lines
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        lines.sort_unstable();
        lines
    };
    !lines.is_empty() && side('-') == side('+')
}

/// Whether the same words are there, otherwise spaced.
fn is_spaced(change: &Change) -> bool {
    let sides = change.before.as_ref().zip(change.after.as_ref());
    sides.is_some_and(|(before, after)| {
        before != after && before.split_whitespace().eq(after.split_whitespace())
    })
}

/// The lines of a place without those that another of them says: the names of tests that are seen in
/// the changed lines of their script, variables in a path that is shown, and examples of a status that
/// has no more.
pub(super) fn once(lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let mut by_place: HashMap<(ChangeKind, String), usize> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        let change = line.first.change;
        if change.location.example.is_none() {
            by_place.insert((change.kind, about(change).to_owned()), index);
        }
    }
    let said_by = |line: &Line| {
        let change = line.first.change;
        let (kinds, place): (&[ChangeKind], &str) = match change.kind {
            ChangeKind::TestNameAdded | ChangeKind::TestNameRemoved => {
                (&[ChangeKind::ScriptChanged], &change.at)
            }
            ChangeKind::PathVariableAdded | ChangeKind::PathVariableRemoved => {
                (&[ChangeKind::RequestPathChanged], "path")
            }
            ChangeKind::ExampleRemoved => (&[ChangeKind::ExampleSuccessStatusRemoved], &change.at),
            _ => return None,
        };
        let mut found = kinds
            .iter()
            .filter_map(|kind| by_place.get(&(*kind, place.to_owned())));
        let index = *found.next()?;
        let other = lines.get(index)?;
        (other.first.impact >= line.first.impact && says(other, change)).then_some(index)
    };
    let said: Vec<Option<usize>> = lines.iter().map(said_by).collect();
    let mut more: HashMap<usize, Vec<&RatedChange>> = HashMap::new();
    for (line, index) in lines.iter().zip(&said) {
        if let Some(index) = index {
            more.entry(*index).or_default().extend(&line.changes);
        }
    }
    let lines = lines.into_iter().zip(said).enumerate();
    let kept = lines.filter(|(_, (_, said))| said.is_none());
    kept.map(|(index, (mut line, _))| {
        line.changes.extend(more.remove(&index).unwrap_or_default());
        line
    })
    .collect()
}

/// What a change is of: a status for the last example of one, else the place.
fn about(change: &Change) -> &str {
    match change.kind {
        ChangeKind::ExampleSuccessStatusRemoved => change.before.as_deref().unwrap_or_default(),
        _ => &change.at,
    }
}

/// Whether what is shown of a line has in it what is to know of another change.
fn says(line: &Line, change: &Change) -> bool {
    let name = change.before.as_ref().or(change.after.as_ref());
    let Some(name) = name.filter(|_| line.first.change.kind == ChangeKind::ScriptChanged) else {
        return true;
    };
    let plain = |text: &str| text.replace('\\', "");
    let name = plain(name);
    let (shown, _) = excerpt(line.changed, MOST_LINES, FEW_LINES);
    shown.iter().any(|line| plain(line).contains(&name))
}

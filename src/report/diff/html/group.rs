//! A section of the page: the changes of one place, or those that several share.

use std::collections::HashMap;

use serde::Serialize;

use super::line_difference::{ChangedLine, changed_lines};
use super::side_by_side::{Row, rows};
use super::{IMPACTS, Ids};
use crate::diff::{ChangeKind, SideBySide};
use crate::report::diff::folded::VALUES_HINT;
use crate::report::diff::sections::{Line, Section};
use crate::report::diff::{RatedChange, WIDEST, is_name, location, one_line, sentence, sign};

/// A section.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    id: String,
    title: String,
    details: Vec<String>,
    worst: &'static str,
    /// The first letters of the impacts in it, by which the page's filters hide it.
    impacts: String,
    changes: Vec<ChangeRow>,
    bodies: Vec<Body>,
}

/// A change, or several that are shown as one.
#[derive(Debug, Serialize)]
struct ChangeRow {
    id: String,
    kind: &'static str,
    impact: &'static str,
    sign: char,
    text: String,
    /// The changed lines, where no side-by-side view has them.
    lines: Vec<ChangedLine>,
    /// The values, where the text has only the start of them.
    whole: Vec<ChangedLine>,
    /// What the several are together.
    each_title: &'static str,
    /// The several.
    each: Vec<One>,
}

/// One of several changes.
#[derive(Debug, Serialize)]
struct One {
    id: String,
    text: String,
}

/// A body, response or script on both sides.
#[derive(Debug, Serialize)]
struct Body {
    title: String,
    /// The first letters of the impacts of its changes.
    impacts: String,
    /// Whether nothing else says what has changed.
    is_open: bool,
    rows: Vec<Row>,
}

impl Group {
    pub(super) fn of(index: usize, section: Section, ids: Ids) -> Self {
        let changes: Vec<&RatedChange> = section.lines.iter().map(|line| line.first).collect();
        let rows = section.lines.iter().map(|line| ChangeRow::of(line, ids));
        Self {
            id: ids.section(index),
            details: section.details,
            worst: changes.first().map_or("safe", |one| one.impact.id()),
            impacts: impacts(&changes),
            changes: rows.collect(),
            bodies: bodies(&section.lines),
            title: section.title,
        }
    }
}

impl ChangeRow {
    fn of(line: &Line, ids: Ids) -> Self {
        let one = line.first;
        let text = line.text.strip_suffix(VALUES_HINT).unwrap_or(&line.text);
        let lines = if one.change.texts.is_some() {
            &[]
        } else {
            line.changed
        };
        let (each_title, each) = each(&line.changes, ids);
        Self {
            id: ids.change(one),
            kind: one.change.kind.id(),
            impact: one.impact.id(),
            sign: sign(one.change),
            text: text.to_owned(),
            lines: changed_lines(lines),
            whole: if each.is_empty() {
                whole(one)
            } else {
                Vec::new()
            },
            each_title,
            each,
        }
    }
}

/// What is said of several changes together, and of each: what they do not have in common.
fn each(changes: &[&RatedChange], ids: Ids) -> (&'static str, Vec<One>) {
    let [first, _, ..] = changes else {
        return ("", Vec::new());
    };
    let is_at_first = |one: &&RatedChange| location(one.change) == location(first.change);
    let is_one_place = changes.iter().all(is_at_first);
    let said = sentence(first.change);
    let is_one_sentence = changes.iter().all(|one| sentence(one.change) == said);
    let each = changes.iter().map(|one| {
        let text = match (is_one_place, is_one_sentence) {
            (true, _) => sentence(one.change),
            (false, true) => place(one),
            (false, false) => format!("{}: {}", place(one), sentence(one.change)),
        };
        One {
            id: ids.change(one),
            text,
        }
    });
    let title = if is_one_sentence && !is_one_place {
        "Which requests"
    } else {
        "Each of them"
    };
    (title, each.collect())
}

/// A request with its method and path, and its line.
fn place(one: &RatedChange) -> String {
    let endpoint = one.change.location.endpoint.as_deref().map(one_line);
    let line = one.lines.1.or(one.lines.0);
    let line = line.map(|line| format!("line {line}"));
    let parts = [Some(location(one.change)), endpoint, line];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// Values of which a sentence shows only the start.
fn whole(one: &RatedChange) -> Vec<ChangedLine> {
    let change = one.change;
    let has_more = |value: &Option<String>| {
        value
            .as_ref()
            .is_some_and(|text| text.trim().chars().count() > WIDEST)
    };
    let is_shown = is_name(change.kind)
        || change.texts.is_some()
        || change.kind == ChangeKind::DescriptionChanged && !change.lines.is_empty();
    if is_shown || !(has_more(&change.before) || has_more(&change.after)) {
        return Vec::new();
    }
    let lines = |sign: char, value: &Option<String>| {
        let lines = value.iter().flat_map(|text| text.lines());
        lines
            .map(|line| format!("{sign} {line}"))
            .collect::<Vec<_>>()
    };
    let mut all = lines('-', &change.before);
    all.append(&mut lines('+', &change.after));
    changed_lines(&all)
}

/// Each body and script in which something changed, once.
fn bodies(lines: &[Line]) -> Vec<Body> {
    let mut bodies: Vec<(&SideBySide, Vec<&Line>)> = Vec::new();
    let mut numbers: HashMap<*const SideBySide, usize> = HashMap::new();
    for line in lines {
        let Some(texts) = line.first.change.texts.as_deref() else {
            continue;
        };
        let number = *numbers
            .entry(std::ptr::from_ref(texts))
            .or_insert(bodies.len());
        match bodies.get_mut(number) {
            Some((_, list)) => list.push(line),
            None => bodies.push((texts, vec![line])),
        }
    }
    let bodies = bodies.into_iter().map(|(texts, lines)| {
        let changes: Vec<&RatedChange> = lines.iter().map(|line| line.first).collect();
        Body {
            title: lines.first().map_or_else(String::new, |line| title(line)),
            impacts: impacts(&changes),
            is_open: changes.iter().any(|one| !one.change.lines.is_empty()),
            rows: rows(texts),
        }
    });
    bodies.collect()
}

/// What the texts of a change are.
fn title(line: &Line) -> String {
    let one = line.first;
    let at = one.change.at.as_str();
    let what = if at.starts_with("script.") {
        one_line(at)
    } else if one.change.kind.id().starts_with("example-") {
        "response".to_owned()
    } else {
        "body".to_owned()
    };
    let first = location(one.change);
    let is_shared = |other: &&RatedChange| location(other.change) != first;
    if let Some(example) = &one.change.location.example {
        format!("{what} of example {}", one_line(example))
    } else if line.changes.iter().any(is_shared) {
        format!("{what} of {first}, the first of them")
    } else {
        what
    }
}

fn impacts(changes: &[&RatedChange]) -> String {
    let there = IMPACTS
        .into_iter()
        .filter(|impact| changes.iter().any(|one| one.impact == *impact));
    there
        .filter_map(|impact| impact.id().chars().next())
        .collect()
}

//! One page that needs no script and nothing from elsewhere.

use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, context};
use serde::Serialize;

use super::side_by_side::{Row, rows};
use super::{DiffFormat, RatedChange, Report, found, groups, one_line, sentence, sign, summary};
use crate::diff::{Impact, SideBySide};

const TEMPLATE: &str = include_str!("../../../templates/diff.html");

/// The changes of one request or folder.
#[derive(Serialize)]
struct Group {
    location: String,
    found: Option<String>,
    worst: &'static str,
    /// The first letters of the impacts in it, by which the page's filters hide it.
    impacts: String,
    changes: Vec<ChangeRow>,
    bodies: Vec<Body>,
}

#[derive(Serialize)]
struct ChangeRow {
    kind: &'static str,
    impact: &'static str,
    sign: char,
    text: String,
}

/// A body, response or script on both sides.
#[derive(Serialize)]
struct Body {
    title: String,
    /// The first letters of the impacts of its changes.
    impacts: String,
    rows: Vec<Row>,
}

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("html", "A single page for a browser", render)
        .extension("html")
        .with_texts();

fn render(report: &Report) -> String {
    let count = |impact| {
        let changes = report.changes.iter();
        changes.filter(|one| one.impact == impact).count()
    };
    let groups: Vec<Group> = groups(report)
        .into_iter()
        .map(|(location, changes)| group(location, &changes))
        .collect();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let impacts = [Impact::Breaking, Impact::Risky, Impact::Safe];
    let page = context! {
        base => one_line(report.base),
        revision => one_line(report.revision),
        summary => summary(report),
        filters => impacts.map(|impact| (impact.id(), count(impact))),
        groups => Serde(groups),
    };
    // The template is ours: only a mistake in it can fail, and the tests render it.
    environment
        .render_named_str("diff.html", TEMPLATE, page)
        .unwrap_or_else(|error| format!("{error:#}"))
}

fn group(location: String, changes: &[&RatedChange]) -> Group {
    let mut bodies: Vec<(String, &SideBySide, Vec<&RatedChange>)> = Vec::new();
    for one in changes {
        let Some(texts) = one.change.texts.as_deref() else {
            continue;
        };
        match bodies
            .iter_mut()
            .find(|(_, known, _)| std::ptr::eq(*known, texts))
        {
            Some((_, _, list)) => list.push(one),
            None => bodies.push((title(one), texts, vec![one])),
        }
    }
    let bodies = bodies.into_iter().map(|(title, texts, list)| Body {
        title,
        impacts: impacts(&list),
        rows: rows(texts),
    });
    let one = |one: &&RatedChange| ChangeRow {
        kind: one.change.kind.id(),
        impact: one.impact.id(),
        sign: sign(one.change),
        text: sentence(one.change),
    };
    Group {
        location,
        found: found(changes),
        worst: changes.first().map_or("safe", |one| one.impact.id()),
        impacts: impacts(changes),
        bodies: bodies.collect(),
        changes: changes.iter().map(one).collect(),
    }
}

/// What the texts of a change are.
fn title(one: &RatedChange) -> String {
    let at = one.change.at.as_str();
    let what = if at.starts_with("script.") {
        one_line(at)
    } else if one.change.kind.id().starts_with("example-") {
        "response".to_owned()
    } else {
        "body".to_owned()
    };
    match &one.change.location.example {
        Some(example) => format!("{what} of example {}", one_line(example)),
        None => what,
    }
}

fn impacts(changes: &[&RatedChange]) -> String {
    let impacts = [Impact::Breaking, Impact::Risky, Impact::Safe];
    let there = impacts
        .into_iter()
        .filter(|impact| changes.iter().any(|one| one.impact == *impact));
    there
        .filter_map(|impact| impact.id().chars().next())
        .collect()
}

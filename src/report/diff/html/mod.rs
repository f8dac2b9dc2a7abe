//! One page with nothing from elsewhere, complete without its script, which only searches.

mod group;
mod line_difference;
mod overview;
mod side_by_side;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, context};
use sha2::{Digest, Sha256};

use self::group::Group;
use super::sections::sections;
use super::{DiffFormat, Report, one_line, summary};
use crate::diff::Impact;

const TEMPLATE: &str = include_str!("../../../../templates/diff/page.html");
const STYLE: &str = include_str!("../../../../templates/diff/page.css");
const SCRIPT: &str = include_str!("../../../../templates/diff/page.js");

/// The impacts, the worst first.
const IMPACTS: [Impact; 3] = [Impact::Breaking, Impact::Risky, Impact::Safe];

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("html", "A single page for a browser", render)
        .extension("html")
        .with_texts();

fn render(report: &Report) -> String {
    let count = |impact| {
        let changes = report.changes.iter();
        changes.filter(|one| one.impact == impact).count()
    };
    let sections = sections(report);
    let overview = overview::rows(&sections);
    let groups = sections.into_iter().enumerate();
    let groups: Vec<Group> = groups
        .map(|(index, section)| Group::of(index, section))
        .collect();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let page = context! {
        base => one_line(report.base),
        revision => one_line(report.revision),
        summary => summary(report),
        filters => IMPACTS.map(|impact| (impact.id(), count(impact))),
        overview => Serde(overview),
        groups => Serde(groups),
        style => STYLE,
        style_hash => hash(STYLE),
        script => SCRIPT,
        script_hash => hash(SCRIPT),
    };
    // The template is ours: only a mistake in it can fail, and the tests render it.
    environment
        .render_named_str("diff.html", TEMPLATE, page)
        .unwrap_or_else(|error| format!("{error:#}"))
}

/// The hash by which the page's policy knows its own style and script, so that no other runs.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

/// The id of the section at `index`.
fn section_id(index: usize) -> String {
    format!("s{}", index + 1)
}

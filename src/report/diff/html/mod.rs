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

use serde::Serialize;

use self::group::Group;
use super::sections::sections;
use super::{DiffFormat, RatedChange, Report, one_line, summary};
use crate::diff::Impact;
use crate::report::format::Joined;

const TEMPLATE: &str = include_str!("../../../../templates/diff/page.html");
const STYLE: &str = include_str!("../../../../templates/diff/page.css");
const SCRIPT: &str = include_str!("../../../../templates/diff/page.js");

/// The impacts, the worst first.
const IMPACTS: [Impact; 3] = [Impact::Breaking, Impact::Risky, Impact::Safe];

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("html", "A single page for a browser", |report| {
        page(&[*report])
    })
    .extension("html")
    .joined(Joined::Page(page))
    .with_texts();

/// One comparison of the page.
#[derive(Debug, Serialize)]
struct File {
    /// The path, where there are several.
    path: Option<String>,
    base: String,
    revision: String,
    summary: String,
    overview: Vec<overview::Row>,
    groups: Vec<Group>,
}

impl File {
    fn of(number: usize, report: &Report, is_one_of_several: bool) -> Self {
        let ids = Ids(number);
        let sections = sections(report);
        let overview = overview::rows(&sections, ids);
        let groups = sections.into_iter().enumerate();
        Self {
            path: is_one_of_several.then(|| one_line(report.path)),
            base: one_line(report.base),
            revision: one_line(report.revision),
            summary: summary(report),
            overview,
            groups: groups
                .map(|(index, section)| Group::of(index, section, ids))
                .collect(),
        }
    }
}

/// All comparisons on one page.
fn page(reports: &[Report]) -> String {
    let count = |impact| {
        let changes = reports.iter().flat_map(|report| report.changes);
        changes.filter(|one| one.impact == impact).count()
    };
    let files = reports.iter().enumerate();
    let files = files.map(|(number, report)| File::of(number, report, reports.len() != 1));
    let files: Vec<File> = files.collect();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let page = context! {
        has_changes => files.iter().any(|file| !file.groups.is_empty()),
        filters => IMPACTS.map(|impact| (impact.id(), count(impact))),
        files => Serde(files),
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

/// The ids in the part of the page for the comparison of that number; none occurs twice in a page.
#[derive(Clone, Copy, Debug)]
struct Ids(usize);

impl Ids {
    /// Of the section at `index`.
    fn section(self, index: usize) -> String {
        format!("{}s{}", self.prefix(), index + 1)
    }

    /// Of a change, by which it can be linked to.
    fn change(self, one: &RatedChange) -> String {
        format!("{}c-{}", self.prefix(), one.change.fingerprint)
    }

    fn prefix(self) -> String {
        match self.0 {
            0 => String::new(),
            number => format!("f{}-", number + 1),
        }
    }
}

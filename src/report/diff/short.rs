use std::fmt::Write;

use super::{DiffFormat, Report, groups, heading, sign, summary};
use crate::report::format::Joined;

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("short", "One line per request", render).joined(Joined::Headings(heading));

/// One line per request: its worst impact, and how many changes add, remove and alter something.
fn render(report: &Report) -> String {
    let mut out = String::new();
    for (place, changes) in groups(report) {
        let count = |sought| {
            let changes = changes.iter();
            changes.filter(|one| sign(one.change) == sought).count()
        };
        let worst = changes.first().map_or("", |one| one.impact.id());
        let (added, removed, altered) = (count('+'), count('-'), count('~'));
        let _ = writeln!(out, "{worst:<8}  +{added} -{removed} ~{altered}  {place}");
    }
    let _ = writeln!(out, "{}", summary(report));
    out
}

use std::fmt::Write;

use super::{DiffFormat, Report, location, sentence, sign};
use crate::diff::Impact;

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("changelog", "A section of a Keep a Changelog file", render);

/// The section of what is not released yet, as Keep a Changelog has it.
fn render(report: &Report) -> String {
    let mut out = "## [Unreleased]\n".to_owned();
    for (sought, heading) in [('+', "Added"), ('~', "Changed"), ('-', "Removed")] {
        let changes = report.changes.iter();
        let mut list = changes.filter(|one| sign(one.change) == sought).peekable();
        if list.peek().is_some() {
            let _ = writeln!(out, "\n### {heading}\n");
        }
        for one in list {
            let mark = if one.impact == Impact::Breaking {
                "**Breaking:** "
            } else {
                ""
            };
            let _ = writeln!(
                out,
                "- {mark}{}: {}",
                location(one.change),
                sentence(one.change)
            );
        }
    }
    out
}

use std::fmt::Write;

use super::{DiffFormat, Report, location, sentence, summary};
use crate::diff::Impact;
use crate::report::format::Joined;
use crate::report::github::{data, property};
use crate::report::visible::visible;

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("github", "Annotations of GitHub Actions", render)
        .joined(Joined::Headings(|_| String::new()));

/// Workflow commands, the worst first: GitHub shows only the first ten of a kind.
fn render(report: &Report) -> String {
    let mut out = String::new();
    let mut changes: Vec<_> = report.changes.iter().collect();
    changes.sort_by_key(|one| std::cmp::Reverse(one.impact));
    for one in changes {
        let level = match one.impact {
            Impact::Breaking => "error",
            Impact::Risky => "warning",
            Impact::Safe => "notice",
        };
        let line = one
            .lines
            .1
            .map_or_else(String::new, |line| format!(",line={line}"));
        let text = format!("{}: {}", location(one.change), sentence(one.change));
        let file = property(&visible(report.path));
        let _ = writeln!(
            out,
            "::{level} file={file}{line},title={}::{}",
            one.change.kind.id(),
            data(&text)
        );
    }
    let _ = writeln!(out, "{}", summary(report));
    out
}

//! For a terminal: code frames, then what it comes to.

use std::fmt::Write as _;

use super::counts::{by_rule, sentence};
use super::frame::frame;
use super::secret::HiddenRanges;
use super::{Options, ReportFormat, counts::plural};
use crate::diagnostic::Run;

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("human", "Code frames, for people", render).extension("txt");

fn render(run: &Run, options: &Options) -> String {
    let mut report = String::new();
    for file in &run.files {
        let hidden = HiddenRanges::of(file);
        for diagnostic in &file.diagnostics {
            report.push_str(&frame(diagnostic, file, &hidden, options));
            report.push_str("\n\n");
        }
    }
    if options.stats {
        report.push_str(&stats(run));
    }
    if !options.quiet {
        report.push_str(&sentence(run));
        report.push('\n');
    }
    report
}

/// How many findings each rule has.
fn stats(run: &Run) -> String {
    let counted = by_rule(run);
    let wide = |width: usize, text: &str| width.max(text.len());
    let rule_width = counted.iter().map(|(rule, ..)| *rule).fold(0, wide);
    let mut table = String::new();
    for (rule, severity, count) in &counted {
        let _ = writeln!(table, "{count:>7}  {rule:rule_width$}  {severity}");
    }
    if !counted.is_empty() {
        let rules = plural(counted.len(), "rule");
        let _ = writeln!(table, "        {rules} with findings\n");
    }
    table
}

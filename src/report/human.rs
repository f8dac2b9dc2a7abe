//! For a terminal: what was found by cause, the worst first, and what it comes to.
//!
//! A collection that others made can have thousands of findings of a few causes. So each cause has one
//! code frame, a rule has a few, and a long report has lines instead of frames from some length on. No
//! rule is left out.

use std::fmt::Write as _;

use super::comparison::sentences;
use super::counts::{Counts, MANY, by_rule, plural, sentence};
use super::frame::frame;
use super::groups::{Group, groups};
use super::secret::HiddenRanges;
use super::short::line;
use super::{Options, ReportFormat, path};
use crate::diagnostic::{FileReport, Run, Severity};

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("human", "Code frames by cause, for people", render).extension("txt");

/// Frames of a rule in a file, unless the options say otherwise.
const FRAMES_PER_RULE: usize = 3;

/// Lines of frames in a file after which findings get one line each.
const FRAME_LINES: usize = 20;

fn render(run: &Run, options: &Options) -> String {
    let mut report = String::new();
    if options.stats || Counts::of_run(run).total() > MANY {
        report.push_str(&stats(run));
    }
    if !options.stats {
        for file in &run.files {
            report.push_str(&of_file(file, options));
        }
    }
    if !options.quiet {
        for compared in sentences(run, |file| path::display(&file.path)) {
            let _ = writeln!(report, "{compared}");
        }
        report.push_str(&sentence(run));
        report.push('\n');
    }
    report
}

fn of_file(file: &FileReport, options: &Options) -> String {
    let hidden = HiddenRanges::of(file);
    let limit = options.max_findings.unwrap_or(FRAMES_PER_RULE);
    let is_asked = options.max_findings.is_some();
    let frame_lines = if is_asked { usize::MAX } else { FRAME_LINES };
    let mut report = String::new();
    let mut lines = 0;
    for of_rule in groups(file).chunk_by(|one, next| one.first.rule == next.first.rule) {
        let shown = of_rule.get(..limit).unwrap_or(of_rule);
        for group in shown {
            let has_frame = is_asked || group.first.severity > Severity::Info;
            if has_frame && lines < frame_lines {
                let text = frame(group.first, file, &hidden, options);
                let others = group.also_at().map(|others| format!("  {others}\n"));
                let text = format!("{text}\n{}\n", others.unwrap_or_default());
                lines += text.lines().count();
                report.push_str(&text);
            } else {
                let _ = writeln!(report, "{}{}", line(group.first, file), group.count());
            }
        }
        report.push_str(&left_out(of_rule, shown.len()));
    }
    // Lines without a frame end like a frame does.
    if !report.is_empty() && !report.ends_with("\n\n") {
        report.push('\n');
    }
    report
}

/// What a rule has found beside the first `shown` causes.
fn left_out(of_rule: &[Group], shown: usize) -> String {
    let rest = of_rule.get(shown..).unwrap_or_default();
    let Some(rule) = rest.first().map(|group| group.first.rule) else {
        return String::new();
    };
    let more: usize = rest.iter().map(Group::places).sum();
    format!("... and {more} more of {rule}; --select {rule} shows them\n\n")
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

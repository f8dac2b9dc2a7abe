//! One line for each finding, as compilers write them: editors and scripts can read it.

use super::counts::sentence;
use super::visible::short;
use super::{Options, ReportFormat, frame::MESSAGE_LIMIT, path};
use crate::diagnostic::{Diagnostic, FileReport, Run};

pub(super) const FORMAT: ReportFormat = ReportFormat::new(
    "short",
    "One line per finding: path:line:column: severity[rule] message",
    render,
);

fn render(run: &Run, options: &Options) -> String {
    let mut report = String::new();
    for file in &run.files {
        for one in &file.diagnostics {
            report.push_str(&line(one, file));
            report.push('\n');
        }
    }
    if !options.quiet {
        report.push_str(&sentence(run));
        report.push('\n');
    }
    report
}

/// A finding in one line.
pub(super) fn line(one: &Diagnostic, file: &FileReport) -> String {
    let (path, start) = (path::display(&file.path), one.location.start);
    let message = short(&one.message, MESSAGE_LIMIT);
    format!("{path}:{start}: {}[{}] {message}", one.severity, one.rule)
}

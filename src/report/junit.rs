//! `JUnit` XML: a suite a file, a case a finding, and one case that passes for a clean file.

use std::fmt::Write as _;

use super::ReportFormat;
use super::counts::Counts;
use super::frame::MESSAGE_LIMIT;
use super::path;
use super::visible::{short, visible};
use crate::diagnostic::{Diagnostic, FileReport, Run, Severity};

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("junit", "JUnit XML", |run, _| render(run)).extension("xml");

fn render(run: &Run) -> String {
    let counts = Counts::of_run(run);
    let clean = run.files.iter().filter(|file| file.diagnostics.is_empty());
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        xml,
        "<testsuites name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">",
        env!("CARGO_PKG_NAME"),
        counts.total() + clean.count(),
        counts.errors + counts.warnings,
    );
    for file in &run.files {
        suite(&mut xml, file);
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn suite(xml: &mut String, file: &FileReport) {
    let counts = Counts::of(&file.diagnostics);
    let name = escaped(&path::display(&file.path));
    let _ = writeln!(
        xml,
        "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">",
        counts.total().max(1),
        counts.errors + counts.warnings,
        counts.infos,
    );
    if file.diagnostics.is_empty() {
        let _ = writeln!(
            xml,
            "    <testcase name=\"no findings\" classname=\"{name}\"/>"
        );
    }
    for diagnostic in &file.diagnostics {
        case(xml, &name, diagnostic);
    }
    xml.push_str("  </testsuite>\n");
}

fn case(xml: &mut String, suite: &str, diagnostic: &Diagnostic) {
    let start = diagnostic.location.start;
    let rule = diagnostic.rule;
    let message = escaped(&short(&diagnostic.message, MESSAGE_LIMIT));
    let _ = writeln!(
        xml,
        "    <testcase name=\"{rule} at {start}\" classname=\"{suite}\">"
    );
    // An info is no failure, yet a case that merely passes is never looked at.
    let _ = match diagnostic.severity {
        Severity::Info => writeln!(xml, "      <skipped message=\"{message}\"/>"),
        severity => {
            let _ = write!(
                xml,
                "      <failure type=\"{severity}\" message=\"{message}\">{suite}:{start}",
            );
            xml.push_str(&escaped(&details(diagnostic)));
            writeln!(xml, "</failure>")
        }
    };
    xml.push_str("    </testcase>\n");
}

/// What the message leaves out, a line each.
fn details(diagnostic: &Diagnostic) -> String {
    let mut lines = String::new();
    if let Some(names) = path::names(&diagnostic.location) {
        let _ = write!(lines, "\nin {names}");
    }
    for label in &diagnostic.labels {
        let _ = write!(
            lines,
            "\n{}: {}",
            label.location.start,
            visible(&label.message)
        );
    }
    if let Some(help) = &diagnostic.help {
        let _ = write!(lines, "\nhelp: {}", short(help, MESSAGE_LIMIT));
    }
    lines
}

/// `text`, which has nothing hidden in it, as XML.
pub(super) fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            _ => xml.push(c),
        }
    }
    xml
}

//! `JUnit` XML: a suite a file, a case a cause, and one case that passes for a clean file.
//!
//! A server follows a case from build to build by its name, so that the name has no line in it.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::ReportFormat;
use super::frame::MESSAGE_LIMIT;
use super::groups::{Group, groups};
use super::path;
use super::visible::{short, visible};
use crate::diagnostic::{Diagnostic, FileReport, Run, Severity};

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("junit", "JUnit XML", |run, _| render(run)).extension("xml");

/// Longer messages are cut in the name of a case.
const NAME_LIMIT: usize = 200;

/// How often each name of a suite and a case is taken.
type Names = HashMap<(String, String), usize>;

fn render(run: &Run) -> String {
    let mut names = Names::new();
    let (mut tests, mut failures) = (0, 0);
    let mut suites = String::new();
    for file in &run.files {
        let groups = groups(file);
        let failed = groups.iter().filter(|group| is_failure(group)).count();
        suite(&mut suites, file, &groups, failed, &mut names);
        tests += groups.len().max(1);
        failures += failed;
    }
    let name = env!("CARGO_PKG_NAME");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n\
         {suites}</testsuites>\n"
    )
}

/// An info does not fail the case, but nobody looks at cases that pass: it is skipped.
fn is_failure(group: &Group) -> bool {
    group.first.severity > Severity::Info
}

fn suite(xml: &mut String, file: &FileReport, groups: &[Group], failed: usize, names: &mut Names) {
    let suite = escaped(&path::display(&file.path));
    let (tests, skipped) = (groups.len().max(1), groups.len() - failed);
    let _ = writeln!(
        xml,
        "  <testsuite name=\"{suite}\" tests=\"{tests}\" failures=\"{failed}\" errors=\"0\" skipped=\"{skipped}\">",
    );
    if groups.is_empty() {
        let name = unique(names, &suite, "no findings".to_owned());
        let _ = writeln!(xml, "    <testcase name=\"{name}\" classname=\"{suite}\"/>");
    }
    for group in groups {
        case(xml, &suite, group, names);
    }
    xml.push_str("  </testsuite>\n");
}

fn case(xml: &mut String, suite: &str, group: &Group, names: &mut Names) {
    let first = group.first;
    let name = format!("{}: {}", first.rule, short(&first.message, NAME_LIMIT));
    let name = escaped(&unique(names, suite, name));
    let message = escaped(&short(&first.message, MESSAGE_LIMIT)) + &group.count();
    let (element, kind) = if is_failure(group) {
        ("failure", format!(" type=\"{}\"", first.severity))
    } else {
        ("skipped", String::new())
    };
    let details = escaped(&details(group));
    let _ = writeln!(
        xml,
        "    <testcase name=\"{name}\" classname=\"{suite}\">\n      \
         <{element}{kind} message=\"{message}\">{suite}:{details}</{element}>\n    \
         </testcase>"
    );
}

/// `name`, with a number behind it where a case of the suite has it already.
fn unique(names: &mut Names, suite: &str, name: String) -> String {
    let times = names.entry((suite.to_owned(), name.clone())).or_insert(0);
    *times += 1;
    match *times {
        1 => name,
        number => format!("{name} ({number})"),
    }
}

/// Every place and what the message leaves out, a line each.
fn details(group: &Group) -> String {
    let mut lines = place(group.first);
    for label in &group.first.labels {
        let (start, what) = (label.location.start, visible(&label.message));
        let _ = write!(lines, "\n{start}: {what}");
    }
    if let Some(help) = &group.first.help {
        let _ = write!(lines, "\nhelp: {}", short(help, MESSAGE_LIMIT));
    }
    for other in &group.others {
        let _ = write!(lines, "\nalso at {}", place(other));
    }
    lines
}

/// Where a finding is: `3:7 in Sales › Create`.
fn place(one: &Diagnostic) -> String {
    let names = path::names(&one.location).map(|names| format!(" in {names}"));
    format!("{}{}", one.location.start, names.unwrap_or_default())
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

//! Workflow commands of GitHub Actions: annotations beside the lines of a pull request, one for each
//! cause.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt::Write as _;

use super::counts::sentence;
use super::frame::MESSAGE_LIMIT;
use super::groups::{Group, groups};
use super::visible::{short, visible};
use super::{Options, ReportFormat, path};
use crate::diagnostic::{Run, Severity};

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("github", "Annotations of GitHub Actions", render);

/// Annotations of each level that GitHub shows of a step; the others are in its log only.
const SHOWN: usize = 10;

fn render(run: &Run, options: &Options) -> String {
    let mut commands = String::new();
    let mut levels: HashMap<Severity, usize> = HashMap::new();
    for (path, group) in sorted(run) {
        command(&mut commands, &path, &group);
        *levels.entry(group.first.severity).or_default() += 1;
    }
    if options.quiet {
        return commands;
    }
    let left_out: usize = levels.values().map(|all| all.saturating_sub(SHOWN)).sum();
    if left_out > 0 {
        let _ = writeln!(
            commands,
            "GitHub shows {SHOWN} annotations of each level; {left_out} more are only in this log"
        );
    }
    commands.push_str(&sentence(run));
    commands.push('\n');
    commands
}

/// The causes with the path of their file: the worst first, and of each level the first cause of every
/// rule before a second one of any, so that those that GitHub shows say the most.
fn sorted(run: &Run) -> Vec<(String, Group<'_>)> {
    let mut found: Vec<(usize, String, Group)> = Vec::new();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for file in &run.files {
        let path = path::in_repository(&file.path, &run.folder);
        for group in groups(file) {
            let number = numbers.entry(group.first.rule).or_default();
            found.push((*number, path.clone(), group));
            *number += 1;
        }
    }
    found.sort_by_key(|(number, _, group)| (Reverse(group.first.severity), *number));
    let found = found.into_iter();
    found.map(|(_, path, group)| (path, group)).collect()
}

fn command(commands: &mut String, path: &str, group: &Group) {
    let diagnostic = group.first;
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let file = property(&visible(path));
    let (start, end) = (diagnostic.location.start, diagnostic.location.end);
    let _ = write!(commands, "::{name} file={file},line={}", start.line);
    // GitHub takes columns only of what is on one line.
    if start.line == end.line {
        let _ = write!(commands, ",col={},endLine={}", start.column, end.line);
        let _ = write!(commands, ",endColumn={}", end.column);
    } else {
        let _ = write!(commands, ",endLine={}", end.line);
    }
    let title = property(diagnostic.rule);
    let message = data(&message(group));
    let _ = writeln!(commands, ",title={title}::{message}");
}

fn message(group: &Group) -> String {
    let first = group.first;
    let mut lines = vec![short(&first.message, MESSAGE_LIMIT)];
    let names = path::names(&first.location);
    lines.extend(names.map(|names| format!("in {names}")));
    lines.extend(group.also_at());
    let help = first.help.as_ref();
    lines.extend(help.map(|help| short(help, MESSAGE_LIMIT)));
    lines.join("\n")
}

/// Escaped as the value of a command.
pub(super) fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escaped as a property of a command.
pub(super) fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

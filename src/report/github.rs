//! Workflow commands of GitHub Actions: annotations beside the lines of a pull request.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::counts::sentence;
use super::frame::MESSAGE_LIMIT;
use super::visible::{short, visible};
use super::{Options, ReportFormat, path};
use crate::diagnostic::{Diagnostic, Run, Severity};

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("github", "Annotations of GitHub Actions", render);

/// GitHub shows ten annotations of a step, so that the worst come first.
fn render(run: &Run, options: &Options) -> String {
    let mut found: Vec<(&str, &Diagnostic)> = run
        .files
        .iter()
        .flat_map(|file| file.diagnostics.iter().map(|one| (file.path.as_str(), one)))
        .collect();
    found.sort_by_key(|(_, one)| Reverse(one.severity));
    let mut commands = String::new();
    for (path, diagnostic) in found {
        command(&mut commands, path, diagnostic);
    }
    if !options.quiet {
        commands.push_str(&sentence(run));
        commands.push('\n');
    }
    commands
}

fn command(commands: &mut String, path: &str, diagnostic: &Diagnostic) {
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let file = property(&visible(path::in_repository(path)));
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
    let message = data(&message(diagnostic));
    let _ = writeln!(commands, ",title={title}::{message}");
}

fn message(diagnostic: &Diagnostic) -> String {
    let mut lines = vec![short(&diagnostic.message, MESSAGE_LIMIT)];
    let names = path::names(&diagnostic.location);
    lines.extend(names.map(|names| format!("in {names}")));
    lines.extend(
        diagnostic
            .help
            .as_ref()
            .map(|help| short(help, MESSAGE_LIMIT)),
    );
    lines.join("\n")
}

/// Escaped as the value of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escaped as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

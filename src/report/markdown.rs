//! A comment for a pull request: what it comes to, and a table a file.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::counts::{Counts, by_rule, plural, sentence};
use super::visible::short;
use super::{Options, ReportFormat, path};
use crate::diagnostic::{Applicability, Diagnostic, FileReport, Run};

/// GitHub refuses comments of more than 65,536 characters.
const LIMIT: usize = 60_000;
/// What the line about what was left out may take.
const RESERVED: usize = 300;
/// Longer texts are cut in a table.
const CELL: usize = 400;

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("markdown", "For a comment on a pull request", render).extension("md");

fn render(run: &Run, options: &Options) -> String {
    let mut comment = format!("**{}**\n", escaped(&sentence(run)));
    if options.stats {
        comment.push_str(&stats(run));
    }
    let taken = RESERVED + comment.chars().count();
    let room = LIMIT.saturating_sub(taken);
    let (rows, left_out) = chosen(run, room);
    for (file, rows) in run.files.iter().zip(&rows) {
        if !rows.is_empty() {
            comment.push_str(&opening(file));
            comment.extend(rows.iter().map(String::as_str));
            comment.push_str(CLOSING);
        }
    }
    if left_out > 0 {
        let findings = plural(left_out, "more finding");
        let _ = writeln!(
            comment,
            "\n{findings} not shown because a comment holds 60,000 characters. The worst are above."
        );
    }
    comment
}

/// The rows of each file that fit into `room` characters, the worst findings before the others,
/// and how many did not fit.
fn chosen(run: &Run, room: usize) -> (Vec<Vec<String>>, usize) {
    let mut found: Vec<(usize, &Diagnostic)> = Vec::new();
    for (number, file) in run.files.iter().enumerate() {
        found.extend(file.diagnostics.iter().map(|one| (number, one)));
    }
    found.sort_by_key(|(_, one)| Reverse(one.severity));
    let mut room = room;
    let mut taken: Vec<(usize, usize, String)> = Vec::new();
    let mut opened = vec![false; run.files.len()];
    for (file, one) in &found {
        let row = row(one);
        let mut cost = row.chars().count();
        let is_open = opened.get(*file).copied().unwrap_or(true);
        if !is_open {
            let frame = run.files.get(*file).map(opening).unwrap_or_default();
            cost += frame.chars().count() + CLOSING.len();
        }
        if cost > room {
            break;
        }
        room -= cost;
        if let Some(open) = opened.get_mut(*file) {
            *open = true;
        }
        taken.push((*file, one.location.span.start, row));
    }
    let left_out = found.len() - taken.len();
    taken.sort_by_key(|(file, start, _)| (*file, *start));
    let mut rows = vec![Vec::new(); run.files.len()];
    for (file, _, row) in taken {
        if let Some(of_file) = rows.get_mut(file) {
            of_file.push(row);
        }
    }
    (rows, left_out)
}

const CLOSING: &str = "\n</details>\n";

fn opening(file: &FileReport) -> String {
    let name = escaped(&short(&path::display(&file.path), CELL));
    let words = Counts::of(&file.diagnostics).message();
    format!(
        "\n<details>\n<summary><code>{name}</code>: {words}</summary>\n\n\
         | Line | Severity | Rule | Finding |\n| ---: | --- | --- | --- |\n"
    )
}

fn row(diagnostic: &Diagnostic) -> String {
    let mut cell = String::new();
    if let Some(names) = path::names(&diagnostic.location) {
        let _ = write!(cell, "{}<br>", escaped(&names));
    }
    let _ = write!(cell, "**{}**", escaped(&short(&diagnostic.message, CELL)));
    if let Some(help) = &diagnostic.help {
        let _ = write!(cell, "<br>{}", escaped(&short(help, CELL)));
    }
    if let Some(fix) = &diagnostic.fix {
        let how = match fix.applicability {
            Applicability::Safe => "--fix",
            Applicability::Unsafe => "--unsafe-fixes",
        };
        let what = escaped(&short(&fix.message, CELL));
        let _ = write!(cell, "<br>`{how}`: {what}");
    }
    let (start, severity) = (diagnostic.location.start, diagnostic.severity);
    format!(
        "| {start} | {severity} | `{}` | {cell} |\n",
        diagnostic.rule
    )
}

/// How many findings each rule has.
fn stats(run: &Run) -> String {
    let counted = by_rule(run);
    if counted.is_empty() {
        return String::new();
    }
    let mut table = String::from("\n| Findings | Rule | Severity |\n| ---: | --- | --- |\n");
    for (rule, severity, count) in counted {
        let _ = writeln!(table, "| {count} | `{rule}` | {severity} |");
    }
    table
}

/// `text`, which is one line, as Markdown that shows it as it is: no markup, no HTML, no link, and
/// nobody is mentioned.
fn escaped(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => markdown.push_str("&amp;"),
            '<' => markdown.push_str("&lt;"),
            '>' => markdown.push_str("&gt;"),
            // An entity is no markup, not even in a table, where a backslash in front would do
            // nothing inside code.
            '|' | '`' | '*' | '_' | '[' | ']' | '~' | '\\' | '$' | '!' => {
                let _ = write!(markdown, "&#{};", u32::from(c));
            }
            // A space of no width keeps people and issues from being mentioned.
            '@' | '#' => {
                markdown.push(c);
                markdown.push_str("&#8203;");
            }
            _ => markdown.push(c),
        }
    }
    markdown
}

//! A comment for a pull request: what it comes to, and a table a file with a row for each cause.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::comparison::sentences;
use super::counts::{Counts, MANY, by_rule, plural, sentence};
use super::groups::{Group, groups};
use super::visible::short;
use super::{Options, ReportFormat, path};
use crate::diagnostic::{Applicability, FileReport, Run, Severity};

/// GitHub refuses comments of more than 65,536 characters.
const LIMIT: usize = 60_000;
/// What the line about what was left out may take.
const RESERVED: usize = 300;
/// Longer texts are cut in a table.
const CELL: usize = 400;
/// Rows of a rule in a file, unless the options say otherwise.
const ROWS_PER_RULE: usize = 10;

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("markdown", "For a comment on a pull request", render).extension("md");

/// A row of the table of a file.
struct Row {
    /// The number of the file.
    file: usize,
    severity: Severity,
    /// How many findings it is about.
    findings: usize,
    text: String,
}

fn render(run: &Run, options: &Options) -> String {
    let mut comment = format!("**{}**\n", escaped(&sentence(run)));
    for compared in sentences(run, |file| short(&path::display(&file.path), CELL)) {
        let _ = write!(comment, "\n{}\n", escaped(&compared));
    }
    if options.stats || Counts::of_run(run).total() > MANY {
        comment.push_str(&stats(run));
    }
    let taken = RESERVED + comment.chars().count();
    let room = LIMIT.saturating_sub(taken);
    let limit = options.max_findings.unwrap_or(ROWS_PER_RULE);
    let numbered = run.files.iter().enumerate();
    let rows = numbered.flat_map(|(number, file)| rows(number, file, limit));
    let (rows, left_out) = chosen(run, rows.collect(), room);
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

/// The rows of a file: at most `limit` causes of each rule, and how many findings it has beside them.
fn rows(number: usize, file: &FileReport, limit: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for of_rule in groups(file).chunk_by(|one, next| one.first.rule == next.first.rule) {
        let (shown, rest) = of_rule.split_at(limit.min(of_rule.len()));
        rows.extend(shown.iter().map(|group| Row {
            file: number,
            severity: group.first.severity,
            findings: group.places(),
            text: row(group),
        }));
        if let Some(next) = rest.first() {
            let (rule, severity) = (next.first.rule, next.first.severity);
            let findings = rest.iter().map(Group::places).sum();
            rows.push(Row {
                file: number,
                severity,
                findings,
                text: format!("| | {severity} | `{rule}` | and {findings} more |\n"),
            });
        }
    }
    rows
}

/// Those of `rows`, by file, that fit into `room` characters, the worst findings before the others,
/// and how many findings did not fit.
fn chosen(run: &Run, rows: Vec<Row>, room: usize) -> (Vec<Vec<String>>, usize) {
    let mut rows: Vec<(usize, Row)> = rows.into_iter().enumerate().collect();
    rows.sort_by_key(|(_, row)| Reverse(row.severity));
    let mut room = room;
    let mut opened = vec![false; run.files.len()];
    let mut fits = |row: &Row| {
        let mut cost = row.text.chars().count();
        let is_open = opened.get(row.file).copied().unwrap_or(true);
        if !is_open {
            let frame = run.files.get(row.file).map(opening).unwrap_or_default();
            cost += frame.chars().count() + CLOSING.len();
        }
        if cost > room {
            return false;
        }
        room -= cost;
        if let Some(open) = opened.get_mut(row.file) {
            *open = true;
        }
        true
    };
    let count = rows.iter().take_while(|(_, row)| fits(row)).count();
    let left_out = rows.split_off(count);
    rows.sort_by_key(|(order, _)| *order);
    let mut chosen = vec![Vec::new(); run.files.len()];
    for (_, row) in rows {
        if let Some(of_file) = chosen.get_mut(row.file) {
            of_file.push(row.text);
        }
    }
    (chosen, left_out.iter().map(|(_, row)| row.findings).sum())
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

fn row(group: &Group) -> String {
    let first = group.first;
    let mut cell = String::new();
    if let Some(names) = path::names(&first.location) {
        let _ = write!(cell, "{}<br>", escaped(&names));
    }
    let message = escaped(&short(&first.message, CELL));
    let _ = write!(cell, "**{message}**");
    if let Some(others) = group.also_at() {
        let _ = write!(cell, "<br>{}", escaped(&others));
    }
    if let Some(help) = &first.help {
        let _ = write!(cell, "<br>{}", escaped(&short(help, CELL)));
    }
    if let Some(fix) = &first.fix {
        let how = match fix.applicability {
            Applicability::Safe => "--fix",
            Applicability::Unsafe => "--unsafe-fixes",
        };
        let what = escaped(&short(&fix.message, CELL));
        let _ = write!(cell, "<br>`{how}`: {what}");
    }
    let (start, severity, rule) = (first.location.start, first.severity, first.rule);
    format!("| {start} | {severity} | `{rule}` | {cell} |\n")
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
            // An entity is not markup, not even in a table, where a backslash in front would do
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

use std::fmt::Write;

use super::markdown::escaped;
use super::sections::{Line, sections};
use super::{DiffFormat, Report, sign};
use crate::diff::{ChangeKind, Impact};

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("changelog", "A section of a Keep a Changelog file", render);

/// The headings of Keep a Changelog that a comparison can fill, in its order.
const HEADINGS: [&str; 5] = ["Added", "Changed", "Deprecated", "Removed", "Security"];

/// The section of what is not released yet, as Keep a Changelog has it: what users of the API notice.
fn render(report: &Report) -> String {
    let mut out = "## [Unreleased]\n".to_owned();
    let sections = sections(report);
    for sought in HEADINGS {
        let lines = sections.iter().flat_map(|section| {
            let lines = section.lines.iter().map(|line| (&section.title, line));
            lines.filter(|(_, line)| heading(line) == Some(sought))
        });
        let mut lines: Vec<_> = lines.collect();
        // Sections have the worst first, not what is under one heading.
        lines.sort_by_key(|(_, line)| std::cmp::Reverse(line.first.impact));
        if !lines.is_empty() {
            let _ = writeln!(out, "\n### {sought}\n");
        }
        for (title, line) in lines {
            let mark = if line.first.impact == Impact::Breaking {
                "**Breaking:** "
            } else {
                ""
            };
            let _ = writeln!(out, "- {mark}{}: {}", escaped(title), escaped(&line.text));
        }
    }
    out
}

/// Where a change is listed; `None` for what is about the collection and not about the API.
fn heading(line: &Line) -> Option<&'static str> {
    let kind = line.first.change.kind;
    let id = kind.id();
    let own = [
        "example-",
        "script-",
        "test-",
        "next-request-",
        "request-reordered",
        "item-id",
        "collection-",
        "format-",
        "version-",
        "name-case",
        "protocol-",
        "unused-",
        "variable-type",
        "environment-type",
        "environment-renamed",
        "auth-inheritance",
        "description-",
    ];
    let is_value = id.ends_with("-value-changed") && kind != ChangeKind::HeaderValueChanged;
    let is_in_example = line.first.change.location.example.is_some();
    if is_value || is_in_example || own.iter().any(|start| id.starts_with(start)) {
        return None;
    }
    Some(match sign(line.first.change) {
        _ if kind == ChangeKind::DeprecatedMarked => "Deprecated",
        _ if id.starts_with("auth-") || id.starts_with("awsv4-") => "Security",
        '+' => "Added",
        '-' => "Removed",
        _ => "Changed",
    })
}

//! GitLab's Code Quality report.
//!
//! GitLab compares two reports by fingerprints, so that an issue is a cause, and the same one in every
//! version of the file, however many places it has. A merge request that adds a place to a cause of
//! before adds no issue; the exit code still counts places. GitLab reads the first place only:
//! `other_locations` is the Code Climate format's, which GitLab's comes from.

use serde::Serialize;

use super::ReportFormat;
use super::frame::MESSAGE_LIMIT;
use super::groups::{Group, groups};
use super::path;
use super::visible::{escaped_json, short};
use crate::diagnostic::{Diagnostic, FileReport, Run, Severity};
use crate::json::Position;

#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Place {
    Lines {
        begin: usize,
        end: usize,
    },
    /// With columns, as a whole file may be one line.
    Positions {
        begin: Point,
        end: Point,
    },
}

#[derive(Serialize)]
struct Location {
    path: String,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
}

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("gitlab", "GitLab code quality report", |run, _| render(run));

fn render(run: &Run) -> String {
    let issues: Vec<Issue> = run
        .files
        .iter()
        .flat_map(|file| issues(file, &run.folder))
        .collect();
    escaped_json(&serde_json::to_string_pretty(&issues).unwrap_or_default())
}

fn issues<'r>(file: &'r FileReport, folder: &str) -> Vec<Issue<'r>> {
    let path = path::in_repository(&file.path, folder);
    let groups = groups(file);
    groups.iter().map(|group| issue(group, &path)).collect()
}

fn issue<'r>(group: &Group<'r>, path: &str) -> Issue<'r> {
    let first = group.first;
    let mut description = short(&first.message, MESSAGE_LIMIT) + &group.count();
    let names = path::names(&first.location).filter(|_| group.others.is_empty());
    if let Some(names) = names {
        description = format!("{names}: {description}");
    }
    let location = |place| Location {
        path: path.to_owned(),
        place,
    };
    let lines = Place::Lines {
        begin: first.location.start.line,
        end: first.location.end.line,
    };
    let positions = |one: &Diagnostic| Place::Positions {
        begin: point(one.location.start),
        end: point(one.location.end),
    };
    let others = group.others.iter();
    Issue {
        description,
        check_name: first.rule,
        // Copies of a file have the same causes, which GitLab would take for one.
        fingerprint: group.fingerprint(path),
        severity: match first.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: location(lines),
        other_locations: others.map(|one| location(positions(one))).collect(),
    }
}

fn point(position: Position) -> Point {
    Point {
        line: position.line,
        column: position.column,
    }
}

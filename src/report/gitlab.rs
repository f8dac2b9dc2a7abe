//! GitLab's Code Quality report.

use serde::Serialize;
use uuid::Uuid;

use super::ReportFormat;
use super::frame::MESSAGE_LIMIT;
use super::path;
use super::visible::{escaped_json, short};
use crate::diagnostic::{Diagnostic, Run, Severity};

#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'r>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("gitlab", "GitLab code quality report", |run, _| render(run));

fn render(run: &Run) -> String {
    let issues: Vec<Issue> = run
        .files
        .iter()
        .flat_map(|file| file.diagnostics.iter().map(|one| issue(&file.path, one)))
        .collect();
    escaped_json(&serde_json::to_string_pretty(&issues).unwrap_or_default())
}

fn issue<'r>(path: &'r str, diagnostic: &'r Diagnostic) -> Issue<'r> {
    let path = path::in_repository(path);
    let mut description = short(&diagnostic.message, MESSAGE_LIMIT);
    if let Some(names) = path::names(&diagnostic.location) {
        description = format!("{names}: {description}");
    }
    Issue {
        description,
        check_name: diagnostic.rule,
        // Copies of a file share fingerprints, which GitLab takes for one finding.
        fingerprint: Uuid::new_v5(
            &Uuid::NAMESPACE_OID,
            format!("{path}\u{1f}{}", diagnostic.fingerprint).as_bytes(),
        )
        .simple()
        .to_string(),
        severity: match diagnostic.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Location {
            path,
            lines: Lines {
                begin: diagnostic.location.start.line,
                end: diagnostic.location.end.line,
            },
        },
    }
}

//! SARIF 2.1.0, which code scanning services read: a result for each cause, whose other places are
//! related locations.
//!
//! GitHub refuses a file with more than [`RESULTS`] results. It also refuses a result of more than
//! [`PLACES`] locations, so that a cause of more places is more results than one.

mod model;
mod rule;
mod writer;

use std::cmp::Reverse;
use std::collections::HashMap;

use self::model::{
    Artifact, ArtifactLocation, Driver, Finding, Invocation, Log, Message, Notification, Tool, Uri,
};
use self::writer::Writer;
use super::ReportFormat;
use super::counts::plural;
use super::path;
use super::visible::escaped_json;
use crate::diagnostic::{Run, Severity};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Results of a run; the worst are kept.
const RESULTS: usize = 25_000;

/// Places of a result.
const PLACES: usize = 1000;

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("sarif", "SARIF 2.1.0", |run, _| render(run)).extension("sarif");

fn render(run: &Run) -> String {
    let rules = run.rules.iter().enumerate();
    let rules: HashMap<&str, usize> = rules.map(|(index, rule)| (rule.id, index)).collect();
    let files = run.files.iter();
    let uris: Vec<String> = files
        .map(|file| path::uri(&path::in_repository(&file.path, &run.folder)))
        .collect();
    // A file may have been named twice; artifacts are unique.
    let mut artifacts: Vec<Artifact> = Vec::new();
    let mut indices: HashMap<&str, usize> = HashMap::new();
    let mut results: Vec<(Severity, Finding)> = Vec::new();
    for (file, uri) in run.files.iter().zip(&uris) {
        let index = *indices.entry(uri).or_insert_with(|| {
            artifacts.push(Artifact {
                location: Uri { uri },
            });
            artifacts.len() - 1
        });
        let writer = Writer::new(file, ArtifactLocation { uri, index }, &rules);
        writer.write(&mut results);
    }
    let results_left_out = keep_the_worst(&mut results);
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [model::Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    information_uri: env!("CARGO_PKG_HOMEPAGE"),
                    rules: run.rules.iter().map(rule::of).collect(),
                },
            },
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: notifications(run, results_left_out),
            }],
            // The columns of a Position are characters.
            column_kind: "unicodeCodePoints",
            artifacts,
            results: results.into_iter().map(|(_, result)| result).collect(),
        }],
    };
    // Without indentation, which would be two thirds of a large report.
    escaped_json(&serde_json::to_string(&log).unwrap_or_default())
}

/// Leaves [`RESULTS`] results, the worst, in the order that they had; how many it took away.
fn keep_the_worst(results: &mut Vec<(Severity, Finding)>) -> usize {
    let left_out = results.len().saturating_sub(RESULTS);
    if left_out > 0 {
        results.sort_by_key(|(severity, _)| Reverse(*severity));
        results.truncate(RESULTS);
    }
    left_out
}

fn notifications(run: &Run, results_left_out: usize) -> Vec<Notification> {
    let notification = |level, text| Notification {
        level,
        message: Message { text },
    };
    let left_out = (results_left_out > 0).then(|| {
        let more = plural(results_left_out, "more result");
        let text = format!(
            "{more} left out, because code scanning services refuse more than {RESULTS}; the worst are here"
        );
        notification("warning", text)
    });
    let skipped = run.skipped.iter().map(|one| {
        let text = format!("skipped {}: {}", path::display(&one.path), one.reason);
        notification("note", without_links(&text))
    });
    left_out.into_iter().chain(skipped).collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// `text` without anything that a viewer would take for a link, which SARIF has in plain text too.
fn without_links(text: &str) -> String {
    text.replace("](", "] (")
}

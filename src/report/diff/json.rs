use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::{DiffFormat, RatedChange, Report};
use crate::diff::Impact;
use crate::report::format::Joined;

/// What `sqlacc-postman diff --format json` writes; of several collections a list of these.
#[derive(Serialize, JsonSchema)]
struct Root<'c> {
    /// Version of this format: 1.
    version: u32,
    /// The base, as it was given.
    base: &'c str,
    /// The revision, as it was given.
    revision: &'c str,
    /// The path of the file that is compared.
    path: &'c str,
    summary: Summary,
    changes: Vec<JsonChange<'c>>,
}

/// How many changes there are of each impact.
#[derive(Serialize, JsonSchema)]
struct Summary {
    breaking: usize,
    risky: usize,
    safe: usize,
    /// Changes that the baseline or the configuration accepts, which are not listed.
    accepted: usize,
}

/// One change.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Change")]
struct JsonChange<'c> {
    /// Its kind, such as `request-removed`.
    kind: &'c str,
    /// `breaking`, `risky` or `safe`, under the contracts that were asked for.
    impact: &'c str,
    /// Stays the same when things are reordered or renumbered.
    fingerprint: &'c str,
    /// Names of the folders on the way.
    folder: &'c [String],
    /// Name of the request.
    request: Option<&'c str>,
    /// Method and path of a request that is on both sides.
    endpoint: Option<&'c str>,
    /// Name of the saved example.
    example: Option<&'c str>,
    /// What in there, such as a body's key path.
    at: &'c str,
    /// What was there; null where nothing was. Secrets are never written.
    before: Option<&'c str>,
    /// What is there now.
    after: Option<&'c str>,
    /// How many requests it touches.
    count: usize,
    /// Changed lines of a script, a GraphQL query or a description.
    lines: &'c [String],
    /// Line of the base at which the request, folder or variable starts.
    base_line: Option<usize>,
    /// Line of the revision at which the request, folder or variable starts.
    revision_line: Option<usize>,
    /// How the request was found on both sides: `rename` (the configuration
    /// says so), `id`, `path` (method and path, and folder and name where
    /// several share those), `name` or `similarity`.
    matched_by: Option<&'c str>,
    /// How sure that is, from 0 to 1.
    confidence: Option<f64>,
}

/// The JSON Schema of the format, with a line feed at the end.
pub fn schema() -> String {
    let schema = schema_for!(Root);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

pub(super) const FORMAT: DiffFormat = DiffFormat::new("json", "For programs", render)
    .extension("json")
    .joined(Joined::Array);

fn render(report: &Report) -> String {
    let count = |impact| {
        report
            .changes
            .iter()
            .filter(|one| one.impact == impact)
            .count()
    };
    let root = Root {
        version: 1,
        base: report.base,
        revision: report.revision,
        path: report.path,
        summary: Summary {
            breaking: count(Impact::Breaking),
            risky: count(Impact::Risky),
            safe: count(Impact::Safe),
            accepted: report.accepted,
        },
        changes: report.changes.iter().map(one).collect(),
    };
    serde_json::to_string_pretty(&root).unwrap_or_default() + "\n"
}

fn one<'c>(rated: &RatedChange<'c>) -> JsonChange<'c> {
    let change = rated.change;
    let matched_by = change.matched.map(|(by, _)| by.id());
    JsonChange {
        kind: change.kind.id(),
        impact: rated.impact.id(),
        fingerprint: &change.fingerprint,
        folder: &change.location.folder,
        request: change.location.request.as_deref(),
        endpoint: change.location.endpoint.as_deref(),
        example: change.location.example.as_deref(),
        at: &change.at,
        before: change.before.as_deref(),
        after: change.after.as_deref(),
        count: change.count,
        lines: &change.lines,
        base_line: rated.lines.0,
        revision_line: rated.lines.1,
        matched_by,
        confidence: change
            .matched
            .map(|(_, hundredths)| f64::from(hundredths) / 100.0),
    }
}

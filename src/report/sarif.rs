//! SARIF 2.1.0, which code scanning services read.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value, json};

use super::ReportFormat;
use super::locate::positions;
use super::path;
use super::secret::open_fix;
use super::visible::escaped_json;
use crate::diagnostic::{Diagnostic, FileReport, Fix, Location, RuleInfo, Run, Severity};
use crate::json::Position;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("sarif", "SARIF 2.1.0", |run, _| render(run)).extension("sarif");

fn render(run: &Run) -> String {
    let numbered = run.rules.iter().enumerate();
    let indices: HashMap<&str, usize> = numbered.map(|(at, rule)| (rule.id, at)).collect();
    // A file may have been named twice; artifacts are unique.
    let mut uris: Vec<String> = Vec::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut found: Vec<Value> = Vec::new();
    for file in &run.files {
        let uri = path::uri(&file.path);
        let number = *numbers.entry(uri.clone()).or_insert_with(|| {
            uris.push(uri.clone());
            uris.len() - 1
        });
        found.extend(results(
            file,
            json!({ "uri": uri, "index": number }),
            &indices,
        ));
    }
    let artifact = |uri: &String| json!({ "location": { "uri": uri } });
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": run.rules.iter().map(rule).collect::<Vec<_>>(),
            } },
            // The columns of a Position are characters.
            "columnKind": "unicodeCodePoints",
            "artifacts": uris.iter().map(artifact).collect::<Vec<_>>(),
            "results": found,
        }],
    });
    escaped_json(&serde_json::to_string_pretty(&log).unwrap_or_default())
}

fn rule(rule: &RuleInfo) -> Value {
    let page = rule.page.trim();
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.summary },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn results(file: &FileReport, artifact: Value, indices: &HashMap<&str, usize>) -> Vec<Value> {
    let fixes = file.diagnostics.iter().filter_map(open_fix);
    let edits = fixes.flat_map(|fix| &fix.edits);
    let ends = edits.flat_map(|edit| [edit.span.start, edit.span.end]);
    let writer = Writer {
        artifact,
        positions: positions(&file.text, ends),
    };
    let results = file.diagnostics.iter().map(|one| {
        let mut result = writer.result(one);
        if let Some(index) = indices.get(one.rule) {
            result.insert("ruleIndex".to_owned(), json!(index));
        }
        if let Some(fix) = open_fix(one) {
            result.insert("fixes".to_owned(), json!([writer.fix(fix)]));
        }
        Value::Object(result)
    });
    results.collect()
}

/// Writes the results of one file.
struct Writer {
    artifact: Value,
    positions: BTreeMap<usize, Position>,
}

impl Writer {
    fn result(&self, diagnostic: &Diagnostic) -> Map<String, Value> {
        let mut text = without_links(&diagnostic.message);
        if let Some(help) = &diagnostic.help {
            text.push('\n');
            text.push_str(&without_links(help));
        }
        let mut location = self.location(&diagnostic.location);
        if let Some(name) = path::names(&diagnostic.location) {
            let logical = json!([{ "fullyQualifiedName": name, "kind": "object" }]);
            location.insert("logicalLocations".to_owned(), logical);
        }
        let mut result = Map::new();
        result.insert("ruleId".to_owned(), json!(diagnostic.rule));
        result.insert("level".to_owned(), json!(level(diagnostic.severity)));
        result.insert("message".to_owned(), json!({ "text": text }));
        result.insert("locations".to_owned(), json!([location]));
        if !diagnostic.labels.is_empty() {
            let related = diagnostic.labels.iter().enumerate().map(|(number, label)| {
                let mut location = self.location(&label.location);
                location.insert("id".to_owned(), json!(number + 1));
                let message = json!({ "text": without_links(&label.message) });
                location.insert("message".to_owned(), message);
                Value::Object(location)
            });
            let related: Vec<Value> = related.collect();
            result.insert("relatedLocations".to_owned(), json!(related));
        }
        let fingerprints = json!({ "sqlaccPostman/v1": diagnostic.fingerprint });
        result.insert("partialFingerprints".to_owned(), fingerprints);
        result
    }

    fn location(&self, location: &Location) -> Map<String, Value> {
        let physical = json!({
            "artifactLocation": self.artifact,
            "region": region(location.start, location.end, &location.span),
        });
        Map::from_iter([("physicalLocation".to_owned(), physical)])
    }

    fn fix(&self, fix: &Fix) -> Value {
        let at = |offset: usize| {
            let start = Position { line: 1, column: 1 };
            self.positions.get(&offset).copied().unwrap_or(start)
        };
        let replacement = |edit: &crate::diagnostic::Edit| {
            let (start, end) = (at(edit.span.start), at(edit.span.end));
            json!({
                "deletedRegion": region(start, end, &edit.span),
                "insertedContent": { "text": edit.text },
            })
        };
        let replacements: Vec<Value> = fix.edits.iter().map(replacement).collect();
        json!({
            "description": { "text": without_links(&fix.message) },
            "artifactChanges": [{
                "artifactLocation": self.artifact,
                "replacements": replacements,
            }],
        })
    }
}

fn region(start: Position, end: Position, span: &std::ops::Range<usize>) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": span.start,
        "byteLength": span.len(),
    })
}

/// `text` without anything that a viewer would take for a link, which SARIF has in plain text too.
fn without_links(text: &str) -> String {
    text.replace("](", "] (")
}

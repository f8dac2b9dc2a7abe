//! The tool's own JSON: everything but the source, in structures that are versioned apart from the
//! tool.

mod model;

use std::collections::BTreeMap;

use schemars::Schema;
use schemars::generate::SchemaSettings;

use self::model::{
    BuildName, Catalogue, Edit, File, Finding, Fix, Fixable, Label, Location, Place, Point, Report,
    Rule, Severity, Skipped, Summary, Tool, VERSION,
};
use super::ReportFormat;
use super::counts::Counts;
use super::groups::{Group, groups};
use super::locate::positions;
use super::secret::open_fix;
use super::visible::escaped_json;
use crate::diagnostic::{self, Applicability, FileReport, Run};
use crate::json::Position;

pub(super) const FORMAT: ReportFormat =
    ReportFormat::new("json", "A versioned format of our own", |run, _| {
        render(run)
    })
    .extension("json");

fn render(run: &Run) -> String {
    let counts = Counts::of_run(run);
    let with_findings = run.files.iter().filter(|file| !file.diagnostics.is_empty());
    let report = Report {
        version: VERSION,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        summary: Summary {
            files: run.files.len(),
            files_with_findings: with_findings.count(),
            errors: counts.errors,
            warnings: counts.warnings,
            infos: counts.infos,
            safe_fixes: counts.safe_fixes,
            unsafe_fixes: counts.unsafe_fixes,
        },
        files: run.files.iter().map(file).collect(),
        rules: run.rules.iter().map(rule).collect(),
        skipped: run
            .skipped
            .iter()
            .map(|one| Skipped {
                path: &one.path,
                reason: &one.reason,
            })
            .collect(),
    };
    escaped_json(&serde_json::to_string_pretty(&report).unwrap_or_default())
}

/// The JSON Schema of the JSON report: what is written, so that members that are always there are
/// required.
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Report>()
}

fn file(file: &FileReport) -> File<'_> {
    let fixes = file.diagnostics.iter().filter_map(open_fix);
    let edits = fixes.flat_map(|fix| &fix.edits);
    let ends = edits.flat_map(|edit| [edit.span.start, edit.span.end]);
    let positions = positions(&file.text, ends);
    File {
        path: &file.path,
        findings: groups(file)
            .iter()
            .map(|group| finding(group, &positions))
            .collect(),
        catalogue: file.comparison.as_ref().map(catalogue),
    }
}

fn catalogue(comparison: &diagnostic::Comparison) -> Catalogue {
    let names = comparison.build_names.iter();
    Catalogue {
        api: comparison.api,
        calls: comparison.calls,
        known_calls: comparison.known_calls,
        unknown_fields: comparison.unknown_fields,
        unused_calls: comparison.unused_calls,
        build_names: names
            .map(|one| BuildName {
                name: one.name,
                build: one.build,
                is_new: one.is_new,
            })
            .collect(),
    }
}

fn finding<'r>(group: &Group<'r>, positions: &BTreeMap<usize, Position>) -> Finding<'r> {
    let first = group.first;
    let others = group.others.iter();
    Finding {
        rule: first.rule,
        severity: severity(first.severity),
        message: &first.message,
        help: first.help.as_deref(),
        place: place(first, positions),
        also_at: others.map(|one| place(one, positions)).collect(),
    }
}

fn place<'r>(
    diagnostic: &'r diagnostic::Diagnostic,
    positions: &BTreeMap<usize, Position>,
) -> Place<'r> {
    let label = |label: &'r diagnostic::Label| Label {
        message: &label.message,
        location: location(&label.location),
    };
    let at = |offset: usize| {
        let start = Position { line: 1, column: 1 };
        point(positions.get(&offset).copied().unwrap_or(start), offset)
    };
    let edit = |edit: &'r diagnostic::Edit| Edit {
        start: at(edit.span.start),
        end: at(edit.span.end),
        text: &edit.text,
    };
    Place {
        location: location(&diagnostic.location),
        labels: diagnostic.labels.iter().map(label).collect(),
        fixable: diagnostic.fix.as_ref().map(|fix| match fix.applicability {
            Applicability::Safe => Fixable::Safe,
            Applicability::Unsafe => Fixable::Unsafe,
        }),
        fix: open_fix(diagnostic).map(|fix| Fix {
            message: &fix.message,
            edits: fix.edits.iter().map(edit).collect(),
        }),
        fingerprint: &diagnostic.fingerprint,
    }
}

fn location(location: &diagnostic::Location) -> Location<'_> {
    Location {
        pointer: &location.pointer,
        names: &location.names,
        start: point(location.start, location.span.start),
        end: point(location.end, location.span.end),
    }
}

fn point(position: Position, offset: usize) -> Point {
    Point {
        line: position.line,
        column: position.column,
        offset,
    }
}

fn severity(severity: diagnostic::Severity) -> Severity {
    match severity {
        diagnostic::Severity::Error => Severity::Error,
        diagnostic::Severity::Warning => Severity::Warning,
        diagnostic::Severity::Info => Severity::Info,
    }
}

fn rule(rule: &diagnostic::RuleInfo) -> Rule {
    Rule {
        id: rule.id,
        summary: rule.summary,
        severity: severity(rule.severity),
        fixable: rule.fixable,
    }
}

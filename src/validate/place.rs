//! From what rules report to diagnostics with places.

use std::collections::HashMap;
use std::ops::Range;

use uuid::Uuid;

use super::finding::Found;
use super::rules::JSON_SYNTAX;
use super::settings::Settings;
use super::ways::Ways;
use crate::diagnostic::{Diagnostic, Label, Place};
use crate::json::{Document, Error, LineIndex, Value};

/// The diagnostic for a document that cannot be parsed.
pub(super) fn syntax_error(error: &Error, lines: &LineIndex, settings: &Settings) -> Diagnostic {
    let span = error.span();
    let message = error.to_string();
    Diagnostic {
        rule: JSON_SYNTAX.id,
        severity: JSON_SYNTAX.severity(settings),
        fingerprint: digest(&[JSON_SYNTAX.id, &message]),
        message,
        place: Place {
            pointer: String::new(),
            start: lines.position(span.start),
            end: lines.position(span.end),
            span,
            names: Vec::new(),
        },
        labels: Vec::new(),
        help: None,
        fix: None,
    }
}

/// The diagnostics for `found`, in the order of their places.
pub(super) fn diagnostics<'d>(
    document: &'d Document<'d>,
    mut found: Vec<Found<'d>>,
) -> Vec<Diagnostic> {
    // Most files have no finding, and a pass over the text costs a quarter of parsing it.
    if found.is_empty() {
        return Vec::new();
    }
    let lines = &document.line_index();
    found.sort_by(|a, b| {
        let key = |one: &Found| (one.finding.span.start, one.finding.span.end, one.rule);
        key(a).cmp(&key(b))
    });
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut ways = Ways::default();
    found
        .into_iter()
        .map(|one| {
            let Found {
                rule,
                severity,
                names,
                finding,
            } = one;
            let way = ways.to(finding.at);
            let what = [rule, &names.join("/"), &way.stable, &finding.message];
            let base = digest(&what);
            let count = seen.entry(base.clone()).or_default();
            *count += 1;
            // Two findings that say the same of twins are told apart by their number.
            let fingerprint = match *count {
                1 => base,
                number => digest(&[&base, &number.to_string()]),
            };
            let mut label = |(at, message): (Value<'d>, String)| Label {
                message,
                place: place(ways.to(at).pointer, at.span(), lines, Vec::new()),
            };
            Diagnostic {
                rule,
                severity,
                message: finding.message,
                place: place(way.pointer, finding.span, lines, names),
                labels: finding.labels.into_iter().map(&mut label).collect(),
                help: finding.help,
                fix: finding.fix,
                fingerprint,
            }
        })
        .collect()
}

fn place(pointer: String, span: Range<usize>, lines: &LineIndex, names: Vec<String>) -> Place {
    Place {
        pointer,
        start: lines.position(span.start),
        end: lines.position(span.end),
        span,
        names,
    }
}

/// Twelve hexadecimal digits that stand for `parts`.
fn digest(parts: &[&str]) -> String {
    let uuid = Uuid::new_v5(&Uuid::NAMESPACE_OID, parts.join("\u{1f}").as_bytes());
    let mut text = uuid.simple().to_string();
    text.truncate(12);
    text
}

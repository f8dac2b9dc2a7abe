//! Turns what rules report into diagnostics with places.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use uuid::Uuid;

use super::finding::ReportedFinding;
use super::outcome::Outcome;
use super::pointer_index::PointerIndex;
use super::rules::JSON_SYNTAX;
use super::settings::Settings;
use crate::diagnostic::{Diagnostic, Label, Location};
use crate::json::{Document, Error, LineIndex, Value, with_tokens};
use crate::postman::effective::secret::{Mask, Secret};
use crate::postman::view::ForeignFormat;

/// The diagnostic for a document that cannot be parsed.
pub(super) fn syntax_error(bytes: &[u8], error: &Error, settings: &Settings) -> Outcome {
    let lines = LineIndex::new(bytes);
    let (span, message, help) = match ForeignFormat::of_text(bytes) {
        Some((format, span)) => (span, format.to_string(), Some(format.help().to_owned())),
        None => (error.span(), error.to_string(), None),
    };
    let mut finding = Diagnostic {
        rule: JSON_SYNTAX.id,
        severity: JSON_SYNTAX.severity(settings),
        fingerprint: digest(&[JSON_SYNTAX.id, &message]),
        message,
        location: Location {
            pointer: String::new(),
            start: lines.position(span.start),
            end: lines.position(span.end),
            span,
            names: Vec::new(),
        },
        labels: Vec::new(),
        help,
        fix: None,
    };
    let text = str::from_utf8(bytes).unwrap_or_default();
    let mask = Mask::of_text(text);
    hide(&mut finding, &mask);
    Outcome {
        hidden: mask.near(text, vec![finding.location.span.clone()]),
        diagnostics: vec![finding],
        comparison: None,
    }
}

/// The diagnostics for `found`, in the order of their places; `secrets` are those of the document, where
/// a rule has asked for them.
pub(super) fn diagnostics<'d>(
    document: &'d Document<'d>,
    mut found: Vec<ReportedFinding<'d>>,
    secrets: Option<&Vec<Secret<'d>>>,
) -> Outcome {
    let lines = &document.line_index();
    found.sort_by(|a, b| {
        let key = |one: &ReportedFinding| (one.finding.span.start, one.finding.span.end, one.rule);
        key(a).cmp(&key(b))
    });
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut pointers = PointerIndex::default();
    let mut diagnostics: Vec<Diagnostic> = found
        .into_iter()
        .map(|one| {
            let ReportedFinding {
                rule,
                severity,
                names,
                finding,
            } = one;
            let path = pointers.to(finding.at);
            let what = [rule, &names.join("/"), &path.stable, &finding.message];
            let base = digest(&what);
            let count = seen.entry(base.clone()).or_default();
            *count += 1;
            // Equal findings about equal items are distinguished by their number.
            let fingerprint = match *count {
                1 => base,
                number => digest(&[&base, &number.to_string()]),
            };
            let mut label = |(at, message): (Value<'d>, String)| Label {
                message,
                location: location(pointers.to(at).pointer, at.span(), lines, Vec::new()),
            };
            Diagnostic {
                rule,
                severity,
                message: finding.message,
                location: location(path.pointer, finding.span, lines, names),
                labels: finding.labels.into_iter().map(&mut label).collect(),
                help: finding.help,
                fix: finding.fix,
                fingerprint,
            }
        })
        .collect();
    let spans: Vec<Range<usize>> = diagnostics.iter().flat_map(shown).collect();
    let mask = secrets.map_or_else(
        || Mask::of_spans(document, spans.clone()),
        |secrets| Mask::of(secrets),
    );
    for one in &mut diagnostics {
        hide(one, &mask);
    }
    Outcome {
        hidden: mask.near(document.text(), spans),
        diagnostics,
        comparison: None,
    }
}

/// The bytes that a report may show for a finding: its place, and what its fix edits.
fn shown(finding: &Diagnostic) -> impl Iterator<Item = Range<usize>> {
    let labels = finding.labels.iter().map(|label| &label.location);
    let locations = std::iter::once(&finding.location).chain(labels);
    let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
    let edits = edits.map(|edit| edit.span.clone());
    locations.map(|location| location.span.clone()).chain(edits)
}

/// A longer edit is not searched: it contains the whole document.
const LONG_EDIT: usize = 1 << 16;

/// Removes secrets from a finding. Its fingerprint stays, because it reveals nothing.
fn hide(diagnostic: &mut Diagnostic, mask: &Mask) {
    if let Some(fix) = &mut diagnostic.fix {
        let is_secret = |text: &str| matches!(mask.text(text), Cow::Owned(_));
        fix.has_secret = fix.edits.iter().any(|edit| {
            mask.touches(&edit.span) || edit.text.len() < LONG_EDIT && is_secret(&edit.text)
        });
    }
    let labels = diagnostic
        .labels
        .iter_mut()
        .map(|label| &mut label.location);
    for location in labels.chain([&mut diagnostic.location]) {
        // Escapes hide what a key says.
        if location.pointer.contains('~') {
            let open = |key: &str| mask.text(key).into_owned();
            location.pointer = with_tokens(&location.pointer, open);
        }
    }
    let mut texts = texts(diagnostic);
    let mut all = String::new();
    for text in &texts {
        all.push_str(text);
        all.push('\n');
    }
    // Most findings contain no secrets.
    if matches!(mask.text(&all), Cow::Borrowed(_)) {
        return;
    }
    for text in &mut texts {
        if let Cow::Owned(open) = mask.text(text) {
            **text = open;
        }
    }
}

/// Every text of a finding that a report may show.
fn texts(diagnostic: &mut Diagnostic) -> Vec<&mut String> {
    fn of_location(location: &mut Location) -> impl Iterator<Item = &mut String> {
        std::iter::once(&mut location.pointer).chain(&mut location.names)
    }
    let mut texts: Vec<&mut String> = vec![&mut diagnostic.message];
    texts.extend(of_location(&mut diagnostic.location));
    for label in &mut diagnostic.labels {
        texts.push(&mut label.message);
        texts.extend(of_location(&mut label.location));
    }
    texts.extend(&mut diagnostic.help);
    texts.extend(diagnostic.fix.as_mut().map(|fix| &mut fix.message));
    texts
}

fn location(
    pointer: String,
    span: Range<usize>,
    lines: &LineIndex,
    names: Vec<String>,
) -> Location {
    Location {
        pointer,
        start: lines.position(span.start),
        end: lines.position(span.end),
        span,
        names,
    }
}

/// Twelve hexadecimal digits, a hash of `parts`.
fn digest(parts: &[&str]) -> String {
    let uuid = Uuid::new_v5(&Uuid::NAMESPACE_OID, parts.join("\u{1f}").as_bytes());
    let mut text = uuid.simple().to_string();
    text.truncate(12);
    text
}

//! Two texts side by side, line by line.

use serde::Serialize;
use similar::{DiffOp, TextDiff};

use crate::diff::SideBySide;
use crate::report::visible::push;

/// Unchanged lines that are shown around changed ones.
const CONTEXT: usize = 3;
/// Longer texts would take longer to compare than anyone reads them.
const LONGEST: usize = 200_000;

/// A row: the left and the right text, each with its line number if it has one.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// `same`, `changed` or `gap`.
    kind: &'static str,
    left: Option<Line>,
    right: Option<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    number: usize,
    text: String,
}

/// The changed lines of two texts with some around them; none where they are too long.
pub(super) fn rows<'t>(texts: &'t SideBySide) -> Vec<Row> {
    if texts.before.len().max(texts.after.len()) > LONGEST {
        return Vec::new();
    }
    let (left, right): (Vec<&str>, Vec<&str>) = (
        texts.before.lines().collect(),
        texts.after.lines().collect(),
    );
    // A member that is no longer the last gets a comma, and says the same.
    let plain = |lines: &[&'t str]| -> Vec<&'t str> {
        let lines = lines.iter();
        lines.map(|line| line.trim_end_matches(',')).collect()
    };
    let (old, new) = (plain(&left), plain(&right));
    let diff = TextDiff::from_slices(&old, &new);
    let mut rows = Vec::new();
    for group in diff.grouped_ops(CONTEXT) {
        if !rows.is_empty() {
            rows.push(Row {
                kind: "gap",
                left: None,
                right: None,
            });
        }
        for op in group {
            let (old, new) = (op.old_range(), op.new_range());
            let kind = if matches!(op, DiffOp::Equal { .. }) {
                "same"
            } else {
                "changed"
            };
            for index in 0..old.len().max(new.len()) {
                rows.push(Row {
                    kind,
                    left: line(&left, old.start + index, old.end),
                    right: line(&right, new.start + index, new.end),
                });
            }
        }
    }
    rows
}

fn line(lines: &[&str], index: usize, end: usize) -> Option<Line> {
    let text = lines.get(index).filter(|_| index < end)?;
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\t' {
            shown.push_str("    ");
        } else {
            push(&mut shown, c);
        }
    }
    Some(Line {
        number: index + 1,
        text: shown,
    })
}

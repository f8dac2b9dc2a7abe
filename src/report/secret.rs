//! What must not be shown: the source at a finding about a secret is the secret.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, FileReport, Fix};

/// Whether the source at findings of `rule` may be a secret.
pub(super) fn is_about_secrets(rule: &str) -> bool {
    rule.starts_with("secret-") || rule.starts_with("awsv4-credential")
}

/// The bytes of a file that no report shows, in order.
#[derive(Debug)]
pub(super) struct Hidden(Vec<Range<usize>>);

impl Hidden {
    pub(super) fn of(file: &FileReport) -> Self {
        let secret = |one: &&Diagnostic| is_about_secrets(one.rule);
        let found = file.diagnostics.iter().filter(secret);
        let mut spans: Vec<_> = found.map(|one| one.place.span.clone()).collect();
        spans.sort_by_key(|span| (span.start, span.end));
        // Joined, so that both starts and ends are in order and can be searched.
        spans.dedup_by(|next, last| {
            let touches = next.start <= last.end;
            if touches {
                last.end = last.end.max(next.end);
            }
            touches
        });
        Self(spans)
    }

    /// The hidden bytes that `offset` is one of.
    pub(super) fn at(&self, offset: usize) -> Option<&Range<usize>> {
        let after = self.0.partition_point(|span| span.end <= offset);
        self.0.get(after).filter(|span| span.contains(&offset))
    }

    fn touches(&self, other: &Range<usize>) -> bool {
        let after = self.0.partition_point(|span| span.end <= other.start);
        self.0.get(after).is_some_and(|span| span.start < other.end)
    }

    /// The fix of a finding, unless its edits could carry a hidden value along.
    pub(super) fn open_fix<'d>(&self, diagnostic: &'d Diagnostic) -> Option<&'d Fix> {
        let fix = diagnostic.fix.as_ref()?;
        let closed = |span: &Range<usize>| self.touches(span);
        let is_closed =
            is_about_secrets(diagnostic.rule) || fix.edits.iter().any(|edit| closed(&edit.span));
        (!is_closed).then_some(fix)
    }
}

//! The bytes of a file that no report shows.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, FileReport, Fix};

/// The bytes of a file that no report shows, in order.
#[derive(Debug)]
pub(super) struct HiddenRanges<'r>(&'r [Range<usize>]);

impl<'r> HiddenRanges<'r> {
    pub(super) fn of(file: &'r FileReport) -> Self {
        Self(&file.hidden)
    }

    /// The hidden bytes that `offset` is one of.
    pub(super) fn at(&self, offset: usize) -> Option<&Range<usize>> {
        let after = self.0.partition_point(|span| span.end <= offset);
        self.0.get(after).filter(|span| span.contains(&offset))
    }
}

/// The fix of a finding, unless its edits carry a secret along.
pub(super) fn open_fix(diagnostic: &Diagnostic) -> Option<&Fix> {
    diagnostic.fix.as_ref().filter(|fix| !fix.has_secret)
}

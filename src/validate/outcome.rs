use std::ops::Range;

use crate::diagnostic::{Comparison, Diagnostic};

/// The result of validating a document.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The findings, in the order of their places, without secrets.
    pub diagnostics: Vec<Diagnostic>,
    /// The bytes of the text that no report may show, for [`FileReport::hidden`].
    ///
    /// [`FileReport::hidden`]: crate::diagnostic::FileReport::hidden
    pub hidden: Vec<Range<usize>>,
    /// What comparing a collection with the catalogue says, when one is given.
    pub comparison: Option<Comparison>,
}

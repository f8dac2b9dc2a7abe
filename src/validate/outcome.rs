use std::ops::Range;

use crate::diagnostic::Diagnostic;

/// What validating a document comes to.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The findings, in the order of their places. Nothing in them is secret.
    pub diagnostics: Vec<Diagnostic>,
    /// The bytes of the text that no report may show, for [`FileReport::hidden`].
    ///
    /// [`FileReport::hidden`]: crate::diagnostic::FileReport::hidden
    pub hidden: Vec<Range<usize>>,
}

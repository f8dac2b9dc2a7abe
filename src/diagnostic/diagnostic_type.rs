use std::ops::Range;

use super::{Comparison, Fix, Severity};
use crate::json::Position;

/// One finding, with everything that a report may show of it. It never holds a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The id of the rule that found it.
    pub rule: &'static str,
    /// Its severity in this run.
    pub severity: Severity,
    /// One sentence that says what is wrong.
    pub message: String,
    /// Where.
    pub location: Location,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
    /// A change of the text that fixes it.
    pub fix: Option<Fix>,
    /// Twelve hexadecimal digits that stay the same when the file is formatted or reordered.
    pub fingerprint: String,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// JSON pointer of the value.
    pub pointer: String,
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// Where it starts.
    pub start: Position,
    /// Where it ends, exclusive.
    pub end: Position,
    /// The names of the folders and the request it is in, outermost first.
    pub names: Vec<String>,
}

impl Location {
    /// The names as people read them: `Sales › Sales Invoice › Create`.
    pub fn path(&self) -> String {
        self.names.join(" › ")
    }
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it is: "first defined here".
    pub message: String,
    /// Where.
    pub location: Location,
}

/// The findings of one file.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// The file's name as it was given, with `/` between folders; `-` for stdin.
    pub path: String,
    /// Its text, for code frames; empty where it could not be read as text.
    pub text: String,
    /// The bytes of the text that no report shows, in order and disjoint: the secrets
    /// near the findings.
    pub hidden: Vec<Range<usize>>,
    /// The findings, in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
    /// What comparing it with the catalogue of its API says, where that was asked for.
    pub comparison: Option<Comparison>,
}

//! Writes what was found, in the formats that people and machines read: one file a format, all from
//! the same [`Run`].
//!
//! Nothing here reads a file, a clock or the environment: the same run is the same text.

mod comparison;
pub(crate) mod counts;
pub mod diff;
mod format;
mod frame;
mod github;
mod gitlab;
mod groups;
mod human;
mod json;
mod junit;
mod locate;
mod markdown;
mod path;
mod sarif;
mod secret;
mod short;
pub(crate) mod visible;
mod window;

pub use format::Format;
pub use json::schema as json_schema;

use crate::diagnostic::Run;

/// A format of findings.
pub type ReportFormat = Format<fn(&Run, &Options) -> String>;

/// The formats of findings; the first is the default.
pub const FORMATS: &[ReportFormat] = &[
    human::FORMAT,
    short::FORMAT,
    json::FORMAT,
    sarif::FORMAT,
    junit::FORMAT,
    github::FORMAT,
    gitlab::FORMAT,
    markdown::FORMAT,
];

impl ReportFormat {
    /// `run` in this format. The text ends with a line break, unless there is nothing to say.
    pub fn render(&self, run: &Run, options: &Options) -> String {
        (self.render)(run, options)
    }
}

/// What a report may look like; the formats for machines are always the same.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether the human format uses colours.
    pub colour: bool,
    /// How many columns the human format may take for a line of source.
    pub width: usize,
    /// Whether the human format counts the findings of each rule instead of showing them, and the
    /// Markdown format beside them.
    pub stats: bool,
    /// How many causes of a rule the human and the Markdown format show in a file; `None` for a few, and
    /// less of long reports.
    pub max_findings: Option<usize>,
    /// Whether the human and the GitHub format leave out the summary line.
    pub quiet: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            colour: false,
            width: 100,
            stats: false,
            max_findings: None,
            quiet: false,
        }
    }
}

//! Writes what was found, in the formats that people and machines read: one file a format, all from
//! the same [`Run`].
//!
//! Nothing here reads a file, a clock or the environment: the same run is the same text.

mod counts;
pub mod diff;
mod frame;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod locate;
mod markdown;
mod path;
mod sarif;
mod secret;
mod visible;
mod window;

pub use json::schema as json_schema;

use crate::diagnostic::Run;

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportFormat {
    /// Code frames for a terminal.
    Human,
    /// The tool's own JSON; its schema is [`json_schema`].
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// `JUnit` XML, for CI servers.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
    /// GitLab's Code Quality JSON.
    Gitlab,
    /// A comment for a pull request.
    Markdown,
}

impl ReportFormat {
    /// Every format.
    pub const ALL: [Self; 7] = [
        Self::Human,
        Self::Json,
        Self::Sarif,
        Self::Junit,
        Self::Github,
        Self::Gitlab,
        Self::Markdown,
    ];

    /// Its name: `human`, `json`, `sarif`, `junit`, `github`, `gitlab` or `markdown`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Markdown => "markdown",
        }
    }
}

/// What a report may look like; the formats for machines are always the same.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether the human format uses colours.
    pub colour: bool,
    /// How many columns the human format may take for a line of source.
    pub width: usize,
    /// Whether the human and the Markdown format count the findings of each rule.
    pub stats: bool,
    /// Whether the human and the GitHub format leave out the summary line.
    pub quiet: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            colour: false,
            width: 100,
            stats: false,
            quiet: false,
        }
    }
}

/// `run` as `format`. The text ends with a line break, unless there is nothing to say.
pub fn render(format: ReportFormat, run: &Run, options: &Options) -> String {
    match format {
        ReportFormat::Human => human::render(run, options),
        ReportFormat::Json => json::render(run),
        ReportFormat::Sarif => sarif::render(run),
        ReportFormat::Junit => junit::render(run),
        ReportFormat::Github => github::render(run, options),
        ReportFormat::Gitlab => gitlab::render(run),
        ReportFormat::Markdown => markdown::render(run, options),
    }
}

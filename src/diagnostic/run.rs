use super::{FileReport, Severity};

/// What one run of the tool found: everything that a report is made from.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The files that were read, including those without findings, in the order of the report.
    pub files: Vec<FileReport>,
    /// The rules that were on.
    pub rules: Vec<RuleInfo>,
    /// The files that were found but skipped.
    pub skipped: Vec<Skipped>,
    /// The working folder, with `/` between folders, from which services name the files; empty where
    /// it is not known.
    pub folder: String,
}

/// What a report says of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleInfo {
    /// Its id, in kebab case.
    pub id: &'static str,
    /// One sentence, with a full stop.
    pub summary: &'static str,
    /// Its page, in Markdown.
    pub page: &'static str,
    /// The path of its module, `sqlacc_postman::validate::rules::…`.
    pub module: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// Whether the tool can fix some of them.
    pub fixable: bool,
}

/// A file that was found but skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its name, as in [`FileReport::path`].
    pub path: String,
    /// What it is instead: "a Postman environment".
    pub reason: String,
}

//! Version 1 of the JSON report: what is documented, and only grows.

use schemars::JsonSchema;
use serde::Serialize;

/// The version that the structures of this file are.
pub(super) const VERSION: u32 = 1;

/// What `sqlacc-postman validate --format json` prints.
#[derive(Serialize, JsonSchema)]
pub(super) struct Report<'r> {
    /// The version of this format; it changes when a member changes its meaning or goes away.
    /// New members may come without it.
    #[schemars(extend("const" = VERSION))]
    pub(super) version: u32,
    /// What wrote the report.
    pub(super) tool: Tool,
    /// How much was found.
    pub(super) summary: Summary,
    /// The files that were read, those without findings too.
    pub(super) files: Vec<File<'r>>,
    /// The rules that were on.
    pub(super) rules: Vec<Rule>,
    /// The files that were found but not looked into.
    pub(super) skipped: Vec<Skipped<'r>>,
}

/// The program and its version.
#[derive(Serialize, JsonSchema)]
pub(super) struct Tool {
    /// The name of the program.
    pub(super) name: &'static str,
    /// Its version.
    pub(super) version: &'static str,
}

/// How much was found, each place counted.
#[derive(Serialize, JsonSchema)]
pub(super) struct Summary {
    /// How many files were read.
    pub(super) files: usize,
    /// How many of them have findings.
    pub(super) files_with_findings: usize,
    /// How many findings are errors.
    pub(super) errors: usize,
    /// How many findings are warnings.
    pub(super) warnings: usize,
    /// How many findings are infos.
    pub(super) infos: usize,
    /// How many findings `--fix` fixes.
    pub(super) safe_fixes: usize,
    /// How many more findings `--unsafe-fixes` fixes.
    pub(super) unsafe_fixes: usize,
}

/// A file and its findings.
#[derive(Serialize, JsonSchema)]
pub(super) struct File<'r> {
    /// Its name as it was given, with `/` between folders; `-` for stdin.
    pub(super) path: &'r str,
    /// Its findings, the worst first and those of a rule together.
    pub(super) findings: Vec<Finding<'r>>,
    /// What comparing it with the catalogue of the API says; null where it was not asked for.
    pub(super) catalogue: Option<Catalogue>,
}

/// What comparing a file with the catalogue of the API says.
#[derive(Serialize, JsonSchema)]
pub(super) struct Catalogue {
    /// The name of the API.
    pub(super) api: &'static str,
    /// How many different calls its requests and the original requests of its saved examples are.
    pub(super) calls: usize,
    /// How many of them the catalogue has.
    pub(super) known_calls: usize,
    /// How many fields and filters it does not have; null where the rules about them were off.
    pub(super) unknown_fields: Option<usize>,
    /// How many calls of the catalogue the file does not have.
    pub(super) unused_calls: usize,
    /// Names that the service has until or since one of its builds.
    pub(super) build_names: Vec<BuildName>,
}

/// A name in the file that the service has until or since one of its builds.
#[derive(Serialize, JsonSchema)]
pub(super) struct BuildName {
    /// The name.
    pub(super) name: &'static str,
    /// The first build that has the new name.
    pub(super) build: &'static str,
    /// Whether this is the new name.
    pub(super) is_new: bool,
}

/// A finding: what a rule says of one place, or the same of many.
#[derive(Serialize, JsonSchema)]
pub(super) struct Finding<'r> {
    /// The id of the rule that found it.
    pub(super) rule: &'static str,
    /// How bad it is.
    pub(super) severity: Severity,
    /// One sentence that says what is wrong.
    pub(super) message: &'r str,
    /// What to do about it.
    pub(super) help: Option<&'r str>,
    /// The first place, whose members are the finding's own.
    #[serde(flatten)]
    pub(super) place: Place<'r>,
    /// The other places, in their order.
    pub(super) also_at: Vec<Place<'r>>,
}

/// Where a finding is, and how it can be fixed there.
#[derive(Serialize, JsonSchema)]
pub(super) struct Place<'r> {
    /// Where.
    pub(super) location: Location<'r>,
    /// Other places that belong to it.
    pub(super) labels: Vec<Label<'r>>,
    /// What fixes it: `--fix` (safe), `--unsafe-fixes` (unsafe) or only you (null).
    pub(super) fixable: Option<Fixable>,
    /// A change of the text that fixes it; null also where it would show a secret.
    pub(super) fix: Option<Fix<'r>>,
    /// Twelve hexadecimal digits that stay the same when the file is formatted or reordered.
    pub(super) fingerprint: &'r str,
}

/// How bad a finding is.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Severity {
    Error,
    Warning,
    Info,
}

/// Whether a fix may be applied without being looked at.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Fixable {
    Safe,
    Unsafe,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
pub(super) struct Location<'r> {
    /// JSON pointer (RFC 6901) of the value.
    pub(super) pointer: &'r str,
    /// The names of the folders and the request it is in, outermost first.
    pub(super) names: &'r [String],
    /// Where it starts.
    pub(super) start: Point,
    /// Where it ends, exclusive.
    pub(super) end: Point,
}

/// A point in a file.
#[derive(Serialize, JsonSchema)]
pub(super) struct Point {
    /// The line, from 1.
    #[schemars(range(min = 1))]
    pub(super) line: usize,
    /// The column, from 1, in characters (Unicode scalar values).
    #[schemars(range(min = 1))]
    pub(super) column: usize,
    /// The byte, from 0, a byte order mark included.
    pub(super) offset: usize,
}

/// Another place that belongs to a finding.
#[derive(Serialize, JsonSchema)]
pub(super) struct Label<'r> {
    /// What is there.
    pub(super) message: &'r str,
    /// Where.
    pub(super) location: Location<'r>,
}

/// A change of the text that fixes a finding.
#[derive(Serialize, JsonSchema)]
pub(super) struct Fix<'r> {
    /// What it does, as an order.
    pub(super) message: &'r str,
    /// The edits, which do not overlap; all of them or none.
    pub(super) edits: Vec<Edit<'r>>,
}

/// A replacement in the text.
#[derive(Serialize, JsonSchema)]
pub(super) struct Edit<'r> {
    /// Where the bytes start that are replaced.
    pub(super) start: Point,
    /// Where they end, exclusive; the start again to insert.
    pub(super) end: Point,
    /// The text that replaces them.
    pub(super) text: &'r str,
}

/// A rule.
#[derive(Serialize, JsonSchema)]
pub(super) struct Rule {
    /// Its id.
    pub(super) id: &'static str,
    /// What it finds, in a sentence.
    pub(super) summary: &'static str,
    /// How bad its findings are.
    pub(super) severity: Severity,
    /// Whether the tool can fix some of them.
    pub(super) fixable: bool,
}

/// A file that was found but not looked into.
#[derive(Serialize, JsonSchema)]
pub(super) struct Skipped<'r> {
    /// Its name.
    pub(super) path: &'r str,
    /// What it is instead of a collection.
    pub(super) reason: &'r str,
}

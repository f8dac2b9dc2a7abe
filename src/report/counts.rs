//! How much was found, in numbers and in a sentence.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostic::{Applicability, Diagnostic, Run, Severity};

/// Findings of a run from which on the table by rule comes first, in the formats for people.
pub(super) const MANY: usize = 50;

/// The numbers of a run, or of a part of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) infos: usize,
    /// Of all these, how many `--fix` fixes.
    pub(super) safe_fixes: usize,
    /// How many more `--unsafe-fixes` fixes.
    pub(super) unsafe_fixes: usize,
}

impl Counts {
    pub(super) fn of<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let mut counts = Self::default();
        for one in diagnostics {
            match one.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Info => counts.infos += 1,
            }
            match one.fix.as_ref().map(|fix| fix.applicability) {
                Some(Applicability::Safe) => counts.safe_fixes += 1,
                Some(Applicability::Unsafe) => counts.unsafe_fixes += 1,
                None => {}
            }
        }
        counts
    }

    pub(super) fn of_run(run: &Run) -> Self {
        Self::of(run.files.iter().flat_map(|file| &file.diagnostics))
    }

    pub(super) fn total(self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// `3 errors, 1 warning`; empty when nothing was found.
    pub(super) fn message(self) -> String {
        let parts = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.infos, "info"),
        ];
        let some = parts.iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> = some.map(|(count, noun)| plural(*count, noun)).collect();
        words.join(", ")
    }
}

/// `1 file`, `2 files`.
pub(crate) fn plural(count: usize, noun: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{s}")
}

/// The whole run in a line: `3 errors, 1 warning in 2 of 12 files (1 can be fixed with --fix)`.
pub(super) fn sentence(run: &Run) -> String {
    let counts = Counts::of_run(run);
    let files = run.files.len();
    let mut sentence = if counts.total() == 0 {
        format!("no findings in {}", plural(files, "file"))
    } else {
        let clean = run.files.iter().filter(|file| file.diagnostics.is_empty());
        let with = files - clean.count();
        let of = if with == files {
            String::new()
        } else {
            format!("{with} of ")
        };
        format!("{} in {of}{}", counts.message(), plural(files, "file"))
    };
    let fixable = match (counts.safe_fixes, counts.unsafe_fixes) {
        (0, 0) => String::new(),
        (safe, 0) => format!(" ({safe} can be fixed with --fix)"),
        (0, more) => format!(" ({more} can be fixed with --unsafe-fixes)"),
        (safe, more) => {
            format!(" ({safe} can be fixed with --fix, {more} more with --unsafe-fixes)")
        }
    };
    sentence.push_str(&fixable);
    if !run.skipped.is_empty() {
        let skipped = plural(run.skipped.len(), "file");
        let _ = write!(sentence, "; {skipped} skipped");
    }
    sentence
}

/// How many findings each rule has and how bad the worst is, most findings first.
pub(super) fn by_rule(run: &Run) -> Vec<(&'static str, Severity, usize)> {
    let mut rules: BTreeMap<&str, (Severity, usize)> = BTreeMap::new();
    for one in run.files.iter().flat_map(|file| &file.diagnostics) {
        let entry = rules.entry(one.rule).or_insert((one.severity, 0));
        entry.0 = entry.0.max(one.severity);
        entry.1 += 1;
    }
    let mut counted: Vec<_> = rules
        .into_iter()
        .map(|(rule, (severity, count))| (rule, severity, count))
        .collect();
    counted.sort_by_key(|(_, _, count)| Reverse(*count));
    counted
}

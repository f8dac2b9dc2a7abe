use std::ops::Range;

use crate::diagnostic::{Applicability, Edit, Fix, Severity};
use crate::json::Value;
use crate::postman::view::Item;

/// What a rule reports: symbolic places, resolved at the end.
#[derive(Debug)]
pub(crate) struct Finding<'d> {
    pub(super) at: Value<'d>,
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) labels: Vec<(Value<'d>, String)>,
    pub(super) help: Option<String>,
    pub(super) fix: Option<Fix>,
}

impl<'d> Finding<'d> {
    /// A finding about the value `at`: one sentence, without a full stop at the end.
    pub(crate) fn new(at: Value<'d>, message: impl Into<String>) -> Self {
        Self {
            at,
            span: at.span(),
            message: message.into(),
            labels: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// The same finding, shown at `span`, bytes of the text inside the value.
    #[must_use]
    pub(crate) fn span(mut self, span: Range<usize>) -> Self {
        self.span = span;
        self
    }

    /// The same finding with another place that belongs to it.
    #[must_use]
    pub(crate) fn label(mut self, at: Value<'d>, message: impl Into<String>) -> Self {
        self.labels.push((at, message.into()));
        self
    }

    /// The same finding with what to do about it.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same finding with a fix that changes nothing that is sent, run or read, and loses no text.
    #[must_use]
    pub(crate) fn safe_fix(self, message: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.fix(Applicability::Safe, message, edits)
    }

    /// The same finding with an unsafe fix that removes what is unused: it is applied after all others.
    #[must_use]
    pub(crate) fn removal_of_unused(self, message: impl Into<String>, edits: Vec<Edit>) -> Self {
        let mut finding = self.unsafe_fix(message, edits);
        if let Some(fix) = &mut finding.fix {
            fix.is_last = true;
        }
        finding
    }

    /// The same finding with a fix that may change what the collection does or means.
    #[must_use]
    pub(crate) fn unsafe_fix(self, message: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.fix(Applicability::Unsafe, message, edits)
    }

    fn fix(
        mut self,
        applicability: Applicability,
        message: impl Into<String>,
        edits: Vec<Edit>,
    ) -> Self {
        self.fix = Some(Fix {
            applicability,
            message: message.into(),
            edits,
            has_secret: false,
            is_last: false,
        });
        self
    }
}

/// Collects what the rules report.
#[derive(Debug)]
pub(crate) struct Sink<'d> {
    /// The rule that reports, and the severity of its findings.
    rule: &'static str,
    severity: Severity,
    /// The names of the items that are being checked, outermost first.
    names: Vec<String>,
    pub(super) found: Vec<ReportedFinding<'d>>,
}

/// A finding with its rule and its item.
#[derive(Debug)]
pub(super) struct ReportedFinding<'d> {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) names: Vec<String>,
    pub(super) finding: Finding<'d>,
}

impl<'d> Sink<'d> {
    /// An empty sink.
    pub(super) fn new() -> Self {
        Self {
            rule: "",
            severity: Severity::Error,
            names: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Sets the rule that reports from here on.
    pub(super) fn begin(&mut self, rule: &'static str, severity: Severity) {
        self.rule = rule;
        self.severity = severity;
    }

    /// Sets the item that is being checked from here on, which is in `folders`.
    pub(super) fn enter(&mut self, folders: &[Item<'d>], item: &Item<'d>) {
        // In the order of the text the folders are mostly those of the item before.
        self.names.truncate(folders.len());
        let known = self.names.len();
        let path = folders.iter().chain([item]).skip(known);
        self.names
            .extend(path.map(|item| item.name_text().into_owned()));
    }

    /// Adds a finding.
    pub(crate) fn report(&mut self, finding: Finding<'d>) {
        self.found.push(ReportedFinding {
            rule: self.rule,
            severity: self.severity,
            names: self.names.clone(),
            finding,
        });
    }

    /// Adds a finding about an item other than the one that is being checked.
    pub(crate) fn report_in(&mut self, names: Vec<String>, finding: Finding<'d>) {
        self.found.push(ReportedFinding {
            rule: self.rule,
            severity: self.severity,
            names,
            finding,
        });
    }
}

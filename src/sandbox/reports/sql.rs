//! Conditions on movements.

use crate::sandbox::database::Value;

/// Conditions that all hold, with their parameters in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Conditions {
    parts: Vec<String>,
    pub(super) parameters: Vec<Value>,
}

impl Conditions {
    /// Adds a condition in which `?` stands for `value`.
    pub(super) fn and(mut self, condition: &str, value: impl Into<Value>) -> Self {
        self.parameters.push(value.into());
        let mark = format!("?{}", self.parameters.len());
        self.parts.push(condition.replace('?', &mark));
        self
    }

    /// Adds the condition without a parameter.
    pub(super) fn always(mut self, condition: &str) -> Self {
        self.parts.push(condition.to_owned());
        self
    }

    /// Adds that `column`, whatever its case, is one of `folded`, when there are any.
    pub(super) fn among(mut self, column: &str, folded: &[String]) -> Self {
        if folded.is_empty() {
            return self;
        }
        let first = self.parameters.len() + 1;
        let marks: Vec<String> = (first..)
            .take(folded.len())
            .map(|at| format!("?{at}"))
            .collect();
        let marks = marks.join(", ");
        self.parts.push(format!("LOWER({column}) IN ({marks})"));
        self.parameters
            .extend(folded.iter().map(|text| text.as_str().into()));
        self
    }

    /// The conditions behind `WHERE`; nothing when there are none.
    pub(super) fn sql(&self) -> String {
        if self.parts.is_empty() {
            return String::new();
        }
        format!(" WHERE {}", self.parts.join(" AND "))
    }
}

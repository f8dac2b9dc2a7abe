//! What the tool reports: one type for all producers, one slice for all formats.

mod comparison;
mod diagnostic_type;
mod fix;
mod run;
mod severity;

pub use comparison::{BuildName, Comparison};
pub use diagnostic_type::{Diagnostic, FileReport, Label, Location};
pub use fix::{Applicability, Edit, Fix, apply_fixes, edits_together};
pub use run::{RuleInfo, Run, Skipped};
pub use severity::Severity;

//! Fields of a changed row that the service computes again.

use crate::catalogue::{Derivation, FieldOwner, Operand};

/// The fields of a row of `detail` that are computed from those that have changed, in the row or in
/// its record, also from each other, because they are in the order of computation.
pub(super) fn derived_fields(
    derivations: &[Derivation],
    detail: &str,
    row: &[&str],
    record: &[&str],
) -> Vec<&'static str> {
    let mut derived: Vec<&str> = Vec::new();
    for derivation in derivations {
        let is_for = derivation.only.is_empty() || derivation.only.contains(&detail);
        let is_due = |operand: &Operand| match operand {
            Operand::Own(name) => row.contains(name) || derived.contains(name),
            Operand::Record(name) => record.contains(name),
        };
        let is_row = derivation.owner == FieldOwner::Row;
        if is_for && is_row && derivation.formula.operands().iter().any(is_due) {
            derived.push(derivation.field);
        }
    }
    derived
}

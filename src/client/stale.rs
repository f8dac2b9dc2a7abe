//! What of a changed row no longer holds.

use crate::catalogue::{Derivation, Operand, Place};

/// The fields of a row of `detail` that are worked out from those that have changed, in the row or in
/// its record; from each other too, as they stand in the order in which they are worked out.
pub(super) fn stale(
    derivations: &[Derivation],
    detail: &str,
    row: &[&str],
    record: &[&str],
) -> Vec<&'static str> {
    let mut stale: Vec<&str> = Vec::new();
    for derivation in derivations {
        let is_for = derivation.only.is_empty() || derivation.only.contains(&detail);
        let is_due = |operand: &Operand| match operand {
            Operand::Own(name) => row.contains(name) || stale.contains(name),
            Operand::Record(name) => record.contains(name),
        };
        let is_row = derivation.place == Place::Row;
        if is_for && is_row && derivation.formula.operands().iter().any(is_due) {
            stale.push(derivation.field);
        }
    }
    stale
}

//! Runs of fields that resources share.

mod documents;
mod ledger;
mod masters;
mod rows;

pub(super) use documents::*;
pub(super) use ledger::*;
pub(super) use masters::*;
pub(super) use rows::*;

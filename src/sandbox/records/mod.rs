//! Records in their tables: what is derived from the catalogue once, how a record is written and
//! read, and the stock movements that are stored with it. Rules and refusals are the engine's.

mod draft;
mod layout;
pub(super) mod movement;
mod plan;
mod sql;
pub(super) mod stored;
pub(super) mod tables;
pub(super) mod value;

pub(super) use draft::Draft;
pub(super) use layout::{Array, RecordLayout};
pub(super) use plan::{DerivationStep, Plan, Reference, plans};
pub(super) use stored::StoredRecord;
pub(super) use value::Members;

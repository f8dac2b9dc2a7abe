//! The field dictionary: every field of the API once, with its type, its size or scale where the
//! vendor documents one, one sentence, an example and its codes. Decimals of which the vendor's list says
//! nothing have the scale of their kind there: 2 for money, 4 for quantities, 6 for exchange rates, 8
//! for prices and costs.
//!
//! Names, types and code lists are the vendor's (collection of 2026-01, SDK field list of
//! 2025-01-15). A field whose size differs between resources has the most frequent one here and its
//! own where it is used. The few names with more than one meaning are more than one constant.

mod address;
mod assets;
mod documents;
mod einvoice;
mod keys;
mod maintenance;
mod party;
mod payment;
mod profile;
mod reports;
mod rows;
mod settlement;
mod stock;
mod tax;

pub(super) use address::*;
pub(super) use assets::*;
pub(super) use documents::*;
pub(super) use einvoice::*;
pub(super) use keys::*;
pub(super) use maintenance::*;
pub(super) use party::*;
pub(super) use payment::*;
pub(super) use profile::*;
pub(super) use reports::*;
pub(super) use rows::*;
pub(super) use settlement::*;
pub(super) use stock::*;
pub(super) use tax::*;

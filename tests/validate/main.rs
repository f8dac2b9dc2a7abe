//! `validate` and `fmt`: the command, the rules on their fixtures, and the laws of rules and fixes.

#![allow(clippy::unwrap_used)]

mod catalogue;
mod command;
mod fix_law;
mod fixtures;
mod fuzz;
mod human;
mod numbers;
mod official_schema_gaps;
mod once;
mod one_rule;
#[cfg(feature = "javascript")]
mod rule_places;
#[cfg(feature = "javascript")]
mod rules;
mod volatile;

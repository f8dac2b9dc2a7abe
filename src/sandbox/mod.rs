//! The service that a catalogue describes, on your own machine: records, keys, rules, reports.
//!
//! Tables, routes and rules come from the catalogue; nothing here names a resource. What the real
//! service does and nobody has documented is decided once, where it stands, and can often be
//! switched.

pub mod database;
pub mod engine;
pub mod http;
pub mod keys;
mod machine;
pub mod pdf;
mod records;
pub mod reports;
pub mod seed;

pub use machine::{Machine, NoRandomness};

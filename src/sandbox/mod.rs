//! The service that a catalogue describes, on your own machine: records, keys, rules, reports.
//!
//! Tables, routes and rules come from the catalogue; nothing here names a resource. What the real
//! service does without documentation is decided in one place, and can often be
//! switched.

mod clock_and_rng;
pub mod database;
pub mod engine;
pub mod http;
pub mod keys;
pub mod pdf;
mod records;
mod reports;
pub mod seed;

pub use clock_and_rng::{ClockAndRng, NoRandomness};
pub use reports::ReportError;

//! Stock reports against what was worked out by hand, against the examples, and against the records.

#![allow(clippy::unwrap_used)]

mod company;
#[path = "../databases/mod.rs"]
mod databases;
mod documents;
mod examples;
mod filled;
mod recomputed;

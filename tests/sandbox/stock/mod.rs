//! Stock reports against what was worked out by hand, against the examples, and against the records.

mod company;
mod documents;
mod examples;
mod filled;
mod recomputed;

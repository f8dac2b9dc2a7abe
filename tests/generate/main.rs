//! What `generate` writes: for every catalogue whole, valid and the same on every run.

#![allow(clippy::unwrap_used)]

mod builds;
mod collection;
mod every;
mod options;
mod parcels;
mod refused;
mod reviewed;
mod sqlaccount;

#[path = "../../examples/parcels.rs"]
#[expect(dead_code, unreachable_pub, reason = "it is a program of its own")]
mod example;

//! Against other signers, stage by stage; and against ourselves, on random requests.

#![allow(clippy::unwrap_used, clippy::format_push_string)]

mod authorization;
mod aws_suite;
mod explain;
mod mistakes;
mod properties;
mod unsignable;
mod vectors;

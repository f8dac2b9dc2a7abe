//! Sending requests: signed, again where that helps, and with reasons when nothing comes back.
//!
//! The environment, the clock, prompts and printing are not here: what depends on them comes in as
//! [`Settings`], [`Clock`] and [`Signer`].

mod answer;
mod base;
mod call;
pub mod collection;
mod connection;
mod failure;
mod operation;
mod pages;
mod patch;
mod record_body;
mod refusal_reasons;
mod refused;
mod retry;
mod stale;

pub use answer::Answer;
pub use base::{Base, BaseError};
pub use call::{Call, Signer, Wire};
pub use connection::{Connection, Settings};
pub use failure::Failure;
pub use operation::{Arguments, CallError, call};
pub use pages::{PageError, Whole, whole_list};
pub use patch::{PatchError, Rows, changes, update_body};
pub use record_body::{BodyDefect, body_defects};
pub use refusal_reasons::refusal_reasons;
pub use refused::Refused;
pub use retry::{Client, Clock, Retry};

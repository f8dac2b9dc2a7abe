//! Sending requests: signed, again where that helps, and with reasons when nothing comes back.
//!
//! The environment, the clock, prompts and printing are not here: what depends on them comes in as
//! [`Settings`], [`Clock`] and [`Signer`].

mod answer;
mod base_url;
pub mod collection;
mod connection;
mod derived_fields;
mod error_response;
mod failure;
mod operation;
mod pages;
mod patch;
mod record_body;
mod refusal_reasons;
mod request_spec;
mod retry;

pub use answer::Answer;
pub use base_url::{BaseUrl, BaseUrlError};
pub use connection::{Connection, Settings};
pub use error_response::ErrorResponse;
pub use failure::Failure;
pub use operation::{Arguments, OperationError, operation_request};
pub use pages::{AllRecords, PageError, fetch_all_records};
pub(crate) use patch::changes;
pub use patch::{PatchError, Rows, update_body};
pub use record_body::{BodyDefect, body_defects};
pub(crate) use refusal_reasons::refusal_reasons;
pub use request_spec::{RequestSpec, Signer, WireRequest};
pub use retry::{Client, Clock, Retry};

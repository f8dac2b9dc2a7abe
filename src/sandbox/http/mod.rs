//! The service over HTTP: every request is verified before anything is said about records or users.
//!
//! Two listeners: the service itself, and the console, which is for the machine's own user only.

mod answer;
mod api_request;
mod authenticate;
mod connections;
mod console;
mod explainer;
mod fault_injection;
mod options;
mod rate;
mod recent;
mod request_log;
mod router;
mod service;

pub use connections::serve;
pub use options::{FaultInjection, Limits, Options};
pub use service::{Exporter, HttpError, Parts, Service};

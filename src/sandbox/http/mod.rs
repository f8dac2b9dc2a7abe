//! The service over HTTP: every request is verified before anything is said about records or users.
//!
//! Two listeners: the service itself, and the console, which is for the machine's own user only.

mod answer;
mod authenticate;
mod call;
mod connections;
mod console;
mod observe;
mod options;
mod rate;
mod recent;
mod router;
mod service;
mod trouble;

pub use connections::serve;
pub use options::{Limits, Options, Trouble};
pub use service::{HttpError, Parts, Service, Texts};

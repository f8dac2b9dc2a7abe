//! The service over HTTP: every request is verified before anything is said about records or users.
//!
//! Two listeners: the service itself, and the console, which is for the machine's own user only.

mod answer;
mod authenticate;
mod call;
mod connections;
mod console;
mod limits;
mod observe;
mod rate;
mod recent;
mod service;
mod trouble;

pub use connections::serve;
pub use limits::Limits;
pub use service::{HttpError, Options, Parts, Service, Texts};
pub use trouble::Trouble;

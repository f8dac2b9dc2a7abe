use std::sync::Arc;

use tokio::sync::Mutex;

use super::super::service::{HttpError, Service};
use super::page::Page;
use super::session::Sessions;

/// The console of a service; a copy is the same one.
#[derive(Clone)]
pub(super) struct Console(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) service: Service,
    pub(super) port: u16,
    pub(super) sessions: Sessions,
    pub(super) page: Page,
    /// Passwords are tried one after the other: each takes memory and time on purpose.
    pub(super) door: Mutex<()>,
}

impl Console {
    /// The console of `service`, reached at `port`.
    pub(super) fn new(service: Service, port: u16) -> Result<Self, HttpError> {
        let machine = service.0.parts.machine;
        Ok(Self(Arc::new(Inner {
            service,
            port,
            sessions: Sessions::new(machine),
            page: Page::new()?,
            door: Mutex::default(),
        })))
    }
}

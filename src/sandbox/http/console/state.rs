use std::sync::Arc;

use tokio::sync::Mutex;

use super::super::service::{HttpError, Service};
use super::page::PageTemplate;
use super::session::Sessions;

/// The console of a service; copies share it.
#[derive(Clone)]
pub(super) struct Console(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) service: Service,
    pub(super) port: u16,
    pub(super) sessions: Sessions,
    pub(super) page: PageTemplate,
    /// Passwords are checked one at a time: each check takes memory and time on purpose.
    pub(super) login_lock: Mutex<()>,
}

impl Console {
    /// The console of `service`, reached at `port`.
    pub(super) fn new(service: Service, port: u16) -> Result<Self, HttpError> {
        let system = service.0.parts.system;
        Ok(Self(Arc::new(Inner {
            service,
            port,
            sessions: Sessions::new(system),
            page: PageTemplate::new()?,
            login_lock: Mutex::default(),
        })))
    }
}

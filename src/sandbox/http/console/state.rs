use std::net::SocketAddr;
use std::sync::Arc;

use tokio::sync::Mutex;

use super::super::service::{HttpError, Service};
use super::lockout::Lockout;
use super::page::PageTemplate;
use super::session::Sessions;

/// The console of a service; copies share it.
#[derive(Clone)]
pub(super) struct Console(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) service: Service,
    pub(super) address: SocketAddr,
    pub(super) sessions: Sessions,
    pub(super) lockout: Lockout,
    pub(super) page: PageTemplate,
    /// Passwords are checked one at a time: each check takes memory and time on purpose.
    pub(super) login_lock: Mutex<()>,
}

impl Console {
    /// The console of `service`, which listens at `address`.
    pub(super) fn new(service: Service, address: SocketAddr) -> Result<Self, HttpError> {
        let system = service.0.parts.system;
        Ok(Self(Arc::new(Inner {
            service,
            address,
            sessions: Sessions::new(system),
            lockout: Lockout::new(system),
            page: PageTemplate::new()?,
            login_lock: Mutex::default(),
        })))
    }
}

//! The console: what the program's API Secret Key dialog has, for the machine's own user.
//!
//! It listens on the machine itself only, answers to its own name only (or a page elsewhere could
//! point a name of its own here), and changes nothing without a session, its token and the origin of
//! its own pages. It works without scripts; with them it can copy.

mod actions;
mod connect;
mod guard;
mod page;
mod session;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tokio::sync::Mutex;

use super::service::{HttpError, Service};
use guard::guard;
use page::Page;
use session::Sessions;

/// The largest form.
const FORM: usize = 16 << 10;

/// The console of a service; a copy is the same one.
#[derive(Clone)]
struct Console(Arc<Inner>);

struct Inner {
    service: Service,
    port: u16,
    sessions: Sessions,
    page: Page,
    /// Passwords are tried one after the other: each takes memory and time on purpose.
    door: Mutex<()>,
}

pub(super) fn router(service: &Service, port: u16) -> Result<Router, HttpError> {
    let console = Console(Arc::new(Inner {
        service: service.clone(),
        port,
        sessions: Sessions::new(service.0.parts.machine),
        page: Page::new()?,
        door: Mutex::default(),
    }));
    Ok(Router::new()
        .route("/", get(views::front))
        .route("/login", post(actions::log_in))
        .route("/logout", post(actions::log_out))
        .route("/keys/generate", post(actions::generate))
        .route("/keys/revoke", post(actions::revoke))
        .route("/keys/test", post(actions::test))
        .route("/keys/copy", post(actions::copy))
        .route("/users/password", post(actions::set_password))
        .route("/postman_collection.json", get(views::collection))
        .fallback(views::nothing_here)
        .layer(DefaultBodyLimit::max(FORM))
        .layer(from_fn_with_state(console.clone(), guard))
        .with_state(console))
}

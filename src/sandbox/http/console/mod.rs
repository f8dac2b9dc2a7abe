//! The console: what the program's API Secret Key dialog has, for the machine's own user.
//!
//! It listens on this machine only, answers to its own name only (or a page elsewhere could
//! point a name of its own here), and changes nothing without a session, its token and the origin of
//! its own pages. It works without scripts; with them it can copy, and test a
//! connection beside a new key.

mod actions;
mod connect;
mod guard;
mod lockout;
mod page;
mod session;
mod state;
mod views;

use std::net::SocketAddr;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use super::service::{HttpError, Service};
use guard::guard;
use state::Console;

/// The largest form.
const FORM: usize = 16 << 10;

pub(super) fn router(service: &Service, address: SocketAddr) -> Result<Router, HttpError> {
    let console = Console::new(service.clone(), address)?;
    Ok(Router::new()
        .route("/", get(views::front))
        .route("/requests", get(views::requests))
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

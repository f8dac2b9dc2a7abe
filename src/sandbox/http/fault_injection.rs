//! Injected faults to test clients with: slow responses, and a service
//! that is unavailable.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;

use super::answer::{because, page};
use super::service::Service;

pub(super) async fn inject_faults(
    State(service): State<Service>,
    request: Request,
    next: Next,
) -> Response {
    let faults = &service.0.parts.options.faults;
    // Without randomness the middle will do.
    let chance = || {
        let bytes = service.0.parts.system.bytes::<4>();
        bytes.map_or(u32::MAX / 2, u32::from_be_bytes)
    };
    if let Some((shortest, longest)) = faults.latency {
        let between = u64::from(chance()) * u64::from(longest.saturating_sub(shortest) + 1);
        let wait = u64::from(shortest) + (between >> 32);
        tokio::time::sleep(Duration::from_millis(wait)).await;
    }
    if faults.failures > 0 && (u64::from(chance()) * 1_000_000) >> 32 < faults.failures.into() {
        return because(page(StatusCode::BAD_GATEWAY), "failed on purpose");
    }
    next.run(request).await
}

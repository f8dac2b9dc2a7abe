use std::time::Duration;

use super::value_parsers::{duration, size};
use crate::sandbox::http::Limits;

/// Limits for clients of the sandbox.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Limits")]
pub(super) struct LimitArgs {
    /// Largest body of a request.
    #[arg(long, value_name = "BYTES", value_parser = size, default_value = "16M")]
    max_body: usize,
    /// Largest head (request line and headers) of a request.
    #[arg(long, value_name = "BYTES", value_parser = size, default_value = "32k")]
    max_head: usize,
    /// How long the head may take, and how long a connection may be idle.
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "15s")]
    head_timeout: Duration,
    /// How long the body may take.
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "30s")]
    body_timeout: Duration,
    /// How long a request may take in total.
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "60s")]
    request_timeout: Duration,
    /// How long current requests may take to finish when the sandbox stops.
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "10s")]
    stop_timeout: Duration,
    /// Number of connections that may be open at the same time.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1_000_000), default_value = "1024")]
    max_connections: u32,
    /// Requests per second and key; more are answered with 429 [default: unlimited].
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    rate_limit: Option<u32>,
}

impl LimitArgs {
    pub(super) fn limits(&self) -> Limits {
        Limits {
            body_size: self.max_body,
            head_size: self.max_head,
            head_time: self.head_timeout,
            body_time: self.body_timeout,
            request_time: self.request_timeout,
            connections: self.max_connections as usize,
            rate: self.rate_limit,
            stop_time: self.stop_timeout,
        }
    }
}

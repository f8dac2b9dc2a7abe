use std::time::Duration;

use super::value_parsers::{duration, size};
use crate::sandbox::http::Limits;

/// What a client may ask of the sandbox.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Limits")]
pub(super) struct LimitArgs {
    /// The largest body of a request.
    #[arg(long, value_name = "BYTES", value_parser = size, default_value = "16M")]
    max_body: usize,
    /// The largest head of a request.
    #[arg(long, value_name = "BYTES", value_parser = size, default_value = "32k")]
    max_head: usize,
    /// How long a head may take, and how long a connection may idle.
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "15s")]
    head_timeout: Duration,
    /// How long a body may take.
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "30s")]
    body_timeout: Duration,
    /// How long a request may take in all.
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "60s")]
    request_timeout: Duration,
    /// How long requests under way have to finish when it is stopped.
    #[arg(long, value_name = "TIME", value_parser = duration, default_value = "10s")]
    stop_timeout: Duration,
    /// How many connections may be open at once.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1_000_000), default_value = "1024")]
    max_connections: u32,
    /// How many requests a second one key may make; more are answered 429. Any number if left out.
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

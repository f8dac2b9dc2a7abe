use std::time::Duration;

/// Options of the service.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether only the specification's canonical request and the catalogue's own region and service
    /// are accepted.
    pub strict: bool,
    /// Limits for clients.
    pub limits: Limits,
    /// The faults to inject.
    pub faults: FaultInjection,
}

/// Limits for clients of the service.
#[derive(Clone, Debug)]
pub struct Limits {
    /// The largest body of a request, in bytes; a larger one is answered 413.
    pub body_size: usize,
    /// The largest head of a request, in bytes; a larger one is answered 431.
    pub head_size: usize,
    /// How long a request's head may take, and how long a connection may idle before it; then it is
    /// closed.
    pub head_time: Duration,
    /// How long a request's body may take; then it is answered 408.
    pub body_time: Duration,
    /// How long a request may take in all; then it is answered 504.
    pub request_time: Duration,
    /// How many connections may be open; one more is answered 503 and closed.
    pub connections: usize,
    /// Requests per second and key; `None` for any number. More are answered with 429.
    pub rate: Option<u32>,
    /// How long the requests under way have to finish when the service stops.
    pub stop_time: Duration,
}

/// The faults that are injected.
#[derive(Clone, Debug, Default)]
pub struct FaultInjection {
    /// The minimum and maximum delay of each response, in milliseconds.
    pub latency: Option<(u32, u32)>,
    /// How many of a million requests are answered with 502 instead, before they change anything.
    pub failures: u32,
}

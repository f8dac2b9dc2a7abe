use std::time::Duration;

/// How the service behaves, where there is a choice.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether only the specification's canonical request and the catalogue's own region and service
    /// are accepted.
    pub strict: bool,
    /// What a client may ask.
    pub limits: Limits,
    /// What goes wrong on purpose.
    pub faults: FaultInjection,
}

/// What a client may ask of the service.
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
    /// How many requests a second one key may make; `None` for any number. One more is answered 429.
    pub rate: Option<u32>,
    /// How long the requests under way have to finish when the service stops.
    pub stop_time: Duration,
}

/// The faults that are injected.
#[derive(Clone, Debug, Default)]
pub struct FaultInjection {
    /// The shortest and the longest time that each answer is held back, in milliseconds.
    pub latency: Option<(u32, u32)>,
    /// How many requests of a million are answered 502 instead, before they change anything.
    pub failures: u32,
}

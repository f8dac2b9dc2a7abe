//! Sending again what failed in passing.

use std::time::Duration;

use crate::sigv4::Timestamp;

use super::request_spec::WireRequest;
use super::{Answer, Connection, Failure, RequestSpec, Signer};

/// The time, which is not the client's own business.
pub trait Clock {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Lets `pause` go by; `why` says in a few words what went wrong.
    fn wait(&self, pause: Duration, why: &str);
}

/// When a request is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// How many times at most, after the first.
    pub times: u32,
    /// Also requests that change something: the first may have been carried out all the same.
    pub writes: bool,
}

/// The first pause; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// Who asks for more patience than this gets no further try.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Sends requests to one service.
pub struct Client<'c> {
    /// The way there.
    pub connection: Connection,
    /// How requests are signed; `None` sends them as they are.
    pub signer: Option<Signer>,
    /// When they are sent again.
    pub retry: Retry,
    /// The time.
    pub clock: &'c dyn Clock,
}

impl Client<'_> {
    /// Sends `spec`, again where that is allowed after 429, 502 or a connection that failed. Every
    /// try is signed anew.
    ///
    /// # Errors
    /// When no answer came; an answer of any status is none.
    pub fn send(&self, spec: &RequestSpec) -> Result<Answer, Failure> {
        let mut tried = 0;
        loop {
            let result = self.send_once(spec);
            let may_repeat = tried < self.retry.times && (spec.is_read() || self.retry.writes);
            let pause = may_repeat.then(|| self.pause(&result, tried)).flatten();
            let Some((pause, why)) = pause else {
                return result;
            };
            self.clock.wait(pause, &why);
            tried += 1;
        }
    }

    fn send_once(&self, spec: &RequestSpec) -> Result<Answer, Failure> {
        let base = self.connection.base();
        let wire = WireRequest::of(spec, base, self.signer.as_ref(), self.clock.now())?;
        self.connection.exchange(&wire)
    }

    /// How long to wait after `result`, and why; `None` when another try would be of no use.
    fn pause(&self, result: &Result<Answer, Failure>, tried: u32) -> Option<(Duration, String)> {
        let usual = FIRST_PAUSE.saturating_mul(1 << tried.min(10));
        match result {
            Ok(answer) if [429, 502].contains(&answer.status) => {
                let pause = answer.retry_after(self.clock.now()).unwrap_or(usual);
                let why = format!("the response was {}", answer.status);
                (pause <= LONGEST_PAUSE).then_some((pause, why))
            }
            Err(failure) if failure.is_passing() => {
                Some((usual.min(LONGEST_PAUSE), failure.to_string()))
            }
            _ => None,
        }
    }
}

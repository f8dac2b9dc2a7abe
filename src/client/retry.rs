//! Retrying what failed temporarily.

use std::time::Duration;

use crate::sigv4::Timestamp;

use super::request_spec::WireRequest;
use super::{Answer, Connection, Failure, RequestSpec, Signer};

/// The time, which the client does not read itself.
pub trait Clock {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Waits for `pause`; `why` says in a few words what went wrong.
    fn wait(&self, pause: Duration, why: &str);
}

/// When a request is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// The maximum number of retries.
    pub times: u32,
    /// Also retry requests that change something, although the first may have succeeded.
    pub writes: bool,
}

/// The first pause; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// A service that asks for a longer pause is not retried.
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
    /// When there is no response; a response of any status is not an error.
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

    /// How long to wait after `result`, and why; `None` if another try would not help.
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

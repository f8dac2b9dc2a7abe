use std::time::SystemTime;

/// The clock and the randomness of the machine, which tests can replace.
#[derive(Clone, Copy, Debug)]
pub struct ClockAndRng {
    /// The clock.
    pub now: fn() -> SystemTime,
    /// The system's generator of random bytes: fills the buffer, or says why it cannot.
    pub random: fn(&mut [u8]) -> Result<(), NoRandomness>,
}

/// The system gives no random bytes, so no key can be generated.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the system's random number generator failed: {0}")]
pub struct NoRandomness(pub String);

impl ClockAndRng {
    /// Seconds since the start of 1970.
    pub fn seconds(&self) -> i64 {
        self.millis() / 1000
    }

    /// Milliseconds since the start of 1970; 0 for a clock before that.
    pub fn millis(&self) -> i64 {
        let since = (self.now)().duration_since(SystemTime::UNIX_EPOCH);
        since.map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        })
    }

    /// `N` random bytes.
    ///
    /// # Errors
    /// [`NoRandomness`] when the system gives none.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], NoRandomness> {
        let mut bytes = [0; N];
        (self.random)(&mut bytes)?;
        Ok(bytes)
    }
}

//! Guessing passwords is slow: a user is locked after some failures, for a while.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::sandbox::clock_and_rng::ClockAndRng;
use crate::sandbox::keys::UserCode;

/// How many failures lock a user.
const FAILURES: u32 = 5;
/// How long, in milliseconds; also how long a failure counts.
const WHILE: i64 = 60_000;
/// How many users are remembered. More do not exist; a guesser of names is a guesser of passwords.
const MOST: usize = 1000;

pub(super) struct Lockout {
    system: ClockAndRng,
    /// Failures of a user, and when the last one was.
    failures: Mutex<HashMap<String, (u32, i64)>>,
}

impl Lockout {
    pub(super) fn new(system: ClockAndRng) -> Self {
        Self {
            system,
            failures: Mutex::default(),
        }
    }

    /// How many seconds `user` has to wait before the next login; `None` if not at all.
    pub(super) fn wait(&self, user: &UserCode) -> Option<i64> {
        let now = self.system.millis();
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, last) = failures.get(user.as_str())?;
        let left = last + WHILE - now;
        (*count >= FAILURES && left > 0).then_some(left.div_euclid(1000) + 1)
    }

    pub(super) fn failed(&self, user: &UserCode) {
        let now = self.system.millis();
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.retain(|_, (_, last)| *last + WHILE > now);
        if failures.len() < MOST || failures.contains_key(user.as_str()) {
            let (count, last) = failures.entry(user.to_string()).or_default();
            *count += 1;
            *last = now;
        }
    }

    pub(super) fn succeeded(&self, user: &UserCode) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.remove(user.as_str());
    }
}

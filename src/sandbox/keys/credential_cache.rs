//! Keys that were looked up a moment ago, so that who asks often is not looked up every time.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::sigv4::Credentials;

/// For how long a key that was there is taken to be there still. Who ends one waits as long before it
/// is said to be ended, so that then no process accepts it.
pub(super) const FRESH: Duration = Duration::from_millis(50);

/// Only keys that are there: to look up one that is not takes the whole way every time.
#[derive(Debug, Default)]
pub(super) struct CredentialCache(Mutex<HashMap<String, (Instant, Credentials)>>);

impl CredentialCache {
    /// The key, if it was there a moment before `now`.
    pub(super) fn get(&self, now: Instant, access_key: &str) -> Option<Credentials> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, credentials) = known.get(access_key)?;
        is_fresh(*since, now).then(|| credentials.clone())
    }

    /// Keeps what is there `now`, and drops what is no longer fresh.
    pub(super) fn put(&self, now: Instant, credentials: Credentials) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, (since, _)| is_fresh(*since, now));
        known.insert(credentials.access_key().to_owned(), (now, credentials));
    }
}

fn is_fresh(since: Instant, now: Instant) -> bool {
    now.saturating_duration_since(since) < FRESH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_there_is_so_for_a_moment_only() {
        let cache = CredentialCache::default();
        let start = Instant::now();
        let end = start + FRESH;
        let last = end.checked_sub(Duration::from_nanos(1)).unwrap();
        assert!(cache.get(start, "one").is_none());
        cache.put(start, Credentials::new("one", "secret"));
        assert!(cache.get(last, "one").is_some());
        assert!(cache.get(start, "other").is_none());
        assert!(cache.get(end, "one").is_none());
        cache.put(end, Credentials::new("two", "secret"));
        assert_eq!(cache.0.lock().unwrap().len(), 1, "what is stale is dropped");
    }
}

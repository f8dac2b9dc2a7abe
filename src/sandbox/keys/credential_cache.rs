//! Recently used keys, so that not every request needs a look-up.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::sigv4::Credentials;

/// How long a key counts as live after a look-up. Revoking waits as long before it
/// is reported, so that no process accepts the key afterwards.
pub(super) const FRESH: Duration = Duration::from_millis(50);

/// Live keys only: a missing key is looked up every time.
#[derive(Debug, Default)]
pub(super) struct CredentialCache(Mutex<HashMap<String, (Instant, Credentials)>>);

impl CredentialCache {
    /// The key, if it was live shortly before `now`.
    pub(super) fn get(&self, now: Instant, access_key: &str) -> Option<Credentials> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, credentials) = known.get(access_key)?;
        is_fresh(*since, now).then(|| credentials.clone())
    }

    /// Stores a key that is live `now`, and drops stale ones.
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

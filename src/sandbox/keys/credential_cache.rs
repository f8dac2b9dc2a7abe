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
    pub(super) fn get(&self, access_key: &str) -> Option<Credentials> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, credentials) = known.get(access_key)?;
        (since.elapsed() < FRESH).then(|| credentials.clone())
    }

    /// Keeps what was there at `since`, and drops what is no longer fresh.
    pub(super) fn put(&self, since: Instant, credentials: Credentials) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, (since, _)| since.elapsed() < FRESH);
        known.insert(credentials.access_key().to_owned(), (since, credentials));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_there_is_so_for_a_moment_only() {
        let cache = CredentialCache::default();
        assert!(cache.get("one").is_none());
        cache.put(Instant::now(), Credentials::new("one", "secret"));
        assert!(cache.get("one").is_some());
        assert!(cache.get("other").is_none());
        let Some(before) = Instant::now().checked_sub(FRESH) else {
            return;
        };
        cache.put(before, Credentials::new("one", "secret"));
        assert!(cache.get("one").is_none());
        cache.put(Instant::now(), Credentials::new("two", "secret"));
        assert_eq!(cache.0.lock().unwrap().len(), 1, "what is stale is dropped");
    }
}

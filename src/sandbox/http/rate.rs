use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The rate limit: one bucket per key, which fills at the rate and holds one second's worth.
pub(super) struct Rate {
    per_second: i64,
    /// Thousandths of a request, and when they were counted; only verified callers have one.
    buckets: Mutex<HashMap<String, (i64, i64)>>,
}

impl Rate {
    pub(super) fn new(per_second: u32) -> Self {
        Self {
            per_second: per_second.into(),
            buckets: Mutex::default(),
        }
    }

    /// Whether `user` may send another request at `now`, in milliseconds.
    pub(super) fn allows(&self, user: &str, now: i64) -> bool {
        let full = self.per_second * 1000;
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let (left, counted) = buckets.entry(user.to_owned()).or_insert((full, now));
        let passed = now.saturating_sub(*counted).clamp(0, 1000);
        *left = (*left + passed * self.per_second).min(full);
        *counted = now;
        let is_allowed = *left >= 1000;
        if is_allowed {
            *left -= 1000;
        }
        is_allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_its_own_rate() {
        let rate = Rate::new(2);
        let times = |user: &str, now: i64| (0..5).filter(|_| rate.allows(user, now)).count();
        assert_eq!(times("A", 0), 2);
        assert_eq!(times("B", 0), 2);
        assert_eq!(times("A", 500), 1);
        assert_eq!(times("A", 60_000), 2);
        // A clock that was set back adds nothing.
        assert_eq!(times("A", 0), 0);
        assert_eq!(times("A", 1000), 2);
    }
}

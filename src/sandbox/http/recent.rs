use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// How many requests the console remembers.
const KEPT: usize = 100;

/// An answered request, without secrets and signatures.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct LoggedRequest {
    /// When, in milliseconds since the start of 1970.
    pub(super) at: i64,
    pub(super) id: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) query: String,
    pub(super) status: u16,
    /// Whose key; `None` when no signature was verified.
    pub(super) user: Option<String>,
    /// Why it was refused.
    pub(super) reason: Option<String>,
    /// Why its signature is another one, once that is known.
    pub(super) cause: Option<String>,
    /// Thousandths of a millisecond.
    pub(super) micros: u64,
}

/// The last requests, the newest first.
#[derive(Default)]
pub(super) struct RecentRequests(Mutex<VecDeque<LoggedRequest>>);

impl RecentRequests {
    pub(super) fn push(&self, answered: LoggedRequest) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.truncate(KEPT - 1);
        all.push_front(answered);
    }

    /// Adds the cause of the refusal `id`, if it is still remembered.
    pub(super) fn add_cause(&self, id: &str, cause: &str) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(refused) = all.iter_mut().find(|one| one.id == id) {
            refused.cause = Some(cause.to_owned());
        }
    }

    pub(super) fn all(&self) -> Vec<LoggedRequest> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().cloned().collect()
    }
}

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The lock itself cannot be broken by a panic: handles are in no state of ours.
pub(super) fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

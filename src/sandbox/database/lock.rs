use std::sync::{Mutex, MutexGuard, PoisonError};

/// The lock, even after a panic: handles have no state that it could break.
pub(super) fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

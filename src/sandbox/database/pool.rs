//! A bounded number of connections, each for one job at a time.

use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

use super::DatabaseError;
use super::lock::locked;

/// The maximum number of connections. `PostgreSQL` takes a hundred by default, from all programs.
const MOST: usize = 16;
/// How long a job waits for a connection.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a connection is kept that nobody uses.
const IDLE: Duration = Duration::from_mins(1);

/// Connections of type `C`, opened when they are needed.
#[derive(Debug)]
pub(super) struct Pool<C> {
    state: Mutex<State<C>>,
    returned: Condvar,
}

#[derive(Debug)]
struct State<C> {
    /// With the time since which each is idle, the longest first.
    idle: Vec<(C, Instant)>,
    /// How many have a job.
    lent: usize,
}

/// The right to use a connection.
struct Slot<'p, C>(&'p Pool<C>);

impl<C> Drop for Slot<'_, C> {
    fn drop(&mut self) {
        locked(&self.0.state).lent -= 1;
        self.0.returned.notify_one();
    }
}

impl<C> Pool<C> {
    pub(super) fn new(first: C) -> Self {
        Self {
            state: Mutex::new(State {
                idle: vec![(first, Instant::now())],
                lent: 0,
            }),
            returned: Condvar::new(),
        }
    }

    /// Runs `job` on the connection that was used last, or on one that `open` makes. It is kept for
    /// other jobs unless `job` fails. Waits where all are in use.
    ///
    /// # Errors
    /// Those of `open` and `job`; [`DatabaseError::Stopped`] when no connection becomes free.
    pub(super) fn run<T>(
        &self,
        open: impl FnOnce() -> Result<C, DatabaseError>,
        is_closed: impl Fn(&C) -> bool,
        job: impl FnOnce(&mut C) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        let (_slot, idle) = self.take()?;
        let mut connection = match idle.filter(|connection| !is_closed(connection)) {
            Some(connection) => connection,
            None => open()?,
        };
        let done = job(&mut connection)?;
        let mut state = locked(&self.state);
        state.idle.push((connection, Instant::now()));
        Ok(done)
    }

    fn take(&self) -> Result<(Slot<'_, C>, Option<C>), DatabaseError> {
        let is_full = |state: &mut State<C>| state.lent >= MOST;
        let state = locked(&self.state);
        let waited = self.returned.wait_timeout_while(state, PATIENCE, is_full);
        let (mut state, timeout) = waited.map_err(|_| DatabaseError::Stopped)?;
        if timeout.timed_out() {
            return Err(DatabaseError::Stopped);
        }
        let (idle, now) = (state.idle.pop(), Instant::now());
        let fresh = state
            .idle
            .iter()
            .take_while(|(_, since)| now.duration_since(*since) > IDLE);
        let old = fresh.count();
        let unused: Vec<_> = state.idle.drain(..old).collect();
        state.lent += 1;
        drop(state);
        // Closing connections takes a while, in which others are not to wait.
        drop(unused);
        Ok((Slot(self), idle.map(|(connection, _)| connection)))
    }

    /// Takes all idle connections out, to close them.
    pub(super) fn drain(&self) -> Vec<C> {
        let idle = std::mem::take(&mut locked(&self.state).idle);
        idle.into_iter().map(|(connection, _)| connection).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// A connection that counts how many there are.
    struct Counted<'c>(&'c AtomicUsize);
    impl Drop for Counted<'_> {
        fn drop(&mut self) {
            self.0.fetch_sub(1, Ordering::SeqCst);
        }
    }

    #[test]
    fn many_jobs_share_a_few_connections() {
        let (open, made, most) = (
            AtomicUsize::new(1),
            AtomicUsize::new(1),
            AtomicUsize::new(0),
        );
        let pool = Pool::new(Counted(&open));
        let new = || {
            made.fetch_add(1, Ordering::SeqCst);
            most.fetch_max(open.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            Ok(Counted(&open))
        };
        std::thread::scope(|scope| {
            for number in 0..200 {
                let (pool, new) = (&pool, &new);
                scope.spawn(move || {
                    let done = pool.run(
                        new,
                        |_| number % 7 == 0,
                        |_| {
                            std::thread::yield_now();
                            // A connection whose job failed is not used again.
                            (number % 5 != 0)
                                .then_some(())
                                .ok_or(DatabaseError::Stopped)
                        },
                    );
                    assert_eq!(done.is_ok(), number % 5 != 0);
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= MOST, "too many at once");
        assert!(
            made.load(Ordering::SeqCst) >= 40,
            "failed connections were used again"
        );
        let idle = pool.drain();
        assert_eq!(idle.len(), open.load(Ordering::SeqCst));
    }
}

//! The writer of `SQLite`: jobs that wait together are committed together.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use rusqlite::Connection as Handle;
use tokio::sync::oneshot;

use super::lock::locked;
use super::{Connection, DatabaseError};

/// The maximum number of jobs per commit.
const MOST_TOGETHER: usize = 64;

/// Tells a job's owner whether it was committed.
type Reply = Box<dyn FnOnce(Result<(), DatabaseError>) + Send>;
type Job = Box<dyn FnOnce(&mut dyn Connection) -> Reply + Send>;

/// A thread with the writing handle, and its queue.
#[derive(Debug)]
pub(super) struct Writer {
    line: Sender<Job>,
}

impl Writer {
    /// Starts the thread; it ends when the writer is dropped and the queue is empty.
    pub(super) fn new(handle: Arc<Mutex<Handle>>) -> Self {
        let (line, jobs) = channel();
        thread::spawn(move || work(&handle, &jobs));
        Self { line }
    }

    /// Queues `job`. Its answer comes when it is on the disk; the sender is dropped if
    /// it was cancelled.
    pub(super) fn submit<T, E>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> Result<T, E> + Send + 'static,
    ) -> oneshot::Receiver<Result<T, E>>
    where
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            let done = alone(connection, job);
            Box::new(move |kept| {
                let answer = match kept {
                    Ok(()) => done,
                    Err(error) => done.and(Err(error.into())),
                };
                // A client that has gone no longer waits.
                let _ = sender.send(answer);
            })
        });
        // The thread only ends after the queue; a job that cannot be sent drops its sender.
        let _ = self.line.send(job);
        receiver
    }
}

/// Runs one job so that its failure, even a panic, undoes that job only.
fn alone<T, E: From<DatabaseError>>(
    connection: &mut dyn Connection,
    job: impl FnOnce(&mut dyn Connection) -> Result<T, E>,
) -> Result<T, E> {
    connection.execute("SAVEPOINT job", &[])?;
    let done = catch_unwind(AssertUnwindSafe(|| job(connection)))
        .unwrap_or_else(|_| Err(DatabaseError::Stopped.into()));
    if done.is_err() {
        // Where the disk is full, `SQLite` has undone the whole transaction already.
        let _ = connection.execute("ROLLBACK TO job", &[]);
        let _ = connection.execute("RELEASE job", &[]);
        return done;
    }
    connection.execute("RELEASE job", &[])?;
    done
}

fn work(handle: &Mutex<Handle>, jobs: &Receiver<Job>) {
    while let Ok(first) = jobs.recv() {
        let mut handle = locked(handle);
        if Connection::execute(&mut *handle, "BEGIN IMMEDIATE", &[]).is_err() {
            // Another process locks the file for longer than the busy time: the job is cancelled.
            continue;
        }
        let mut replies = vec![first(&mut *handle)];
        // A transaction that a job has ended takes the jobs before it along, and no more after it.
        while !handle.is_autocommit()
            && let (true, Ok(job)) = (replies.len() < MOST_TOGETHER, jobs.try_recv())
        {
            replies.push(job(&mut *handle));
        }
        let kept = if handle.is_autocommit() {
            Err(DatabaseError::Full)
        } else {
            Connection::execute(&mut *handle, "COMMIT", &[])
        };
        if kept.is_err() {
            let _ = Connection::execute(&mut *handle, "ROLLBACK", &[]);
        }
        drop(handle);
        for reply in replies {
            reply(match &kept {
                Ok(_) => Ok(()),
                Err(DatabaseError::Full) => Err(DatabaseError::Full),
                Err(_) => Err(DatabaseError::Stopped),
            });
        }
    }
}

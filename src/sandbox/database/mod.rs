//! One interface for `SQLite` and `PostgreSQL`: SQL that both understand, and values without types of
//! either.
//!
//! Both have one queue of writers: a job sees everything that was acknowledged before it, and of two
//! competing jobs exactly one is first.

mod connection;
mod error;
mod lock;
#[cfg(feature = "postgres")]
mod pool;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(not(feature = "postgres"))]
#[path = "no_postgres.rs"]
mod postgres;
mod sqlite;
mod tables;
mod value;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) use connection::Connection;
pub use error::DatabaseError;
pub(crate) use tables::once;
pub(crate) use value::{Row, Value, integer, text};

use postgres::Postgres;
use sqlite::Sqlite;

/// Where the records are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In memory: gone when the service stops.
    Memory,
    /// In an `SQLite` file, created if it does not exist.
    File(PathBuf),
    /// In `PostgreSQL`, at an address such as `postgres://user@localhost/sandbox`.
    Postgres(String),
}

/// The database of a sandbox; a copy is the same database.
#[derive(Clone, Debug)]
pub struct Database(Arc<Backend>);

#[derive(Debug)]
enum Backend {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Database {
    /// Opens the database at `source`.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be opened.
    pub fn open(source: &Source) -> Result<Self, DatabaseError> {
        let backend = match source {
            Source::Memory => Backend::Sqlite(Sqlite::in_memory()?),
            Source::File(path) => Backend::Sqlite(Sqlite::open(path)?),
            Source::Postgres(address) => Backend::Postgres(Postgres::open(address)?),
        };
        Ok(Self(Arc::new(backend)))
    }

    /// Runs `job` on one snapshot of the database. What it writes is discarded.
    ///
    /// # Errors
    /// [`DatabaseError`] when the database cannot be reached.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> T + Send + 'static,
    ) -> Result<T, DatabaseError> {
        match &*self.0 {
            // A read takes microseconds; passing it to another thread would take longer.
            Backend::Sqlite(sqlite) => sqlite.read(job),
            Backend::Postgres(_) => self.read_long(job).await,
        }
    }

    /// [`Database::read`] for a job that may take long; others are served meanwhile.
    ///
    /// # Errors
    /// [`DatabaseError`] when the database cannot be reached.
    pub(crate) async fn read_long<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> T + Send + 'static,
    ) -> Result<T, DatabaseError> {
        let database = self.clone();
        let read = tokio::task::spawn_blocking(move || database.read_now(job));
        read.await.unwrap_or(Err(DatabaseError::Stopped))
    }

    /// Runs `job` as one transaction: committed on `Ok`, otherwise rolled back.
    ///
    /// # Errors
    /// The job's own, or [`DatabaseError`] when its changes could not be kept.
    pub(crate) async fn write<T, E>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        match &*self.0 {
            Backend::Sqlite(sqlite) => sqlite.write(job).await.unwrap_or_else(|_| stopped()),
            Backend::Postgres(_) => {
                let database = self.clone();
                let write = tokio::task::spawn_blocking(move || database.write_now(job));
                write.await.unwrap_or_else(|_| stopped())
            }
        }
    }

    /// [`Database::read`] for callers that may block.
    ///
    /// # Errors
    /// [`DatabaseError`] when the database cannot be reached.
    pub(crate) fn read_now<T>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> T,
    ) -> Result<T, DatabaseError> {
        match &*self.0 {
            Backend::Sqlite(sqlite) => sqlite.read(job),
            Backend::Postgres(postgres) => postgres.read(job),
        }
    }

    /// [`Database::write`] for callers that may block, which a task of an asynchronous runtime may
    /// not.
    ///
    /// # Errors
    /// The job's own, or [`DatabaseError`] when its changes could not be kept.
    pub(crate) fn write_now<T, E>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        match &*self.0 {
            Backend::Sqlite(sqlite) => {
                let written = sqlite.write(job).blocking_recv();
                written.unwrap_or_else(|_| stopped())
            }
            Backend::Postgres(postgres) => postgres.write(job),
        }
    }
}

impl Database {
    /// Writes all that is stored at this moment to the empty file `to`, while others read and write.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be written, and for `PostgreSQL`, which has its own tools.
    pub(crate) fn backup(&self, to: &Path) -> Result<(), DatabaseError> {
        self.sqlite()?.backup(to)
    }

    /// Replaces all that is stored by what is in the file `from`, as one change for others.
    ///
    /// # Errors
    /// [`DatabaseError`] when `from` is broken or not a sandbox's, when others are writing for
    /// longer than some seconds, and for `PostgreSQL`, which has its own tools.
    pub(crate) fn restore(&self, from: &Path) -> Result<(), DatabaseError> {
        self.sqlite()?.restore(from)
    }

    fn sqlite(&self) -> Result<&Sqlite, DatabaseError> {
        match &*self.0 {
            Backend::Sqlite(sqlite) => Ok(sqlite),
            Backend::Postgres(_) => Err(DatabaseError::Unfit(
                "PostgreSQL has its own tools: use pg_dump and pg_restore".to_owned(),
            )),
        }
    }

    /// Moves what is in a log beside the data file into the file, so that the file alone is a copy of
    /// everything. What other processes are reading or writing meanwhile stays in the log.
    ///
    /// # Errors
    /// [`DatabaseError`] when the file cannot be written.
    pub(crate) fn checkpoint(&self) -> Result<(), DatabaseError> {
        match &*self.0 {
            Backend::Sqlite(sqlite) => sqlite.checkpoint(),
            Backend::Postgres(_) => Ok(()),
        }
    }
}

fn stopped<T, E: From<DatabaseError>>() -> Result<T, E> {
    Err(DatabaseError::Stopped.into())
}

#[cfg(test)]
mod tests;

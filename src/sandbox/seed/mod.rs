//! Puts a company into an empty database.

use serde_json::Value;

use crate::sandbox::database::DatabaseError;
use crate::sandbox::engine::{Engine, Refusal};

/// How many records are kept in one transaction: enough that the cost of making one durable does not
/// count, and few enough that memory does not either.
const AT_ONCE: usize = 1_000;

/// A company that cannot be put in.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// There are records already.
    #[error("the database is not empty: /{resource} has {count} records; seed an empty one")]
    NotEmpty {
        /// Path of the first resource with records.
        resource: &'static str,
        /// How many it has.
        count: i64,
    },
    /// The database refused.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// A record was refused; those of earlier transactions are there.
    #[error("the record cannot be kept: {0}")]
    Refused(#[from] Refusal),
}

/// Keeps whole records with their keys, in large transactions, and gives how many there were.
/// `progress` is told the number so far after each. Memory does not grow with their number. Blocks.
///
/// `now` is the time in Unix milliseconds that records are given that have none.
///
/// # Errors
/// [`SeedError`] when there are records already, and when one cannot be kept.
pub fn fill(
    engine: &Engine,
    records: impl Iterator<Item = (&'static str, Value)>,
    now: i64,
    mut progress: impl FnMut(u64),
) -> Result<u64, SeedError> {
    let counts = engine.counts_now()?;
    if let Some((resource, count)) = counts.into_iter().find(|(_, count)| *count > 0) {
        return Err(SeedError::NotEmpty { resource, count });
    }
    let mut records = records.peekable();
    let mut done = 0;
    while records.peek().is_some() {
        let some: Vec<_> = records.by_ref().take(AT_ONCE).collect();
        done += u64::try_from(some.len()).unwrap_or_default();
        engine.seed_now(some, now)?;
        progress(done);
    }
    Ok(done)
}

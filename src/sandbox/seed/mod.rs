//! Puts a company into an empty database.

use serde_json::Value;

use crate::sandbox::database::DatabaseError;
use crate::sandbox::engine::{ApiError, Engine, Seeding};

/// How many records are kept in one transaction: enough that the cost of making one durable does not
/// count, and few enough that memory does not either.
const AT_ONCE: usize = 250;

/// A company that cannot be put in.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// There are records already.
    #[error("the database is not empty: /{resource} has {count} records; use an empty one")]
    NotEmpty {
        /// Path of the first resource with records.
        resource: &'static str,
        /// How many it has.
        count: i64,
    },
    /// Another company was begun.
    #[error(
        "the database has part of a company of {size} documents; finish that one, or use another database"
    )]
    Begun {
        /// How many documents that one is to have.
        size: u32,
    },
    /// The database refused.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// A record was refused, or somebody else puts records in; those of earlier transactions are
    /// there.
    #[error("cannot store a record")]
    Refused(#[from] ApiError),
}

/// Keeps the whole records, with their keys, of a company of `size` documents, in large transactions,
/// and gives how many there are. Where this was interrupted before, [`Engine::seeding_now`] says so,
/// and it goes on from there. `progress` is told the number so far after each transaction. Memory does
/// not grow with their number. Blocks.
///
/// `now` is the time in Unix milliseconds that records are given that have none.
///
/// # Errors
/// [`SeedError`] when there are already records that do not belong to this company, and when a record
/// cannot be kept.
pub fn fill(
    engine: &Engine,
    size: u32,
    records: impl Iterator<Item = (&'static str, Value)>,
    now: i64,
    mut progress: impl FnMut(u32),
) -> Result<u32, SeedError> {
    let mut kept = match engine.seeding_now()? {
        Some(begun) if begun.size != size => return Err(SeedError::Begun { size: begun.size }),
        Some(begun) => begun.kept,
        None => none_yet(engine)?,
    };
    let mut records = records.skip(kept as usize).peekable();
    while records.peek().is_some() {
        let some: Vec<_> = records.by_ref().take(AT_ONCE).collect();
        kept += u32::try_from(some.len()).unwrap_or_default();
        let is_whole = records.peek().is_none();
        engine.seed_now(some, now, (!is_whole).then_some(Seeding { size, kept }))?;
        progress(kept);
    }
    Ok(kept)
}

fn none_yet(engine: &Engine) -> Result<u32, SeedError> {
    let counts = engine.counts_now()?;
    match counts.into_iter().find(|(_, count)| *count > 0) {
        Some((resource, count)) => Err(SeedError::NotEmpty { resource, count }),
        None => Ok(0),
    }
}

//! A build without the feature `postgres`: no such database can be opened.

use super::{Connection, DatabaseError};

/// Has no value, so there is nothing to read or write.
#[derive(Debug)]
pub(super) enum Postgres {}

impl Postgres {
    pub(super) fn open(_address: &str) -> Result<Self, DatabaseError> {
        let why = "this build has no PostgreSQL; build it with the feature `postgres`";
        Err(DatabaseError::Unfit(why.to_owned()))
    }

    pub(super) fn read<T>(
        &self,
        _job: impl FnOnce(&mut dyn Connection) -> T,
    ) -> Result<T, DatabaseError> {
        match *self {}
    }

    pub(super) fn write<T, E>(
        &self,
        _job: impl FnOnce(&mut dyn Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        match *self {}
    }
}

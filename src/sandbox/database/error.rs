use thiserror::Error;

/// An error of the database. Values of records are not quoted.
#[derive(Debug, Error)]
pub enum DatabaseError {
    /// `SQLite` refused.
    #[error("the database file failed")]
    Sqlite(#[source] rusqlite::Error),
    /// There is no room for more.
    #[error("the disk with the data file is full; make room and try again")]
    Full,
    /// `PostgreSQL` refused.
    #[cfg(feature = "postgres")]
    #[error("PostgreSQL failed")]
    Postgres(#[from] ::postgres::Error),
    /// The database belongs to another program or a newer version.
    #[error("{0}")]
    Unfit(String),
    /// A value does not have the type of its column; a defect of this crate.
    #[error("column {0} of a row has an unexpected value")]
    Column(usize),
    /// The job was cancelled: the service is stopping, or the database was busy for too long.
    #[error("the database is busy or the service is stopping; try again")]
    Stopped,
}

impl From<rusqlite::Error> for DatabaseError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::Full,
            _ => Self::Sqlite(error),
        }
    }
}

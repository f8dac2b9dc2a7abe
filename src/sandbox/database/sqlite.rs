use std::path::Path;
use std::sync::{Arc, Mutex};

use rusqlite::backup::Progress;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection as Handle, ErrorCode, MAIN_DB, OpenFlags, ToSql, params_from_iter};
use tokio::sync::oneshot;

use super::lock::locked;
use super::writer::Writer;
use super::{Connection, DatabaseError, Row, Value};

/// Enough for a handful of prepared statements per resource.
const STATEMENTS: usize = 512;

/// An `SQLite` database: concurrent readers, one writer.
#[derive(Debug)]
pub(super) struct Sqlite {
    readers: Readers,
    writer: Writer,
    /// The handle of the writer.
    handle: Arc<Mutex<Handle>>,
}

#[derive(Debug)]
enum Readers {
    /// The idle handles of a file; each reader has its own.
    Idle {
        url: String,
        handles: Mutex<Vec<Handle>>,
    },
    /// In memory there is one handle, shared with the writer.
    Shared(Arc<Mutex<Handle>>),
}

impl Sqlite {
    pub(super) fn in_memory() -> Result<Self, DatabaseError> {
        let handle = Handle::open_in_memory()?;
        handle.set_prepared_statement_cache_capacity(STATEMENTS);
        let handle = Arc::new(Mutex::new(handle));
        Ok(Self {
            readers: Readers::Shared(handle.clone()),
            writer: Writer::new(handle.clone()),
            handle,
        })
    }

    pub(super) fn open(path: &Path) -> Result<Self, DatabaseError> {
        let url = utf8(path)?;
        let writer = open(url)?;
        writer.pragma_update(None, "journal_mode", "WAL")?;
        // What is acknowledged is on the disk, even after a power failure.
        writer.pragma_update(None, "synchronous", "FULL")?;
        let handle = Arc::new(Mutex::new(writer));
        Ok(Self {
            readers: Readers::Idle {
                url: url.to_owned(),
                handles: Mutex::default(),
            },
            writer: Writer::new(handle.clone()),
            handle,
        })
    }

    /// Moves what is in the write-ahead log into the file, unless others are reading it.
    pub(super) fn checkpoint(&self) -> Result<(), DatabaseError> {
        if let Readers::Idle { handles, .. } = &self.readers {
            locked(handles).clear();
            let handle = locked(&self.handle);
            handle.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(())
    }

    /// Writes a copy of one moment to the empty file `to`.
    pub(super) fn backup(&self, to: &Path) -> Result<(), DatabaseError> {
        let path = utf8(to)?;
        let copy = |handle: &Handle| handle.execute("VACUUM INTO ?1", [path]);
        match &self.readers {
            // A handle of its own, so that the writer goes on.
            Readers::Idle { url, .. } => copy(&open(url)?)?,
            Readers::Shared(handle) => copy(&locked(handle))?,
        };
        Ok(())
    }

    /// Replaces everything by what is in the file `from`.
    pub(super) fn restore(&self, from: &Path) -> Result<(), DatabaseError> {
        check(from)?;
        let none = None::<fn(Progress)>;
        Ok(locked(&self.handle).restore(MAIN_DB, from, none)?)
    }

    pub(super) fn read<T>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> T,
    ) -> Result<T, DatabaseError> {
        match &self.readers {
            Readers::Shared(handle) => Ok(job(&mut *locked(handle))),
            Readers::Idle { url, handles } => {
                let idle = locked(handles).pop();
                let mut handle = match idle {
                    Some(handle) => handle,
                    None => open(url)?,
                };
                handle.prepare_cached("BEGIN")?.execute([])?;
                let done = job(&mut handle);
                handle.prepare_cached("ROLLBACK")?.execute([])?;
                locked(handles).push(handle);
                Ok(done)
            }
        }
    }

    pub(super) fn write<T, E>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> Result<T, E> + Send + 'static,
    ) -> oneshot::Receiver<Result<T, E>>
    where
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        self.writer.submit(job)
    }
}

/// Refuses a file that is broken, or is not the data file of a sandbox.
fn check(file: &Path) -> Result<(), DatabaseError> {
    let unfit = |why: &str| DatabaseError::Unfit(format!("`{}` {why}", file.display()));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let handle = Handle::open_with_flags(file, flags)?;
    let first = |sql: &str| handle.query_row(sql, [], |row| row.get::<_, String>(0));
    let tables = "SELECT name FROM sqlite_schema WHERE name = 'access_key'";
    match first(tables) {
        Ok(_) => {}
        Err(rusqlite::Error::QueryReturnedNoRows) => {
            return Err(unfit("is not the data file of a sandbox"));
        }
        Err(error) => {
            return Err(unfit(match error.sqlite_error_code() {
                Some(ErrorCode::NotADatabase) => "is not a data file",
                _ => "is broken; take another backup",
            }));
        }
    }
    match first("PRAGMA quick_check(1)") {
        Ok(answer) if answer == "ok" => Ok(()),
        _ => Err(unfit("is broken; take another backup")),
    }
}

fn utf8(path: &Path) -> Result<&str, DatabaseError> {
    let name = path.display();
    path.to_str().ok_or_else(|| {
        DatabaseError::Unfit(format!("`{name}` is not Unicode; choose another name"))
    })
}

fn open(url: &str) -> Result<Handle, DatabaseError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let handle = Handle::open_with_flags(url, flags)?;
    handle.busy_timeout(std::time::Duration::from_secs(10))?;
    handle.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(handle)
}

impl Connection for Handle {
    fn query(&mut self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, DatabaseError> {
        let mut statement = self.prepare_cached(sql)?;
        let columns = statement.column_count();
        let mut found = statement.query(params_from_iter(parameters))?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let values = (0..columns).map(|index| read(row.get_ref(index)?, index));
            rows.push(values.collect::<Result<Row, DatabaseError>>()?);
        }
        Ok(rows)
    }

    fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<u64, DatabaseError> {
        let mut statement = self.prepare_cached(sql)?;
        Ok(statement.execute(params_from_iter(parameters))? as u64)
    }

    fn text_type(&self) -> &'static str {
        "TEXT"
    }

    fn has_row_numbers(&self) -> bool {
        true
    }
}

fn read(value: ValueRef<'_>, index: usize) -> Result<Value, DatabaseError> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Value::from(text),
            Err(_) => return Err(DatabaseError::Column(index)),
        },
        ValueRef::Real(_) => return Err(DatabaseError::Column(index)),
    })
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

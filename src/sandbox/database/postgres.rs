use std::collections::HashMap;
use std::error::Error;

use bytes::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, NoTls, Statement};

use super::pool::Pool;
use super::{Connection, DatabaseError, Row, Value};

/// The lock that writers queue for; an arbitrary number.
const WRITERS: &str = "SELECT pg_advisory_xact_lock(81346501)";

/// The maximum number of prepared statements of a connection: filters can be combined in more ways.
const STATEMENTS: usize = 512;

/// A `PostgreSQL` database.
pub(super) struct Postgres {
    address: String,
    pool: Pool<Session>,
}

impl std::fmt::Debug for Postgres {
    /// Without the address, which may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Postgres")
    }
}

impl Drop for Postgres {
    /// Closing a connection blocks, which a task of an asynchronous runtime must not, and the last copy
    /// may be dropped anywhere.
    fn drop(&mut self) {
        let idle = self.pool.drain();
        let _ = std::thread::spawn(move || drop(idle)).join();
    }
}

struct Session {
    client: Client,
    statements: HashMap<String, Statement>,
}

impl Postgres {
    pub(super) fn open(address: &str) -> Result<Self, DatabaseError> {
        Ok(Self {
            pool: Pool::new(connect(address)?),
            address: address.to_owned(),
        })
    }

    fn run<T>(
        &self,
        job: impl FnOnce(&mut Session) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        let is_closed = |session: &Session| session.client.is_closed();
        self.pool.run(|| connect(&self.address), is_closed, job)
    }

    pub(super) fn read<T>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> T,
    ) -> Result<T, DatabaseError> {
        self.run(|session| {
            let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
            session.client.batch_execute(begin)?;
            let done = job(session);
            session.client.batch_execute("ROLLBACK")?;
            Ok(done)
        })
    }

    pub(super) fn write<T, E: From<DatabaseError>>(
        &self,
        job: impl FnOnce(&mut dyn Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let written = self.run(|session| {
            let begin = format!("BEGIN; {WRITERS}");
            session.client.batch_execute(&begin)?;
            let done = job(session);
            let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
            session.client.batch_execute(end)?;
            Ok(done)
        });
        written.unwrap_or_else(|error| Err(error.into()))
    }
}

fn connect(address: &str) -> Result<Session, DatabaseError> {
    Ok(Session {
        client: Client::connect(address, NoTls)?,
        statements: HashMap::new(),
    })
}

impl Session {
    fn prepared(&mut self, sql: &str) -> Result<Statement, DatabaseError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        if self.statements.len() >= STATEMENTS {
            // The server forgets what is dropped here.
            self.statements.clear();
        }
        let statement = self.client.prepare(&sql.replace('?', "$"))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

impl Connection for Session {
    fn query(&mut self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, DatabaseError> {
        let statement = self.prepared(sql)?;
        let parameters: Vec<&(dyn ToSql + Sync)> = parameters.iter().map(|one| one as _).collect();
        let rows = self.client.query(&statement, &parameters)?;
        rows.iter().map(read).collect()
    }

    fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<u64, DatabaseError> {
        let statement = self.prepared(sql)?;
        let parameters: Vec<&(dyn ToSql + Sync)> = parameters.iter().map(|one| one as _).collect();
        Ok(self.client.execute(&statement, &parameters)?)
    }

    fn text_type(&self) -> &'static str {
        "TEXT COLLATE \"C\""
    }

    fn has_row_numbers(&self) -> bool {
        false
    }
}

fn read(row: &postgres::Row) -> Result<Row, DatabaseError> {
    let value = |(index, column): (usize, &postgres::Column)| {
        Ok(match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(index)?.map(Value::Integer),
            Type::INT4 => {
                let number = row.try_get::<_, Option<i32>>(index)?;
                number.map(|number| Value::Integer(number.into()))
            }
            Type::TEXT | Type::VARCHAR => row.try_get::<_, Option<String>>(index)?.map(Value::Text),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(index)?.map(Value::Bytes),
            _ => return Err(DatabaseError::Column(index)),
        }
        .unwrap_or(Value::Null))
    };
    row.columns().iter().enumerate().map(value).collect()
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Integer(number) if *kind == Type::INT4 => {
                i32::try_from(*number)?.to_sql(kind, out)
            }
            Self::Integer(number) => number.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

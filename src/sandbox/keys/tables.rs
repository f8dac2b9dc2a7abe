//! The tables of keys and users.

use super::{AccessKey, KeyError, User};
use crate::sandbox::database::{Connection, DatabaseError, Row, Value, integer, once, text};

const LIVE: &str = "revoked IS NULL";

pub(super) fn create(connection: &mut dyn Connection) -> Result<(), DatabaseError> {
    once(connection, "keys", |connection| {
        for sql in [
            "CREATE TABLE sandbox_user (code TEXT NOT NULL PRIMARY KEY, password TEXT)",
            "CREATE TABLE access_key (access_key TEXT NOT NULL PRIMARY KEY, \
             user_code TEXT NOT NULL, sealed BYTEA, generated BIGINT NOT NULL, revoked BIGINT)",
            "CREATE UNIQUE INDEX access_key_live ON access_key (user_code) WHERE revoked IS NULL",
        ] {
            connection.execute(sql, &[])?;
        }
        Ok(())
    })
}

/// Creates the user if there is none of that code.
pub(super) fn add_user(
    connection: &mut dyn Connection,
    code: &str,
    password: Option<String>,
) -> Result<(), DatabaseError> {
    let sql = "INSERT INTO sandbox_user (code, password) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    let password = password.map_or(Value::Null, Value::Text);
    connection.execute(sql, &[code.into(), password])?;
    Ok(())
}

pub(super) fn set_password(
    connection: &mut dyn Connection,
    code: &str,
    password: String,
) -> Result<(), DatabaseError> {
    let sql = "INSERT INTO sandbox_user (code, password) VALUES (?1, ?2) \
               ON CONFLICT (code) DO UPDATE SET password = excluded.password";
    connection.execute(sql, &[code.into(), password.into()])?;
    Ok(())
}

/// The hash of the user's password, if there are user and password.
pub(super) fn password(
    connection: &mut dyn Connection,
    code: &str,
) -> Result<Option<String>, DatabaseError> {
    let sql = "SELECT password FROM sandbox_user WHERE code = ?1 AND password IS NOT NULL";
    let mut rows = connection.query(sql, &[code.into()])?;
    rows.first_mut().map(|row| text(row, 0)).transpose()
}

pub(super) fn users(connection: &mut dyn Connection) -> Result<Vec<User>, DatabaseError> {
    let sql = "SELECT code, CASE WHEN password IS NULL THEN 0 ELSE 1 END, access_key \
               FROM sandbox_user LEFT JOIN access_key ON user_code = code AND revoked IS NULL \
               ORDER BY code";
    let rows = connection.query(sql, &[])?.into_iter();
    rows.map(|mut row| {
        Ok(User {
            code: text(&mut row, 0)?,
            has_password: integer(&mut row, 1)? == 1,
            access_key: optional(&row, 2).then(|| text(&mut row, 2)).transpose()?,
        })
    })
    .collect()
}

fn optional(row: &Row, index: usize) -> bool {
    !matches!(row.get(index), None | Some(Value::Null))
}

/// The live key of a user.
pub(super) fn key_of(
    connection: &mut dyn Connection,
    user: &str,
) -> Result<Option<String>, DatabaseError> {
    let sql = format!("SELECT access_key FROM access_key WHERE user_code = ?1 AND {LIVE}");
    let mut rows = connection.query(&sql, &[user.into()])?;
    rows.first_mut().map(|row| text(row, 0)).transpose()
}

pub(super) fn add_key(
    connection: &mut dyn Connection,
    key: &AccessKey,
    sealed: Vec<u8>,
) -> Result<(), DatabaseError> {
    let sql = "INSERT INTO access_key (access_key, user_code, sealed, generated) \
               VALUES (?1, ?2, ?3, ?4)";
    let values = [
        key.access_key.as_str().into(),
        key.user.as_str().into(),
        Value::Bytes(sealed),
        key.generated.into(),
    ];
    connection.execute(sql, &values)?;
    Ok(())
}

/// Revokes a live key and deletes its secret.
pub(super) fn revoke(
    connection: &mut dyn Connection,
    access_key: &str,
    now: i64,
) -> Result<(), KeyError> {
    let sql = format!(
        "UPDATE access_key SET revoked = ?1, sealed = NULL WHERE access_key = ?2 AND {LIVE}"
    );
    match connection.execute(&sql, &[now.into(), access_key.into()])? {
        0 => Err(KeyError::NoKey(access_key.to_owned())),
        _ => Ok(()),
    }
}

/// The sealed secret of a live key.
pub(super) fn sealed(
    connection: &mut dyn Connection,
    access_key: &str,
) -> Result<Option<Vec<u8>>, DatabaseError> {
    let sql = "SELECT sealed FROM access_key WHERE access_key = ?1 AND revoked IS NULL";
    let mut rows = connection.query(sql, &[access_key.into()])?;
    Ok(match rows.first_mut().and_then(Row::pop) {
        Some(Value::Bytes(sealed)) => Some(sealed),
        _ => None,
    })
}

/// All keys, including revoked ones, the newest first.
pub(super) fn keys(connection: &mut dyn Connection) -> Result<Vec<AccessKey>, DatabaseError> {
    let sql = "SELECT access_key, user_code, generated, revoked FROM access_key \
               ORDER BY generated DESC, access_key";
    let rows = connection.query(sql, &[])?.into_iter();
    rows.map(|mut row| {
        Ok(AccessKey {
            access_key: text(&mut row, 0)?,
            user: text(&mut row, 1)?,
            generated: integer(&mut row, 2)?,
            revoked: optional(&row, 3)
                .then(|| integer(&mut row, 3))
                .transpose()?,
        })
    })
    .collect()
}

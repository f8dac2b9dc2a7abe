use super::{Connection, DatabaseError};

/// Runs `change` once: not if a change of this name was made before. Tables are created this way.
///
/// # Errors
/// The change's own, and [`DatabaseError`] when the list of changes cannot be kept.
pub(crate) fn once<E: From<DatabaseError>>(
    connection: &mut dyn Connection,
    name: &str,
    change: impl FnOnce(&mut dyn Connection) -> Result<(), E>,
) -> Result<(), E> {
    let table = "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY)";
    connection.execute(table, &[])?;
    let done = "INSERT INTO migration (name) VALUES (?1) ON CONFLICT DO NOTHING";
    if connection.execute(done, &[name.into()])? == 1 {
        change(connection)?;
    }
    Ok(())
}

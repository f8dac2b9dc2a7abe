use super::{DatabaseError, Row, Value};

/// A transaction, or one state of the database to read from.
pub(crate) trait Connection {
    /// The rows of the query `sql`. Parameters are `?1`, `?2` and so on.
    ///
    /// # Errors
    /// [`DatabaseError`] when the database refuses.
    fn query(&mut self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, DatabaseError>;

    /// Runs `sql` and returns the number of rows that it changed.
    ///
    /// # Errors
    /// [`DatabaseError`] when the database refuses.
    fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<u64, DatabaseError>;

    /// The type of a text column that is compared byte by byte.
    fn text_type(&self) -> &'static str;

    /// Whether a table's own row number can be a column, as `INTEGER PRIMARY KEY`.
    fn has_row_numbers(&self) -> bool;
}

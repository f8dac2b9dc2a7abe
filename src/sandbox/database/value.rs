use super::DatabaseError;

/// The value of a column or a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// A whole number, `BIGINT`.
    Integer(i64),
    /// `TEXT`.
    Text(String),
    /// Bytes: `BLOB`, in `PostgreSQL` `BYTEA`.
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// The columns of one row, in the order of the query.
pub(crate) type Row = Vec<Value>;

/// The whole number in column `index`, taken out of `row`.
///
/// # Errors
/// [`DatabaseError::Column`] when there is none.
pub(crate) fn integer(row: &mut Row, index: usize) -> Result<i64, DatabaseError> {
    match row.get(index) {
        Some(Value::Integer(number)) => Ok(*number),
        _ => Err(DatabaseError::Column(index)),
    }
}

/// The text in column `index`, taken out of `row`.
///
/// # Errors
/// [`DatabaseError::Column`] when there is none.
pub(crate) fn text(row: &mut Row, index: usize) -> Result<String, DatabaseError> {
    match row
        .get_mut(index)
        .map(|value| std::mem::replace(value, Value::Null))
    {
        Some(Value::Text(text)) => Ok(text),
        _ => Err(DatabaseError::Column(index)),
    }
}

//! Reports on stock, computed from movements.
//!
//! A movement is one row of a document that brought stock in or took it out. Movements are kept in
//! a table of their own, in the transaction that keeps the document, so that they always say what
//! the documents say. Which documents move stock, and what a report shows, is the catalogue's; what
//! its kinds of rows mean is here. Simplified against an accounting program:
//!
//! - quantities are in the item's base unit only;
//! - stock is valued item by item, not location by location: a location has its share of the value;
//! - what came in without saying its cost, such as goods that a customer returned, is valued at the
//!   average of what said it;
//! - what was there before the first document has no day: it is older than everything;
//! - parameters that arrange or merge rows, or hide columns, are ignored.

mod answer;
mod card;
mod cost;
mod filter;
mod items;
mod line;
mod serials;
mod sql;

use crate::sandbox::database::DatabaseError;

pub(in crate::sandbox) use answer::answer;

/// A report that cannot be drawn up.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A parameter is not a date.
    #[error("`{name}` is not a date: '{text}'; write YYYY-MM-DD")]
    Date {
        /// The parameter.
        name: &'static str,
        /// The start of its value.
        text: String,
    },
    /// The report has too many rows to be answered at once.
    #[error("the report has more than {0} rows; limit it to fewer items or days")]
    TooLong(usize),
    /// The database refused.
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

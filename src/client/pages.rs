//! Reading a list from its first record to its last.

use std::collections::HashSet;

use thiserror::Error;

use crate::catalogue::{Operation, Resource};
use crate::json::Document;

use super::{Arguments, CallError, Client, Failure, Refused, call};

/// All records of a list.
#[derive(Debug, Default)]
pub struct Whole {
    /// Each record once, as the JSON text that was sent, in the order in which they came.
    pub records: Vec<String>,
    /// How many came a second time, because records were added or removed meanwhile.
    pub repeated: usize,
}

/// Why a list could not be read to its end.
#[derive(Debug, Error)]
pub enum PageError {
    /// There is no such list.
    #[error(transparent)]
    Call(#[from] CallError),
    /// No answer.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// An answer that is no success.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// An answer without records.
    #[error("the answer at offset {0} has no list of records in `data`")]
    NoRecords(u64),
    /// The same page again and again.
    #[error(
        "at offset {0} the service sends only records that it has sent before: it does not page this list"
    )]
    Repeats(u64),
}

/// Reads the whole list of `resource`, `page_size` records a call; `progress` is told how many there
/// are so far.
///
/// A page that is not full is the last one. The next page starts where this one ended, so that none
/// is left out when a page is larger than asked for; a record that comes again, by its key, is
/// dropped and counted.
///
/// # Errors
/// When a page cannot be had; the records before it are lost, as a list with a gap is none.
pub fn whole_list(
    client: &Client<'_>,
    resource: &Resource,
    filters: &[(String, String)],
    (first, page_size): (u64, u32),
    progress: &mut dyn FnMut(usize),
) -> Result<Whole, PageError> {
    let mut whole = Whole::default();
    let mut seen = HashSet::new();
    let mut offset = first;
    loop {
        let with = Arguments {
            filters,
            offset,
            ..Arguments::default()
        };
        let answer = client.send(&call(resource, Operation::List, &with)?)?;
        let answer = answer.accepted(client.connection.base())?;
        let page = answer.records().ok_or(PageError::NoRecords(offset))?;
        let count = page.len();
        let before = whole.records.len();
        for record in page {
            if seen.insert(identity(resource, &record)) {
                whole.records.push(record);
            } else {
                whole.repeated += 1;
            }
        }
        progress(whole.records.len());
        if count < page_size as usize {
            return Ok(whole);
        }
        if whole.records.len() == before {
            return Err(PageError::Repeats(offset));
        }
        offset += count as u64;
    }
}

/// What tells a record from others: its key, or all of it where it shows none.
fn identity(resource: &Resource, record: &str) -> String {
    let key = resource.key.field().and_then(|field| {
        let document = Document::from_text(record).ok()?;
        let value = document.root().get(field)?;
        (!value.is_null()).then(|| value.text().to_owned())
    });
    key.unwrap_or_else(|| record.to_owned())
}

//! Reading a list from its first record to its last.

use std::collections::HashSet;

use thiserror::Error;

use crate::catalogue::{Answers, Catalogue, Operation, Paging, Resource};
use crate::json::Document;

use super::{Answer, Arguments, Client, ErrorResponse, Failure, OperationError, operation_request};

/// All records of a list.
#[derive(Debug, Default)]
pub struct AllRecords {
    /// Each record once, as the JSON text that was sent, in the order in which they came.
    pub records: Vec<String>,
    /// How many were read twice, because records were added or removed meanwhile.
    pub repeated: usize,
}

/// Why a list could not be read to its end.
#[derive(Debug, Error)]
pub enum PageError {
    /// There is no such list.
    #[error(transparent)]
    RequestSpec(#[from] OperationError),
    /// No answer.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// A response other than success.
    #[error(transparent)]
    ErrorResponse(#[from] ErrorResponse),
    /// An answer without records.
    #[error("the response at {place} has no list of records{}", inside(.answers))]
    NoRecords {
        /// The page.
        place: String,
        /// Where its records should be.
        answers: Answers,
    },
    /// The same page again.
    #[error("at {0} the service repeats records: it does not page this list")]
    Repeats(String),
}

fn inside(answers: &Answers) -> String {
    let inside = |member| format!(" in `{member}`");
    answers.records.map_or_else(String::new, inside)
}

/// Reads the whole list of `resource` of `catalogue` from the page `first` on; `progress` gets the number of
/// records so far.
///
/// A page that is not full is the last one, or one that brings no token where pages have tokens.
/// With offsets the next page starts where this one ended, so that none is left out if a page
/// is larger than asked for; a record that comes again, by its key, is dropped and counted.
///
/// # Errors
/// When a page cannot be read; the records before it are dropped, because a list must not have gaps.
pub fn fetch_all_records(
    client: &Client<'_>,
    (catalogue, resource): (&Catalogue, &Resource),
    filters: &[(String, String)],
    first: Option<String>,
    progress: &mut dyn FnMut(usize),
) -> Result<AllRecords, PageError> {
    let conventions = &catalogue.conventions;
    let (paging, answers) = (conventions.paging, conventions.answers);
    let mut all = AllRecords::default();
    let mut seen = HashSet::new();
    let mut page = first.or_else(|| paging.first().map(|first| first.to_string()));
    loop {
        let with = Arguments {
            filters,
            page: page.as_deref(),
            ..Arguments::default()
        };
        let place = || match (paging.parameter(), &page) {
            (Some(parameter), Some(page)) => format!("{parameter} {page}"),
            _ => "the first page".to_owned(),
        };
        let answer = client.send(&operation_request(
            catalogue,
            resource,
            Operation::List,
            &with,
        )?)?;
        let answer = answer.accepted(client.connection.base())?;
        let records = answer.records(answers);
        let records = records.ok_or_else(|| PageError::NoRecords {
            place: place(),
            answers,
        })?;
        let count = records.len();
        let before = all.records.len();
        for record in records {
            if seen.insert(identity(resource, &record)) {
                all.records.push(record);
            } else {
                all.repeated += 1;
            }
        }
        progress(all.records.len());
        let Some(next) = next(paging, page.as_deref(), count, &answer) else {
            return Ok(all);
        };
        if all.records.len() == before {
            return Err(PageError::Repeats(place()));
        }
        page = Some(next);
    }
}

/// The page after `page`, which had `count` records; `None` when it was the last.
fn next(paging: Paging, page: Option<&str>, count: usize, answer: &Answer) -> Option<String> {
    let is_full = |size: u32| count >= size as usize;
    let page = || page.and_then(|page| page.parse::<u64>().ok());
    match paging {
        Paging::Offset { size, .. } if is_full(size) => Some((page()? + count as u64).to_string()),
        Paging::Number { size, .. } if is_full(size) => Some((page()? + 1).to_string()),
        Paging::None | Paging::Offset { .. } | Paging::Number { .. } => None,
        Paging::Token { member, .. } => {
            let document = Document::parse(&answer.body).ok()?;
            let token = document.root().get(member)?.as_str()?.into_owned();
            (!token.is_empty()).then_some(token)
        }
    }
}

/// What identifies a record: its key, or all of it without one.
fn identity(resource: &Resource, record: &str) -> String {
    let key = resource.key_field().and_then(|field| {
        let document = Document::from_text(record).ok()?;
        let value = document.root().get(field)?;
        (!value.is_null()).then(|| value.text().to_owned())
    });
    key.unwrap_or_else(|| record.to_owned())
}

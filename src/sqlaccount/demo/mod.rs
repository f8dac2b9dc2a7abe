//! A demo company: the records of the examples, with their very keys, and as many documents of the
//! two years before them as are wanted.
//!
//! Everything follows from the number of documents: no clock, no randomness. Amounts are exact, rows
//! add up to their documents, what is knocked off was owed, goods are bought before they are sold.
//! What is made up besides the examples does not touch their items, customers and suppliers, whose
//! balances so stay as the examples show them.

mod book;
mod calendar;
mod given;
mod items;
mod members;
mod money;
mod parties;
mod plan;
mod random;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use serde_json::Value;

use self::book::Book;
use self::parties::{Party, SUPPLIERS, customers};
use self::plan::Plan;

/// The default number of documents of the company.
pub const DOCUMENTS: u32 = 960;

/// The path of a resource and a record of it.
pub type Record = (&'static str, Value);

/// The records of the demo company, in an order in which each comes after those that it refers to,
/// with at least `documents` documents besides those of the examples, and at most a few more in each
/// of the 24 months. They are whole: with their keys, and as they stand after everything has
/// happened, so that an invoice that is paid by a later record says so already.
pub fn company(documents: u32) -> impl Iterator<Item = Record> {
    let (masters, given) = given::records(&super::catalogue());
    let mut book = Book::new();
    let standing = Plan::outcome(documents);
    let items = (0..items::ITEMS.len()).map(|at| {
        (
            "stockitem",
            items::record(at, standing.stock[at] + standing.away[at]),
        )
    });
    let mut ready: VecDeque<Record> = masters.into_iter().chain(items).collect();
    for number in 0..customers(documents) {
        let record = Party::customer(number).record(standing.customers[number], book.row_key());
        ready.push_back(("customer", record));
    }
    for number in 0..SUPPLIERS {
        let record = Party::supplier(number).record(standing.suppliers[number], book.row_key());
        ready.push_back(("supplier", record));
    }
    ready.extend(given);
    Written {
        ready,
        plan: Plan::new(documents),
        book,
    }
}

/// Records that are written down as they are asked for.
struct Written {
    ready: VecDeque<Record>,
    plan: Plan,
    book: Book,
}

impl Iterator for Written {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            if let Some(record) = self.ready.pop_front() {
                return Some(record);
            }
            let unit = self.plan.next()?;
            self.ready.extend(self.book.write(&unit));
        }
    }
}

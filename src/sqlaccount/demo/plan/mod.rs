//! What happens in the company, month by month, before it is written down as documents.

mod month;
mod unit;

pub(super) use month::Month;
pub(super) use unit::{Line, Monthly, Payment, Trade, Unit};

use super::calendar::MONTHS;
use super::items::{ITEMS, OPENING};
use super::parties::{SUPPLIERS, customers};

/// All that happens, in order; as many units as make up the documents that are wanted, and no two
/// months in memory at once.
pub(super) struct Plan {
    documents: u32,
    next: u32,
    month: Option<Month>,
    standing: Standing,
}

/// The state after everything that has happened so far.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// Units of each item in the main warehouse.
    pub(super) stock: Vec<i64>,
    /// Units of each item elsewhere.
    pub(super) away: Vec<i64>,
    /// What each customer owes, in sen.
    pub(super) customers: Vec<i64>,
    /// What is owed to each supplier, in sen.
    pub(super) suppliers: Vec<i64>,
}

impl Plan {
    /// The plan for so many documents, or a few more in every month.
    pub(super) fn new(documents: u32) -> Self {
        let opening = |item: &super::items::Item| if item.has_stock() { OPENING } else { 0 };
        Self {
            documents,
            next: 0,
            month: None,
            standing: Standing {
                stock: ITEMS.iter().map(opening).collect(),
                away: vec![0; ITEMS.len()],
                customers: vec![0; customers(documents)],
                suppliers: vec![0; SUPPLIERS],
            },
        }
    }

    /// The final state.
    pub(super) fn outcome(documents: u32) -> Standing {
        let mut plan = Self::new(documents);
        while plan.next().is_some() {}
        plan.standing
    }

    /// How many documents the month has to have, so that all months together have those wanted.
    fn quota(&self, month: u32) -> u32 {
        let until = |month: u32| u64::from(self.documents) * u64::from(month) / u64::from(MONTHS);
        u32::try_from(until(month + 1) - until(month)).unwrap_or(u32::MAX)
    }
}

impl Iterator for Plan {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        loop {
            if let Some(unit) = self.month.as_mut().and_then(Month::next) {
                self.standing.follow(&unit);
                return Some(unit);
            }
            if self.next >= MONTHS {
                return None;
            }
            let quota = self.quota(self.next);
            self.month = Some(Month::new(self.next, quota, &self.standing));
            self.next += 1;
        }
    }
}

impl Standing {
    fn follow(&mut self, unit: &Unit) {
        for (item, quantity) in unit.movements() {
            self.stock[item] += quantity;
        }
        match unit {
            Unit::Monthly(monthly) => {
                let (item, quantity) = monthly.transferred();
                self.away[item] += quantity;
            }
            Unit::Sale(sale) => self.customers[sale.party.number()] += sale.outstanding(),
            Unit::Purchase(purchase) => {
                self.suppliers[purchase.party.number()] += purchase.outstanding();
            }
            Unit::Cash { .. } | Unit::Quotation(_) => {}
        }
    }
}

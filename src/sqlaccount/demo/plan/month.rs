use jiff::civil::Date;

use super::{Line, Monthly, Standing, Trade, Unit};
use crate::sqlaccount::demo::calendar::{LAST_DAY, after, day};
use crate::sqlaccount::demo::items::ITEMS;
use crate::sqlaccount::demo::parties::{Party, SUPPLIERS};
use crate::sqlaccount::demo::random::Lcg;

/// How many of an item stay in stock at the end of a month at least.
const FLOOR: i64 = 20;

/// In which order things happen in a month, over and over.
#[derive(Clone, Copy)]
enum Step {
    Purchase,
    Sale,
    Cash,
    Quotation,
}

const STEPS: [Step; 10] = [
    Step::Purchase,
    Step::Sale,
    Step::Cash,
    Step::Sale,
    Step::Sale,
    Step::Quotation,
    Step::Purchase,
    Step::Sale,
    Step::Cash,
    Step::Sale,
];

/// The units of one month. Goods are bought in its first days and sold after them, so that what is
/// bought covers what is sold: the month is drafted once to see how much that is, and then again.
pub(in crate::sqlaccount::demo) struct Month {
    number: u32,
    quota: u32,
    done: u32,
    step: usize,
    customers: usize,
    random: Lcg,
    restock: Restock,
}

/// What has to be bought in a month: it is spread over its purchases.
#[derive(Clone, Debug, Default)]
struct Restock {
    need: Vec<i64>,
    purchases: usize,
    begun: usize,
}

impl Month {
    pub(in crate::sqlaccount::demo) fn new(number: u32, quota: u32, standing: &Standing) -> Self {
        let draft = || Self {
            number,
            quota,
            done: 0,
            step: 0,
            customers: standing.customers.len(),
            random: Lcg::new(u64::from(number) + 1),
            restock: Restock::default(),
        };
        let mut out = vec![0; ITEMS.len()];
        let mut purchases = 0;
        for unit in draft() {
            purchases += usize::from(matches!(unit, Unit::Purchase(_)));
            for (item, quantity) in unit.movements() {
                out[item] -= quantity.min(0);
            }
        }
        // Of what is bought, one in a while goes back.
        let spare = FLOOR + i64::try_from(purchases / 4).unwrap_or_default();
        let need = |(out, stock): (i64, &i64)| (out + spare - stock).max(0);
        Self {
            restock: Restock {
                need: out.into_iter().zip(&standing.stock).map(need).collect(),
                purchases,
                begun: 0,
            },
            ..draft()
        }
    }

    fn lines(&mut self) -> Vec<Line> {
        let count = 1 + self.random.below(4);
        let first = self.random.below(ITEMS.len());
        let mut line = |at: usize| {
            // Seven steps round twenty items never meet the same one twice.
            let index = (first + at * 7) % ITEMS.len();
            Line {
                index,
                quantity: 1 + i64::try_from(self.random.below(8)).unwrap_or_default(),
                price: ITEMS[index].price(self.number),
                taxed: true,
            }
        };
        (0..count).map(&mut line).collect()
    }

    /// When an invoice of that date is paid, and whether in half only; none when it still is open
    /// at the end.
    fn payment(&mut self, party: Party, date: Date) -> Option<(Date, bool)> {
        let late = self.random.below(25);
        let pays = self.random.chance(92);
        let half = self.random.chance(8);
        let when = after(date, party.terms().0 + late);
        (pays && when <= LAST_DAY).then_some((when, half))
    }

    fn sale(&mut self) -> Trade {
        let party = Party::customer(self.random.below(self.customers));
        let date = day(self.number, 6 + self.small(13));
        let quoted = self.random.chance(50).then_some(day(self.number, 2));
        let ordered = self.random.chance(70).then_some(day(self.number, 4));
        let lines = self.lines();
        Trade {
            party,
            date,
            quoted: quoted.filter(|_| ordered.is_some()),
            ordered,
            lines,
            returned: self.random.chance(6).then_some(after(date, 4)),
            paid: self.payment(party, date),
        }
    }

    fn purchase(&mut self) -> Trade {
        let party = Party::supplier(self.random.below(SUPPLIERS));
        let date = day(self.number, 3 + self.small(3));
        Trade {
            party,
            date,
            quoted: None,
            ordered: Some(day(self.number, 1)),
            lines: self.restock.lines(self.number),
            returned: self.random.chance(5).then_some(after(date, 2)),
            paid: self.payment(party, date),
        }
    }

    fn small(&mut self, end: usize) -> i8 {
        i8::try_from(self.random.below(end)).unwrap_or_default()
    }
}

impl Iterator for Month {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        if self.done >= self.quota {
            return None;
        }
        let unit = if self.done == 0 {
            Unit::Monthly(Monthly { month: self.number })
        } else {
            let step = STEPS[self.step % STEPS.len()];
            self.step += 1;
            match step {
                Step::Purchase => Unit::Purchase(self.purchase()),
                Step::Sale => Unit::Sale(self.sale()),
                Step::Cash => Unit::Cash {
                    date: day(self.number, 6 + self.small(20)),
                    lines: self.lines(),
                },
                Step::Quotation => Unit::Quotation(self.sale()),
            }
        };
        self.done += unit.documents();
        Some(unit)
    }
}

impl Restock {
    /// The lines of the next purchase: a fourth of the items each time, when there are enough
    /// purchases for that.
    fn lines(&mut self, month: u32) -> Vec<Line> {
        let purchase = self.begun;
        self.begun += 1;
        let stride = if self.purchases < 4 { 1 } else { 4 };
        let mut lines = Vec::new();
        for (index, need) in self.need.iter().enumerate() {
            if !(purchase + index).is_multiple_of(stride) {
                continue;
            }
            let first = (stride - index % stride) % stride;
            let count = (self.purchases.saturating_sub(first)).div_ceil(stride);
            let turn = purchase / stride;
            let quantity = part(*need, count, turn);
            if quantity > 0 {
                lines.push((index, quantity));
            }
        }
        if lines.is_empty() {
            let with_stock = ITEMS.iter().filter(|item| item.has_stock()).count();
            lines.push((purchase % with_stock, 1));
        }
        let line = |(index, quantity): (usize, i64)| Line {
            index,
            quantity,
            price: ITEMS[index].cost(month),
            taxed: false,
        };
        lines.into_iter().map(line).collect()
    }
}

/// The part that falls to one of `count`, so that all parts together are the whole.
fn part(whole: i64, count: usize, turn: usize) -> i64 {
    let (count, turn) = (
        i64::try_from(count).unwrap_or(1).max(1),
        i64::try_from(turn).unwrap_or_default(),
    );
    whole / count + i64::from(turn < whole % count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_up_the_whole() {
        for purchases in 1..30 {
            let mut restock = Restock {
                need: vec![41, 0, 3, 7, 1, 100],
                purchases,
                begun: 0,
            };
            let mut bought = vec![0; ITEMS.len()];
            for _ in 0..purchases {
                for line in restock.lines(0) {
                    bought[line.index] += line.quantity;
                }
            }
            for (index, need) in restock.need.iter().enumerate() {
                assert!(
                    bought[index] >= *need,
                    "{purchases} purchases, item {index}"
                );
            }
        }
    }
}

use jiff::civil::Date;

use crate::sqlaccount::demo::calendar::day;
use crate::sqlaccount::demo::items::{ITEMS, Item};
use crate::sqlaccount::demo::money::share;
use crate::sqlaccount::demo::parties::Party;

/// So many of an item at a price in sen.
#[derive(Clone, Debug)]
pub(in crate::sqlaccount::demo) struct Line {
    pub(in crate::sqlaccount::demo) index: usize,
    pub(in crate::sqlaccount::demo) quantity: i64,
    pub(in crate::sqlaccount::demo) price: i64,
    /// Whether tax is charged: the company's suppliers are not registered for it.
    pub(in crate::sqlaccount::demo) taxed: bool,
}

impl Line {
    pub(in crate::sqlaccount::demo) fn item(&self) -> &'static Item {
        &ITEMS[self.index]
    }

    /// Quantity times price, in sen.
    pub(in crate::sqlaccount::demo) fn net(&self) -> i64 {
        self.quantity * self.price
    }

    /// The tax on that, in sen.
    pub(in crate::sqlaccount::demo) fn tax(&self) -> i64 {
        let tax = self.item().tax.filter(|_| self.taxed);
        tax.map_or(0, |tax| share(self.net(), tax.percent))
    }

    /// Both together.
    pub(in crate::sqlaccount::demo) fn gross(&self) -> i64 {
        self.net() + self.tax()
    }

    /// One of it.
    fn single(&self) -> Self {
        Self {
            quantity: 1,
            ..self.clone()
        }
    }
}

/// Money that changes hands for an invoice.
#[derive(Clone, Copy, Debug)]
pub(in crate::sqlaccount::demo) struct Payment {
    pub(in crate::sqlaccount::demo) date: Date,
    /// In sen.
    pub(in crate::sqlaccount::demo) amount: i64,
}

/// A sale or a purchase on credit, with all that follows.
#[derive(Clone, Debug)]
pub(in crate::sqlaccount::demo) struct Trade {
    pub(in crate::sqlaccount::demo) party: Party,
    /// When the goods change hands, and the date of the invoice.
    pub(in crate::sqlaccount::demo) date: Date,
    pub(in crate::sqlaccount::demo) quoted: Option<Date>,
    pub(in crate::sqlaccount::demo) ordered: Option<Date>,
    pub(in crate::sqlaccount::demo) lines: Vec<Line>,
    /// When one of the last line comes back.
    pub(in crate::sqlaccount::demo) returned: Option<Date>,
    /// When it is paid, and whether only in half.
    pub(in crate::sqlaccount::demo) paid: Option<(Date, bool)>,
}

impl Trade {
    /// The amount of the invoice, in sen.
    pub(in crate::sqlaccount::demo) fn total(&self) -> i64 {
        self.lines.iter().map(Line::gross).sum()
    }

    /// What comes back, and when.
    pub(in crate::sqlaccount::demo) fn returned(&self) -> Option<(Date, Line)> {
        Some((self.returned?, self.lines.last()?.single()))
    }

    fn credited(&self) -> i64 {
        self.returned().map_or(0, |(_, line)| line.gross())
    }

    /// What is paid, and when.
    pub(in crate::sqlaccount::demo) fn payment(&self) -> Option<Payment> {
        let (date, half) = self.paid?;
        let due = self.total() - self.credited();
        let amount = if half { due / 2 } else { due };
        (amount > 0).then_some(Payment { date, amount })
    }

    /// What is still owed at the end, in sen.
    pub(in crate::sqlaccount::demo) fn outstanding(&self) -> i64 {
        self.total() - self.credited() - self.payment().map_or(0, |paid| paid.amount)
    }

    /// How many documents it makes besides quotation and order: two of the delivery and the invoice,
    /// the invoice in the ledger, two for what comes back, one for the payment.
    fn documents(&self) -> u32 {
        3 + u32::from(self.quoted.is_some())
            + u32::from(self.ordered.is_some())
            + 2 * u32::from(self.returned.is_some())
            + u32::from(self.paid.is_some())
    }
}

/// What happens in every month.
#[derive(Clone, Copy, Debug)]
pub(in crate::sqlaccount::demo) struct Monthly {
    pub(in crate::sqlaccount::demo) month: u32,
}

impl Monthly {
    /// The documents of [`crate::sqlaccount::demo::book`] for it.
    pub(in crate::sqlaccount::demo) const DOCUMENTS: u32 = 9;

    /// On which day stock is counted, used up and moved.
    pub(in crate::sqlaccount::demo) fn stock_day(self) -> Date {
        day(self.month, 20)
    }

    /// An item with stock, another one in every month; `which` tells apart those of one month.
    fn item(self, which: usize) -> usize {
        let with_stock = ITEMS.iter().filter(|item| item.has_stock()).count();
        let month = usize::try_from(self.month).unwrap_or_default();
        (month * 5 + which * 7) % with_stock
    }

    /// What is found missing.
    pub(in crate::sqlaccount::demo) fn adjusted(self) -> (usize, i64) {
        (self.item(0), -1)
    }

    /// What is used in the workshop.
    pub(in crate::sqlaccount::demo) fn issued(self) -> (usize, i64) {
        (self.item(1), 1)
    }

    /// What comes back from exhibitions.
    pub(in crate::sqlaccount::demo) fn received(self) -> (usize, i64) {
        (self.item(2), 2)
    }

    /// What is moved to the other warehouse.
    pub(in crate::sqlaccount::demo) fn transferred(self) -> (usize, i64) {
        (self.item(3), 3)
    }
}

/// One thing that happens, with all its documents.
#[derive(Clone, Debug)]
pub(in crate::sqlaccount::demo) enum Unit {
    Monthly(Monthly),
    Purchase(Trade),
    Sale(Trade),
    Cash {
        date: Date,
        lines: Vec<Line>,
    },
    /// A quotation that is not accepted.
    Quotation(Trade),
}

impl Unit {
    /// How many documents it makes.
    pub(in crate::sqlaccount::demo) fn documents(&self) -> u32 {
        match self {
            Self::Monthly(_) => Monthly::DOCUMENTS,
            Self::Purchase(trade) | Self::Sale(trade) => trade.documents(),
            Self::Cash { .. } | Self::Quotation(_) => 1,
        }
    }

    /// What goes into the main warehouse, or out of it where it is negative: item and quantity.
    pub(in crate::sqlaccount::demo) fn movements(&self) -> Vec<(usize, i64)> {
        let of = |lines: &[Line], sign: i64| -> Vec<(usize, i64)> {
            let stocked = lines.iter().filter(|line| line.item().has_stock());
            stocked
                .map(|line| (line.index, sign * line.quantity))
                .collect()
        };
        let trade = |trade: &Trade, sign: i64| {
            let mut all = of(&trade.lines, sign);
            all.extend(
                trade
                    .returned()
                    .iter()
                    .flat_map(|(_, line)| of(std::slice::from_ref(line), -sign)),
            );
            all
        };
        match self {
            Self::Monthly(monthly) => {
                let less = |(item, quantity): (usize, i64)| (item, -quantity);
                vec![
                    monthly.adjusted(),
                    less(monthly.issued()),
                    monthly.received(),
                    less(monthly.transferred()),
                ]
            }
            Self::Purchase(purchase) => trade(purchase, 1),
            Self::Sale(sale) => trade(sale, -1),
            Self::Cash { lines, .. } => of(lines, -1),
            Self::Quotation(_) => Vec::new(),
        }
    }
}

//! What happens, written down as the documents of the service.

mod form;
mod ledger;
mod members;
mod monthly;
mod trade;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use self::form::{
    CREDIT_NOTE, CUSTOMER_CREDIT, CUSTOMER_INVOICE, CUSTOMER_PAYMENT, DELIVERY, Form, INVOICE,
    ORDER, PURCHASE_INVOICE, PURCHASE_ORDER, PURCHASE_RETURN, QUOTATION, RECEIPT, SUPPLIER_CREDIT,
    SUPPLIER_INVOICE, SUPPLIER_PAYMENT,
};
use self::members::MembersByPath;
use self::trade::Source;
use super::Record;
use super::plan::{Trade, Unit};

/// Keys that no example has.
const FIRST_DOCKEY: i64 = 200_001;
const FIRST_DTLKEY: i64 = 1_000_001;
const FIRST_TRANSACTION: i64 = 50_001;

/// The books: they give each document its keys and its number.
pub(super) struct Book {
    members: MembersByPath,
    dockey: i64,
    dtlkey: i64,
    transaction: i64,
    /// The last number behind each prefix in each month.
    numbers: BTreeMap<(&'static str, i16, i8), u32>,
    written: Vec<Record>,
}

/// A document that was written, for those that refer to it.
#[derive(Clone, Debug)]
struct Written {
    dockey: i64,
    docno: String,
    /// The keys of its rows.
    rows: Vec<i64>,
}

impl Book {
    pub(super) fn new() -> Self {
        Self {
            members: MembersByPath::new(),
            dockey: FIRST_DOCKEY,
            dtlkey: FIRST_DTLKEY,
            transaction: FIRST_TRANSACTION,
            numbers: BTreeMap::new(),
            written: Vec::new(),
        }
    }

    /// The documents of one unit, each after those that it refers to.
    pub(super) fn write(&mut self, unit: &Unit) -> Vec<Record> {
        match unit {
            Unit::Monthly(monthly) => self.monthly(*monthly),
            Unit::Purchase(purchase) => self.purchase(purchase),
            Unit::Sale(sale) => self.sale(sale),
            Unit::Quotation(sale) => {
                self.trade(
                    &QUOTATION,
                    sale.party,
                    sale.date,
                    &sale.lines,
                    &Source::default(),
                );
            }
            Unit::Cash { date, lines } => self.cash(*date, lines),
        }
        std::mem::take(&mut self.written)
    }

    /// The next key of a row.
    pub(super) fn row_key(&mut self) -> i64 {
        self.dtlkey += 1;
        self.dtlkey - 1
    }

    fn sale(&mut self, sale: &Trade) {
        let steps = [
            (sale.quoted, QUOTATION),
            (sale.ordered, ORDER),
            (Some(sale.date), DELIVERY),
        ];
        let source = self.hand_on(sale, &steps);
        let ledger = [CUSTOMER_INVOICE, CUSTOMER_CREDIT, CUSTOMER_PAYMENT];
        self.settle(sale, &source, &[INVOICE, CREDIT_NOTE], &ledger);
    }

    fn purchase(&mut self, purchase: &Trade) {
        let steps = [
            (purchase.ordered, PURCHASE_ORDER),
            (Some(purchase.date), RECEIPT),
        ];
        let source = self.hand_on(purchase, &steps);
        let ledger = [SUPPLIER_INVOICE, SUPPLIER_CREDIT, SUPPLIER_PAYMENT];
        let trading = [PURCHASE_INVOICE, PURCHASE_RETURN];
        self.settle(purchase, &source, &trading, &ledger);
    }

    /// Documents of which each hands its rows on to the next; the source of what follows them.
    fn hand_on(&mut self, trade: &Trade, steps: &[(Option<Date>, Form)]) -> Source {
        let mut source = Source::default();
        for (date, form) in steps {
            if let Some(date) = date {
                let from = source.followed();
                let written = self.trade(form, trade.party, *date, &trade.lines, &from);
                source = Source::of(form.kind, written);
            }
        }
        source
    }

    /// The invoice and what follows: what comes back, the payment, and all that in the ledger.
    fn settle(&mut self, trade: &Trade, source: &Source, trading: &[Form; 2], ledger: &[Form; 3]) {
        let [invoice_form, return_form] = trading;
        let [ledger_form, credit_form, payment_form] = ledger;
        let invoice = self.trade(invoice_form, trade.party, trade.date, &trade.lines, source);
        let entry = self.ledger_invoice(ledger_form, trade, &invoice.docno);
        let mut left = trade.total();
        if let Some((date, line)) = trade.returned() {
            let lines = [line];
            let back = Source::of(invoice_form.kind, invoice).last_row();
            let credit = self.trade(return_form, trade.party, date, &lines, &back);
            self.ledger_credit(credit_form, trade, date, &lines, &credit.docno, &entry);
            left -= lines[0].gross();
        }
        if let Some(payment) = trade.payment() {
            self.payment(payment_form, trade, payment, &entry, left);
        }
    }

    /// The next number of the form in the month of `date`: `IV-2405-0012`.
    fn number(&mut self, form: &Form, date: Date) -> String {
        let key = (form.prefix, date.year(), date.month());
        let last = self.numbers.entry(key).or_default();
        *last += 1;
        let (prefix, year, month) = key;
        format!("{prefix}-{:02}{month:02}-{last:04}", year % 100)
    }

    fn keep(&mut self, form: &Form, record: Value) {
        let record = self.members.fit(form.path, record);
        self.written.push((form.path, record));
    }
}

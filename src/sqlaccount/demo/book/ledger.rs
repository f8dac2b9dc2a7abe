//! Invoices, credit notes and payments in the ledgers of customers and suppliers.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::form::Form;
use super::trade::{account, amounts};
use super::{Book, Written};
use crate::sqlaccount::demo::calendar::{after, seconds};
use crate::sqlaccount::demo::money::money;
use crate::sqlaccount::demo::parties::Side;
use crate::sqlaccount::demo::plan::{Line, Payment, Trade};

/// An invoice in the ledger, as what settles it names it.
pub(super) struct LedgerEntry {
    form: Form,
    document: Written,
}

impl Book {
    /// Enters an invoice with the number that it has in sales or purchase, and with what has been
    /// settled of it by the end.
    pub(super) fn ledger_invoice(
        &mut self,
        form: &Form,
        trade: &Trade,
        docno: &str,
    ) -> LedgerEntry {
        let document = self.open(docno, trade.lines.len());
        let left = trade.outstanding();
        let mut record = self.ledger_head(form, trade, trade.date, &document);
        let total = trade.total();
        for (name, value) in [
            ("terms", trade.party.terms().1.to_owned()),
            ("duedate", due(trade)),
            ("docamt", money(total)),
            ("localdocamt", money(total)),
            ("paymentamt", money(total - left)),
            ("outstanding", money(left)),
        ] {
            record[name] = value.into();
        }
        record["sdsdocdetail"] = rows(form, trade, &trade.lines, &document);
        self.keep(form, record);
        LedgerEntry {
            form: *form,
            document,
        }
    }

    /// Enters a credit note, and knocks it off the invoice.
    pub(super) fn ledger_credit(
        &mut self,
        form: &Form,
        trade: &Trade,
        date: Date,
        lines: &[Line],
        docno: &str,
        entry: &LedgerEntry,
    ) {
        let document = self.open(docno, lines.len());
        let total: i64 = lines.iter().map(Line::gross).sum();
        let mut record = self.ledger_head(form, trade, date, &document);
        record["doctype"] = 0.into();
        record["docamt"] = money(total).into();
        record["localdocamt"] = money(total).into();
        record["unappliedamt"] = "0.00".into();
        record["sdsdocdetail"] = rows(form, trade, lines, &document);
        record["sdsknockoff"] = knock_off(trade, entry, &document, date, trade.total(), total);
        self.keep(form, record);
    }

    /// Enters a payment, and knocks it off the invoice, of which `left` is still owed.
    pub(super) fn payment(
        &mut self,
        form: &Form,
        trade: &Trade,
        payment: Payment,
        entry: &LedgerEntry,
        left: i64,
    ) {
        let docno = self.number(form, payment.date);
        let document = self.open(&docno, 0);
        let amount = money(payment.amount);
        let mut record = self.ledger_head(form, trade, payment.date, &document);
        let description = format!("{} {}", form.description, entry.document.docno);
        for (name, value) in [
            ("description", description.as_str()),
            ("journal", "BANK"),
            ("paymentmethod", "310-001"),
            ("paymentproject", "----"),
            ("chequenumber", ""),
            ("docamt", &amount),
            ("localdocamt", &amount),
            ("bankcharge", "0.00"),
            ("unappliedamt", "0.00"),
        ] {
            record[name] = value.into();
        }
        record["nonrefundable"] = false.into();
        // Where the payment comes from is said of documents of sales and purchase only.
        if let Some(members) = record.as_object_mut() {
            members.remove("fromdoctype");
        }
        record["sdsknockoff"] =
            knock_off(trade, entry, &document, payment.date, left, payment.amount);
        self.keep(form, record);
    }

    fn open(&mut self, docno: &str, rows: usize) -> Written {
        self.dockey += 1;
        Written {
            dockey: self.dockey - 1,
            docno: docno.to_owned(),
            rows: (0..rows).map(|_| self.row_key()).collect(),
        }
    }

    fn ledger_head(&mut self, form: &Form, trade: &Trade, date: Date, document: &Written) -> Value {
        let party = trade.party;
        let journal = match party.side() {
            Side::Customer => "SALES",
            Side::Supplier => "PURCHASE",
        };
        let day = date.to_string();
        self.transaction += 1;
        json!({
            "dockey": document.dockey, "docno": document.docno, "code": party.code(),
            "docdate": day, "postdate": day, "taxdate": day, "journal": journal,
            "description": form.description, "area": party.area(), "agent": party.agent(),
            "project": "----", "currencycode": "----", "currencyrate": "1.00",
            "companycurrencyrate": "1.00", "fromdoctype": form.kind, "cancelled": false,
            "status": 0, "updatecount": 0, "attachments": null, "note": null,
            "approvestate": null, "lastmodified": seconds(date),
            "gltransid": self.transaction - 1,
        })
    }
}

fn due(trade: &Trade) -> String {
    after(trade.date, trade.party.terms().0).to_string()
}

fn rows(form: &Form, trade: &Trade, lines: &[Line], document: &Written) -> Value {
    let goes_out = trade.party.side() == Side::Customer;
    let numbered = lines.iter().zip(&document.rows).zip(1..);
    let row = |((line, dtlkey), number): ((&Line, &i64), i32)| {
        let mut row = json!({
            "dtlkey": dtlkey, "dockey": document.dockey, "seq": 1000 * number,
            "account": account(form, line, goes_out), "project": "----",
            "description": line.item().description,
        });
        for (name, value) in amounts(line) {
            row[name] = value;
        }
        row
    };
    numbered.map(row).collect()
}

/// The one row that knocks `amount` off the invoice, of which `left` was owed before.
fn knock_off(
    trade: &Trade,
    entry: &LedgerEntry,
    by: &Written,
    date: Date,
    left: i64,
    amount: i64,
) -> Value {
    let invoice = &entry.document;
    let (amount, after) = (money(amount), money(left - amount));
    let day = date.to_string();
    json!([{
        "uniquekey": format!("{}{}", entry.form.kind, invoice.dockey), "dockey": invoice.dockey,
        "knockoffdockey": by.dockey, "refdockey": invoice.dockey, "doctype": entry.form.kind,
        "docdate": trade.date.to_string(), "postdate": day, "docno": invoice.docno,
        "agent": trade.party.agent(), "area": trade.party.area(), "docamt": money(trade.total()),
        "originaloutstanding": money(left), "currencycode": "----", "currencyrate": "1.00",
        "outstanding": after, "koamt": amount, "actuallocalkoamt": amount,
        "localkoamt": amount, "kotaxdate": day, "gainloss": "0.00", "gainlosspostdate": day,
        "localoutstanding": after, "knockoff": true, "docnoex": "",
        "description": entry.form.description, "duedate": due(trade), "project": "----",
        "updatecount": 0,
    }])
}

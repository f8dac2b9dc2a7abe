//! What is written every month: stock that is counted, used and moved, journals and vouchers.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::Book;
use super::form::{
    ADJUSTED_BANK, ADJUSTMENT, Form, ISSUE, JOURNAL, PAYMENT_VOUCHER, RECEIPT_VOUCHER,
    STOCK_RECEIVED, TRANSFER,
};
use crate::sqlaccount::demo::calendar::{day, seconds};
use crate::sqlaccount::demo::items::ITEMS;
use crate::sqlaccount::demo::money::{money, quantity};
use crate::sqlaccount::demo::plan::Monthly;

/// What the office costs a month, in sen.
const RENT: i64 = 420_000;
const SALARIES: i64 = 1_850_000;
const DEPRECIATION: i64 = 25_000;
const BANK_CHARGES: i64 = 1_240;
const INTEREST: i64 = 3_275;

impl Book {
    pub(super) fn monthly(&mut self, monthly: Monthly) {
        let date = monthly.stock_day();
        self.stock(&ADJUSTMENT, monthly, date, monthly.adjusted());
        self.stock(&ISSUE, monthly, date, monthly.issued());
        self.stock(&STOCK_RECEIVED, monthly, date, monthly.received());
        self.stock(&TRANSFER, monthly, date, monthly.transferred());
        let last = day(monthly.month, 28);
        let depreciation = [("905-000", DEPRECIATION), ("200-105", -DEPRECIATION)];
        self.journal(&JOURNAL, last, "Depreciation", &depreciation);
        let salaries = [("908-000", SALARIES), ("310-001", -SALARIES)];
        self.journal(&JOURNAL, last, "Salaries", &salaries);
        let charges = [("902-000", BANK_CHARGES), ("310-001", -BANK_CHARGES)];
        self.journal(&ADJUSTED_BANK, last, "Bank charges", &charges);
        self.voucher(&PAYMENT_VOUCHER, last, "908-000", RENT);
        self.voucher(&RECEIPT_VOUCHER, last, "530-000", INTEREST);
    }

    fn next_key(&mut self) -> i64 {
        self.dockey += 1;
        self.dockey - 1
    }

    /// A document of stock with one row.
    fn stock(&mut self, form: &Form, monthly: Monthly, date: Date, (index, units): (usize, i64)) {
        let item = &ITEMS[index];
        let cost = item.cost(monthly.month);
        let (amount, units_text) = (money(cost * units), quantity(units));
        let (dockey, dtlkey) = (self.next_key(), self.row_key());
        let day = date.to_string();
        let row = json!({
            "dtlkey": dtlkey, "dockey": dockey, "seq": 1000, "itemcode": item.code,
            "location": item.location(), "fromlocation": item.location(),
            "tolocation": "PNG-WH", "batch": "", "project": "----",
            "description": item.description, "qty": units_text, "uom": item.uom, "rate": "1.00",
            "sqty": units_text, "suomqty": "0.00", "unitcost": money(cost),
            "unitprice": money(cost), "taxamt": "0.00", "localtaxamt": "0.00",
            "taxinclusive": false, "amount": amount, "localamount": amount,
            "amountwithtax": amount, "printable": true,
        });
        let record = json!({
            "dockey": dockey, "docno": self.number(form, date), "docdate": day, "postdate": day,
            "currencyrate": "1.00", "description": form.description, "area": "----",
            "agent": "----", "docamt": amount, "localdocamt": amount, "writeoff": false,
            "cancelled": false, "status": 0, "updatecount": 0, "attachments": null,
            "authby": "LIM", "note": null, "approvestate": null, "printcount": 0,
            "sdsdocdetail": [row],
        });
        self.keep(form, record);
    }

    /// A journal: each account with its amount in sen, credits negative.
    fn journal(&mut self, form: &Form, date: Date, what: &str, accounts: &[(&str, i64)]) {
        let dockey = self.next_key();
        self.transaction += 1;
        let day = date.to_string();
        let description = format!("{what} {}", &day[..7]);
        let rows: Vec<Value> = accounts
            .iter()
            .zip(1..)
            .map(|((account, amount), number)| {
                let (debit, credit) = (money(*amount.max(&0)), money(-*amount.min(&0)));
                json!({
                    "dtlkey": self.row_key(), "dockey": dockey, "seq": 1000 * number,
                    "code": account, "description": description, "area": "----",
                    "agent": "----", "project": "----", "tax": "", "localtaxamt": "0.00",
                    "taxinclusive": false, "dr": debit, "localdr": debit, "cr": credit,
                    "localcr": credit, "localdrwithtax": debit, "localcrwithtax": credit,
                })
            })
            .collect();
        let journal = if form.path == JOURNAL.path {
            "GENERAL"
        } else {
            "BANK"
        };
        let record = json!({
            "dockey": dockey, "docno": self.number(form, date), "docdate": day, "postdate": day,
            "taxdate": day, "journal": journal, "description": description,
            "currencycode": "----", "currencyrate": "1.00", "cancelled": false, "status": 0,
            "updatecount": 0, "attachments": null, "note": null, "approvestate": null,
            "printcount": 0, "lastmodified": seconds(date), "gltransid": self.transaction - 1,
            "sdsdocdetail": rows,
        });
        self.keep(form, record);
    }

    /// A payment or receipt by bank with one row.
    fn voucher(&mut self, form: &Form, date: Date, account: &str, sen: i64) {
        let (dockey, dtlkey) = (self.next_key(), self.row_key());
        self.transaction += 1;
        let (day, amount) = (date.to_string(), money(sen));
        let description = format!("{} {}", form.description, &day[..7]);
        let row = json!({
            "dtlkey": dtlkey, "dockey": dockey, "seq": 1000, "code": account,
            "area": "----", "agent": "----", "project": "----", "description": description,
            "tax": "", "taxamt": "0.00", "localtaxamt": "0.00", "taxinclusive": false,
            "amount": amount, "localamount": amount, "amountwithtax": amount,
            "localamountwithtax": amount,
        });
        let record = json!({
            "dockey": dockey, "docno": self.number(form, date), "doctype": form.kind,
            "docdate": day, "postdate": day, "taxdate": day, "companyname": null,
            "description": description, "paymentmethod": "310-001", "area": "----",
            "agent": "----", "project": "----", "journal": "BANK", "currencycode": "----",
            "currencyrate": "1.00", "bankcharge": "0.00", "docamt": amount,
            "localdocamt": amount, "cancelled": false, "status": 0, "depositkey": 0,
            "submissiontype": 0, "ta_status": 0, "gltransid": self.transaction - 1,
            "updatecount": 0, "attachments": null, "note": null, "approvestate": null,
            "printcount": 0, "lastmodified": seconds(date),
            "sdsdocdetail": [row],
        });
        self.keep(form, record);
    }
}

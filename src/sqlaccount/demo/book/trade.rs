//! Documents of sales and purchase, with items in their rows.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::form::{CASH_SALES, CREDIT_NOTE, Form, PURCHASE_RETURN};
use super::{Book, Written};
use crate::sqlaccount::demo::calendar::seconds;
use crate::sqlaccount::demo::members::add;
use crate::sqlaccount::demo::money::{money, quantity};
use crate::sqlaccount::demo::parties::{Party, Side};
use crate::sqlaccount::demo::plan::Line;

/// Where the rows of a document come from, and whether they go on to another.
#[derive(Clone, Debug, Default)]
pub(super) struct Source {
    from: Option<(&'static str, Written)>,
    /// Whether another document takes over all the rows.
    followed: bool,
    /// Whether the one row comes from the last row of the source.
    last_row: bool,
}

impl Source {
    pub(super) fn of(kind: &'static str, document: Written) -> Self {
        Self {
            from: Some((kind, document)),
            ..Self::default()
        }
    }

    /// The same, of a document whose rows all go on to another.
    pub(super) fn followed(self) -> Self {
        Self {
            followed: true,
            ..self
        }
    }

    /// The same, of a document with one row, which comes from the last.
    pub(super) fn last_row(self) -> Self {
        Self {
            last_row: true,
            ..self
        }
    }

    /// Kind, document and row that the row at `index` comes from.
    fn row(&self, index: usize) -> Option<(&'static str, i64, i64)> {
        let (kind, document) = self.from.as_ref()?;
        let row = if self.last_row {
            document.rows.last()
        } else {
            document.rows.get(index)
        };
        Some((kind, document.dockey, *row?))
    }
}

impl Book {
    /// Writes a document of `party`.
    pub(super) fn trade(
        &mut self,
        form: &Form,
        party: Party,
        date: Date,
        lines: &[Line],
        source: &Source,
    ) -> Written {
        let mut record = json!({
            "code": party.code(), "companyname": party.name(), "area": party.area(),
            "agent": party.agent(), "terms": party.terms().1,
            "submissiontype": 17, "salestaxno": "",
        });
        let address = party.address();
        for (name, value) in address.as_object().into_iter().flatten() {
            record[format!("d{name}")] = value.clone();
        }
        add(&mut record, address);
        add(&mut record, party.tax_numbers());
        let goes_out = party.side() == Side::Customer;
        self.document(form, record, date, lines, source, goes_out)
    }

    /// Writes a cash sale.
    pub(super) fn cash(&mut self, date: Date, lines: &[Line]) {
        let total: i64 = lines.iter().map(Line::gross).sum();
        let record = json!({
            "code": "300-C0001", "companyname": "Cash Sales", "area": "----", "agent": "----",
            "terms": "C.O.D.", "tin": "EI00000000010", "submissiontype": 18,
            "p_paymentmethod": "320-000", "p_paymentproject": "----", "p_bankcharge": "0.00",
            "p_amount": money(total), "p_paidamount": money(total),
        });
        self.document(&CASH_SALES, record, date, lines, &Source::default(), true);
    }

    fn document(
        &mut self,
        form: &Form,
        mut record: Value,
        date: Date,
        lines: &[Line],
        source: &Source,
        goes_out: bool,
    ) -> Written {
        self.dockey += 1;
        let written = Written {
            dockey: self.dockey - 1,
            docno: self.number(form, date),
            rows: lines.iter().map(|_| self.row_key()).collect(),
        };
        let day = date.to_string();
        let total: i64 = lines.iter().map(Line::gross).sum();
        let common = json!({
            "dockey": written.dockey, "docno": written.docno, "docdate": day, "postdate": day,
            "taxdate": day, "project": "----", "currencycode": "----", "currencyrate": "1.00",
            "shipper": "----", "description": form.description, "cancelled": false, "status": 0,
            "docamt": money(total), "localdocamt": money(total), "d_amount": "0.00",
            "landingcost1": "0.00", "landingcost2": "0.00", "branchname": "BILLING",
            "ta_status": 0, "attachments": null, "note": null, "approvestate": null,
            "updatecount": 0, "transferable": true, "printcount": 0,
            "lastmodified": seconds(date),
        });
        let rows = lines.iter().enumerate().map(|(index, line)| {
            let account = account(form, line, goes_out);
            row(&written, index, line, date, account, source)
        });
        let rows: Vec<Value> = rows.collect();
        add(&mut record, common);
        record["sdsdocdetail"] = rows.into();
        self.keep(form, record);
        written
    }
}

fn row(
    document: &Written,
    index: usize,
    line: &Line,
    date: Date,
    account: &str,
    source: &Source,
) -> Value {
    let item = line.item();
    let units = quantity(line.quantity);
    let handed_on = if source.followed { line.quantity } else { 0 };
    let mut row = json!({
        "dtlkey": document.rows[index], "dockey": document.dockey, "seq": 1000 * (index + 1),
        "itemcode": item.code, "location": item.location(), "batch": "", "project": "----",
        "description": item.description, "receiveqty": units, "returnqty": "0.00",
        "qty": units, "uom": item.uom, "rate": "1.00", "sqty": units, "suomqty": "0.00",
        "offsetqty": quantity(handed_on), "unitprice": money(line.price),
        "deliverydate": date.to_string(), "disc": "", "landingcost1": "0.00",
        "landingcost2": "0.00", "account": account, "printable": true, "transferable": true,
    });
    for (name, value) in amounts(line) {
        row[name] = value;
    }
    if let Some((kind, dockey, dtlkey)) = source.row(index) {
        row["fromdoctype"] = kind.into();
        row["fromdockey"] = dockey.into();
        row["fromdtlkey"] = dtlkey.into();
    }
    row
}

/// The amounts of a line and its tax, as rows of all documents have them.
pub(super) fn amounts(line: &Line) -> Vec<(&'static str, Value)> {
    let (net, tax) = (money(line.net()), money(line.tax()));
    let rate = line.item().tax.filter(|_| line.taxed);
    let mut members = vec![
        ("tax", rate.map_or("", |rate| rate.code).into()),
        ("taxamt", tax.clone().into()),
        ("localtaxamt", tax.into()),
        ("taxinclusive", false.into()),
        ("amount", net.clone().into()),
        ("localamount", net.clone().into()),
        (
            "taxableamt",
            rate.map_or_else(|| "0.00".to_owned(), |_| net).into(),
        ),
        ("amountwithtax", money(line.gross()).into()),
    ];
    if let Some(rate) = rate {
        members.push(("tariff", rate.tariff.into()));
        members.push(("taxrate", format!("{}%", rate.percent).into()));
    }
    members
}

/// The account that a line of the form is posted to.
pub(super) fn account(form: &Form, line: &Line, goes_out: bool) -> &'static str {
    match (goes_out, form.prefix) {
        (true, prefix) if prefix == CREDIT_NOTE.prefix => "510-000",
        (true, _) => line.item().sales_account(),
        (false, prefix) if prefix == PURCHASE_RETURN.prefix => "612-000",
        (false, _) => "610-000",
    }
}

//! Small cases, worked out by hand.

use serde_json::{Value, json};
use sqlacc_postman::catalogue::Method;

use super::company::Company;

/// Receives 10 at 5.00 in January and 10 at 8.00 in March, and delivers 12 in April; gives the key of
/// the delivery.
fn traded(company: &Company, item: &str) -> i64 {
    let row = |qty: &str, price: &str| json!({"itemcode": item, "qty": qty, "unitprice": price});
    company.document("goodsreceived", "2026-01-10", &row("10", "5"));
    company.document("goodsreceived", "2026-03-10", &row("10", "8"));
    company.document("deliveryorder", "2026-04-02", &row("12", "20"))
}

fn analysis(company: &Company, item: &str) -> (Value, Value) {
    let rows = company.report(&format!(
        "stockanalysis?item={item}&includezerobalance=true"
    ));
    (rows[0]["balance"].clone(), rows[0]["balancecost"].clone())
}

#[test]
fn stock_is_valued_as_the_item_says() {
    let company = Company::with(0);
    // First in first out leaves 8 of March; the average of 130.00 for 20 is 6.50; fixed is 7.00.
    for (costing, value) in [(1, "64.00"), (2, "52.00"), (0, "56.00")] {
        let item = format!("VAL-{costing}");
        company.item(&item, costing);
        traded(&company, &item);
        assert_eq!(
            analysis(&company, &item),
            (json!("8.00"), json!(value)),
            "{item}"
        );
    }
}

#[test]
fn aging_counts_back_from_the_last_day() {
    let company = Company::with(0);
    company.item("AGE-1", 1);
    traded(&company, "AGE-1");
    let ages = |until: &str| {
        let row = &company.report(&format!("stockaging?item=AGE-1&dateto={until}"))[0];
        ["balance", "qty1", "qty2", "qty3"].map(|name| row[name].as_str().unwrap().to_owned())
    };
    assert_eq!(ages("2026-01-31"), ["10.00", "10.00", "0.00", "0.00"]);
    assert_eq!(ages("2026-03-31"), ["20.00", "10.00", "0.00", "10.00"]);
    assert_eq!(ages("2026-04-30"), ["8.00", "0.00", "8.00", "0.00"]);
    assert_eq!(ages("2026-07-31"), ["8.00", "0.00", "0.00", "8.00"]);
}

#[test]
fn the_card_runs_from_the_first_day_to_the_last() {
    let company = Company::with(0);
    company.item("CARD-1", 1);
    traded(&company, "CARD-1");
    let rows = company.report("stockcard?item=CARD-1&datefrom=2026-03-01&dateto=2026-04-30");
    let shown: Vec<String> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let cell = |name: &str| row[name].as_str().unwrap().to_owned();
            ["docdate", "qtyin", "qtyout", "balance", "cost"]
                .map(cell)
                .join(" ")
        })
        .collect();
    // Ten at 5.00 and ten at 8.00 are 6.50 each on average.
    assert_eq!(
        shown,
        [
            "2026-03-01 10.00 0.00 10.00 5.00",
            "2026-03-10 10.00 0.00 20.00 8.00",
            "2026-04-02 0.00 12.00 8.00 6.50",
        ]
    );
}

#[test]
fn what_is_changed_voided_and_deleted_no_longer_counts() {
    let company = Company::with(0);
    company.item("CHG-1", 1);
    let row = json!({"itemcode": "CHG-1", "qty": "10", "unitprice": "5"});
    let key = company.document("goodsreceived", "2026-01-10", &row);
    let path = format!("goodsreceived/{key}");
    assert_eq!(analysis(&company, "CHG-1").0, "10.00");
    let fewer = json!({"sdsdocdetail": [
        {"itemcode": "CHG-1", "location": "KL-WH", "qty": "4", "uom": "UNIT", "rate": "1", "unitprice": "5"}]});
    company.change(&path, fewer);
    assert_eq!(analysis(&company, "CHG-1"), (json!("4.00"), json!("20.00")));
    company.send(
        Method::Put,
        &path,
        &json!({"updatecount": 2, "cancelled": true}),
    );
    assert_eq!(analysis(&company, "CHG-1").0, "0.00");
    company.send(
        Method::Put,
        &path,
        &json!({"updatecount": 3, "cancelled": false}),
    );
    assert_eq!(analysis(&company, "CHG-1").0, "4.00");
    company.send(Method::Delete, &path, &json!({}));
    assert_eq!(analysis(&company, "CHG-1").0, "0.00");
}

#[test]
fn a_transferred_row_moves_stock_once() {
    let company = Company::with(0);
    company.item("TRF-1", 1);
    let key = traded(&company, "TRF-1");
    let delivery = company.record(&format!("deliveryorder/{key}"));
    let delivered = json!({"itemcode": "TRF-1", "qty": "3", "unitprice": "20", "fromdoctype": "DO",
        "fromdockey": key, "fromdtlkey": delivery["sdsdocdetail"][0]["dtlkey"]});
    company.document("salesinvoice", "2026-04-03", &delivered);
    assert_eq!(analysis(&company, "TRF-1").0, "8.00");
    let direct = json!({"itemcode": "TRF-1", "qty": "3", "unitprice": "20"});
    company.document("salesinvoice", "2026-04-03", &direct);
    assert_eq!(analysis(&company, "TRF-1").0, "5.00");
}

#[test]
fn a_transfer_moves_stock_without_making_any() {
    let company = Company::with(0);
    company.item("XF-1", 1);
    traded(&company, "XF-1");
    let body = json!({"docdate": "2026-05-01", "sdsdocdetail": [{"itemcode": "XF-1", "qty": "3",
        "fromlocation": "KL-WH", "tolocation": "PNG-WH", "uom": "UNIT", "rate": "1"}]});
    company.send(Method::Post, "stocktransfer", &body);
    assert_eq!(analysis(&company, "XF-1"), (json!("8.00"), json!("64.00")));
    let rows = company.report("stockmonthendbalance?item=XF-1");
    let age = |query: &str| {
        let rows = company.report(&format!("stockaging?item=XF-1&dateto=2026-05-31&{query}"));
        [rows[0]["qty1"].clone(), rows[0]["qty3"].clone()]
    };
    // It arrived in May at the one place; the whole is as old as it was.
    assert_eq!(age("location=PNG-WH"), ["3.00", "0.00"]);
    assert_eq!(age("excludexfdate=false"), ["0.00", "8.00"]);
    let places = [0, 1].map(|at| {
        (
            rows[at]["location"].clone(),
            rows[at]["qty"].clone(),
            rows[at]["amount"].clone(),
        )
    });
    let place = |name: &str, qty: &str, amount: &str| (json!(name), json!(qty), json!(amount));
    assert_eq!(
        places,
        [
            place("KL-WH", "5.00", "40.00"),
            place("PNG-WH", "3.00", "24.00")
        ]
    );
}

#[test]
fn a_serial_number_that_is_there_twice_is_in_conflict() {
    let company = Company::with(0);
    company.item("SER-1", 1);
    assert_eq!(company.report("stockserialnumberconflict"), json!([]));
    let row = json!({"itemcode": "SER-1", "qty": "1", "unitprice": "5", "sdsserialnumber": [{"serialnumber": "S1"}]});
    company.document("goodsreceived", "2026-01-10", &row);
    let held = company.report("stockserialnumberoutstanding?item=SER-1");
    assert_eq!(held[0]["serialnumber"], "S1");
    company.document("goodsreceived", "2026-01-11", &row);
    let rows = company.report("stockserialnumberconflict?item=SER-1");
    assert_eq!(rows.as_array().unwrap().len(), 2, "{rows}");
    company.document("deliveryorder", "2026-01-12", &row);
    assert_eq!(company.report("stockserialnumberconflict"), json!([]));
}

#[test]
fn a_parameter_that_is_no_date_is_named() {
    let company = Company::with(0);
    let (status, body) = company.get("stockcard?dateto=31/1/2026", None);
    assert_eq!(status, 400);
    let text = String::from_utf8(body).unwrap();
    assert!(
        text.contains("`dateto` is not a date: '31/1/2026'; write YYYY-MM-DD"),
        "{text}"
    );
}

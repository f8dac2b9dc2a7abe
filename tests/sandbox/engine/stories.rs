//! What an integrator meets: the three ways to GET, paging, filters, `updatecount`, `dtlkey`,
//! arithmetic, references, knock-offs, transfers.

use serde_json::{Value, json};
use sqlacc_postman::catalogue::Method::{Delete, Post, Put};
use sqlacc_postman::sandbox::engine::EngineOptions;

use super::company::Company;

const NOTHING: Value = Value::Null;

pub(crate) fn lenient() -> Company {
    Company::new(EngineOptions::default())
}

pub(crate) fn strict() -> Company {
    Company::new(EngineOptions {
        strict: true,
        ..EngineOptions::default()
    })
}

pub(crate) fn invoice(rows: &Value) -> Value {
    json!({"code": "300-A0001", "docdate": "2026-01-22", "sdsdocdetail": rows})
}

#[test]
fn there_are_three_ways_to_get() {
    let company = lenient();
    let listed = company.get("/salesinvoice?offset=0");
    assert_eq!(listed[0]["docno"], "IV-00001");
    assert!(listed[0].get("sdsdocdetail").is_none());
    let starred = company.get("/salesinvoice/*?docno=IV-00001");
    assert_eq!(starred.as_array().unwrap().len(), 1);
    let key = starred[0]["dockey"].clone();
    let read = company.get(&format!("/salesinvoice/{key}"));
    assert_eq!(read, starred);
    assert!(!read[0]["sdsdocdetail"].as_array().unwrap().is_empty());
    // Codes and names are matched whatever the case.
    assert_eq!(company.get("/CUSTOMER/300-a0001")[0]["code"], "300-A0001");
    assert_eq!(
        company.get("/customer?CompanyName=AMAN*")[0]["code"],
        "300-A0001"
    );
}

#[test]
fn updatecount_has_to_be_the_stored_one_plus_one() {
    let company = strict();
    let invoice = company.send(
        Post,
        "/salesinvoice",
        &invoice(&json!([{"itemcode": "ANT-001", "qty": 1, "unitprice": 10}])),
    );
    let target = format!("/salesinvoice/{}", invoice["dockey"]);
    assert_eq!(invoice["updatecount"], 0);
    let put = |count: i64| json!({"updatecount": count, "docref1": "A"});
    assert_eq!(company.send(Put, &target, &put(1))["updatecount"], 1);
    for stale in [0, 1, 3] {
        let (status, message) = company.refusal(Put, &target, &put(stale));
        assert_eq!(status, 400);
        assert!(
            message.starts_with("Record has been changed by another user"),
            "{message}"
        );
    }
    assert_eq!(company.send(Put, &target, &put(2))["updatecount"], 2);

    // Some clients in the field send the fetched value, or none.
    let company = Company::new(EngineOptions {
        lenient_updatecount: true,
        ..EngineOptions::default()
    });
    let target = "/salesinvoice/2801";
    let count = company.get(target)[0]["updatecount"].as_i64().unwrap();
    company.send(Put, target, &put(count));
    company.send(Put, target, &json!({"docref1": "B"}));
    let (_, message) = company.refusal(Put, target, &put(count));
    assert!(message.starts_with("Record has been changed"), "{message}");
}

#[test]
fn rows_are_changed_added_and_removed_by_their_key() {
    let company = lenient();
    let row = |item: &str, qty: i64| json!({"itemcode": item, "qty": qty, "unitprice": "10.00"});
    let sent = invoice(&json!([row("ANT-001", 1), row("CBL-305", 2)]));
    let created = company.send(Post, "/salesinvoice", &sent);
    let rows = created["sdsdocdetail"].as_array().unwrap();
    let (first, second) = (rows[0]["dtlkey"].clone(), rows[1]["dtlkey"].clone());
    let target = format!("/salesinvoice/{}", created["dockey"]);

    // The first is changed, the second left out, two are new, and so is one with an unknown key.
    let update = json!({"updatecount": 1, "sdsdocdetail": [
        {"dtlkey": first, "qty": 5},
        row("RJ4-100", 1),
        {"dtlkey": -1, "itemcode": "RJ4-100", "qty": 2, "unitprice": 1},
        {"dtlkey": 999_999_999, "itemcode": "RJ4-100", "qty": 3, "unitprice": 1},
    ]});
    let updated = company.send(Put, &target, &update);
    let rows = updated["sdsdocdetail"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[0]["dtlkey"], first);
    assert_eq!(
        rows[0]["amount"], "50.00",
        "worked out anew from the quantity"
    );
    assert_eq!(rows[0]["itemcode"], "ANT-001", "what is not sent stays");
    assert!(
        rows.iter()
            .all(|row| row["dtlkey"] != second && row["dtlkey"] != 999_999_999)
    );
    assert_eq!(updated["docamt"], "65.00");

    // Without the array the rows stay.
    let updated = company.send(Put, &target, &json!({"updatecount": 2, "docref1": "X"}));
    assert_eq!(updated["sdsdocdetail"].as_array().unwrap().len(), 4);
    assert_eq!(updated["docamt"], "65.00");
    let emptied = company.send(Put, &target, &json!({"updatecount": 3, "sdsdocdetail": []}));
    assert_eq!(emptied["docamt"], "0.00");
}

#[test]
fn amounts_are_worked_out_exactly() {
    let company = lenient();
    let created = company.send(Post, "/salesinvoice", &invoice(&json!([
        {"itemcode": "ANT-001", "qty": "3", "unitprice": "33.33", "disc": "5%+2%"},
        {"itemcode": "ANT-001", "qty": 1, "unitprice": 0.1, "tax": "SV"},
        {"itemcode": "ANT-001", "qty": 1, "unitprice": "108.00", "tax": "SV", "taxinclusive": true},
        {"itemcode": "ANT-001", "qty": 2, "unitprice": "10", "disc": "1.50"},
        {"itemcode": "ANT-001", "qty": 2, "unitprice": "10", "amount": "7.77"},
    ])));
    let column = |name: &str| -> Vec<&str> {
        let rows = created["sdsdocdetail"].as_array().unwrap().iter();
        rows.map(|row| row[name].as_str().unwrap()).collect()
    };
    assert_eq!(
        column("amount"),
        ["93.09", "0.10", "100.00", "18.50", "7.77"]
    );
    assert_eq!(column("taxamt"), ["0.00", "0.01", "8.00", "0.00", "0.00"]);
    assert_eq!(column("taxrate"), ["", "8%", "8%", "", ""]);
    assert_eq!(
        column("amountwithtax"),
        ["93.09", "0.11", "108.00", "18.50", "7.77"]
    );
    assert_eq!(created["docamt"], "227.47");
    assert_eq!(
        created["sdsdocdetail"][1]["qty"], "1.0000",
        "with the field's scale"
    );
}

#[test]
fn documents_are_numbered_and_numbers_are_unique() {
    let company = lenient();
    let rows = json!([{"itemcode": "ANT-001", "qty": 1, "unitprice": 1}]);
    let first = company.send(Post, "/salesinvoice", &invoice(&rows));
    let second = company.send(Post, "/salesinvoice", &invoice(&rows));
    let number = |record: &Value| {
        record["docno"].as_str().unwrap()[3..]
            .parse::<u64>()
            .unwrap()
    };
    assert_eq!(number(&second), number(&first) + 1);
    let mut own = invoice(&rows);
    own["docno"] = json!("IV-00500");
    company.send(Post, "/salesinvoice", &own);
    let (status, message) = company.refusal(Post, "/salesinvoice", &own);
    assert_eq!(status, 400);
    assert!(
        message.contains("Document No. 'IV-00500' already exists"),
        "{message}"
    );
    assert_eq!(
        number(&company.send(Post, "/salesinvoice", &invoice(&rows))),
        501
    );
}

#[test]
fn what_is_referred_to_has_to_be_there_and_stays() {
    let company = lenient();
    let mut lost = invoice(&json!([]));
    lost["code"] = json!("300-NONE");
    let (status, message) = company.refusal(Post, "/salesinvoice", &lost);
    assert_eq!(
        (status, message.as_str()),
        (400, "No record found: code '300-NONE' names no customer")
    );
    let row = json!([{"itemcode": "NO-SUCH", "qty": 1}]);
    let (_, message) = company.refusal(Post, "/salesinvoice", &invoice(&row));
    assert_eq!(
        message,
        "No record found: sdsdocdetail.itemcode 'NO-SUCH' names no stock item"
    );
    let (status, message) = company.refusal(Delete, "/customer/300-A0001", &NOTHING);
    assert_eq!(status, 400);
    assert!(
        message.starts_with("Cannot delete this customer: other records use it"),
        "{message}"
    );

    company.send(
        Post,
        "/agent",
        &json!({"code": "TMP", "description": "Short stay"}),
    );
    let mut used = invoice(&json!([]));
    used["agent"] = json!("tmp");
    let created = company.send(Post, "/salesinvoice", &used);
    company.refusal(Delete, "/agent/TMP", &NOTHING);
    let target = format!("/salesinvoice/{}", created["dockey"]);
    company.send(Put, &target, &json!({"updatecount": 1, "agent": "----"}));
    company.send(Delete, "/agent/TMP", &NOTHING);
}

#[test]
fn a_payment_uses_up_the_invoice() {
    let company = lenient();
    let rows = json!([{"itemcode": "ANT-001", "qty": 1, "unitprice": "100.00"}]);
    let sale = company.send(Post, "/salesinvoice", &invoice(&rows));
    let number = sale["docno"].clone();
    let entry = |company: &Company| {
        company.get(&format!(
            "/customerinvoice/*?docno={}",
            number.as_str().unwrap()
        ))[0]
            .clone()
    };
    assert_eq!(
        entry(&company)["outstanding"],
        "100.00",
        "it is entered in the ledger"
    );

    let payment = |amount: &str| {
        json!({"code": "300-A0001", "docdate": "2026-01-23",
        "paymentmethod": "310-001", "docamt": "150.00",
        "sdsknockoff": [{"doctype": "IV", "docno": number, "koamt": amount, "knockoff": true}]})
    };
    let (_, message) = company.refusal(Post, "/customerpayment", &payment("100.01"));
    assert!(
        message.starts_with("koamt 100.01 is more than the 100.00 that is left of IV-"),
        "{message}"
    );
    let paid = company.send(Post, "/customerpayment", &payment("60.00"));
    assert_eq!(paid["unappliedamt"], "90.00");
    assert_eq!(paid["sdsknockoff"][0]["outstanding"], "40.00");
    assert_eq!(entry(&company)["outstanding"], "40.00");
    assert_eq!(entry(&company)["paymentamt"], "60.00");
    company.refusal(
        Delete,
        &format!("/salesinvoice/{}", sale["dockey"]),
        &NOTHING,
    );

    let target = format!("/customerpayment/{}", paid["dockey"]);
    let key = paid["sdsknockoff"][0]["uniquekey"].clone();
    let more = json!({"updatecount": 1, "sdsknockoff": [{"uniquekey": key, "koamt": "100.00"}]});
    let updated = company.send(Put, &target, &more);
    assert_eq!(updated["unappliedamt"], "50.00");
    assert_eq!(entry(&company)["outstanding"], "0.00");
    company.send(Put, &target, &json!({"updatecount": 2, "cancelled": true}));
    assert_eq!(
        entry(&company)["outstanding"],
        "100.00",
        "a void payment pays nothing"
    );
    company.send(Delete, &target, &NOTHING);
    company.send(
        Delete,
        &format!("/salesinvoice/{}", sale["dockey"]),
        &NOTHING,
    );
    assert_eq!(
        company.get(&format!(
            "/customerinvoice?docno={}",
            number.as_str().unwrap()
        )),
        json!([])
    );
}

#[test]
fn a_transfer_grows_the_offset_of_its_source() {
    let company = lenient();
    let rows = json!([{"itemcode": "ANT-001", "qty": 6, "unitprice": 10}]);
    let order = company.send(Post, "/salesorder", &invoice(&rows));
    let (key, row) = (
        order["dockey"].clone(),
        order["sdsdocdetail"][0]["dtlkey"].clone(),
    );
    let delivery = invoice(&json!([{"itemcode": "ANT-001", "qty": 4, "unitprice": 10,
        "fromdoctype": "SO", "fromdockey": key, "fromdtlkey": row}]));
    let delivered = company.send(Post, "/deliveryorder", &delivery);
    let offset = |company: &Company| {
        company.get(&format!("/salesorder/{key}"))[0]["sdsdocdetail"][0]["offsetqty"].clone()
    };
    assert_eq!(offset(&company), "4.0000");
    company.refusal(Delete, &format!("/salesorder/{key}"), &NOTHING);
    company.send(
        Delete,
        &format!("/deliveryorder/{}", delivered["dockey"]),
        &NOTHING,
    );
    assert_eq!(offset(&company), "0.0000");
    company.send(Delete, &format!("/salesorder/{key}"), &NOTHING);
}

//! What keeps stock and sources right: units, transfers, states, defaults.

use serde_json::{Value, json};
use sqlacc_postman::catalogue::Method::{Delete, Post, Put};

use super::company::Company;
use super::stories::{invoice, lenient, strict};

/// An item of which a carton has 12 units.
pub(super) fn cartons(company: &Company) -> Value {
    let item = json!({"code": "ZZ-1", "description": "Test item", "sdsuom": [
        {"uom": "UNIT", "rate": 1, "isbase": true}, {"uom": "CTN", "rate": 12, "isbase": false}]});
    company.send(Post, "/stockitem", &item)["dockey"].clone()
}

pub(super) fn row(qty: i64, uom: &str) -> Value {
    json!({"itemcode": "ZZ-1", "qty": qty, "uom": uom, "unitprice": 10})
}

/// The same row, taken from the first row of a document.
fn from(mut row: Value, kind: impl Into<Value>, source: &Value) -> Value {
    row["fromdoctype"] = kind.into();
    row["fromdockey"] = source["dockey"].clone();
    row["fromdtlkey"] = source["sdsdocdetail"][0]["dtlkey"].clone();
    row
}

pub(super) fn create(company: &Company, path: &str, row: Value) -> Value {
    company.send(Post, &format!("/{path}"), &invoice(&vec![row].into()))
}

fn refused(company: &Company, path: &str, row: Value) -> String {
    let body = invoice(&vec![row].into());
    company.refusal(Post, &format!("/{path}"), &body).1
}

pub(super) fn read(company: &Company, path: &str, record: &Value) -> Value {
    company.get(&format!("/{path}/{}", record["dockey"]))[0].clone()
}

/// The message with which a change of the record is refused.
pub(super) fn stays(company: &Company, path: &str, record: &Value, mut change: Value) -> String {
    let target = format!("/{path}/{}", record["dockey"]);
    change["updatecount"] = json!(company.get(&target)[0]["updatecount"].as_i64().unwrap() + 1);
    company.refusal(Put, &target, &change).1
}

pub(super) fn change(company: &Company, path: &str, record: &Value, mut change: Value) -> Value {
    let target = format!("/{path}/{}", record["dockey"]);
    change["updatecount"] = json!(company.get(&target)[0]["updatecount"].as_i64().unwrap() + 1);
    company.send(Put, &target, &change)
}

#[test]
fn the_unit_of_a_row_is_one_of_its_item_and_says_how_many() {
    let company = lenient();
    let item = cartons(&company);
    let body = json!({"docdate": "2026-02-01", "sdsdocdetail": [row(2, "ctn")]});
    let received = company.send(Post, "/stockreceived", &body);
    let line = &received["sdsdocdetail"][0];
    assert_eq!([&line["rate"], &line["sqty"]], ["12.0000", "24.0000"]);
    let balance =
        |company: &Company| company.get(&format!("/stockitem/{item}"))[0]["balsqty"].clone();
    assert_eq!(balance(&company), "24.0000");
    create(&company, "salesinvoice", row(5, "UNIT"));
    assert_eq!(balance(&company), "19.0000");
    company.send(
        Delete,
        &format!("/stockreceived/{}", received["dockey"]),
        &Value::Null,
    );
    assert_eq!(balance(&company), "-5.0000");
    assert_eq!(
        refused(&company, "salesorder", row(1, "BOX")),
        "No record found: uom 'BOX' is not one of 'ZZ-1': UNIT, CTN"
    );
    // A rate that is not the unit's is passed over, and refused when strict.
    let mut wrong = row(1, "CTN");
    wrong["rate"] = json!(10);
    let order = create(&company, "salesorder", wrong.clone());
    assert_eq!(order["sdsdocdetail"][0]["rate"], "12.0000");
    let company = strict();
    cartons(&company);
    assert_eq!(
        refused(&company, "salesorder", wrong),
        "rate 10.0000 was sent; it is 12.0000"
    );
}

#[test]
fn an_item_has_one_base_unit() {
    let company = lenient();
    let with = |units: Value| json!({"code": "ZZ-2", "description": "Test item", "sdsuom": units});
    for units in [
        json!([{"uom": "UNIT", "rate": 1, "isbase": true}, {"uom": "PCS", "rate": 1, "isbase": true}]),
        json!([{"uom": "UNIT", "rate": 1, "isbase": false}]),
        json!([{"uom": "CTN", "rate": 12, "isbase": true}]),
        json!([{"uom": "UNIT", "rate": 1}, {"uom": "unit", "rate": 12}]),
    ] {
        let (status, _) = company.refusal(Post, "/stockitem", &with(units));
        assert_eq!(status, 400);
    }
    let units = json!([{"uom": "CTN", "rate": 12}, {"uom": "UNIT", "rate": 1}]);
    let item = company.send(Post, "/stockitem", &with(units));
    assert_eq!(item["uom"], "UNIT");
    // What new records have by default is there, and stays.
    for tax in ["sltax", "phtax"] {
        let code = item[tax].as_str().unwrap();
        let found = company.get(&format!("/tax?code={code}"));
        let target = format!("/tax/{}", found[0]["autokey"]);
        company.refusal(Delete, &target, &Value::Null);
    }
    for target in ["/agent/----", "/stockgroup/DEFAULT", "/currency/----"] {
        let (_, message) = company.refusal(Delete, target, &Value::Null);
        assert!(message.starts_with("Cannot delete this"), "{message}");
    }
}

#[test]
fn no_more_is_transferred_than_is_left() {
    let company = lenient();
    cartons(&company);
    let too_much = "Transferred qty cannot be more than Balance qty";
    let order = create(&company, "salesorder", row(2, "CTN"));
    let first = create(
        &company,
        "deliveryorder",
        from(row(18, "UNIT"), "SO", &order),
    );
    assert_eq!(
        read(&company, "salesorder", &order)["sdsdocdetail"][0]["offsetqty"],
        "1.5000"
    );
    let message = refused(&company, "deliveryorder", from(row(7, "UNIT"), 30, &order));
    assert_eq!(message, format!("{too_much} (sqty is 7, 6 left)"));
    let second = create(&company, "deliveryorder", from(row(6, "UNIT"), 30, &order));
    assert_eq!(second["sdsdocdetail"][0]["fromdoctype"], "SO");
    // A document without a column for it is used up too.
    create(
        &company,
        "salesinvoice",
        from(row(18, "UNIT"), "DO", &first),
    );
    let message = refused(&company, "salesinvoice", from(row(1, "UNIT"), "do", &first));
    assert_eq!(message, format!("{too_much} (sqty is 1, 0 left)"));
    // More can be taken only after the source has grown, and the source keeps what is taken.
    let key = order["sdsdocdetail"][0]["dtlkey"].clone();
    let rows = |qty: i64| json!({"sdsdocdetail": [{"dtlkey": key, "qty": qty}]});
    let message = stays(&company, "salesorder", &order, rows(1));
    assert_eq!(message, format!("{too_much} (sqty is 12, 24 transferred)"));
    change(&company, "salesorder", &order, rows(3));
    create(
        &company,
        "deliveryorder",
        from(row(12, "UNIT"), "SO", &order),
    );
    let minus = refused(
        &company,
        "deliveryorder",
        from(row(-1, "UNIT"), "SO", &order),
    );
    assert!(minus.starts_with(too_much), "{minus}");
}

#[test]
fn a_transfer_names_a_row_of_the_same_party_and_item() {
    let company = lenient();
    cartons(&company);
    let order = create(&company, "salesorder", row(2, "UNIT"));
    let good = from(row(1, "UNIT"), "SO", &order);
    let with = |column: &str, value: Value| {
        let mut row = good.clone();
        row[column] = value;
        refused(&company, "deliveryorder", row)
    };
    let key = order["dockey"].clone();
    assert_eq!(
        [
            with("fromdoctype", json!("XX")),
            with("fromdoctype", json!("")),
            with("fromdockey", json!(1)),
            with("fromdtlkey", json!(1)),
            with("fromdtlkey", json!(0)),
            with("itemcode", json!("ANT-001")),
        ],
        [
            "fromdoctype 'XX' is not one of QT, SO, DO, ED, IV, CS, DN, CN, PQ, PO, GR, EG, PI, CP, SD, SC, JO",
            "fromdoctype is missing: fromdoctype, fromdockey, fromdtlkey name a document together",
            "No record found: fromdockey '1' names no sales order",
            "No record found: fromdtlkey '1' names no row of the document",
            "fromdtlkey is missing: fromdoctype, fromdockey, fromdtlkey name a document together",
            "itemcode 'ANT-001' is not the 'ZZ-1' of the row that is transferred",
        ]
    );
    let mut other = invoice(&json!([good]));
    other["code"] = json!("300-B0001");
    let (_, message) = company.refusal(Post, "/deliveryorder", &other);
    assert_eq!(
        message,
        "No record found: code '300-B0001' has no such document that is not cancelled"
    );
    change(&company, "salesorder", &order, json!({"cancelled": true}));
    refused(
        &company,
        "deliveryorder",
        from(row(1, "UNIT"), "SO", &order),
    );
    // What is not sent is that of the source.
    let order = create(&company, "salesorder", row(2, "CTN"));
    let bare = from(
        json!({"qty": 1}),
        "SO",
        &json!({"dockey": order["dockey"], "sdsdocdetail": order["sdsdocdetail"]}),
    );
    let delivered = create(&company, "deliveryorder", bare);
    assert_eq!(delivered["sdsdocdetail"][0]["itemcode"], "ZZ-1");
    assert_ne!(order["dockey"], key);
}

#[test]
fn what_others_have_used_is_neither_cancelled_nor_changed() {
    let company = lenient();
    cartons(&company);
    let locked = "This document has been transfered to other documents. Modification of STATUS is not allowed";
    let order = create(&company, "salesorder", row(2, "UNIT"));
    let delivery = create(
        &company,
        "deliveryorder",
        from(row(2, "UNIT"), "SO", &order),
    );
    for sent in [
        json!({"cancelled": true}),
        json!({"code": "300-B0001"}),
        json!({"sdsdocdetail": []}),
        json!({"sdsdocdetail": [{"dtlkey": order["sdsdocdetail"][0]["dtlkey"], "itemcode": "ANT-001"}]}),
    ] {
        assert_eq!(stays(&company, "salesorder", &order, sent), locked);
    }
    let cancelled = change(
        &company,
        "deliveryorder",
        &delivery,
        json!({"cancelled": true}),
    );
    assert_eq!(cancelled["status"], 2);
    assert_eq!(
        read(&company, "salesorder", &order)["sdsdocdetail"][0]["offsetqty"],
        "0.0000"
    );
    assert_eq!(
        change(&company, "salesorder", &order, json!({"cancelled": true}))["status"],
        2
    );
    assert_eq!(
        change(&company, "salesorder", &order, json!({"cancelled": false}))["status"],
        0
    );
    assert_eq!(
        change(&company, "salesorder", &order, json!({"status": 1}))["status"],
        1
    );
}

#[test]
fn what_is_not_documented_is_noted_or_refused() {
    let call = |company: &Company, method, target: &str, body: &str| {
        let answer = company.call(method, target, body);
        (answer.status, answer.tolerated.join("; "))
    };
    let (get, agent) = (
        sqlacc_postman::catalogue::Method::Get,
        r#"{"code": "A", "description": "x", "nick": 1}"#,
    );
    for (method, target, body, note) in [
        (
            get,
            "/agent?search=lim",
            "",
            "`search` does not filter this list",
        ),
        (
            get,
            "/agent/*?code=LIM",
            "",
            "`code` does not filter /*; these fields do: ",
        ),
        (get, "/agent?limit=2", "", ""),
        (Post, "/agent", agent, "there is no field `nick`"),
    ] {
        let noted = (200, note.to_owned());
        assert_eq!(call(&lenient(), method, target, body), noted, "{target}");
        let status = if note.is_empty() { 200 } else { 400 };
        assert_eq!(call(&strict(), method, target, body).0, status, "{target}");
    }
}

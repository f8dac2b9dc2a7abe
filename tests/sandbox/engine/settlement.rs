//! What keeps ledgers right: knock-offs, refunds, suppliers' numbers, vouchers.

use serde_json::{Value, json};
use sqlacc_postman::catalogue::Method::{Delete, Post};

use super::accounting::{cartons, change, create, read, row, stays};
use super::company::Company;
use super::stories::lenient;

fn payment(amount: i64, rows: &Value) -> Value {
    json!({"code": "300-A0001", "docdate": "2026-02-10", "paymentmethod": "310-001",
           "docamt": amount, "sdsknockoff": rows})
}

fn owes(company: &Company) -> rust_decimal::Decimal {
    let customer = company.get("/customer/300-A0001");
    customer[0]["outstanding"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap()
}

#[test]
fn knock_offs_stay_within_both_documents() {
    let company = lenient();
    cartons(&company);
    let before = owes(&company);
    let moved = |company: &Company| (owes(company) - before).normalize().to_string();
    let sale = create(&company, "salesinvoice", row(100, "UNIT"));
    assert_eq!(moved(&company), "1000");
    let of = |amount: i64| json!([{"doctype": "IV", "docno": sale["docno"], "koamt": amount}]);
    let refuse = |body: Value| company.refusal(Post, "/customerpayment", &body).1;
    assert_eq!(
        [
            refuse(payment(10, &of(20))),
            refuse(payment(10, &of(-5))),
            refuse(payment(-10, &json!([]))),
            refuse(payment(
                10,
                &json!([{"doctype": "CN", "docno": "CN-00001", "koamt": 1}])
            )),
            refuse(payment(10, &json!([{"doctype": "IV", "koamt": 1}]))),
        ],
        [
            "the knock-offs are more than the amount of the document (unappliedamt is -10.00)",
            "the amount of a knock-off cannot be negative (koamt is -5.00)",
            "the amount of a document cannot be negative (docamt is -10.00)",
            "doctype 'CN' is not one of IV, DN",
            "docno is missing: doctype, docno name a document together",
        ]
    );
    let paid = company.send(Post, "/customerpayment", &payment(700, &of(400)));
    assert_eq!(
        (moved(&company).as_str(), &paid["unappliedamt"]),
        ("300", &json!("300.00"))
    );
    // The ledger's copy of the invoice holds it.
    let key = sale["sdsdocdetail"][0]["dtlkey"].clone();
    let fewer = json!({"sdsdocdetail": [{"dtlkey": key, "qty": 39}]});
    let message = stays(&company, "salesinvoice", &sale, fewer);
    assert!(
        message.starts_with("This document has been knocked off"),
        "{message}"
    );
    let message = stays(&company, "salesinvoice", &sale, json!({"cancelled": true}));
    assert!(
        message.starts_with("This document has been knocked off"),
        "{message}"
    );
    let fewer = json!({"sdsdocdetail": [{"dtlkey": key, "qty": 40}]});
    change(&company, "salesinvoice", &sale, fewer);
    assert_eq!(moved(&company), "-300");

    // A refund pays back what was not knocked off.
    let refund = |amount: i64| {
        let rows = json!([{"doctype": "PM", "docno": paid["docno"], "koamt": amount}]);
        payment(amount, &rows)
    };
    company.refusal(Post, "/customerrefund", &refund(301));
    let refunded = company.send(Post, "/customerrefund", &refund(300));
    assert_eq!(
        read(&company, "customerpayment", &paid)["unappliedamt"],
        "0.00"
    );
    assert_eq!(moved(&company), "0");
    let message = stays(
        &company,
        "customerpayment",
        &paid,
        json!({"cancelled": true}),
    );
    assert!(
        message.starts_with("This document has been knocked off"),
        "{message}"
    );
    change(
        &company,
        "customerrefund",
        &refunded,
        json!({"cancelled": true}),
    );
    assert_eq!(moved(&company), "-300");
    company.send(
        Delete,
        &format!("/customerpayment/{}", paid["dockey"]),
        &Value::Null,
    );
    company.send(
        Delete,
        &format!("/customerrefund/{}", refunded["dockey"]),
        &Value::Null,
    );
    change(&company, "salesinvoice", &sale, json!({"cancelled": true}));
    assert_eq!(moved(&company), "0");
}

#[test]
fn suppliers_share_numbers_but_use_each_once() {
    let company = lenient();
    let sent = |party: &str| {
        json!({"docno": "INV-7001", "docdate": "2026-03-01", "code": party, "sdsdocdetail": [
            {"itemcode": "ANT-001", "qty": 1, "unitprice": 100}]})
    };
    let one = company.send(Post, "/purchaseinvoice", &sent("400-A0001"));
    let other = company.send(Post, "/purchaseinvoice", &sent("400-K0001"));
    let (_, message) = company.refusal(Post, "/purchaseinvoice", &sent("400-A0001"));
    assert_eq!(
        message,
        "Document No. 'INV-7001' already exists: duplicate value, docno has to be unique for code '400-A0001'"
    );
    stays(
        &company,
        "purchaseinvoice",
        &other,
        json!({"code": "400-A0001"}),
    );
    // Each has its own entry in the ledger, which is paid on its own.
    let pay = json!({"code": "400-K0001", "docdate": "2026-03-02", "paymentmethod": "310-001",
        "docamt": 60, "sdsknockoff": [{"doctype": "PI", "docno": "INV-7001", "koamt": 60}]});
    company.send(Post, "/supplierpayment", &pay);
    let left = |party: &str| {
        let found = company.get(&format!("/supplierinvoice/*?docno=INV-7001&code={party}"));
        found
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["code"] == party)
            .unwrap()["outstanding"]
            .clone()
    };
    assert_eq!(
        (left("400-A0001"), left("400-K0001")),
        (json!("100.00"), json!("40.00"))
    );
    company.send(
        Delete,
        &format!("/purchaseinvoice/{}", one["dockey"]),
        &Value::Null,
    );
    company.refusal(
        Delete,
        &format!("/purchaseinvoice/{}", other["dockey"]),
        &Value::Null,
    );
}

#[test]
fn vouchers_are_as_much_as_their_rows() {
    let company = lenient();
    let voucher = |amount: i64| {
        json!({"docdate": "2026-02-01", "paymentmethod": "310-001", "docamt": amount,
               "sdsdocdetail": [{"code": "908-000", "amount": 100}]})
    };
    for path in ["/paymentvoucher", "/receiptvoucher"] {
        company.send(Post, path, &voucher(100));
        let (_, message) = company.refusal(Post, path, &voucher(90));
        assert_eq!(
            message,
            "the rows do not balance: amountwithtax is 100.00 in all, docamt 90.00"
        );
    }
}

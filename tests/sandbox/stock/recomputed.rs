//! Whatever is written, the movements say what the records say.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use sqlacc_postman::catalogue::Method;

use super::company::Company;

const ITEMS: [&str; 3] = ["P-1", "P-2", "P-3"];
const PLACES: [&str; 2] = ["KL-WH", "PNG-WH"];
const PATHS: [(&str, i32); 4] = [
    ("goodsreceived", 1),
    ("deliveryorder", -1),
    ("stockadjustment", 1),
    ("stockissue", -1),
];

#[derive(Clone, Debug)]
enum Step {
    Create(usize, Vec<(usize, usize, i32)>),
    Change(usize, Vec<(usize, usize, i32)>),
    Void(usize),
    Delete(usize),
}

fn rows() -> impl Strategy<Value = Vec<(usize, usize, i32)>> {
    prop::collection::vec((0..ITEMS.len(), 0..PLACES.len(), 1..50), 1..4)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..PATHS.len(), rows()).prop_map(|(path, rows)| Step::Create(path, rows)),
        2 => (0..20_usize, rows()).prop_map(|(which, rows)| Step::Change(which, rows)),
        1 => (0..20_usize).prop_map(Step::Void),
        1 => (0..20_usize).prop_map(Step::Delete),
    ]
}

fn body(rows: &[(usize, usize, i32)]) -> Value {
    let row = |(item, place, quantity): &(usize, usize, i32)| {
        json!({"itemcode": ITEMS[*item], "location": PLACES[*place], "uom": "UNIT", "rate": "1",
               "qty": quantity.to_string()})
    };
    rows.iter().map(row).collect()
}

/// What the documents say is there, item by item and place by place.
fn recomputed(
    company: &Company,
    documents: &[(usize, i64)],
) -> BTreeMap<(String, String), Decimal> {
    let mut stock = BTreeMap::new();
    for (path, key) in documents {
        let (path, sign) = PATHS[*path];
        let record = company.record(&format!("{path}/{key}"));
        if record["cancelled"] == true {
            continue;
        }
        for row in record["sdsdocdetail"].as_array().unwrap() {
            let quantity: Decimal = row["sqty"].as_str().unwrap().parse().unwrap();
            let name = |field: &str| row[field].as_str().unwrap().to_owned();
            let place = (name("itemcode"), name("location"));
            *stock.entry(place).or_default() += quantity * Decimal::from(sign);
        }
    }
    stock.retain(|_, quantity: &mut Decimal| !quantity.is_zero());
    stock
}

fn reported(company: &Company) -> BTreeMap<(String, String), Decimal> {
    let rows = company.report("stockbalanceinquiry?itemcode=P-1,P-2,P-3");
    let rows = rows.as_array().unwrap().iter();
    let pair = |row: &Value| {
        let name = |field: &str| row[field].as_str().unwrap().to_owned();
        (
            (name("itemcode"), name("location")),
            name("qty").parse().unwrap(),
        )
    };
    rows.map(pair).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn movements_say_what_the_records_say(steps in prop::collection::vec(step(), 1..25)) {
        let company = Company::with(0);
        for item in ITEMS {
            company.item(item, 1);
        }
        let mut documents: Vec<(usize, i64)> = Vec::new();
        for step in steps {
            let at = |which: usize| (!documents.is_empty()).then(|| which % documents.len());
            let path_of = |(path, key): (usize, i64)| format!("{}/{key}", PATHS[path].0);
            match step {
                Step::Create(path, rows) => {
                    let code = if PATHS[path].0 == "deliveryorder" { "300-A0001" } else { "400-A0001" };
                    let mut sent = json!({"docdate": "2026-02-01", "sdsdocdetail": body(&rows)});
                    if !PATHS[path].0.starts_with("stock") {
                        sent["code"] = code.into();
                    }
                    let record = company.send(Method::Post, PATHS[path].0, &sent);
                    documents.push((path, record["dockey"].as_i64().unwrap()));
                }
                Step::Change(which, rows) => if let Some(at) = at(which) {
                    let sent = json!({"sdsdocdetail": body(&rows)});
                    company.change(&path_of(documents[at]), sent);
                }
                Step::Void(which) => if let Some(at) = at(which) {
                    company.change(&path_of(documents[at]), json!({"cancelled": true}));
                }
                Step::Delete(which) => if let Some(at) = at(which) {
                    company.send(Method::Delete, &path_of(documents.remove(at)), &json!({}));
                }
            }
            prop_assert_eq!(reported(&company), recomputed(&company, &documents));
        }
    }
}

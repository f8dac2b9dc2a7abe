use lopdf::Document;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{record, report};
use crate::catalogue::tiny;

/// The text of every page, as a reader of PDF finds it.
fn read(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).unwrap();
    let pages = document.get_pages();
    let text = |page: &u32| document.extract_text(&[*page]).unwrap();
    pages.keys().map(text).collect()
}

fn note(record_: &Value) -> Vec<u8> {
    let catalogue = tiny::catalogue();
    record(
        "Tiny Sdn Bhd",
        (&catalogue.rules, catalogue.resource("note").unwrap()),
        record_,
        "Note 1",
    )
}

#[test]
fn a_record_shows_what_is_set() {
    let pdf = note(&json!({
        "dockey": 7, "docno": "N-00007", "shelf": "----",
        "sdslines": [{"dtlkey": 71, "amount": "12.50", "state": "Y"}, {"amount": "0.00"}],
    }));
    assert!(pdf.starts_with(b"%PDF-"));
    insta::assert_snapshot!(read(&pdf).join("\n-- page --\n"));
}

#[test]
fn long_tables_go_over_pages_with_their_heading() {
    let rows: Vec<Value> = (0..200)
        .map(|at| json!({"amount": format!("{at}.00"), "state": "N"}))
        .collect();
    let pages = read(&note(&json!({"docno": "N-1", "sdslines": rows})));
    assert!(pages.len() > 2, "{} pages", pages.len());
    for (number, page) in (1..).zip(&pages) {
        assert!(page.contains("state"), "{page}");
        assert!(page.contains(&format!("Page {number} of {}", pages.len())));
    }
    assert_eq!(pages.concat().matches("does not count").count(), 200);
}

#[test]
fn a_report_shows_its_parameters_and_rows() {
    let catalogue = tiny::catalogue();
    let answer = json!({"main": [
        {"itemcode": "A", "qty": "1.00", "uom": [{"uom": "BOX", "refcost": "2.00"}]},
        {"itemcode": "B", "shelf": "陈"},
    ], "rest": []});
    let pdf = report(
        "Tiny Sdn Bhd",
        catalogue.resource("note").unwrap(),
        &[("dateto".to_owned(), "2026-01-31".to_owned())],
        &answer,
        "",
    );
    insta::assert_snapshot!(read(&pdf).join("\n-- page --\n"));
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-z0-9. ()\\\\]{0,300}"]
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any_text().prop_map(Value::from),
        Just(json!([[], {}])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_record_can_be_read_back(
        docno in any_value(),
        shelf in any_value(),
        rows in prop::collection::vec((any_value(), any_value()), 0..30),
        template in any_text(),
    ) {
        let rows: Vec<Value> = rows
            .into_iter()
            .map(|(amount, state)| json!({"amount": amount, "state": state}))
            .collect();
        let value = json!({"docno": docno, "shelf": shelf, "sdslines": rows});
        let catalogue = tiny::catalogue();
        let resource = (&catalogue.rules, catalogue.resource("note").unwrap());
        let pdf = record(&template, resource, &value, &template);
        prop_assert!(!read(&pdf).is_empty());
        prop_assert_eq!(&pdf, &record(&template, resource, &value, &template));
    }
}

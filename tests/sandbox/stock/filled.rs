//! The demo company in the engine: nothing is refused, and reports agree with records.

use std::panic::AssertUnwindSafe;

use serde_json::{Value, json};
use sqlacc_postman::sandbox::{self, seed};
use sqlacc_postman::sqlaccount::demo;

use super::company::Company;

#[test]
fn every_record_of_the_demo_company_is_kept() {
    let company = Company::with(demo::DOCUMENTS);
    let kept: i64 = company
        .engine
        .counts_now()
        .unwrap()
        .iter()
        .map(|(_, count)| count)
        .sum();
    let made = demo::company(demo::DOCUMENTS).count();
    assert_eq!(usize::try_from(kept).unwrap(), made);
    let again = seed::fill(&company.engine, 0, demo::company(0), 0, |_| ()).unwrap_err();
    assert!(
        again
            .to_string()
            .starts_with("the database is not empty: /agent has "),
        "{again}"
    );
}

#[test]
fn a_company_that_was_begun_is_the_only_one_that_goes_on() {
    let company = Company::empty();
    let begun = std::panic::catch_unwind(AssertUnwindSafe(|| {
        seed::fill(&company.engine, 960, demo::company(960), 0, |_| {
            panic!("killed")
        })
    }));
    assert!(begun.is_err());
    let kept = company.engine.seeding_now().unwrap().unwrap();
    assert_eq!((kept.size, kept.kept), (960, 250));
    let other = seed::fill(&company.engine, 24, demo::company(24), 0, |_| ()).unwrap_err();
    assert!(
        other.to_string().contains("a company of 960 documents"),
        "{other}"
    );
    let ahead = sandbox::engine::Seeding {
        size: 960,
        kept: 750,
    };
    let raced = company
        .engine
        .seed_now(Vec::new(), 0, Some(ahead))
        .unwrap_err();
    assert!(raced.message.starts_with("another sandbox"), "{raced}");
    let records = seed::fill(&company.engine, 960, demo::company(960), 0, |_| ()).unwrap();
    assert_eq!(records as usize, demo::company(960).count());
    assert_eq!(company.engine.seeding_now().unwrap(), None);
    let whole = Company::with(960);
    assert_eq!(
        company.engine.counts_now().unwrap(),
        whole.engine.counts_now().unwrap()
    );
}

#[test]
fn reports_agree_with_the_balances_of_the_items() {
    let company = Company::with(demo::DOCUMENTS);
    let rows = company.report("stockanalysis?includezerobalance=true");
    let mut items = 0;
    for (path, record) in demo::company(demo::DOCUMENTS) {
        if path != "stockitem" || record["stockcontrol"] == json!(false) {
            continue;
        }
        let same = |row: &&Value| row["itemcode"] == record["code"];
        let row = rows.as_array().unwrap().iter().find(same);
        let number =
            |value: &Value| -> rust_decimal::Decimal { value.as_str().unwrap().parse().unwrap() };
        let (reported, kept) = (&row.unwrap()["balance"], &record["balsqty"]);
        assert_eq!(number(reported), number(kept), "{}", record["code"]);
        items += 1;
    }
    assert!(items > 20, "only {items} items");
}

#[test]
fn records_and_reports_can_be_had_as_pdf() {
    let company = Company::with(24);
    let content_type = Some("application/pdf;template=Sales Invoice 8 (SST 1)");
    let (status, body) = company.get("salesinvoice/2801", content_type);
    assert_eq!(status, 200);
    let text = lopdf::Document::load_mem(&body)
        .unwrap()
        .extract_text(&[1])
        .unwrap();
    for part in [
        "Seri Maju Technology Sdn Bhd",
        "Sales Invoice",
        "Sales Invoice 8 (SST 1)",
        "IV-00001",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let content_type = Some("application/pdf; template=\"Stock Card\"");
    let (status, body) = company.get("stockcard/?item=ANT-001&dateto=2026-01-31", content_type);
    assert_eq!(status, 200);
    let text = lopdf::Document::load_mem(&body)
        .unwrap()
        .extract_text(&[1])
        .unwrap();
    for part in ["Stock Card", "ANT-001", "dateto", "2026-01-31", "RC-00001"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let (status, _) = company.get("journalentry/3481", Some("application/pdf"));
    assert_eq!(status, 400);
}

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rust_decimal::Decimal;
use serde_json::Value;

use super::given::references;
use super::*;
use crate::catalogue::{Catalogue, Records, Resource, ResourceKind, record_schema};
use crate::sqlaccount::catalogue;

fn amount(record: &Value, name: &str) -> Decimal {
    record[name].as_str().unwrap().parse().unwrap()
}

fn rows<'a>(record: &'a Value, detail: &str) -> &'a [Value] {
    record[detail].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn every_record_is_valid_against_its_schema() {
    let catalogue = catalogue();
    let schemas: BTreeMap<&str, jsonschema::Validator> = catalogue
        .resources
        .iter()
        .map(|one| {
            let schema = record_schema(&catalogue, one).to_value();
            (one.path, jsonschema::validator_for(&schema).unwrap())
        })
        .collect();
    for (path, record) in company(400) {
        if let Err(error) = schemas[path].validate(&record) {
            panic!("{path}: {error} in {record}");
        }
    }
}

#[test]
fn the_members_of_a_record_are_those_of_the_examples() {
    let catalogue = catalogue();
    let mut known: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for resource in &catalogue.resources {
        for record in Records::read(resource).unwrap().others() {
            let names = record.as_object().unwrap().keys().cloned();
            known.entry(resource.path).or_default().extend(names);
        }
    }
    let mut unusual = BTreeSet::new();
    for (path, record) in company(300) {
        let names = record.as_object().unwrap().keys();
        let strange = names.filter(|name| !known[path].contains(*name));
        unusual.extend(strange.map(|name| format!("{path}.{name}")));
    }
    assert_eq!(unusual, BTreeSet::new());
}

/// The values by which other records refer to this one.
fn names(record: &Value) -> Vec<String> {
    let one = |name: &str| match &record[name] {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    ["code", "autokey"].into_iter().filter_map(one).collect()
}

fn every_example(catalogue: &Catalogue) -> Vec<(&Resource, Value)> {
    let mut all = Vec::new();
    for resource in &catalogue.resources {
        let records = Records::read(resource).unwrap();
        let bodies = [records.create_body(), records.update_body().cloned()];
        all.extend(bodies.into_iter().flatten().map(|body| (resource, body)));
    }
    all
}

#[test]
fn references_name_records_that_are_there_before() {
    let catalogue = catalogue();
    let mut there: HashSet<(&str, String)> = HashSet::new();
    let mut checked = 0;
    for (path, record) in company(400) {
        let resource = catalogue.resource(path).unwrap();
        // Items and accounts refer to others of their kind, themselves included.
        there.extend(names(&record).into_iter().map(|name| (path, name)));
        for reference in references(resource, &record) {
            assert!(
                there.contains(&reference),
                "{path}: {reference:?} in {record}"
            );
            checked += 1;
        }
    }
    for (resource, body) in every_example(&catalogue) {
        let own: Vec<String> = names(&body);
        for reference in references(resource, &body) {
            let own = reference.0 == resource.path && own.contains(&reference.1);
            assert!(
                own || there.contains(&reference),
                "{}: {reference:?}",
                resource.path
            );
            checked += 1;
        }
    }
    assert!(checked > 5_000, "only {checked} references");
}

#[test]
fn keys_and_numbers_are_unique_and_none_is_of_a_record_to_be_created() {
    let catalogue = catalogue();
    let mut seen = HashSet::new();
    let mut rows_seen = HashSet::new();
    for (path, record) in company(400) {
        for name in ["code", "docno", "dockey", "autokey"] {
            let of_party = name == "code" && record.get("docno").is_some();
            let value = &record[name];
            if !value.is_null() && !of_party {
                assert!(
                    seen.insert((path, name, value.to_string())),
                    "{path} {value}"
                );
            }
        }
        for row in rows(&record, "sdsdocdetail") {
            if let Some(key) = row["dtlkey"].as_i64() {
                assert!(rows_seen.insert((path, key)), "{path} {key}");
            }
        }
    }
    for resource in &catalogue.resources {
        let body = Records::read(resource).unwrap().create_body();
        if let (ResourceKind::Master, Some(body)) = (resource.kind, body) {
            let code = (resource.path, "code", body["code"].to_string());
            assert!(!seen.contains(&code), "{code:?}");
        }
    }
}

#[test]
fn amounts_add_up() {
    let mut documents = 0;
    for (path, record) in company(400) {
        if path == "stockitem" || record.get("docno").is_none() {
            continue;
        }
        documents += 1;
        let lines = rows(&record, "sdsdocdetail");
        let sum = |name: &str| -> Decimal { lines.iter().map(|row| amount(row, name)).sum() };
        if lines.iter().any(|row| row.get("dr").is_some()) {
            assert_eq!(sum("dr"), sum("cr"), "{record}");
            continue;
        }
        for row in lines.iter().filter(|row| row.get("unitprice").is_some()) {
            let product = amount(row, "qty") * amount(row, "unitprice");
            assert_eq!(product, amount(row, "amount"), "{path}: {row}");
        }
        let with_tax = lines.iter().all(|row| row.get("amountwithtax").is_some());
        if with_tax && !lines.is_empty() {
            assert_eq!(
                sum("amountwithtax"),
                amount(&record, "docamt"),
                "{path}: {record}"
            );
        }
    }
    assert!(documents > 400, "only {documents} documents");
}

#[test]
fn what_is_knocked_off_is_what_invoices_say_is_paid() {
    let invoices = ["customerinvoice", "supplierinvoice"];
    let mut paid: BTreeMap<(bool, String), Decimal> = BTreeMap::new();
    let mut owed: BTreeMap<String, Decimal> = BTreeMap::new();
    let all: Vec<Record> = company(600).collect();
    for (path, record) in &all {
        if invoices.contains(path) {
            *owed.entry(record["code"].to_string()).or_default() += amount(record, "outstanding");
            let (total, left) = (amount(record, "docamt"), amount(record, "outstanding"));
            assert_eq!(total - amount(record, "paymentamt"), left, "{record}");
            assert!(left >= Decimal::ZERO, "{record}");
        }
        for row in rows(record, "sdsknockoff") {
            let customer = path.starts_with("customer");
            let key = (customer, row["docno"].to_string());
            *paid.entry(key).or_default() += amount(row, "koamt");
        }
    }
    for (path, record) in all.iter().filter(|(path, _)| invoices.contains(path)) {
        let key = (*path == "customerinvoice", record["docno"].to_string());
        let settled = paid.get(&key).copied().unwrap_or_default();
        assert_eq!(settled, amount(record, "paymentamt"), "{path}: {record}");
    }
    let generated = |code: &str| code.ends_with("0101\"");
    for (path, record) in &all {
        if ["customer", "supplier"].contains(path) && generated(&record["code"].to_string()) {
            let owed = owed
                .get(&record["code"].to_string())
                .copied()
                .unwrap_or_default();
            assert_eq!(owed, amount(record, "outstanding"), "{record}");
        }
    }
}

#[test]
fn goods_are_there_before_they_go_out() {
    for documents in [60, 600, 3_000] {
        let mut days: BTreeMap<String, Vec<(String, Decimal)>> = BTreeMap::new();
        let mut balances: BTreeMap<String, (Decimal, Decimal)> = BTreeMap::new();
        for (path, record) in company(documents) {
            if path == "stockitem" {
                let opening = rows(&record, "sdsopeningbalance");
                let opening: Decimal = opening.iter().map(|row| amount(row, "qty")).sum();
                let code = record["code"].as_str().unwrap().to_owned();
                balances.insert(code, (opening, amount(&record, "balsqty")));
                continue;
            }
            let sign = match path {
                "goodsreceived" | "stockreceived" | "stockadjustment" | "salescreditnote" => 1,
                "deliveryorder" | "cashsales" | "stockissue" | "purchasereturned" => -1,
                _ => continue,
            };
            let date = record["docdate"].as_str().unwrap();
            if date >= "2026" {
                continue;
            }
            for row in rows(&record, "sdsdocdetail") {
                if row["location"] == "KL-WH" {
                    let item = row["itemcode"].as_str().unwrap().to_owned();
                    let moved = amount(row, "qty") * Decimal::from(sign);
                    days.entry(date.to_owned()).or_default().push((item, moved));
                }
            }
        }
        let mut stock: BTreeMap<&str, Decimal> = BTreeMap::new();
        for (code, (opening, _)) in &balances {
            stock.insert(code, *opening);
        }
        for (day, movements) in &days {
            for (item, moved) in movements {
                *stock.get_mut(item.as_str()).unwrap() += *moved;
            }
            for (item, _) in movements {
                let left = stock[item.as_str()];
                assert!(
                    left >= Decimal::ZERO,
                    "{item} is at {left} on {day} of {documents}"
                );
            }
        }
        for (item, _) in days.values().flatten() {
            assert_eq!(
                stock[item.as_str()],
                balances[item].1,
                "{item} of {documents}"
            );
        }
    }
}

#[test]
fn the_company_is_the_same_on_every_run() {
    // The records of the examples come first.
    let given = company(0).count();
    let hash = |documents: u32| {
        let mut state = sha2::Sha256::default();
        let mut count = 0;
        for (path, record) in company(documents).skip(given) {
            sha2::Digest::update(&mut state, format!("{path} {record}\n"));
            count += 1;
        }
        let digest = sha2::Digest::finalize(state);
        format!("{count} records, {:02x?}", &digest[..8])
    };
    assert_eq!(hash(500), hash(500));
    insta::assert_snapshot!(hash(DOCUMENTS));
}

#[test]
fn there_are_as_many_documents_as_are_wanted() {
    let without = company(0).count();
    for documents in [1, 24, 100, 5_000] {
        let more = company(documents).count() - without;
        let wanted = usize::try_from(documents).unwrap();
        assert!(
            (wanted..wanted + 24 * 10 + 100).contains(&more),
            "{more} of {wanted}"
        );
    }
}

#[test]
fn the_records_in_order() {
    let mut paths: Vec<(&str, usize)> = Vec::new();
    for (path, _) in company(0) {
        match paths.last_mut() {
            Some((last, count)) if *last == path => *count += 1,
            _ => paths.push((path, 1)),
        }
    }
    let lines: Vec<String> = paths
        .iter()
        .map(|(path, count)| format!("{path} {count}"))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

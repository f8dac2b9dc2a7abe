//! What the documents say, worked out anew.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{ITEMS, PARTIES, Run, SETTLING, TRADE, all, rows};
use crate::engine::company::Company;

fn number(value: &Value) -> Decimal {
    value.as_str().unwrap_or("0").parse().unwrap()
}

fn valid(company: &Company, path: &str) -> Vec<Value> {
    let mut records = all(company, path);
    records.retain(|record| record["cancelled"] == false);
    records
}

impl Run {
    /// What is in stock of the items, from the documents.
    fn stock(&self) -> [Decimal; 2] {
        ITEMS.map(|item| {
            let of = |(path, sign, _, _): (&str, i64, &str, usize)| -> Decimal {
                let records = valid(&self.company, path);
                let moves = records
                    .iter()
                    .flat_map(|record| rows(record, "sdsdocdetail"));
                let moves = moves.filter(|row| row["itemcode"] == item);
                // What was delivered or received before does not move again.
                let first = |row: &&Value| {
                    let kind = row["fromdoctype"].as_str().unwrap_or_default();
                    !(path.ends_with("invoice") && ["DO", "GR"].contains(&kind))
                };
                moves
                    .filter(first)
                    .map(|row| number(&row["sqty"]) * Decimal::from(sign))
                    .sum()
            };
            TRADE.into_iter().map(of).sum()
        })
    }

    /// How much of each row others have taken over, from the documents.
    fn taken(&self) -> BTreeMap<i64, Decimal> {
        let mut taken = BTreeMap::new();
        for (path, ..) in TRADE {
            for record in valid(&self.company, path) {
                for row in rows(&record, "sdsdocdetail") {
                    if let Some(key @ 1..) = row["fromdtlkey"].as_i64() {
                        *taken.entry(key).or_default() += number(&row["sqty"]);
                    }
                }
            }
        }
        taken
    }

    /// How much of each document others have knocked off, from the documents, by path and key.
    fn knocked(&self) -> BTreeMap<(&'static str, i64), Decimal> {
        let mut knocked = BTreeMap::new();
        let notes = [
            ("customercreditnote", SETTLING[0].2),
            ("suppliercreditnote", SETTLING[3].2),
        ];
        let settling = SETTLING.into_iter().map(|(path, _, kinds)| (path, kinds));
        for (path, kinds) in settling.chain(notes) {
            for record in valid(&self.company, path) {
                for row in rows(&record, "sdsknockoff") {
                    let (_, target) = kinds
                        .iter()
                        .find(|(kind, _)| row["doctype"] == *kind)
                        .unwrap();
                    let key = row["dockey"].as_i64().unwrap();
                    *knocked.entry((*target, key)).or_default() += number(&row["koamt"]);
                }
            }
        }
        knocked
    }

    /// Whether everything agrees with the documents.
    pub(super) fn check(&self) -> Result<(), TestCaseError> {
        for (item, stock) in ITEMS.iter().zip(self.stock()) {
            let found = &self.company.get(&format!("/stockitem?code={item}"))[0];
            prop_assert_eq!(number(&found["balsqty"]), stock, "{}", item);
        }
        let taken = self.taken();
        for (path, ..) in TRADE {
            for record in all(&self.company, path) {
                let state = if record["cancelled"] == true { 2 } else { 0 };
                prop_assert_eq!(
                    &record["status"],
                    &json!(state),
                    "{} {}",
                    path,
                    record["dockey"]
                );
                // Cancelled notes have used up some of the rows of the examples.
                let is_ours = |row: &&Value| ITEMS.contains(&row["itemcode"].as_str().unwrap());
                for row in rows(&record, "sdsdocdetail").filter(is_ours) {
                    let used = taken
                        .get(&row["dtlkey"].as_i64().unwrap())
                        .copied()
                        .unwrap_or_default();
                    prop_assert!(used <= number(&row["sqty"]), "{} {}", path, row);
                    if let Some(offset) = row["offsetqty"].as_str() {
                        let offset: Decimal = offset.parse().unwrap();
                        let gap = (offset * number(&row["rate"]) - used).abs();
                        prop_assert!(gap < Decimal::new(1, 2), "{} {}", path, row);
                    }
                }
            }
        }
        self.check_ledgers()
    }

    fn check_ledgers(&self) -> Result<(), TestCaseError> {
        let knocked = self.knocked();
        let mut owed: BTreeMap<String, Decimal> = BTreeMap::new();
        let debts = [
            "customerinvoice",
            "customerdebitnote",
            "supplierinvoice",
            "supplierdebitnote",
        ];
        let notes = ["customercreditnote", "suppliercreditnote"];
        let settling = SETTLING.map(|(path, ..)| path);
        for path in debts.into_iter().chain(notes).chain(settling) {
            let is_debt = debts.contains(&path);
            for record in valid(&self.company, path) {
                let used = knocked
                    .get(&(path, record["dockey"].as_i64().unwrap()))
                    .copied();
                let own: Decimal = rows(&record, "sdsknockoff")
                    .map(|row| number(&row["koamt"]))
                    .sum();
                let left = number(&record["docamt"]) - own - used.unwrap_or_default();
                let field = if is_debt {
                    "outstanding"
                } else {
                    "unappliedamt"
                };
                prop_assert_eq!(number(&record[field]), left, "{} {}", path, record["docno"]);
                prop_assert!(left >= Decimal::ZERO, "{} {}", path, record["docno"]);
                let sign = if is_debt || path.ends_with("refund") {
                    left
                } else {
                    -left
                };
                *owed
                    .entry(record["code"].as_str().unwrap().to_owned())
                    .or_default() += sign;
            }
        }
        for (path, parties) in [("customer", PARTIES[0]), ("supplier", PARTIES[1])] {
            for party in parties {
                let found =
                    number(&self.company.get(&format!("/{path}/{party}"))[0]["outstanding"]);
                prop_assert_eq!(
                    found,
                    owed.get(party).copied().unwrap_or_default(),
                    "{}",
                    party
                );
            }
        }
        for (from, to) in [
            ("salesinvoice", "customerinvoice"),
            ("purchaseinvoice", "supplierinvoice"),
        ] {
            let sums = |path: &str| -> BTreeMap<(String, String), Value> {
                let records = all(&self.company, path).into_iter();
                let pair = |record: Value| {
                    let text = |name: &str| record[name].as_str().unwrap().to_owned();
                    (
                        (text("code"), text("docno")),
                        json!([record["docamt"], record["cancelled"]]),
                    )
                };
                records.map(pair).collect()
            };
            prop_assert_eq!(sums(from), sums(to));
        }
        Ok(())
    }
}

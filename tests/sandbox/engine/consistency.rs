//! After any calls, whether answered or refused, stock, ledgers, outstanding amounts and offsets are
//! what the documents say.

mod laws;

use proptest::prelude::*;
use serde_json::{Value, json};
use sqlacc_postman::catalogue::Method::{self, Delete, Post, Put};

use super::company::Company;
use super::stories::lenient;

const ITEMS: [&str; 2] = ["ZZ-1", "ZZ-2"];
const PARTIES: [[&str; 2]; 2] = [["300-A0001", "300-B0001"], ["400-A0001", "400-K0001"]];

/// Documents with items in their rows: the path, what it does to stock, the kind by which others
/// name it, and whether it is a supplier's.
const TRADE: [(&str, i64, &str, usize); 9] = [
    ("salesorder", 0, "SO", 0),
    ("deliveryorder", -1, "DO", 0),
    ("salesinvoice", -1, "IV", 0),
    ("salescreditnote", 1, "CN", 0),
    ("purchaseorder", 0, "PO", 1),
    ("goodsreceived", 1, "GR", 1),
    ("purchaseinvoice", 1, "PI", 1),
    ("purchasereturned", -1, "SC", 1),
    ("stockissue", -1, "", 0),
];

/// Kinds of documents, and the paths of their resources.
type Kinds = [(&'static str, &'static str); 2];

/// Documents that knock others off: the path, whose it is, and the kinds that it may name.
const SETTLING: [(&str, usize, Kinds); 6] = [
    (
        "customerpayment",
        0,
        [("IV", "customerinvoice"), ("DN", "customerdebitnote")],
    ),
    (
        "customercontra",
        0,
        [("IV", "customerinvoice"), ("DN", "customerdebitnote")],
    ),
    (
        "customerrefund",
        0,
        [("PM", "customerpayment"), ("CN", "customercreditnote")],
    ),
    (
        "supplierpayment",
        1,
        [("PI", "supplierinvoice"), ("SD", "supplierdebitnote")],
    ),
    (
        "suppliercontra",
        1,
        [("PI", "supplierinvoice"), ("SD", "supplierdebitnote")],
    ),
    (
        "supplierrefund",
        1,
        [("SP", "supplierpayment"), ("SC", "suppliercreditnote")],
    ),
];

#[derive(Clone, Debug)]
enum Step {
    /// A trade document with one row, taken from an earlier document if there is one.
    Trade {
        path: usize,
        from: Option<usize>,
        party: usize,
        item: usize,
        quantity: i64,
        carton: bool,
    },
    /// A document that knocks off the nth document of a kind.
    Settle {
        path: usize,
        kind: usize,
        which: usize,
        party: usize,
        amount: i64,
        part: i64,
    },
    Resize {
        which: usize,
        quantity: i64,
    },
    Reapply {
        which: usize,
        amount: i64,
    },
    Void {
        which: usize,
        cancelled: bool,
    },
    Move {
        which: usize,
        party: usize,
    },
    Delete {
        which: usize,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let trade = (
        0..TRADE.len(),
        prop::option::of(0..9_usize),
        0..2_usize,
        0..2_usize,
        1..30_i64,
        any::<bool>(),
    );
    let settle = (
        0..SETTLING.len(),
        0..2_usize,
        0..6_usize,
        0..2_usize,
        1..200_i64,
        1..220_i64,
    );
    let which = || 0..40_usize;
    prop_oneof![
        6 => trade.prop_map(|(path, from, party, item, quantity, carton)| {
            Step::Trade { path, from, party, item, quantity, carton }
        }),
        4 => settle.prop_map(|(path, kind, which, party, amount, part)| {
            Step::Settle { path, kind, which, party, amount, part }
        }),
        2 => (which(), 0..40_i64).prop_map(|(which, quantity)| Step::Resize { which, quantity }),
        1 => (which(), 0..200_i64).prop_map(|(which, amount)| Step::Reapply { which, amount }),
        2 => (which(), any::<bool>()).prop_map(|(which, cancelled)| Step::Void { which, cancelled }),
        1 => (which(), 0..2_usize).prop_map(|(which, party)| Step::Move { which, party }),
        2 => which().prop_map(|which| Step::Delete { which }),
    ]
}

/// All whole records of a resource, the first fifty.
fn all(company: &Company, path: &str) -> Vec<Value> {
    company
        .get(&format!("/{path}/*"))
        .as_array()
        .unwrap()
        .clone()
}

fn rows<'a>(record: &'a Value, array: &str) -> impl Iterator<Item = &'a Value> {
    record[array].as_array().into_iter().flatten()
}

struct Run {
    company: Company,
    /// What was created, in order: paths and keys.
    made: Vec<(&'static str, i64)>,
}

impl Run {
    fn new() -> Self {
        let company = lenient();
        for item in ITEMS {
            let units = json!([{"uom": "UNIT", "rate": 1}, {"uom": "CTN", "rate": 6}]);
            let body = json!({"code": item, "description": item, "sdsuom": units});
            company.send(Post, "/stockitem", &body);
        }
        Self {
            company,
            made: Vec::new(),
        }
    }

    /// Sends a call that may be refused, but not fail.
    fn call(&self, method: Method, target: &str, body: &Value) -> Option<Value> {
        let answer = self.company.call(method, target, &body.to_string());
        let value: Value = serde_json::from_slice(&answer.body).unwrap();
        assert!(
            [200, 400].contains(&answer.status),
            "{target} {body}: {value}"
        );
        (answer.status == 200).then_some(value)
    }

    fn create(&mut self, path: &'static str, body: &Value) {
        if let Some(record) = self.call(Post, &format!("/{path}"), body) {
            self.made.push((path, record["dockey"].as_i64().unwrap()));
        }
    }

    fn change(&self, which: usize, body: impl Fn(&'static str, &Value) -> Value) {
        if self.made.is_empty() {
            return;
        }
        let (path, key) = self.made[which % self.made.len()];
        let target = format!("/{path}/{key}");
        let record = self.company.get(&target)[0].clone();
        let mut body = body(path, &record);
        body["updatecount"] = json!(record["updatecount"].as_i64().unwrap() + 1);
        self.call(Put, &target, &body);
    }

    fn take(&mut self, step: &Step) {
        match *step {
            Step::Trade {
                path,
                from,
                party,
                item,
                quantity,
                carton,
            } => {
                let (path, _, _, side) = TRADE[path];
                let mut row = json!({"itemcode": ITEMS[item], "qty": quantity, "unitprice": 5,
                    "uom": if carton { "CTN" } else { "UNIT" }});
                let source = from
                    .map(|from| TRADE[from])
                    .filter(|one| one.3 == side && !one.2.is_empty());
                if let Some((source, _, kind, _)) = source
                    && path != "stockissue"
                    && let Some(last) = self.made.iter().rev().find(|(path, _)| *path == source)
                {
                    let record = &self.company.get(&format!("/{source}/{}", last.1))[0];
                    row["fromdoctype"] = json!(kind);
                    row["fromdockey"] = record["dockey"].clone();
                    row["fromdtlkey"] = record["sdsdocdetail"][0]["dtlkey"].clone();
                    row["itemcode"] = record["sdsdocdetail"][0]["itemcode"].clone();
                }
                let body = json!({"docdate": "2026-02-01", "code": PARTIES[side][party], "sdsdocdetail": [row]});
                self.create(path, &body);
            }
            Step::Settle {
                path,
                kind,
                which,
                party,
                amount,
                part,
            } => {
                let (path, side, kinds) = SETTLING[path];
                let (kind, target) = kinds[kind];
                let mut knocked = all(&self.company, target);
                knocked.retain(|one| one["code"] == PARTIES[side][party]);
                let named = (!knocked.is_empty()).then(|| &knocked[which % knocked.len()]["docno"]);
                let row =
                    named.map(|named| json!({"doctype": kind, "docno": named, "koamt": part}));
                let body = json!({"docdate": "2026-02-02", "code": PARTIES[side][party],
                    "paymentmethod": "310-001", "docamt": amount,
                    "sdsknockoff": row.into_iter().collect::<Vec<_>>()});
                self.create(path, &body);
            }
            Step::Resize { which, quantity } => self.change(which, |_, record| {
                let keep = |row: &Value| json!({"dtlkey": row["dtlkey"], "qty": quantity});
                let kept: Vec<_> = rows(record, "sdsdocdetail").map(keep).collect();
                json!({ "sdsdocdetail": kept })
            }),
            Step::Reapply { which, amount } => self.change(which, |_, record| {
                let keep = |row: &Value| json!({"uniquekey": row["uniquekey"], "koamt": amount});
                let kept: Vec<_> = rows(record, "sdsknockoff").map(keep).collect();
                json!({ "sdsknockoff": kept })
            }),
            Step::Void { which, cancelled } => {
                self.change(which, |_, _| json!({ "cancelled": cancelled }));
            }
            Step::Move { which, party } => self.change(which, |_, record| {
                let side =
                    usize::from(record["code"].as_str().unwrap_or_default().starts_with('4'));
                json!({"code": PARTIES[side][party]})
            }),
            Step::Delete { which } => {
                if self.made.is_empty() {
                    return;
                }
                let at = which % self.made.len();
                let (path, key) = self.made[at];
                if self
                    .call(Delete, &format!("/{path}/{key}"), &Value::Null)
                    .is_some()
                {
                    self.made.remove(at);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn everything_agrees_with_the_documents(steps in prop::collection::vec(step(), 1..30)) {
        let mut run = Run::new();
        for step in &steps {
            run.take(step);
        }
        run.check()?;
    }
}

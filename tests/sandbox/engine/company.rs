use std::cell::Cell;
use std::sync::Arc;

use serde_json::{Map, Value, json};
use sqlacc_postman::catalogue::{Catalogue, Method, Records, Resource};
use sqlacc_postman::sandbox::database::Database;
use sqlacc_postman::sandbox::engine::{Answer, ApiRequest, Engine, EngineOptions};
use sqlacc_postman::sqlaccount;

use crate::databases;

/// When the examples are created and updated: 2026-01-22.
pub(crate) const CREATED: i64 = 1_769_045_424_000;
const UPDATED: i64 = 1_769_065_824_000;

/// The service with the records that exist in the examples before any request.
pub(crate) struct Company {
    pub(crate) catalogue: Arc<Catalogue>,
    /// The time of the requests.
    pub(crate) now: Cell<i64>,
    engine: Engine,
    runtime: tokio::runtime::Runtime,
}

impl Company {
    pub(crate) fn new(options: EngineOptions) -> Self {
        let catalogue = Arc::new(sqlaccount::catalogue());
        let database = Database::open(&databases::fresh()).unwrap();
        let engine = Engine::open(catalogue.clone(), database, options).unwrap();
        let mut records = Vec::new();
        for resource in &catalogue.resources {
            for record in Records::read(resource).unwrap().others() {
                records.push((resource.path, record.clone()));
            }
        }
        engine.seed_now(records, CREATED, None).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        Self {
            catalogue,
            now: Cell::new(CREATED),
            engine,
            runtime,
        }
    }

    pub(crate) fn call(&self, method: Method, target: &str, body: &str) -> Answer {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let call = ApiRequest {
            method,
            segments: path.split('/').skip(1).map(str::to_owned).collect(),
            query: query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            content_type: None,
            body: body.as_bytes().to_vec(),
            now: self.now.get(),
        };
        self.runtime.block_on(self.engine.answer(call)).unwrap()
    }

    fn value(answer: &Answer) -> Value {
        serde_json::from_slice(&answer.body).unwrap()
    }

    /// The answer to a request that has to succeed.
    pub(crate) fn send(&self, method: Method, target: &str, body: &Value) -> Value {
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let answer = self.call(method, target, &body);
        let value = Self::value(&answer);
        assert_eq!(
            answer.status,
            200,
            "{} {target}: {value}\n{body}",
            method.as_str()
        );
        value
    }

    pub(crate) fn get(&self, target: &str) -> Value {
        self.send(Method::Get, target, &Value::Null)["data"].clone()
    }

    /// The status and the message of a request that has to be refused.
    pub(crate) fn refusal(&self, method: Method, target: &str, body: &Value) -> (u16, String) {
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        self.refusal_of(method, target, &body)
    }

    pub(crate) fn refusal_of(&self, method: Method, target: &str, body: &str) -> (u16, String) {
        let answer = self.call(method, target, body);
        let value = Self::value(&answer);
        assert_ne!(answer.status, 200, "{} {target}: {value}", method.as_str());
        (
            answer.status,
            value["error"]["message"].as_str().unwrap().to_owned(),
        )
    }
}

/// Numbers that the service assigns, which depend on what happened before.
fn is_assigned(field: &str) -> bool {
    let assigned = [
        "dockey",
        "docno",
        "dtlkey",
        "autokey",
        "knockoffdockey",
        "gltransid",
    ];
    assigned.contains(&field)
}

/// What differs between what the example has and what was answered.
fn differences(place: &str, expected: &Map<String, Value>, found: &Value, out: &mut Vec<String>) {
    for (name, expected) in expected {
        let found = &found[name];
        let place = format!("{place}.{name}");
        match (expected, found) {
            (Value::Array(expected), Value::Array(rows)) => {
                for (index, row) in expected.iter().enumerate() {
                    let found = rows.get(index).unwrap_or(&Value::Null);
                    let place = format!("{place}[{index}]");
                    differences(&place, row.as_object().unwrap(), found, out);
                }
            }
            (Value::String(one), Value::String(other)) if is_amount(one) && is_amount(other) => {
                let number = |text: &str| text.parse::<rust_decimal::Decimal>().unwrap();
                if number(one) != number(other) {
                    out.push(format!("{place}: {one} in the example, {other} answered"));
                }
            }
            _ if is_assigned(name) || expected == found => {}
            _ => out.push(format!(
                "{place}: {expected} in the example, {found} answered"
            )),
        }
    }
}

fn is_amount(text: &str) -> bool {
    text.contains('.') && text.parse::<rust_decimal::Decimal>().is_ok()
}

/// The record's own key, as it is written in a path.
fn key_of(record: &Value, key: &str) -> String {
    let key = &record[key];
    key.as_str().map_or_else(|| key.to_string(), str::to_owned)
}

/// The example's update, with the row keys of the record that was really created.
fn update_of(resource: &Resource, example: &Value, created: &Value, update: &Value) -> Value {
    let mut update = update.clone();
    for detail in resource.details {
        let Some(key) = detail.key else { continue };
        let examples: Vec<&Value> = example[detail.name]
            .as_array()
            .into_iter()
            .flatten()
            .collect();
        let rows = update.get_mut(detail.name).and_then(Value::as_array_mut);
        for row in rows.into_iter().flatten() {
            let same = |old: &&Value| old.get(key).is_some() && old.get(key) == row.get(key);
            if let Some(position) = examples.iter().position(same) {
                row[key] = created[detail.name][position][key].clone();
            }
        }
    }
    update
}

/// The examples were written by hand, from the vendor's documents and what is known of the service:
/// what they say that it adds, the engine has to work out.
#[test]
fn the_story_of_a_record_is_that_of_the_examples() {
    let company = Company::new(EngineOptions {
        strict: true,
        ..EngineOptions::default()
    });
    let mut wrong = Vec::new();
    let mut told = 0;
    for resource in &company.catalogue.resources {
        let records = Records::read(resource).unwrap();
        let (Some(body), Some(update)) = (records.create_body(), records.update_body()) else {
            continue;
        };
        told += 1;
        let path = resource.path;
        let mut compare = |expected: &Value, answered: &Value| {
            differences(path, expected.as_object().unwrap(), answered, &mut wrong);
        };
        company.now.set(CREATED);
        let created = company.send(Method::Post, &format!("/{path}"), &body);
        let example = records.created().unwrap();
        compare(&example, &created);

        company.now.set(UPDATED);
        let target = format!(
            "/{path}/{}",
            key_of(&created, resource.key_field().unwrap())
        );
        let update = update_of(resource, &example, &created, update);
        let updated = company.send(Method::Put, &target, &update);
        compare(&records.updated(&example).unwrap(), &updated);

        assert_eq!(company.get(&target), json!([updated]), "{target}");
        company.send(Method::Delete, &target, &Value::Null);
        company.refusal(Method::Get, &target, &Value::Null);
    }
    assert_eq!(told, 68);
    // Depreciation until the day of sale is not computed.
    let known = ["accumdepr", "netbook", "gainloss"].map(|field| format!("assetdisposal.{field}:"));
    wrong.retain(|line| !known.iter().any(|known| line.starts_with(known)));
    assert!(
        wrong.is_empty(),
        "{} differences:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

use std::sync::Arc;

use serde_json::{Value, json};
use sqlacc_postman::catalogue::{Catalogue, Method};
use sqlacc_postman::sandbox::database::Database;
use sqlacc_postman::sandbox::engine::{ApiRequest, Engine, EngineOptions};
use sqlacc_postman::sandbox::seed;
use sqlacc_postman::sqlaccount::{self, demo};

use crate::databases;

/// 2026-01-22.
const NOW: i64 = 1_769_045_424_000;

/// The demo company.
pub(crate) struct Company {
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) engine: Engine,
    runtime: tokio::runtime::Runtime,
}

impl Company {
    /// With so many documents beside those of the examples.
    pub(crate) fn with(documents: u32) -> Self {
        let company = Self::empty();
        let records = demo::company(documents);
        seed::fill(&company.engine, documents, records, NOW, |_| ()).unwrap();
        company
    }

    /// Without records.
    pub(crate) fn empty() -> Self {
        let catalogue = Arc::new(sqlaccount::catalogue());
        let database = Database::open(&databases::fresh()).unwrap();
        let engine = Engine::open(catalogue.clone(), database, EngineOptions::default()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        Self {
            catalogue,
            engine,
            runtime: runtime.unwrap(),
        }
    }

    /// Sends `GET /path?query` with or without a content type, and gives status and body.
    pub(crate) fn get(&self, path: &str, content_type: Option<&str>) -> (u16, Vec<u8>) {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let call = ApiRequest {
            method: Method::Get,
            segments: path
                .split('/')
                .filter(|one| !one.is_empty())
                .map(str::to_owned)
                .collect(),
            query: pairs
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            content_type: content_type.map(str::to_owned),
            body: Vec::new(),
            now: NOW,
        };
        let answer = self.runtime.block_on(self.engine.answer(call)).unwrap();
        (answer.status, answer.body)
    }

    /// The rows of a report.
    pub(crate) fn report(&self, path: &str) -> Value {
        let (status, body) = self.get(path, None);
        let body: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(status, 200, "{path}: {body}");
        body["main"].clone()
    }

    /// Sends a body, and gives the record that comes back.
    pub(crate) fn send(&self, method: Method, path: &str, body: &Value) -> Value {
        let call = ApiRequest {
            method,
            segments: path.split('/').map(str::to_owned).collect(),
            query: Vec::new(),
            content_type: Some("application/json".to_owned()),
            body: body.to_string().into_bytes(),
            now: NOW,
        };
        let answer = self.runtime.block_on(self.engine.answer(call)).unwrap();
        let record: Value = serde_json::from_slice(&answer.body).unwrap();
        assert!(answer.status < 300, "{path} {body}: {record}");
        record
    }

    /// The record at `path`, with its key.
    pub(crate) fn record(&self, path: &str) -> Value {
        let (status, body) = self.get(path, None);
        let body: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(status, 200, "{path}: {body}");
        body["data"][0].clone()
    }

    /// Changes the record at `path`, as somebody who has just read it.
    pub(crate) fn change(&self, path: &str, mut body: Value) {
        let count = self.record(path)["updatecount"].as_i64().unwrap();
        body["updatecount"] = (count + 1).into();
        self.send(Method::Put, path, &body);
    }

    /// Creates an item with stock, valued by `costing`.
    pub(crate) fn item(&self, code: &str, costing: i32) {
        let item = json!({
            "code": code, "description": code, "stockcontrol": true, "isactive": true,
            "costingmethod": costing,
            "sdsuom": [{"uom": "UNIT", "rate": "1.00", "refcost": "7.00", "refprice": "9.00",
                        "isbase": true}],
        });
        self.send(Method::Post, "stockitem", &item);
    }

    /// Creates a document with one row, and gives its key.
    pub(crate) fn document(&self, path: &str, day: &str, row: &Value) -> i64 {
        let code = if path.starts_with("goods") || path.starts_with("purchase") {
            "400-A0001"
        } else {
            "300-A0001"
        };
        let mut row = row.clone();
        for (name, value) in [
            ("location", json!("KL-WH")),
            ("uom", json!("UNIT")),
            ("rate", json!("1")),
        ] {
            if row.get(name).is_none() {
                row[name] = value;
            }
        }
        let body = json!({"docdate": day, "code": code, "sdsdocdetail": [row]});
        self.send(Method::Post, path, &body)["dockey"]
            .as_i64()
            .unwrap()
    }
}

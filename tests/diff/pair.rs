//! Pairs of collections that differ in one thing: on each side the shop, with a few edits.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::patch::{Edit, patched};

/// The collection that all pairs are made of.
const SHOP: &str = include_str!("shop.json");

/// A file of `kinds/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pair {
    /// Why there are changes of other kinds as well, where there are.
    pub(crate) note: Option<String>,
    /// What is edited first, for both sides.
    #[serde(default)]
    both: Vec<Edit>,
    #[serde(default)]
    base: Vec<Edit>,
    #[serde(default)]
    revision: Vec<Edit>,
    /// The changes from base to revision, one a line.
    pub(crate) changes: Vec<String>,
}

impl Pair {
    pub(crate) fn read(name: &str) -> Self {
        let path = folder().join(name).with_extension("json");
        let text = fs::read_to_string(&path).expect(name);
        serde_json::from_str(&text).expect(name)
    }

    /// The texts of base and revision.
    pub(crate) fn texts(&self) -> (String, String) {
        let shop = patched(shop(), &self.both);
        let base = patched(shop.clone(), &self.base);
        (written(&base), written(&patched(shop, &self.revision)))
    }
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff/kinds")
}

pub(crate) fn shop() -> Value {
    serde_json::from_str(SHOP).unwrap()
}

/// The texts of the pair of that name.
pub(crate) fn pair(name: &str) -> (String, String) {
    Pair::read(name).texts()
}

/// A value to a line, so that places in it have lines of their own.
fn written(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Two downloads of one version from a vendor who fills in no ids, puts folders in any order and
/// random bytes into examples.
pub(crate) fn same_download() -> (String, String) {
    let blob = [
        "q83vASNFZ4mrze8BI0VniavN7wEjRWeJ",
        "ZmFrZUJsb2JGYWtlQmxvYkZha2VCbG9i",
    ];
    let one = download(["Tax", "Agent", "Terms", "Area"], &blob[0].repeat(2));
    let other = download(["Agent", "Area", "Tax", "Terms"], &blob[1].repeat(2));
    (written(&one), written(&other))
}

fn download(folders: [&str; 4], blob: &str) -> Value {
    let body = json!({"code": "", "blob": blob, "balance": "0.00"}).to_string();
    let example = |method: &str, name: &str| {
        let path = name.to_lowercase();
        json!({"id": "", "name": format!("{method} {name}"), "code": 200, "status": "OK", "body": body,
            "originalRequest": {"method": method, "header": [], "body": {"mode": "raw", "raw": body},
                "url": {"raw": format!("https://api.example/{path}?offset=0"), "protocol": "https",
                    "host": ["api", "example"], "path": [path], "query": [{"key": "offset", "value": "0"}]}}})
    };
    let folder = |name| {
        let examples = [example("GET", name), example("POST", name)];
        json!({"id": "", "name": name, "item": [
            {"id": "", "name": name, "request": {}, "response": examples}]})
    };
    json!({"info": {"_postman_id": "", "name": "Vendor",
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "item": folders.map(folder)})
}

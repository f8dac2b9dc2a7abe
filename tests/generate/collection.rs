//! A generated collection, as a tree of JSON.

use serde_json::Value;
use sqlacc_postman::catalogue::Catalogue;
use sqlacc_postman::generate::{Options, collection, to_valid_json};

pub(crate) fn text(catalogue: &Catalogue, options: &Options) -> String {
    to_valid_json(&collection(catalogue, options).unwrap()).unwrap()
}

pub(crate) fn generate(catalogue: &Catalogue, options: &Options) -> Value {
    serde_json::from_str(&text(catalogue, options)).unwrap()
}

pub(crate) fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// A list of texts.
pub(crate) fn texts(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap().iter();
    list.map(|one| one.as_str().unwrap()).collect()
}

/// Every folder of resources, with the names above it.
pub(crate) fn resource_folders(items: &Value) -> Vec<(String, &Value)> {
    let mut folders = Vec::new();
    for item in list(items, "item") {
        let name = item["name"].as_str().unwrap().to_owned();
        if list(item, "item")
            .iter()
            .any(|inner| inner.get("request").is_some())
        {
            folders.push((name, item));
        } else {
            folders.extend(resource_folders(item));
        }
    }
    folders
}

pub(crate) fn requests(items: &Value) -> Vec<&Value> {
    let inner = list(items, "item").iter();
    inner
        .flat_map(|item| match item.get("request") {
            Some(_) => vec![item],
            None => requests(item),
        })
        .collect()
}

//! What a person reads: eight folders, of the most different kinds of resources, and what is above
//! them. What holds of all folders is in `every`.

use std::fmt::Write as _;

use serde_json::Value;
use sqlacc_postman::generate::{Options, environment, to_json};
use sqlacc_postman::sqlaccount;

use crate::collection::{generate, list, resource_folders};

/// The resources whose folders are snapshots.
const REVIEWED: &[&str] = &[
    "Agent",
    "Customer",
    "Stock Item",
    "Sales Invoice",
    "Sales Cancelled Note",
    "Payment Voucher",
    "Job Order",
    "Stock Card",
];

/// A folder as people read it: texts as texts, one request after the other, nothing twice.
pub(crate) fn readable(folder: &Value) -> String {
    let mut text = format!("{}\n\n", folder["description"].as_str().unwrap());
    let mut records = Vec::new();
    for item in list(folder, "item") {
        let name = item["name"].as_str().unwrap();
        let _ = writeln!(text, "==== {name} [{}]", item["id"].as_str().unwrap());
        let mut known = vec![written(&item["request"])];
        text.push_str(&known[0]);
        for event in list(item, "event") {
            let lines = list(&event["script"], "exec").iter();
            let lines: Vec<&str> = lines.filter_map(Value::as_str).collect();
            let _ = writeln!(text, "---- {}\n{}", event["listen"], lines.join("\n"));
        }
        let body = item["request"]["body"]["raw"].clone();
        for response in list(item, "response") {
            let _ = writeln!(
                text,
                "---- example: {} {} {} [{}]",
                response["code"], response["status"], response["name"], response["id"]
            );
            let mut sent = response["originalRequest"].clone();
            if sent["body"]["raw"] == body && !body.is_null() {
                sent["body"]["raw"] = "(the request's body)".into();
            }
            let sent = written(&sent);
            if known.contains(&sent) {
                text.push_str("(the same request)\n");
            } else {
                text.push_str(&sent);
                known.push(sent);
            }
            let _ = writeln!(text, "-- answer {}", response["header"][0]["value"]);
            let body = response["body"].as_str().unwrap();
            match serde_json::from_str(body) {
                Ok(value) => {
                    let _ = writeln!(text, "{:#}", shortened(value, &mut records));
                }
                Err(_) => text.push_str(body),
            }
        }
        text.push('\n');
    }
    text
}

/// An answer without the records and rows that were there before, and with one row of a long list.
fn shortened(value: Value, known: &mut Vec<Value>) -> Value {
    match value {
        Value::Object(members) if members.len() > 4 => {
            let whole = Value::Object(members);
            if known.contains(&whole) {
                return "(as above)".into();
            }
            known.push(whole.clone());
            inside(whole, known)
        }
        Value::Array(mut items) if items.len() > 2 => {
            let more = format!("(and {} more)", items.len() - 1);
            items.truncate(1);
            let first = items.pop().map(|first| shortened(first, known));
            first.into_iter().chain([more.into()]).collect()
        }
        other => inside(other, known),
    }
}

fn inside(value: Value, known: &mut Vec<Value>) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter();
            let members = members.map(|(name, value)| (name, shortened(value, known)));
            Value::Object(members.collect())
        }
        Value::Array(items) => items
            .into_iter()
            .map(|item| shortened(item, known))
            .collect(),
        other => other,
    }
}

fn written(request: &Value) -> String {
    let mut text = format!(
        "{} {}\n",
        request["method"].as_str().unwrap(),
        request["url"]["raw"].as_str().unwrap()
    );
    for header in list(request, "header") {
        let _ = writeln!(text, "header {}: {}", header["key"], header["value"]);
    }
    for variable in list(&request["url"], "variable") {
        let _ = writeln!(
            text,
            "path {} = {} {}",
            variable["key"], variable["value"], variable["description"]
        );
    }
    for parameter in list(&request["url"], "query") {
        let state = if parameter["disabled"] == true {
            "off"
        } else {
            "on"
        };
        let about = parameter["description"].as_str().unwrap_or_default();
        let _ = writeln!(
            text,
            "query {state} {}={} {about}",
            parameter["key"].as_str().unwrap(),
            parameter["value"].as_str().unwrap()
        );
    }
    if let Some(body) = request["body"]["raw"].as_str() {
        let _ = writeln!(text, "{body}");
    }
    if let Some(page) = request["description"].as_str() {
        let _ = writeln!(text, "-- page\n{page}");
    }
    text
}

#[test]
fn folders_are_as_reviewed() {
    let collection = generate(&sqlaccount::catalogue(), &Options::default());
    let folders = resource_folders(&collection);
    for name in REVIEWED {
        let (_, folder) = folders.iter().find(|(title, _)| title == name).unwrap();
        insta::with_settings!({ omit_expression => true }, {
            let name = name.to_lowercase().replace(' ', "_");
            insta::assert_snapshot!(name, readable(folder));
        });
    }
}

#[test]
fn the_head_is_as_reviewed() {
    let mut collection = generate(&sqlaccount::catalogue(), &Options::default());
    let page = collection["info"]["description"].take();
    insta::assert_snapshot!("front_page", page.as_str().unwrap());
    for module in collection["item"].as_array_mut().unwrap() {
        module["item"] = Value::from("…");
    }
    insta::assert_json_snapshot!("head", collection);
}

#[test]
fn the_environment_is_as_reviewed() {
    let environment = environment(&sqlaccount::catalogue(), &Options::default());
    insta::assert_snapshot!("environment", to_json(&environment).unwrap());
}

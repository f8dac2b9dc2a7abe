//! What `generate` writes: the same on every run, whole, valid, and reviewed as snapshots.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use serde_json::Value;
use sqlacc_postman::generate::{
    KnownIds, Layout, Options, collection, drift, environment, to_json, to_valid_json,
};
use sqlacc_postman::json::Document;
use sqlacc_postman::sqlaccount;

fn generate(options: &Options) -> String {
    to_valid_json(&collection(&sqlaccount::catalogue(), options).unwrap()).unwrap()
}

fn parsed(options: &Options) -> Value {
    serde_json::from_str(&generate(options)).unwrap()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// Every folder of resources, with the names above it.
fn resource_folders(items: &Value) -> Vec<(String, &Value)> {
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

fn requests(items: &Value) -> Vec<&Value> {
    let inner = list(items, "item").iter();
    inner
        .flat_map(|item| match item.get("request") {
            Some(_) => vec![item],
            None => requests(item),
        })
        .collect()
}

/// A folder as people read it: texts as texts, one request after the other.
fn readable(folder: &Value) -> String {
    let mut text = format!("{}\n\n", folder["description"].as_str().unwrap());
    for item in list(folder, "item") {
        let name = item["name"].as_str().unwrap();
        let _ = writeln!(text, "==== {name} [{}]", item["id"].as_str().unwrap());
        write_request(&mut text, &item["request"]);
        for event in list(item, "event") {
            let lines = list(&event["script"], "exec")
                .iter()
                .filter_map(Value::as_str);
            let lines: Vec<&str> = lines.collect();
            let _ = writeln!(text, "---- {}\n{}", event["listen"], lines.join("\n"));
        }
        for response in list(item, "response") {
            let _ = writeln!(
                text,
                "---- example: {} {} {} [{}]",
                response["code"], response["status"], response["name"], response["id"]
            );
            write_request(&mut text, &response["originalRequest"]);
            let _ = writeln!(text, "-- answer {}", response["header"][0]["value"]);
            text.push_str(response["body"].as_str().unwrap());
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

fn write_request(text: &mut String, request: &Value) {
    let _ = writeln!(
        text,
        "{} {}",
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
}

#[test]
fn every_resource_folder_is_as_reviewed() {
    let collection = parsed(&Options::default());
    let folders = resource_folders(&collection);
    assert_eq!(folders.len(), 81);
    for (name, folder) in folders {
        insta::with_settings!({ snapshot_path => "snapshots/folders", prepend_module_to_snapshot => false, omit_expression => true }, {
            let name = name.to_lowercase().replace([' ', '/'], "_");
            insta::assert_snapshot!(name, readable(folder));
        });
    }
}

#[test]
fn the_head_is_as_reviewed() {
    let mut collection = parsed(&Options::default());
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

#[test]
fn the_same_input_gives_the_same_bytes() {
    let first = generate(&Options::default());
    assert_eq!(first, generate(&Options::default()));
    assert!(!first.contains('\r') && first.ends_with("}\n") && !first.starts_with('\u{feff}'));
}

#[test]
fn ids_are_unique_and_do_not_depend_on_layout_or_selection() {
    fn ids(value: &Value, all: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                all.extend(members.get("id").and_then(Value::as_str).map(str::to_owned));
                members.values().for_each(|member| ids(member, all));
            }
            Value::Array(values) => values.iter().for_each(|value| ids(value, all)),
            _ => {}
        }
    }
    let all_of = |options: &Options| {
        let mut all = Vec::new();
        ids(&parsed(options)["item"], &mut all);
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count, "two ids are the same");
        all
    };
    let all = all_of(&Options::default());
    for options in [
        Options {
            layout: Layout::Flat,
            ..Options::default()
        },
        Options {
            only: vec!["agent".into(), "Sales".into()],
            ..Options::default()
        },
        Options {
            auth_in_query: true,
            no_tests: true,
            ..Options::default()
        },
        Options {
            host: Some("http://127.0.0.1:8080".into()),
            ..Options::default()
        },
    ] {
        let some = all_of(&options);
        assert!(some.iter().all(|id| all.binary_search(id).is_ok()));
    }
}

#[test]
fn flat_has_a_folder_a_resource_in_the_order_of_paths() {
    let options = Options {
        layout: Layout::Flat,
        ..Options::default()
    };
    let collection = parsed(&options);
    let paths: Vec<String> = list(&collection, "item")
        .iter()
        .map(|folder| {
            folder["item"][0]["request"]["url"]["path"][0]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(paths.len(), 81);
    assert!(paths.is_sorted());
}

#[test]
fn requests_inherit_their_auth_by_omission() {
    let collection = parsed(&Options::default());
    assert_eq!(list(&collection["auth"], "awsv4").len(), 6);
    for item in requests(&collection) {
        assert!(item["request"].get("auth").is_none(), "{}", item["name"]);
    }
}

#[test]
fn in_query_mode_requests_with_a_body_sign_their_headers_and_say_so() {
    let options = Options {
        auth_in_query: true,
        ..Options::default()
    };
    let collection = parsed(&options);
    let in_query = |auth: &Value| auth["awsv4"][5]["value"].clone();
    assert_eq!(in_query(&collection["auth"]), true);
    let mut with_body = 0;
    for item in requests(&collection) {
        let request = &item["request"];
        let page = request["description"].as_str().unwrap();
        if request.get("body").is_some() {
            with_body += 1;
            assert_eq!(in_query(&request["auth"]), false);
            assert!(page.contains("signs in its headers"), "{page}");
        } else {
            assert!(request.get("auth").is_none());
            assert!(!page.contains("signs in its headers"));
        }
    }
    assert_eq!(with_body, 136);
}

#[test]
fn no_tests_leaves_the_scripts_of_requests_out_and_keeps_the_user_agent() {
    let options = Options {
        no_tests: true,
        ..Options::default()
    };
    let collection = parsed(&options);
    assert!(
        requests(&collection)
            .iter()
            .all(|item| item.get("event").is_none())
    );
    assert_eq!(collection["event"][0]["listen"], "prerequest");
}

#[test]
fn a_list_offers_every_filter_switched_off_with_type_and_size() {
    let collection = parsed(&Options::default());
    let list_of_customers = requests(&collection)
        .into_iter()
        .find(|item| item["request"]["url"]["raw"] == "{{host}}/customer?offset=0")
        .unwrap();
    let query = list(&list_of_customers["request"]["url"], "query");
    assert_eq!(query.len(), 1 + 43);
    assert!(
        query[1..]
            .iter()
            .all(|parameter| parameter["disabled"] == true)
    );
    let code = &query[1];
    assert_eq!(code["key"], "code");
    assert!(
        code["description"]
            .as_str()
            .unwrap()
            .starts_with("text(10). ")
    );
}

#[test]
fn a_udf_is_in_filters_bodies_answers_and_pages() {
    let mut catalogue = sqlaccount::catalogue();
    catalogue.add_udf("agent.udf_team=text(20)").unwrap();
    catalogue
        .add_udf("salesorder.sdsdocdetail.udf_colour=integer")
        .unwrap();
    let options = Options {
        only: vec!["agent".into(), "salesorder".into()],
        ..Options::default()
    };
    let text = to_valid_json(&collection(&catalogue, &options).unwrap()).unwrap();
    let whole: Value = serde_json::from_str(&text).unwrap();
    let folders = resource_folders(&whole);
    let folder = |name: &str| folders.iter().find(|(folder, _)| folder == name).unwrap().1;
    let agent = readable(folder("Agent"));
    assert!(agent.contains("| `udf_team` | text(20) |"));
    assert!(agent.contains("query off udf_team=A text(20)."));
    assert!(agent.contains(r#""udf_team": "A""#));
    let order = readable(folder("Sales Order"));
    assert!(order.contains(r#""udf_colour": 1"#));
}

fn renumber(items: &mut Value, next: &mut u32) {
    let inner = items.get_mut("item").and_then(Value::as_array_mut);
    for item in inner.into_iter().flatten() {
        *next += 1;
        item["id"] = Value::from(format!("old-{next}"));
        for response in item
            .get_mut("response")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            *next += 1;
            response["id"] = Value::from(format!("old-{next}"));
        }
        renumber(item, next);
    }
}

#[test]
fn ids_of_an_older_collection_are_kept() {
    let mut old = parsed(&Options::default());
    old["info"]["_postman_id"] = Value::from("11111111-1111-4111-8111-111111111111");
    renumber(&mut old, &mut 0);
    let wanted = serde_json::to_string_pretty(&old).unwrap() + "\n";
    let document = Document::from_text(&wanted).unwrap();
    let known_ids = KnownIds::of(&document).unwrap();
    let written = generate(&Options {
        known_ids,
        ..Options::default()
    });
    let drift = drift(wanted.as_bytes(), &written).map(|drift| drift.to_string());
    assert_eq!(drift, None);
}

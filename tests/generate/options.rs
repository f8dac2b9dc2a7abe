//! What the options of `generate` change, and that nothing else does.

use serde_json::Value;
use sqlacc_postman::generate::{KnownIds, Layout, Options, drift};
use sqlacc_postman::json::Document;
use sqlacc_postman::sqlaccount;

use crate::collection::{generate, list, requests, resource_folders, text};
use crate::reviewed::readable;

fn parsed(options: &Options) -> Value {
    generate(&sqlaccount::catalogue(), options)
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let first = text(&sqlaccount::catalogue(), &Options::default());
    assert_eq!(first, text(&sqlaccount::catalogue(), &Options::default()));
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
    let whole = generate(&catalogue, &options);
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
    let written = text(
        &sqlaccount::catalogue(),
        &Options {
            known_ids,
            ..Options::default()
        },
    );
    let drift = drift(wanted.as_bytes(), &written).map(|drift| drift.to_string());
    assert_eq!(drift, None);
}

#[test]
fn a_portable_collection_needs_no_inheritance_and_no_substitution_in_bodies() {
    for auth_in_query in [false, true] {
        let options = Options {
            portable: true,
            auth_in_query,
            ..Options::default()
        };
        let collection = parsed(&options);
        for item in requests(&collection) {
            let request = &item["request"];
            let in_query = &request["auth"]["awsv4"][5]["value"];
            let Some(body) = request.get("body") else {
                assert_eq!(in_query, auth_in_query);
                continue;
            };
            assert_eq!(in_query, false);
            let types = list(request, "header")
                .iter()
                .filter(|header| header["key"] == "Content-Type");
            let types: Vec<&Value> = types.map(|header| &header["value"]).collect();
            assert_eq!(types, ["application/json"]);
            let text = body["raw"].as_str().unwrap();
            assert!(!text.contains("{{"), "{text}");
            serde_json::from_str::<Value>(text).unwrap();
        }
    }
}

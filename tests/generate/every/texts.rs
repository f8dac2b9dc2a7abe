//! The pages, the scripts and the variables of every request.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use sqlacc_postman::catalogue::{Detail, Operation, Resource};

use super::{for_each, generated};
use crate::collection::{list, requests, resource_folders, texts};

#[test]
fn every_request_and_folder_has_a_page() {
    for_each(|case| {
        let page = case.request()["description"].as_str().unwrap();
        let (title, plural) = (case.resource.title, case.resource.plural);
        assert!(
            page.contains(title) || page.contains(plural),
            "{}: {page}",
            case.place
        );
        assert_well_written(page, &case.place);
    });
    for (_, collection) in generated() {
        for module in list(collection, "item") {
            assert_well_written(module["description"].as_str().unwrap(), "module");
        }
    }
}

#[test]
fn no_two_pages_are_equal() {
    for (_, collection) in generated() {
        let mut pages = BTreeMap::new();
        let mut open = vec![("the collection", collection, &collection["info"])];
        while let Some((name, item, page)) = open.pop() {
            let page = page["description"].as_str().unwrap();
            if let Some(other) = pages.insert(page, name) {
                panic!("{name} has the page of {other}: {page}");
            }
            open.extend(list(item, "item").iter().map(|inner| {
                let owner = inner.get("request").unwrap_or(inner);
                (inner["name"].as_str().unwrap(), inner, owner)
            }));
        }
    }
}

/// No traces of a template.
fn assert_well_written(page: &str, place: &str) {
    for trace in ["{%", "%}", "{#", "undefined", "\n\n\n", " \n", "``"] {
        assert!(!page.contains(trace), "{place} has {trace:?}: {page}");
    }
    assert_eq!(page.trim(), page, "{place}");
    assert!(page.len() > 20, "{place}: {page}");
}

#[test]
fn every_field_is_in_the_table_of_its_folders_page() {
    /// The rows of the tables, in order.
    fn rows(resource: &Resource, details: &'static [Detail], all: &mut Vec<String>) {
        for detail in details {
            let fields = resource.row_fields(detail);
            all.extend(fields.map(|field| format!("| `{}` | {} | ", field.name, field.kind)));
            rows(resource, detail.details, all);
        }
    }
    for (catalogue, collection) in generated() {
        let folders = resource_folders(collection);
        for (resource, (_, folder)) in catalogue.resources.iter().zip(folders) {
            let page = folder["description"].as_str().unwrap();
            assert_well_written(page, resource.path);
            let fields = resource.fields().chain(resource.parameters);
            let fields = fields.map(|field| format!("| `{}` | {} | ", field.name, field.kind));
            let mut expected: Vec<String> = fields.collect();
            rows(resource, resource.details, &mut expected);
            let written = page.lines().filter(|line| line.starts_with("| `"));
            let written: Vec<&str> = written.collect();
            assert_eq!(written.len(), expected.len(), "{}", resource.path);
            for (line, start) in written.iter().zip(expected) {
                assert!(line.starts_with(&start), "{}: {line}", resource.path);
            }
        }
    }
}

#[test]
fn every_request_has_one_test_which_accepts_its_example_and_keeps_the_key() {
    for_each(|case| {
        let events = list(case.item, "event");
        assert_eq!(events.len(), 1, "{}", case.place);
        assert_eq!(events[0]["listen"], "test", "{}", case.place);
        let script = texts(&events[0]["script"]["exec"]).join("\n");
        let status = list(case.item, "response")[0]["code"].to_string();
        let first = script.split("});").next().unwrap();
        assert!(first.contains(&status), "{}: {script}", case.place);
        let lacks = |text: &str| assert!(script.contains(text), "{}: {script}", case.place);
        let key = case.resource.key.map(|key| key.field);
        match case.operation {
            Operation::Create => {
                let variable = case.key_variable().unwrap();
                lacks(&format!(
                    "pm.collectionVariables.set(\"{variable}\", record.{}",
                    key.unwrap()
                ));
            }
            Operation::Get | Operation::Update => {
                lacks(&format!("String(record.{})).to.eql(asked)", key.unwrap()));
            }
            Operation::Delete => {
                let initial = if case.resource.key.unwrap().is_number() {
                    "0"
                } else {
                    "not-created"
                };
                let variable = case.key_variable().unwrap();
                lacks(&format!(
                    "pm.collectionVariables.set(\"{variable}\", \"{initial}\")"
                ));
            }
            Operation::Pdf => lacks("%PDF-"),
            Operation::List | Operation::Details => {}
        }
        let counts = [Operation::Create, Operation::Get, Operation::Update];
        if let Some(counter) = case.counter().filter(|_| counts.contains(&case.operation)) {
            lacks(&format!(
                "pm.collectionVariables.set(\"{counter}\", record.{counter} + 1)"
            ));
        }
        if [Operation::Get, Operation::Details].contains(&case.operation) {
            for detail in case.resource.details {
                lacks(&format!("record.{}).to.be.an(\"array\")", detail.name));
            }
        }
    });
}

/// The names between double braces, and those that a script sets.
fn names<'t>(text: &'t str, before: &str, after: &str) -> BTreeSet<&'t str> {
    let parts = text.split(before).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(after)?.0))
        .collect()
}

#[test]
fn every_variable_that_is_used_is_defined_and_the_other_way_round() {
    for (_, collection) in generated() {
        let defined = list(collection, "variable").iter();
        let defined: Vec<&str> = defined.map(|one| one["key"].as_str().unwrap()).collect();
        let unique: BTreeSet<&str> = defined.iter().copied().collect();
        assert_eq!(unique.len(), defined.len(), "{defined:?}");
        let sent = requests(collection).into_iter().map(|item| {
            let mut request = item["request"].clone();
            request["description"] = Value::Null;
            request.to_string()
        });
        let sent: String = sent.chain([collection["auth"].to_string()]).collect();
        let used = names(&sent, "{{", "}}");
        assert_eq!(used, unique);
        let scripts = requests(collection).into_iter();
        let scripts: String = scripts
            .flat_map(|item| texts(&list(item, "event")[0]["script"]["exec"]))
            .collect();
        let kept = names(&scripts, "collectionVariables.set(\"", "\"");
        assert!(kept.is_subset(&unique), "{kept:?}");
        let given = [
            "host",
            "access_key",
            "secret_key",
            "region",
            "service",
            "session_token",
        ];
        let set_by_people: BTreeSet<&str> = given.into_iter().collect();
        assert_eq!(&unique - &kept, set_by_people);
    }
}

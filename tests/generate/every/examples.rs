//! The saved examples of every request.

use serde_json::{Value, json};
use sqlacc_postman::catalogue::{Applies, Operation, Paging, RecordJson};

use super::bodies::assert_in_order;
use super::{Case, for_each};
use crate::collection::{list, texts};

#[test]
fn every_request_shows_its_success_and_every_error_that_it_can_meet() {
    for_each(|case| {
        let conventions = &case.catalogue.conventions;
        let success = match case.operation {
            Operation::Create => conventions.answers.created,
            Operation::Delete => conventions.answers.deleted,
            _ => 200,
        };
        let errors = conventions.errors.iter().filter(|error| {
            let applies = match error.applies {
                Applies::Always => true,
                Applies::WithCounter => case.counter().is_some(),
                Applies::WithKey => case.resource.key.is_some(),
            };
            applies && (error.operations.is_empty() || error.operations.contains(&case.operation))
        });
        let mut expected = vec![success];
        expected.extend(errors.clone().map(|error| error.status));
        let examples = list(case.item, "response");
        let codes: Vec<&Value> = examples.iter().map(|example| &example["code"]).collect();
        assert_eq!(codes, expected, "{}", case.place);
        assert_success(case, &examples[0]);
        for (error, example) in errors.zip(&examples[1..]) {
            let place = format!("{}: {}", case.place, error.name);
            assert_eq!(example["name"], error.name, "{place}");
            let body: Value = serde_json::from_str(example["body"].as_str().unwrap()).unwrap();
            let expected = (conventions.error_body)(error.status, error.message);
            assert_eq!(body, expected, "{place}");
            assert_eq!(content_type(example), "application/json", "{place}");
        }
    });
}

fn content_type(example: &Value) -> &Value {
    let headers = list(example, "header");
    assert_eq!(headers.len(), 1);
    assert_eq!(headers[0]["key"], "Content-Type");
    &headers[0]["value"]
}

fn assert_success(case: &Case, example: &Value) {
    let (place, answers) = (&case.place, case.catalogue.conventions.answers);
    let body = example["body"].as_str().unwrap();
    if case.operation == Operation::Pdf {
        assert_eq!(content_type(example), "application/pdf", "{place}");
        return assert!(body.starts_with("%PDF-"), "{place}");
    }
    assert_eq!(content_type(example), "application/json", "{place}");
    if case.operation == Operation::Delete {
        return assert_eq!(body, answers.deleted_body, "{place}");
    }
    let body: Value = serde_json::from_str(body).expect(place);
    let record = case.record();
    match case.operation {
        Operation::Create => assert_whole(case, &body, &record.unwrap()),
        Operation::Update => {
            let updated = case.records.updated(&record.unwrap()).unwrap();
            assert_whole(case, &body, &updated);
            if let Some(counter) = case.counter() {
                let sent = &case.records.update_body().unwrap()[counter];
                assert_eq!(&body[counter], sent, "{place}");
            }
        }
        Operation::List => match case.records.answer() {
            Some(answer) => assert_eq!(&body, answer, "{place}"),
            None => assert_list(case, &body),
        },
        Operation::Get if !answers.get_is_list => assert_whole(case, &body, &record.unwrap()),
        _ => {
            let records = records_of(case, &body);
            assert_eq!(records.len(), 1, "{place}");
            assert_whole(case, &records[0], &record.unwrap());
        }
    }
}

/// The records in a list's envelope, which is as the conventions have it.
fn records_of<'v>(case: &Case, body: &'v Value) -> &'v [Value] {
    let conventions = &case.catalogue.conventions;
    let Some(member) = conventions.answers.records else {
        return body.as_array().unwrap();
    };
    match conventions.paging {
        Paging::Offset {
            echo: Some((outer, inner)),
            ..
        } => {
            assert_eq!(body[outer], json!({ inner: 0 }), "{}", case.place);
        }
        Paging::Token { member, .. } => {
            // The page is the last.
            assert_eq!(body.get(member), Some(&Value::Null), "{}", case.place);
        }
        _ => {}
    }
    list(body, member)
}

/// Every record that there is, the created one last, each with every field that lists show.
fn assert_list(case: &Case, body: &Value) {
    let created = case.records.created();
    let stored: Vec<&Value> = case.records.others().iter().chain(&created).collect();
    let rows = records_of(case, body);
    assert_eq!(rows.len(), stored.len(), "{}", case.place);
    let listed = case.resource.fields().filter(|field| field.is_listed());
    let listed: Vec<&str> = listed.map(|field| field.name.as_ref()).collect();
    for (row, record) in rows.iter().zip(stored) {
        let names: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(names, listed, "{}", case.place);
        let shown = serde_json::to_value(RecordJson::listed(case.resource, record)).unwrap();
        assert_eq!(*row, shown, "{}", case.place);
    }
}

/// Every field of a whole record, in order, with every detail array, and what was stored.
fn assert_whole(case: &Case, body: &Value, record: &Value) {
    assert_in_order(case.resource, body, &case.place);
    let fields = case.resource.fields().filter(|field| field.is_in_records());
    let fields = fields.map(|field| field.name.as_ref());
    for name in fields.chain(case.resource.details.iter().map(|detail| detail.name)) {
        assert!(body.get(name).is_some(), "{} lacks `{name}`", case.place);
    }
    let shown = serde_json::to_value(RecordJson::whole(case.resource, record)).unwrap();
    assert_eq!(*body, shown, "{}", case.place);
}

#[test]
fn every_example_keeps_the_request_that_went_out_without_prose_and_variables() {
    for_each(|case| {
        let sent = case.request();
        for example in list(case.item, "response") {
            let kept = &example["originalRequest"];
            let place = format!("{}: {}", case.place, example["name"]);
            assert_eq!(kept["method"], sent["method"], "{place}");
            assert_eq!(
                texts(&kept["url"]["path"]),
                texts(&sent["url"]["path"]),
                "{place}"
            );
            assert_eq!(pairs(&kept["header"]), pairs(&sent["header"]), "{place}");
            let query = list(&sent["url"], "query").iter();
            let query = query.filter(|one| one["disabled"] != true);
            let query: Vec<&Value> = query.map(|one| &one["key"]).collect();
            let kept_query = list(&kept["url"], "query").iter();
            let kept_query: Vec<&Value> = kept_query.map(|one| &one["key"]).collect();
            assert_eq!(kept_query, query, "{place}");
            let body = match case.operation {
                Operation::Create => case.records.create_body(),
                Operation::Update => case.records.update_body().cloned(),
                _ => None,
            };
            let kept_body = kept["body"]["raw"].as_str();
            let kept_body = kept_body.map(|text| serde_json::from_str::<Value>(text).unwrap());
            assert_eq!(kept_body, body, "{place}");
            let text = kept.to_string();
            assert_eq!(
                text.matches("{{").count(),
                2,
                "{place}: only the host is a variable"
            );
            assert!(!text.contains("\"description\""), "{place}");
        }
    });
}

/// Names and values.
fn pairs(list: &Value) -> Vec<(&Value, &Value)> {
    let list = list.as_array().unwrap().iter();
    list.map(|one| (&one["key"], &one["value"])).collect()
}

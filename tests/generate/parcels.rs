//! The catalogue of another API: it generates a collection in which nothing of SQL Account is, and
//! that nothing is wrong with; what contradicts itself generates none.

use std::sync::Arc;

use serde_json::Value;
use sqlacc_postman::generate::Options;
use sqlacc_postman::validate::{Environments, Profile, Settings, validate};

use crate::collection::text;
use crate::example;

/// Every way to generate it.
fn ways() -> Vec<Options> {
    let plain = Options::default;
    vec![
        plain(),
        Options {
            layout: sqlacc_postman::generate::Layout::Flat,
            ..plain()
        },
        Options {
            auth_in_query: true,
            ..plain()
        },
        Options {
            no_tests: true,
            ..plain()
        },
        Options {
            only: vec!["Parcel".to_owned()],
            ..plain()
        },
    ]
}

#[test]
fn nothing_is_wrong_with_its_collection() {
    let catalogue = example::catalogue();
    for options in ways() {
        let settings = Settings {
            profile: Profile::Publish,
            // A part of the API is rightly without the rest.
            catalogue: options.only.is_empty().then(|| Arc::new(catalogue.clone())),
            ..Settings::default()
        };
        let text = text(&catalogue, &options);
        let found = validate(text.as_bytes(), &settings, &Environments::default());
        let messages: Vec<_> = found.iter().map(|one| (&one.rule, &one.message)).collect();
        assert!(messages.is_empty(), "{options:?}: {messages:#?}");
    }
}

#[test]
fn nothing_of_sql_account_is_in_its_collection() {
    let words = [
        "sql",
        "dockey",
        "docno",
        "dtlkey",
        "autokey",
        "updatecount",
        "udf_",
        "sds",
        "vendor",
        "crash",
        "pagination",
        "offset",
        "\"data\"",
        ".data",
        "not used",
        "license",
        "----",
        "report",
        "mainDataSet",
        "invalid signature",
    ];
    for options in ways() {
        let text = text(&example::catalogue(), &options).to_lowercase();
        for word in words {
            assert!(!text.contains(&word.to_lowercase()), "`{word}` is in it");
        }
    }
}

#[test]
fn the_collection_speaks_as_the_catalogue_does() {
    let text = text(&example::catalogue(), &Options::default());
    let collection: Value = serde_json::from_str(&text).unwrap();
    let parcels = &collection["item"][0]["item"][1];
    let [list, create, get, update, delete] = parcels["item"].as_array().unwrap().as_slice() else {
        panic!("five requests");
    };
    assert_eq!(
        create["request"]["url"]["path"],
        serde_json::json!(["v1", "parcels"])
    );
    assert_eq!(create["response"][0]["code"], 201);
    assert_eq!(list["request"]["url"]["query"][0]["key"], "page_token");
    assert_eq!(list["request"]["url"]["query"][0]["disabled"], true);
    assert_eq!(get["request"]["url"]["variable"][0]["key"], "parcel_id");
    assert_eq!(update["request"]["method"], "PATCH");
    assert_eq!(delete["response"][0]["code"], 204);
    assert!(
        collection
            .get("event")
            .is_none_or(|event| event.as_array().unwrap().is_empty())
    );
}

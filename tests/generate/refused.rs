//! A catalogue that contradicts itself is refused before anything is generated.

use serde_json::Value;
use sqlacc_postman::catalogue::{
    Applies, Catalogue, ErrorCase, Field, Key, Method, Resource, ResourceEntry, record_schema,
};
use sqlacc_postman::generate::{Options, collection};
use sqlacc_postman::sqlaccount;

use crate::example;

type Change<T> = fn(&mut T);

/// What is made wrong, in the entry at which index, and how.
const ENTRIES: &[(&str, usize, Change<ResourceEntry>)] = &[
    ("two paths", 1, |one| one.path = "v1/senders"),
    ("a path", 1, |one| one.path = "/v1/Parcels/"),
    ("two titles", 1, |one| one.title = "Sender"),
    ("a module", 1, |one| one.module = "Mail"),
    ("a key", 1, |one| one.key = Some(Key::text("id"))),
    ("a number", 1, |one| one.key = Some(Key::number("sender"))),
    ("no key", 1, |one| one.key = None),
    ("a filter", 1, |one| one.indexed_filters = &["colour"]),
    ("a required field", 1, |one| one.required = &["colour"]),
    ("a body without it", 1, |one| one.required = &["fragile"]),
    ("two fields", 2, |one| one.fields = &[NUMBER, NUMBER]),
    ("a reference", 2, |one| one.fields = &[REFERENCE]),
    ("a field's example", 2, |one| one.fields = &[WORD]),
    ("PUT and PATCH", 0, |one| one.methods = BOTH),
    ("no GET", 0, |one| one.methods = &[Method::Post]),
    ("a type", 0, |one| {
        one.examples = r#"{"create": {"handle": 7, "name": "N"}, "update": {"name": "M"}}"#;
    }),
    ("a size", 0, |one| {
        one.examples =
            r#"{"create": {"handle": "twenty-one-letters-00", "name": "N"}, "update": {}}"#;
    }),
    ("a code", 0, |one| {
        one.examples = r#"{"create": {"handle": "h", "name": "N", "country": "FR"}, "update": {}}"#;
    }),
    ("an unknown field", 0, |one| {
        one.examples = r#"{"create": {"handle": "h", "name": "N", "size": 1}, "update": {}}"#;
    }),
    ("a record without its key", 0, |one| {
        one.examples = r#"{"create": {"name": "N"}, "update": {"name": "M"}}"#;
    }),
    ("no examples", 0, |one| one.examples = "{}"),
    ("no JSON", 0, |one| one.examples = "["),
];

const NUMBER: &[Field] = &[Field::integer("event_no")];
const REFERENCE: &[Field] = &[Field::integer("event_no").refers_to("v1/people")];
const WORD: &[Field] = &[Field::integer("event_no").example("many")];
const BOTH: &[Method] = &[Method::Get, Method::Post, Method::Put, Method::Patch];

/// What is made wrong in the rest of the catalogue.
const OTHERS: &[(&str, Change<Catalogue>)] = &[
    ("a host", |all| all.service.host = "parcels.example.com/"),
    ("a first request", |all| {
        all.service.first_request = "parcels";
    }),
    ("a counter", |all| all.rules.change_counter = "host"),
    ("an error", |all| all.conventions.errors = NO_ERROR),
    ("a template", |all| {
        all.templates = &[("request/lists.md", "")];
    }),
];

const NO_ERROR: &[ErrorCase] = &[ErrorCase {
    name: "OK",
    status: 200,
    message: "Well done",
    operations: &[],
    applies: Applies::Always,
}];

#[test]
fn a_wrong_catalogue_is_refused() {
    let mut messages = String::new();
    let mut refuse = |what: &str, catalogue: &Catalogue| {
        let refused = collection(catalogue, &Options::default()).err();
        let error = refused.unwrap_or_else(|| panic!("{what} is not refused"));
        messages.extend(["# ", what, "\n", &error.to_string(), "\n\n"]);
    };
    for (what, index, change) in ENTRIES {
        let mut catalogue = example::catalogue();
        let mut entry: ResourceEntry = *catalogue.resources[*index];
        change(&mut entry);
        catalogue.resources[*index] = Resource::from(entry);
        refuse(what, &catalogue);
    }
    for (what, change) in OTHERS {
        let mut catalogue = example::catalogue();
        change(&mut catalogue);
        refuse(what, &catalogue);
    }
    insta::assert_snapshot!(messages);
}

#[test]
fn what_is_right_is_not_refused() {
    assert_eq!(example::catalogue().check(), Ok(()));
    assert_eq!(sqlaccount::catalogue().check(), Ok(()));
}

/// The check of examples allows what the schema of the same record allows.
#[test]
fn a_value_fits_its_field_as_it_fits_the_schema() {
    const FIELDS: &[&[Field]] = &[&[
        Field::text("t").size(3),
        Field::text("c").codes(&[("A", "a"), ("B", "b")]),
        Field::integer("i"),
        Field::decimal("d").scale(2),
        Field::boolean("b"),
        Field::date("on"),
        Field::blob("bytes"),
    ]];
    let entry = ResourceEntry {
        fields: FIELDS,
        ..ResourceEntry::BASE
    };
    let (catalogue, resource) = (&example::catalogue(), &Resource::from(entry));
    let schema = record_schema(catalogue, resource).to_value();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let values = [
        "null",
        "true",
        "0",
        "-7",
        "1.5",
        r#""""#,
        r#""A""#,
        r#""C""#,
        r#""abc""#,
        r#""abcd""#,
        r#""1.50""#,
        r#""-3""#,
        r#""1.""#,
        r#"".5""#,
        r#""x""#,
        "[]",
        "{}",
    ];
    for field in FIELDS[0] {
        for text in values {
            let value: Value = serde_json::from_str(text).unwrap();
            let record = serde_json::json!({ field.name.as_ref(): value });
            let fits = field.misfit(&value).is_none();
            assert_eq!(fits, schema.is_valid(&record), "{} = {text}", field.name);
        }
    }
}

//! A catalogue of another API that is signed with AWS Signature Version 4, and its collection.
//!
//! `cargo run --example parcels > parcels.postman_collection.json` writes the collection, which
//! Postman imports and `sqlacc-postman validate --profile publish` finds nothing wrong with.
//!
//! The API is invented: senders with codes that the caller chooses, parcels that the service gives
//! an id of its own and that are changed with PATCH, and the events of a parcel, which can only be
//! read. Its keys are AWS's temporary ones, so the collection has a session token.

use std::io::Write;

use serde_json::{Value, json};
use sqlacc_postman::catalogue::{
    Answers, Applies, Catalogue, Conventions, Credentials, ErrorCase, Field, Key, Method, Module,
    Operation, Paging, Resource, ResourceEntry, ResourceKind, Rules, Service, Stock,
};
use sqlacc_postman::generate::{Options, collection, to_valid_json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = to_valid_json(&collection(&catalogue(), &Options::default())?)?;
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

/// The whole API: where it is, what it has, how it speaks.
pub fn catalogue() -> Catalogue {
    Catalogue {
        title: "Parcels API",
        service: Service {
            host: "https://parcels.example.com",
            region: "eu-west-1",
            name: "execute-api",
            user_agent: None,
            credentials: Credentials::AWS,
            first_request: "v1/senders",
        },
        modules: &[Module {
            title: "Shipping",
            summary: "Who sends, what is sent, and where it is.",
        }],
        resources: Resource::all(&[SENDER, PARCEL, EVENT]),
        builds: &[],
        build: None,
        rules: Rules::NONE,
        stock: Stock::NONE,
        company: None,
        conventions: CONVENTIONS,
        front_page: FRONT_PAGE,
        templates: &[],
    }
}

const FRONT_PAGE: &str = "\
The Parcels API: {{ resources }} resources, signed with AWS Signature Version 4.

Put temporary keys into the variables `access_key`, `secret_key` and `session_token`, then send \
*{{ first_request.place }}*.
";

/// Lists have their records in `items` and the token of the next page beside them.
const CONVENTIONS: Conventions = Conventions {
    paging: Paging::Token {
        parameter: "page_token",
        size: 100,
        member: "next_page_token",
    },
    answers: Answers {
        records: Some("items"),
        ..Answers::PLAIN
    },
    errors: &[
        ErrorCase {
            name: "Expired token",
            status: 403,
            message: "The security token included in the request is expired",
            operations: &[],
            applies: Applies::Always,
        },
        ErrorCase {
            name: "Not found",
            status: 404,
            message: "No such record",
            operations: &[Operation::Get, Operation::Update, Operation::Delete],
            applies: Applies::WithKey,
        },
    ],
    error_body,
    ..Conventions::PLAIN
};

fn error_body(_status: u16, message: &str) -> Value {
    json!({ "message": message })
}

const SENDER: ResourceEntry = ResourceEntry {
    path: "v1/senders",
    title: "Sender",
    plural: "Senders",
    module: "Shipping",
    key: Some(Key::chosen("handle")),
    methods: Method::ALL,
    fields: &[&[
        Field::text("handle")
            .size(20)
            .about("Name that the sender goes by in parcels, chosen by the caller.")
            .example("bookshop"),
        Field::text("name")
            .size(80)
            .about("What the sender is called.")
            .example("The Corner Bookshop"),
        Field::text("country")
            .size(2)
            .about("Country that parcels are sent from.")
            .example("IE")
            .codes(&[("DE", "Germany"), ("IE", "Ireland")]),
    ]],
    required: &["handle", "name"],
    examples: r#"{
        "create": {"handle": "florist", "name": "Green & Daughters", "country": "DE"},
        "created": {},
        "update": {"name": "Green and Daughters"},
        "updated": {},
        "others": [{"handle": "bookshop", "name": "The Corner Bookshop", "country": "IE"}]
    }"#,
    ..ResourceEntry::BASE
};

const PARCEL_ID: Field = Field::text("parcel_id")
    .size(36)
    .about("Id of the parcel.")
    .example("9b2f6c1e-52d1-4f6e-8a0c-0d5b7a6f3c11")
    .assigned();

const PARCEL: ResourceEntry = ResourceEntry {
    path: "v1/parcels",
    title: "Parcel",
    plural: "Parcels",
    module: "Shipping",
    kind: ResourceKind::Document,
    key: Some(Key::text("parcel_id")),
    methods: &[Method::Get, Method::Post, Method::Patch, Method::Delete],
    fields: &[&[
        PARCEL_ID,
        Field::text("sender")
            .size(20)
            .about("Handle of the sender.")
            .example("bookshop")
            .refers_to("v1/senders"),
        Field::decimal("weight_kg")
            .scale(3)
            .about("Weight in kilograms.")
            .example("1.250"),
        Field::date("ship_on")
            .about("Day on which it is picked up.")
            .example("2026-03-02"),
        Field::boolean("fragile")
            .about("Whether it is handled with care.")
            .example("true"),
    ]],
    required: &["sender", "weight_kg"],
    examples: r#"{
        "create": {"sender": "bookshop", "weight_kg": "1.250", "ship_on": "2026-03-02"},
        "created": {"parcel_id": "9b2f6c1e-52d1-4f6e-8a0c-0d5b7a6f3c11"},
        "update": {"ship_on": "2026-03-03", "fragile": true},
        "updated": {},
        "others": []
    }"#,
    ..ResourceEntry::BASE
};

const EVENT: ResourceEntry = ResourceEntry {
    path: "v1/events",
    title: "Event",
    plural: "Events",
    module: "Shipping",
    key: Some(Key::number("event_no")),
    fields: &[&[
        Field::integer("event_no")
            .about("Number of the event.")
            .example("41")
            .assigned(),
        Field::text("parcel_id")
            .size(36)
            .about("Parcel that it happened to.")
            .example("9b2f6c1e-52d1-4f6e-8a0c-0d5b7a6f3c11")
            .refers_to("v1/parcels"),
        Field::timestamp("at")
            .about("When it happened.")
            .example("2026-03-02T08:30:00.000Z"),
    ]],
    examples: r#"{
        "list": [{"event_no": 41, "parcel_id": "9b2f6c1e-52d1-4f6e-8a0c-0d5b7a6f3c11",
            "at": "2026-03-02T08:30:00.000Z"}]
    }"#,
    ..ResourceEntry::BASE
};

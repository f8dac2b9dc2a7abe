//! What one command reads, all read: a table of shapes, each row one meaning written in several ways.
//!
//! A row of the JSON files beside has a `name` and its `shapes`. A shape is merged into a small
//! collection, member by member: `collection` into the collection, `request` into its one request;
//! `wrapped` puts the collection into the wrapper of the Postman API. `environment` and `globals` are
//! what it is run with. Every shape of a row
//!
//! - is sent with the same bytes by `send`: the row's `body`, or not at all where that is null; or all of
//!   the row's `sent`, method, address, headers and body;
//! - gets the same findings from `validate`: the row's `findings`, none where it has none;
//! - shows no change in `diff` against the first shape of the row.

mod files;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sqlacc_postman::client::collection::{Files, Resolved, Variables, resolve};
use sqlacc_postman::diff::{self, ChangeKind, compare};
use sqlacc_postman::json::Document;
use sqlacc_postman::postman::effective::{self, Environment, Scope, Scopes};
use sqlacc_postman::postman::view::Collection;
use sqlacc_postman::validate::{Environments, Settings, validate};

/// What a row is about, by which its findings are chosen.
const RULES: [&str; 8] = [
    "variable-undefined",
    "variable-case-mismatch",
    "variable-disabled-used",
    "variable-dynamic-unknown",
    "variable-cycle",
    "variable-whitespace",
    "url-missing",
    "format-version-supported",
];

/// Kinds that are about how something is written, whatever it means.
const WRITING: [ChangeKind; 2] = [
    ChangeKind::FormatVersionChanged,
    ChangeKind::VariableTypeChanged,
];

/// A shape of a row, written out.
struct Shape {
    collection: String,
    environment: Option<String>,
    globals: Option<String>,
}

impl Shape {
    fn of(shape: &Value) -> Self {
        let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
        let mut request = json!({
            "method": "POST",
            "url": "http://127.0.0.1/a",
            "body": {"mode": "raw", "raw": "<{{a}}>"},
        });
        merge(&mut request, &shape["request"]);
        let mut collection = json!({
            "info": {"name": "C", "schema": schema},
            "item": [{"name": "R", "request": request}],
        });
        merge(&mut collection, &shape["collection"]);
        if shape["wrapped"] == true {
            collection = json!({ "collection": collection });
        }
        let text = |name: &str| shape.get(name).map(Value::to_string);
        Self {
            collection: collection.to_string(),
            environment: text("environment"),
            globals: text("globals"),
        }
    }

    fn parsed(text: Option<&String>) -> Option<Document<'_>> {
        text.map(|text| Document::from_text(text).unwrap())
    }

    /// The body that is sent; nothing where something has no value.
    fn body(&self) -> Option<String> {
        let sent = self.sent()?;
        Some(String::from_utf8(sent.spec.body).unwrap())
    }

    /// All that is sent, as one text.
    fn whole(&self) -> Option<String> {
        let Resolved { base, spec, .. } = self.sent()?;
        let mut text = format!("{} {}{}", spec.method, base.origin(), spec.target);
        for (name, value) in &spec.headers {
            text.extend(["\n", name, ": ", value]);
        }
        if !spec.body.is_empty() {
            text.extend(["\n\n", &String::from_utf8(spec.body).unwrap()]);
        }
        Some(text)
    }

    fn sent(&self) -> Option<Resolved> {
        let document = Document::from_text(&self.collection).unwrap();
        let collection = Collection::of(&document);
        let environment = Self::parsed(self.environment.as_ref());
        let globals = Self::parsed(self.globals.as_ref());
        let mut scopes = Scopes::default();
        let own = effective::Variable::of_collection(collection);
        scopes.add(Scope::Collection, own);
        let lists = [
            (Scope::Environment, &environment),
            (Scope::Globals, &globals),
        ];
        for (scope, document) in lists {
            if let Some(document) = document {
                scopes.add(scope, Environment::of(document).unwrap().variables());
            }
        }
        let variables = Variables {
            scopes: &scopes,
            dynamic: &|_| None,
            observe: &|_, _| (),
        };
        let files = Files {
            read: &|_| Err("there is none".to_owned()),
        };
        resolve(collection, "R", &variables, &files).ok()
    }

    fn findings(&self) -> BTreeSet<String> {
        let settings = Settings {
            select: RULES.map(str::to_owned).to_vec(),
            ..Settings::default()
        };
        let environment = Self::parsed(self.environment.as_ref());
        let globals = Self::parsed(self.globals.as_ref());
        let documents = [&environment, &globals].into_iter().flatten();
        let files = documents.map(|document| {
            let environment = Environment::of(document).unwrap();
            ("e.json".to_owned(), environment)
        });
        let environments = Environments {
            files: files.collect(),
        };
        let found = validate(self.collection.as_bytes(), &settings, &environments);
        found.iter().map(|one| one.rule.to_string()).collect()
    }

    fn changes(&self, other: &Self) -> Vec<String> {
        let [one, other] =
            [self, other].map(|shape| Document::from_text(&shape.collection).unwrap());
        let changes = compare(&one, &other, &diff::Options::default());
        let changes = changes.iter().filter(|one| !WRITING.contains(&one.kind));
        changes.map(|one| one.kind.id().to_owned()).collect()
    }
}

/// Puts `patch` into `value`: members of objects one by one, anything else as a whole.
fn merge(value: &mut Value, patch: &Value) {
    match (value, patch) {
        (_, Value::Null) => {}
        (Value::Object(members), Value::Object(patch)) => {
            for (name, patch) in patch {
                let member = members.entry(name).or_insert(Value::Null);
                if patch.is_null() || !member.is_object() {
                    *member = patch.clone();
                } else {
                    merge(member, patch);
                }
            }
        }
        (value, patch) => *value = patch.clone(),
    }
}

fn check(table: &str) {
    let rows: Vec<Value> = serde_json::from_str(table).unwrap();
    for row in &rows {
        let name = row["name"].as_str().unwrap();
        let body = row["body"].as_str();
        let findings: BTreeSet<String> = row["findings"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| one.as_str().unwrap().to_owned())
            .collect();
        let shapes: Vec<Shape> = row["shapes"]
            .as_array()
            .unwrap()
            .iter()
            .map(Shape::of)
            .collect();
        for (number, shape) in shapes.iter().enumerate() {
            let place = format!("{name}, shape {number}");
            match row["sent"].as_str() {
                Some(whole) => assert_eq!(shape.whole().as_deref(), Some(whole), "send: {place}"),
                None => assert_eq!(shape.body().as_deref(), body, "send: {place}"),
            }
            assert_eq!(shape.findings(), findings, "validate: {place}");
            assert_eq!(shapes[0].changes(shape), [""; 0], "diff: {place}");
        }
    }
}

#[test]
fn variables() {
    check(include_str!("variables.json"));
}

#[test]
fn scripts() {
    check(include_str!("scripts.json"));
}

#[test]
fn requests() {
    check(include_str!("requests.json"));
}

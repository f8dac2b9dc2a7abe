//! What holds of every request of every resource, whatever the API: what the catalogue says is what
//! is generated, no more and no less, in the catalogue's order.

mod bodies;
mod examples;
mod requests;
mod texts;

use std::sync::LazyLock;

use serde_json::Value;
use sqlacc_postman::catalogue::{Catalogue, Method, Operation, Records, Resource, ResourceKind};
use sqlacc_postman::generate::Options;
use sqlacc_postman::sqlaccount;

use crate::collection::{generate, list, resource_folders};
use crate::example;

/// One request with what it was generated from.
struct Case<'a> {
    catalogue: &'a Catalogue,
    resource: &'a Resource,
    records: Records<'a>,
    operation: Operation,
    /// The item of the collection.
    item: &'a Value,
    /// Which it is, for messages.
    place: String,
}

impl Case<'_> {
    fn request(&self) -> &Value {
        &self.item["request"]
    }

    /// The record that the folder's story is about: the created one, or the first that there is.
    fn record(&self) -> Option<Value> {
        let created = self.records.created();
        created.or_else(|| self.records.others().first().cloned())
    }

    /// The variable with the key of the record that Create makes.
    fn key_variable(&self) -> Option<String> {
        let key = self.resource.key.filter(|_| self.has(Method::Post))?;
        Some(format!(
            "{}_{}",
            self.resource.path.replace('/', "_"),
            key.field
        ))
    }

    fn has(&self, method: Method) -> bool {
        self.resource.methods.contains(&method)
    }

    fn is_report(&self) -> bool {
        self.resource.kind == ResourceKind::Report
    }

    /// The name of the field, where records of the resource have it.
    fn own(&self, field: &'static str) -> Option<&'static str> {
        self.resource.field(field).map(|_| field)
    }

    fn counter(&self) -> Option<&'static str> {
        self.own(self.catalogue.rules.change_counter)
    }
}

/// The requests that a resource has, in order, with their names.
fn expected(resource: &Resource) -> Vec<(Operation, &'static str)> {
    let has = |method: Method| resource.methods.contains(&method);
    let is_keyed = resource.key.is_some();
    let rows = if is_keyed && resource.kind != ResourceKind::Report {
        "List"
    } else {
        "Get"
    };
    let all = [
        (true, Operation::List, rows),
        (has(Method::Post), Operation::Create, "Create"),
        (is_keyed, Operation::Get, "Get"),
        (
            is_keyed && resource.reads_by_filter,
            Operation::Details,
            "Details",
        ),
        (resource.pdf.is_some(), Operation::Pdf, "PDF"),
        (
            has(Method::Put) || has(Method::Patch),
            Operation::Update,
            "Update",
        ),
        (has(Method::Delete), Operation::Delete, "Delete"),
    ];
    let there = all.into_iter().filter(|(is_there, _, _)| *is_there);
    there
        .map(|(_, operation, name)| (operation, name))
        .collect()
}

/// SQL Account, with fields of a company's own, and the example's API, each with its collection.
fn generated() -> &'static [(Catalogue, Value); 2] {
    static GENERATED: LazyLock<[(Catalogue, Value); 2]> = LazyLock::new(|| {
        let mut sqlaccount = sqlaccount::catalogue();
        for field in [
            "agent.udf_team=text(20)",
            "salesorder.sdsdocdetail.udf_colour=integer",
        ] {
            sqlaccount.add_udf(field).unwrap();
        }
        [sqlaccount, example::catalogue()].map(|catalogue| {
            let collection = generate(&catalogue, &Options::default());
            (catalogue, collection)
        })
    });
    &GENERATED
}

/// Looks at every request.
fn for_each(check: impl Fn(&Case)) {
    for (catalogue, collection) in generated() {
        let folders = resource_folders(collection);
        for (resource, (_, folder)) in catalogue.resources.iter().zip(folders) {
            let operations = expected(resource).into_iter();
            for ((operation, name), item) in operations.zip(list(folder, "item")) {
                check(&Case {
                    catalogue,
                    resource,
                    records: Records::read(resource).unwrap(),
                    operation,
                    item,
                    place: format!("{} {name}", resource.path),
                });
            }
        }
    }
}

#[test]
fn every_operation_of_every_resource_has_its_request_and_nothing_else_has() {
    for (catalogue, collection) in generated() {
        let modules = list(collection, "item").iter();
        let modules: Vec<&Value> = modules.map(|module| &module["name"]).collect();
        let titles: Vec<&str> = catalogue.modules.iter().map(|one| one.title).collect();
        assert_eq!(modules, titles);
        let mut resources = catalogue.resources.iter();
        for module in list(collection, "item") {
            for folder in list(module, "item") {
                let resource = resources.next().unwrap();
                assert_eq!(folder["name"], resource.title);
                assert_eq!(module["name"], resource.module, "{}", resource.path);
                let items = list(folder, "item").iter();
                let names: Vec<&Value> = items.map(|item| &item["name"]).collect();
                let expected: Vec<&str> = expected(resource).iter().map(|one| one.1).collect();
                assert_eq!(names, expected, "{}", resource.path);
            }
        }
        assert_eq!(resources.next().map(|one| one.path), None);
    }
}

use std::collections::HashMap;

use crate::catalogue::{Catalogue, Method};
use crate::json::Value;
use crate::postman::view::{Item, Request};
use crate::validate::endpoint::Endpoint;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A resource of the catalogue, or one of its methods, is missing from the collection.
    ///
    /// ## What it does
    ///
    /// Reports once how many resources of the catalogue the collection covers, with some of those that
    /// no request is for, and each resource that has no request for one of its methods. Original
    /// requests of saved examples count.
    ///
    /// ## Why it matters
    ///
    /// Users of the collection do not learn what the API can do.
    ///
    /// ## Example
    ///
    /// ```json
    /// [{ "request": { "method": "GET", "url": "{{host}}/agent" } }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// [{ "request": { "method": "GET", "url": "{{host}}/agent" } },
    ///  { "request": { "method": "POST", "url": "{{host}}/agent" } }, … ]
    /// ```
    CATALOGUE_ENDPOINT_MISSING {
        id: "catalogue-endpoint-missing",
        group: Catalogue,
        severity: Info,
        profile: Run,
        fixable: No,
        check: Collection(check),
    }
}

/// The first item that is for a resource, and the methods of all that are.
struct Covered<'d> {
    item: Item<'d>,
    names: Vec<String>,
    methods: Vec<Method>,
}

type Coverage<'d> = HashMap<&'d str, Covered<'d>>;

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let Some(catalogue) = context.catalogue() else {
        return;
    };
    let mut coverage = HashMap::new();
    let mut names = Vec::new();
    for item in context.collection.items() {
        cover(catalogue, item, &mut names, &mut coverage);
    }
    let name = context.collection.info().and_then(|info| info.get("name"));
    let at = name.unwrap_or(context.collection.value);
    if coverage.is_empty() {
        let (count, title) = (catalogue.resources.len(), catalogue.title);
        let message = format!("the collection has none of the {count} resources of {title}");
        sink.report(Finding::new(at, message));
        return;
    }
    let resources = catalogue.resources.iter();
    let missing: Vec<&str> = resources
        .map(|resource| resource.path)
        .filter(|path| !coverage.contains_key(path))
        .collect();
    if !missing.is_empty() {
        sink.report(not_covered(catalogue, &missing, at));
    }
    for resource in &catalogue.resources {
        let path = resource.path;
        let Some(covered) = coverage.get(path) else {
            continue;
        };
        let methods = resource.methods.iter();
        let missing: Vec<&str> = methods
            .filter(|method| !covered.methods.contains(method))
            .map(|method| method.as_str())
            .collect();
        if !missing.is_empty() {
            let message = format!("`{path}` has no {} request", missing.join(", "));
            let at = covered.item.name.unwrap_or(covered.item.value);
            sink.report_in(covered.names.clone(), Finding::new(at, message));
        }
    }
}

/// How many resources are named that are missing; one who works on a part of the API knows the rest.
const NAMED: usize = 10;

/// One finding about all resources that no request is for.
fn not_covered<'d>(catalogue: &Catalogue, missing: &[&str], at: Value<'d>) -> Finding<'d> {
    let (all, title) = (catalogue.resources.len(), catalogue.title);
    let covered = all - missing.len();
    let message = format!("the collection covers {covered} of the {all} resources of {title}");
    let named: Vec<String> = missing
        .iter()
        .take(NAMED)
        .map(|path| format!("`{path}`"))
        .collect();
    let more = match missing.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    Finding::new(at, message).help(format!("missing: {}{more}", named.join(", ")))
}

fn cover<'d>(
    catalogue: &'d Catalogue,
    item: Item<'d>,
    names: &mut Vec<String>,
    coverage: &mut Coverage<'d>,
) {
    names.push(item.name_text().into_owned());
    let originals = item.examples().filter_map(|example| example.request());
    for request in item.request().into_iter().chain(originals) {
        add(catalogue, item, &request, names, coverage);
    }
    for inner in item.items() {
        cover(catalogue, inner, names, coverage);
    }
    names.pop();
}

fn add<'d>(
    catalogue: &'d Catalogue,
    item: Item<'d>,
    request: &Request<'d>,
    names: &[String],
    coverage: &mut Coverage<'d>,
) {
    let Some(endpoint) = Endpoint::in_catalogue(catalogue, request) else {
        return;
    };
    let covered = coverage
        .entry(endpoint.resource.path)
        .or_insert_with(|| Covered {
            item,
            names: names.to_vec(),
            methods: Vec::new(),
        });
    let new = endpoint
        .method
        .filter(|method| !covered.methods.contains(method));
    covered.methods.extend(new);
}

//! What only the catalogue has.

use super::Differences;
use super::calls::{Call, Calls};
use super::documented::Documented;
use crate::catalogue::{Catalogue, Detail, Field, Operation, Resource, ResourceKind};
use crate::diff::{ChangeKind, ItemLocation};

pub(super) fn add(
    catalogue: &Catalogue,
    calls: &Calls,
    documented: &Documented,
    differences: &mut Differences,
) {
    for resource in &catalogue.resources {
        let module = ItemLocation {
            folder: vec![resource.module.to_owned()],
            ..ItemLocation::default()
        };
        if !calls.resources.contains(resource.path) {
            differences.in_catalogue(ChangeKind::ApiResourceUnused, &module, resource.path);
            continue;
        }
        // A PDF is another answer of the same call.
        let operations = resource.operations().into_iter();
        for operation in operations.filter(|operation| *operation != Operation::Pdf) {
            if let Some(call) = calls.known.get(&(resource.path, operation)) {
                let site = (resource, operation, call);
                of_call(catalogue, site, documented, differences);
            } else {
                let line = line(resource, operation);
                differences.in_catalogue(ChangeKind::ApiCallUnused, &module, &line);
            }
        }
    }
}

/// Method and path of a call, as collections write them.
fn line(resource: &Resource, operation: Operation) -> String {
    let key = resource.key_field().unwrap_or_default();
    let rest = match operation {
        Operation::Create | Operation::List => String::new(),
        Operation::Details => "/*".to_owned(),
        Operation::Get | Operation::Pdf | Operation::Update | Operation::Delete => {
            format!("/:{key}")
        }
    };
    format!(
        "{} /{}{rest}",
        resource.method(operation).as_str(),
        resource.path
    )
}

fn of_call(
    catalogue: &Catalogue,
    (resource, operation, call): (&Resource, Operation, &Call),
    documented: &Documented,
    differences: &mut Differences,
) {
    for name in parameters(catalogue, resource, operation) {
        if !call.parameters.contains_key(name) {
            differences.in_catalogue(ChangeKind::ApiParameterUnused, &call.location, name);
        }
    }
    if !call.has_record {
        return;
    }
    let has = |name: &str| {
        let is_renamed = || {
            catalogue.conventions.renames.iter().any(|one| {
                [(one.from, one.to), (one.to, one.from)]
                    .iter()
                    .any(|(name_here, other)| {
                        let other = name
                            .strip_suffix(name_here)
                            .map(|rows| format!("{rows}{other}"));
                        other.is_some_and(|other| call.fields.contains_key(&other))
                    })
            })
        };
        call.fields.contains_key(name) || is_renamed()
    };
    let is_unknown = |name: &str| !has(name) && !documented.has(resource.path, name);
    let fields = resource.fields().filter(|field| field.is_in_records());
    for name in names("", fields, resource.details) {
        let is_required =
            operation == Operation::Create && resource.required.contains(&name.as_str());
        if is_required && !has(&name) {
            differences.in_catalogue(ChangeKind::ApiFieldMissing, &call.location, &name);
        } else if is_unknown(&name) {
            differences.in_catalogue(ChangeKind::ApiFieldUnused, &call.location, &name);
        }
    }
    // Of an array that is not sent, the rows say nothing.
    let mut arrays: Vec<(String, &'static Detail)> = Vec::new();
    arrays.extend(
        resource
            .details
            .iter()
            .map(|one| (one.name.to_owned(), one)),
    );
    while let Some((path, detail)) = arrays.pop() {
        if !has(&path) {
            continue;
        }
        let rows = format!("{path}[].");
        for name in names(&rows, resource.row_fields(detail), detail.details) {
            if is_unknown(&name) {
                differences.in_catalogue(ChangeKind::ApiFieldUnused, &call.location, &name);
            }
        }
        let inner = detail.details.iter();
        arrays.extend(inner.map(|one| (format!("{rows}{}", one.name), one)));
    }
}

/// The fields that a request may set, and the arrays, with `start` in front.
fn names<'c>(
    start: &str,
    fields: impl Iterator<Item = &'c Field>,
    arrays: &'static [Detail],
) -> Vec<String> {
    let fields = fields.filter(|field| !field.assigned);
    let fields = fields.map(|field| field.name.as_ref());
    let all = fields.chain(arrays.iter().map(|array| array.name));
    all.map(|name| format!("{start}{name}")).collect()
}

/// The parameters that a call takes. Every listed field filters a list: the bodies have those; and what
/// every list takes says nothing of one.
fn parameters<'c>(
    catalogue: &'c Catalogue,
    resource: &'c Resource,
    operation: Operation,
) -> Vec<&'c str> {
    let conventions = &catalogue.conventions;
    match operation {
        Operation::List => {
            let is_report = resource.kind == ResourceKind::Report;
            let own = resource.parameters.iter().map(|field| field.name.as_ref());
            let has_pages = !is_report && resource.fields().next().is_some();
            let paging = conventions.paging.parameter().filter(|_| has_pages);
            own.chain(paging).collect()
        }
        Operation::Details => resource.indexed_filters.to_vec(),
        _ => Vec::new(),
    }
}

//! The catalogue's operations as requests.

use thiserror::Error;

use crate::catalogue::{
    Catalogue, Conventions, Field, Key, Operation, Resource, ResourceKind, UnknownName,
};
use crate::sigv4::percent_encode;

use super::RequestSpec;

/// The arguments of an operation, besides its resource.
#[derive(Clone, Copy, Debug, Default)]
pub struct Arguments<'a> {
    /// The key of the record; for [`Operation::Pdf`] of a report there is none.
    pub key: Option<&'a str>,
    /// Fields or parameters, each with the value to filter by.
    pub filters: &'a [(String, String)],
    /// The value of the page parameter of a list: an offset, a number or a token; the first page
    /// if there is none.
    pub page: Option<&'a str>,
    /// The report's name, for a PDF.
    pub template: &'a str,
}

/// Why there is no such request.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum OperationError {
    /// The resource does not have that operation.
    #[error("{resource} has no {operation}; it has {}", .known.join(", "))]
    Operation {
        /// The resource's path.
        resource: &'static str,
        /// What was asked for.
        operation: String,
        /// What it does.
        known: Vec<String>,
    },
    /// The key of the record is missing.
    #[error("the {field} of the record is missing; add it after the operation")]
    NoKey {
        /// The field that is the key.
        field: &'static str,
    },
    /// A key for an operation that takes none.
    #[error("{operation} takes no key")]
    Key {
        /// What was asked for.
        operation: String,
    },
    /// Such a key is a number.
    #[error(
        "`{key}` is not a {field}, which is a number; `details --filter` or `list --filter` finds records by other fields"
    )]
    Number {
        /// What was given.
        key: String,
        /// The field that is the key.
        field: &'static str,
    },
    /// There is no such filter.
    #[error("{unknown}{}", listed_if_few(.unknown, .known))]
    Filter {
        /// What was given.
        unknown: UnknownName,
        /// What there is.
        known: Vec<String>,
    },
}

/// All names, if none is similar and the list is short.
fn listed_if_few(unknown: &UnknownName, known: &[String]) -> String {
    match known {
        _ if unknown.suggestion.is_some() || known.len() > 10 => String::new(),
        [] => "; it has none".to_owned(),
        names => format!("; there is {}", names.join(", ")),
    }
}

/// The request for `operation` of a `resource` of `catalogue`, without a body.
///
/// # Errors
/// When the resource has no such operation, or the arguments do not fit.
pub fn operation_request(
    catalogue: &Catalogue,
    resource: &Resource,
    operation: Operation,
    with: &Arguments<'_>,
) -> Result<RequestSpec, OperationError> {
    let conventions = &catalogue.conventions;
    let known = resource.operations();
    let name = operation.title().to_lowercase();
    if !known.contains(&operation) {
        return Err(OperationError::Operation {
            resource: resource.path,
            operation: name,
            known: known.iter().map(|one| one.title().to_lowercase()).collect(),
        });
    }
    let mut target = format!("/{}", resource.path);
    let is_report = resource.kind == ResourceKind::Report;
    let needs_key = match operation {
        Operation::Get | Operation::Update | Operation::Delete => true,
        Operation::Pdf => !is_report,
        Operation::List | Operation::Details | Operation::Create => false,
    };
    match (needs_key, with.key) {
        (true, key) => target.extend(["/", &segment(resource.key, key.unwrap_or_default())?]),
        (false, Some(_)) => return Err(OperationError::Key { operation: name }),
        (false, None) => {}
    }
    match operation {
        Operation::Details => target.push_str("/*"),
        // The vendor's collection writes it so.
        Operation::Pdf if is_report => target.push('/'),
        _ => {}
    }
    let mut pairs = Vec::new();
    if operation == Operation::List && resource.key.is_some() {
        pairs.extend(page(conventions, with.page));
    }
    for (name, value) in with.filters {
        let name = filter(conventions, resource, operation, name)?;
        pairs.push(format!("{name}={}", percent_encode(value)));
    }
    if !pairs.is_empty() {
        target.extend(["?", &pairs.join("&")]);
    }
    let pdf = &conventions.pdf;
    let header = match operation {
        Operation::Pdf => Some((pdf.header, format!("{}{}", pdf.prefix, with.template))),
        Operation::Create | Operation::Update => {
            Some(("Content-Type", "application/json".to_owned()))
        }
        _ => None,
    };
    let headers = header.map(|(name, value)| (name.to_owned(), value));
    Ok(RequestSpec {
        method: resource.method(operation).as_str().to_owned(),
        target,
        headers: headers.into_iter().collect(),
        ..RequestSpec::default()
    })
}

/// The key as a segment of the path.
fn segment(kind: Option<Key>, key: &str) -> Result<String, OperationError> {
    let field = kind.map_or("", |kind| kind.field);
    if key.is_empty() {
        return Err(OperationError::NoKey { field });
    }
    if kind.is_some_and(Key::is_number) && !key.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(OperationError::Number {
            key: key.to_owned(),
            field,
        });
    }
    Ok(percent_encode(key))
}

/// The parameter that chooses the page.
fn page(conventions: &Conventions, page: Option<&str>) -> Option<String> {
    let first = conventions.paging.first().map(|first| first.to_string());
    let value = page.map(percent_encode).or(first)?;
    Some(format!("{}={value}", conventions.paging.parameter()?))
}

/// The name of a filter as the service has it.
fn filter(
    conventions: &Conventions,
    resource: &Resource,
    operation: Operation,
    name: &str,
) -> Result<String, OperationError> {
    let lower = name.to_lowercase();
    let names: Vec<&str> = match operation {
        Operation::Details => resource.indexed_filters.to_vec(),
        _ if resource.kind == ResourceKind::Report => {
            resource.parameters.iter().map(name_of).collect()
        }
        Operation::List => resource.listed_fields().map(name_of).collect(),
        _ => Vec::new(),
    };
    // User-defined fields are not in the catalogue.
    if names.contains(&lower.as_str()) || conventions.is_own_field(&lower) {
        return Ok(percent_encode(&lower));
    }
    let wanted = match operation {
        Operation::Details => "indexed filter",
        _ => "filter",
    };
    Err(OperationError::Filter {
        unknown: UnknownName::new(wanted, name, names.iter().copied()),
        known: names.into_iter().map(str::to_owned).collect(),
    })
}

fn name_of(field: &Field) -> &str {
    &field.name
}

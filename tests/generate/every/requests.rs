//! Method, URL, parameters, headers and auth of every request.

use serde_json::Value;
use sqlacc_postman::catalogue::{Field, Method, Operation, Paging};

use super::{Case, for_each};
use crate::collection::{list, texts};

#[test]
fn every_request_has_the_method_of_its_operation() {
    for_each(|case| {
        let update = if case.has(Method::Patch) {
            "PATCH"
        } else {
            "PUT"
        };
        let method = match case.operation {
            Operation::Create => "POST",
            Operation::Update => update,
            Operation::Delete => "DELETE",
            _ => "GET",
        };
        assert_eq!(case.request()["method"], method, "{}", case.place);
    });
}

#[test]
fn every_url_is_the_path_of_its_resource_with_the_key_as_a_variable() {
    for_each(|case| {
        let url = &case.request()["url"];
        let mut path: Vec<String> = case.resource.path.split('/').map(str::to_owned).collect();
        let key = case.resource.key.map(|key| key.field);
        let end = match case.operation {
            Operation::Create | Operation::List => None,
            Operation::Details => Some("*".to_owned()),
            Operation::Pdf if case.is_report() => Some(String::new()),
            _ => key.map(|key| format!(":{key}")),
        };
        let is_keyed = end.as_ref().is_some_and(|end| end.starts_with(':'));
        path.extend(end);
        assert_eq!(texts(&url["path"]), path, "{}", case.place);
        assert_eq!(texts(&url["host"]), ["{{host}}"], "{}", case.place);
        let query = list(url, "query").iter();
        let sent = query.filter(|one| one["disabled"] != true);
        let sent = sent.map(|one| format!("{}={}", text(&one["key"]), text(&one["value"])));
        let sent = sent.collect::<Vec<_>>().join("&");
        let mark = if sent.is_empty() { "" } else { "?" };
        let raw = format!("{{{{host}}}}/{}{mark}{sent}", path.join("/"));
        assert_eq!(url["raw"], raw, "{}", case.place);

        let variables = list(url, "variable");
        assert_eq!(variables.len(), usize::from(is_keyed), "{}", case.place);
        for variable in variables {
            let key = key.unwrap();
            assert_eq!(variable["key"], key, "{}", case.place);
            let about = case.resource.field(key).unwrap().summary;
            assert_eq!(variable["description"], about, "{}", case.place);
            match case.key_variable() {
                Some(name) => assert_eq!(variable["value"], format!("{{{{{name}}}}}")),
                None => assert_eq!(variable["value"], stored_key(case, key)),
            }
        }
    });
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The key of a record that is there from the start.
fn stored_key(case: &Case, key: &str) -> String {
    let record = case.record().unwrap();
    let value = &record[key];
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A parameter's name, whether it is sent, and the field that it filters by.
type Parameter<'a> = (&'a str, bool, Option<&'a Field>);

/// The parameters in the catalogue's order: the page and every filter of a list, the indexed filters
/// of whole records, the parameters of a report.
fn parameters<'a>(case: &Case<'a>) -> Vec<Parameter<'a>> {
    let (resource, conventions) = (case.resource, &case.catalogue.conventions);
    let named = |field: &'a Field, is_sent| (field.name.as_ref(), is_sent, Some(field));
    match case.operation {
        Operation::List | Operation::Pdf if case.is_report() => {
            let fields = resource.parameters.iter();
            let is_sent = |field: &Field| conventions.sent_parameters.contains(&&*field.name);
            fields.map(|field| named(field, is_sent(field))).collect()
        }
        Operation::List if resource.fields().next().is_some() => {
            let page = match conventions.paging {
                Paging::None => None,
                Paging::Offset { parameter, .. } | Paging::Number { parameter, .. } => {
                    Some((parameter, true, None))
                }
                Paging::Token { parameter, .. } => Some((parameter, false, None)),
            };
            let filters = resource.fields().filter(|field| field.is_listed());
            let filters = filters.map(|field| named(field, false));
            page.into_iter().chain(filters).collect()
        }
        Operation::Details => {
            let fields = resource.indexed_filters.iter();
            let fields = fields.map(|name| resource.field(name).unwrap());
            let sent = filter_of_details(case);
            fields
                .map(|field| named(field, sent == Some(&*field.name)))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The indexed field by which Details asks for the record: its number, else the key that people
/// choose, else the first, so far as the record has it.
fn filter_of_details<'a>(case: &Case<'a>) -> Option<&'a str> {
    let indexed = case.resource.indexed_filters;
    let number = case.own(case.catalogue.rules.numbering.field);
    let chosen = case.resource.key.filter(|key| key.is_chosen());
    let wanted = [number, chosen.map(|key| key.field)];
    let wanted = wanted.into_iter().flatten();
    let field = wanted
        .chain(indexed.first().copied())
        .find(|name| indexed.contains(name))?;
    let record = case.record()?;
    let is_set = record
        .get(field)
        .is_some_and(|value| !value.is_null() && value != "");
    is_set.then_some(field)
}

#[test]
fn every_parameter_is_offered_in_order_with_its_type_and_its_sentence() {
    for_each(|case| {
        let query = list(&case.request()["url"], "query");
        let expected = parameters(case);
        let names: Vec<&Value> = query.iter().map(|one| &one["key"]).collect();
        let expected_names: Vec<&str> = expected.iter().map(|one| one.0).collect();
        assert_eq!(names, expected_names, "{}", case.place);
        for (parameter, (name, is_sent, field)) in query.iter().zip(expected) {
            let place = format!("{} {name}", case.place);
            assert_eq!(parameter["disabled"] != true, is_sent, "{place}");
            let about = text(&parameter["description"]);
            let Some(field) = field else {
                assert!(about.ends_with('.'), "{place}: {about}");
                continue;
            };
            let start = format!("{}. {}", field.kind, field.summary);
            assert!(about.starts_with(&start), "{place}: {about}");
            let is_there = !text(&parameter["value"]).is_empty();
            assert!(is_there || field.example.is_empty(), "{place} has no value");
        }
    });
}

#[test]
fn only_a_pdf_has_a_header_which_names_its_template() {
    for_each(|case| {
        let headers = list(case.request(), "header");
        let pdf = case.catalogue.conventions.pdf;
        if case.operation != Operation::Pdf {
            return assert!(headers.is_empty(), "{}", case.place);
        }
        let template = case
            .resource
            .pdf
            .unwrap()
            .first()
            .unwrap_or(&pdf.placeholder);
        assert_eq!(headers.len(), 1, "{}", case.place);
        assert_eq!(headers[0]["key"], pdf.header, "{}", case.place);
        let value = format!("{}{template}", pdf.prefix);
        assert_eq!(headers[0]["value"], value, "{}", case.place);
        assert!(
            !text(&headers[0]["description"]).is_empty(),
            "{}",
            case.place
        );
    });
}

#[test]
fn every_request_inherits_its_auth_by_omission() {
    for_each(|case| assert_eq!(case.request().get("auth"), None, "{}", case.place));
}

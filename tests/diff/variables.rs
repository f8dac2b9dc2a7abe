//! Variables that are renamed, and those that only new requests use.

use serde_json::{Value, json};

use crate::diff;

fn collection(variables: &[(&str, &str)], urls: &[&str]) -> Value {
    let variable = |(key, value): &(&str, &str)| json!({"key": key, "value": value});
    let request = |url: &&str| json!({"name": url.rsplit('/').next(), "request": url});
    json!({"info": {}, "variable": variables.iter().map(variable).collect::<Vec<_>>(),
        "item": urls.iter().map(request).collect::<Vec<_>>()})
}

fn kinds(base: &Value, revision: &Value) -> Vec<&'static str> {
    let changes = diff(&base.to_string(), &revision.to_string()).into_iter();
    changes.map(|one| one.kind.id()).collect()
}

#[test]
fn a_variable_is_renamed_if_each_use_is_replaced() {
    let base = collection(&[("a", "x")], &["{{a}}/one", "{{a}}/two"]);
    let renamed = collection(&[("b", "x")], &["{{b}}/one", "{{b}}/two"]);
    assert_eq!(kinds(&base, &renamed), ["variable-renamed"]);
    let other_value = collection(&[("b", "y")], &["{{b}}/one", "{{b}}/two"]);
    let expected = [
        "host-variable-changed",
        "unused-variable-removed",
        "variable-added",
    ];
    assert_eq!(kinds(&base, &other_value), expected);
    let split = collection(&[("b", "x"), ("c", "x")], &["{{b}}/one", "{{c}}/two"]);
    assert!(!kinds(&base, &split).contains(&"variable-renamed"));
}

#[test]
fn a_variable_that_only_new_requests_use_breaks_nothing() {
    let base = collection(&[], &["https://a.example/one"]);
    let urls = ["https://a.example/one", "https://a.example/{{id}}/two"];
    let more = collection(&[("id", "")], &urls);
    assert_eq!(kinds(&base, &more), ["variable-added", "request-added"]);
}

//! What is written otherwise and is the same, and what is told apart though it looks alike.

use serde_json::{Value, json};

use crate::diff;

/// The changes from one list of items to another, each as its kind and what it is at.
fn items(base: &Value, revision: &Value) -> Vec<String> {
    let text = |items: &Value| json!({"info": {}, "item": items}).to_string();
    let changes = diff(&text(base), &text(revision)).into_iter();
    changes
        .map(|one| format!("{} {}", one.kind, one.at))
        .collect()
}

fn bodies(base: &str, revision: &str) -> Vec<String> {
    let item = |body: &str| {
        json!([{"name": "a", "request": {"method": "POST", "url": "https://a.example/b",
            "body": {"mode": "raw", "raw": body}}}])
    };
    items(&item(base), &item(revision))
}

#[test]
fn bodies_are_compared_by_field() {
    let cases: &[(&str, &str, &[&str])] = &[
        (r#"{"a": 1.0, "b": 1e3}"#, r#"{"a": 1.00, "b": 1000}"#, &[]),
        (
            r#"{"a": "1.0"}"#,
            r#"{"a": "1.00"}"#,
            &["body-json-key-value-changed body.a"],
        ),
        (
            r#"{"a": 1,}"#,
            "{\"a\": 1, // c\n \"b\": 2,}",
            &["body-json-key-added body.b"],
        ),
        // Sent as written, and the service may not read it.
        (r#"{"a": 1}"#, r#"{"a": 1,}"#, &["body-text-changed body"]),
        (
            r#"{"a.b": 1, "a": {"b": 1}}"#,
            r#"{"a.b": 2, "a": {"b": 1}}"#,
            &[r#"body-json-key-value-changed body["a.b"]"#],
        ),
        (
            r#"{"l": [{"a": 1, "t": [1, 2]}, {"a": 2, "t": []}]}"#,
            r#"{"l": [{"a": 2, "t": []}, {"t": [1, 2], "a": 1}]}"#,
            &["body-json-list-reordered body.l"],
        ),
        (
            r#"{"l": [1, 2]}"#,
            r#"{"l": [2, 2]}"#,
            &["body-json-key-value-changed body.l[]"],
        ),
    ];
    for (base, revision, expected) in cases {
        assert_eq!(bodies(base, revision), *expected, "{base}\n{revision}");
    }
}

#[test]
fn accents_are_written_in_one_character_or_two() {
    let item = |name: &str| json!([{"name": name, "item": [{"name": name, "request": "https://a.example/b"}]}]);
    assert_eq!(items(&item("Cr\u{e9}er"), &item("Cre\u{301}er")), [""; 0]);
}

fn examples(list: &[(&str, &str)]) -> Value {
    let example = |(name, body): &(&str, &str)| json!({"name": name, "code": 200, "body": body});
    let list: Vec<Value> = list.iter().map(example).collect();
    json!([{"name": "a", "request": "https://a.example/b", "response": list}])
}

#[test]
fn examples_of_one_name_are_paired_by_content() {
    let (one, other, third) = (r#"{"a": 1}"#, r#"{"b": 1}"#, r#"{"c": 1}"#);
    let base = examples(&[("x", one), ("x", other)]);
    let swapped = examples(&[("x", other), ("x", one)]);
    assert_eq!(items(&base, &swapped), [""; 0]);
    let more = examples(&[("x", third), ("x", r#"{"b": 2}"#), ("x", one)]);
    let expected = ["example-added 200", "example-body-changed response.b"];
    assert_eq!(items(&base, &more), expected);
    let (base, revision) = (examples(&[("x", "one")]), examples(&[("x", "other")]));
    assert_eq!(items(&base, &revision), ["example-body-changed response"]);
}

/// Requests that have everything in common but their bodies.
fn calls(bodies: impl Iterator<Item = usize>) -> Value {
    let call = |id| {
        json!({"name": "call", "request": {"method": "POST", "url": "https://a.example/rpc",
            "body": {"mode": "raw", "raw": json!({"call": id}).to_string()}}})
    };
    Value::Array(bodies.map(call).collect())
}

#[test]
fn however_many_have_one_name_and_address_they_are_paired_by_content() {
    let (base, revision) = (calls(0..300), calls(1..300));
    assert_eq!(items(&base, &revision), ["request-removed "]);
}

#[test]
fn requests_that_are_little_alike_are_one_only_if_their_paths_end_alike() {
    let item = |name: &str, path: &str| json!([{"name": name, "request": format!("https://a.example{path}")}]);
    let base = item("Get all orders", "/shop/orders");
    let moved = item("List all orders", "/v2/shop/orders");
    assert_eq!(
        items(&base, &moved),
        ["request-path-changed path", "request-renamed name"]
    );
    let other = item("Get all reports", "/shop/reports");
    assert_eq!(items(&base, &other), ["request-removed ", "request-added "]);
}

#[test]
fn what_is_encoded_before_it_is_sent_is_the_same_path() {
    let paths = |base: &str, revision: &str| {
        let item = |path: &str| json!([{"name": "a", "request": {"url": format!("https://a.example/{path}")}}]);
        items(&item(base), &item(revision))
    };
    for (base, revision, expected) in [
        (
            "Sales Invoice/é/{{id x}}",
            "Sales%20Invoice/%C3%A9/{{id x}}",
            &[][..],
        ),
        ("a%zz", "a%25zz", &["request-path-changed path"]),
        ("a%2Fb", "a/b", &["request-path-changed path"]),
        ("a/{{é}}", "a/{{%C3%A9}}", &["path-variable-renamed path"]),
    ] {
        assert_eq!(paths(base, revision), expected, "{base} {revision}");
    }
}

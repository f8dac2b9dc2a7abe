//! Pairs of requests that are easily read wrongly, with all that is to be said of them.

use serde_json::{Value, json};

use super::diff;

/// All changes, those that are not sent marked.
fn described(base: &Value, revision: &Value) -> Vec<String> {
    let changes = diff(&base.to_string(), &revision.to_string()).into_iter();
    let changes = changes.map(|one| {
        let mark = if one.is_sent { "" } else { " (not sent)" };
        format!("{} {}{mark}", one.kind, one.at)
    });
    changes.collect()
}

fn collection(request: &Value) -> Value {
    json!({"info": {}, "item": [{"name": "Get", "request": request}]})
}

fn assert_changes(cases: &[(&str, &str, &[&str])], collection: impl Fn(Value) -> Value) {
    for (base, revision, expected) in cases {
        let [one, other] =
            [base, revision].map(|text| collection(serde_json::from_str(text).unwrap()));
        assert_eq!(described(&one, &other), *expected, "{base}\n{revision}");
    }
}

#[test]
fn addresses_are_compared_as_they_are_sent() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            r#"{"path": ["a", ":id.json"], "variable": [{"key": "id", "value": "7"}]}"#,
            r#"{"path": ["a", ":id.xml"], "variable": [{"key": "id", "value": "7"}]}"#,
            &["request-path-changed path"],
        ),
        (
            r#""{{h}}/proxy1/https://a.b/c""#,
            r#""{{h}}/proxy2/https://a.b/c""#,
            &["request-path-changed path"],
        ),
        (
            r#""{{h}}:1/a?b=c&d#e""#,
            r#"{"raw": "other", "host": ["{{h}}"], "port": "1", "path": ["a"], "query": [{"key": "b", "value": "c"}, {"key": "d", "value": null}]}"#,
            &[],
        ),
        (
            r#"{"host": ["{{h}}:1"], "path": "a"}"#,
            r#"{"host": "{{h}}", "port": 1, "path": "/a"}"#,
            &[],
        ),
        (
            r#"{"raw": "x", "host": ["h"], "path": ["a"], "hash": "b"}"#,
            r#"{"raw": "y", "host": ["h"], "path": ["a"]}"#,
            &[],
        ),
        (
            r#"{"host": ["h"], "path": ["a"], "query": "b=c%26d"}"#,
            r#"{"host": ["h"], "path": ["a"], "query": [{"key": "b", "value": "c&d"}]}"#,
            &[],
        ),
        (
            r#""http://h/a""#,
            r#""h/a/""#,
            &["request-path-changed path"],
        ),
        (r#""h?a""#, r#""h?a=""#, &["query-value-changed a"]),
        (
            r#""u:p@h/a""#,
            r#""u:q@h/a""#,
            &["auth-parameter-changed url.auth"],
        ),
        (
            r#"{"path": [":id"], "variable": [{"key": "id", "value": "1"}, {"key": "id", "value": "2"}]}"#,
            r#"{"path": [":id"], "variable": [{"key": "id", "value": "2"}, {"key": "id", "value": "1"}]}"#,
            &["path-variable-value-changed path.id"],
        ),
        (
            r#"{"path": [":id"], "variable": [{"key": "id", "value": "1"}]}"#,
            r#"{"path": [":key"], "variable": [{"key": "key", "value": "1"}]}"#,
            &["path-variable-renamed path (not sent)"],
        ),
        (
            r#"{"host": ["h"], "query": [{"key": "a", "value": "1"}, {"key": "a", "value": "2"}]}"#,
            r#"{"host": ["h"], "query": [{"key": "a", "value": "2"}, {"key": "b", "value": "", "disabled": "false"}]}"#,
            &["query-added-disabled b (not sent)", "query-removed a"],
        ),
        (
            r#"{"host": ["h"], "query": [{"key": "a", "value": "1", "disabled": true}, {"key": "a", "value": "2"}]}"#,
            r#"{"host": ["h"], "query": [{"key": "a", "value": "2"}]}"#,
            &["query-removed-disabled a (not sent)"],
        ),
    ];
    assert_changes(cases, |url| collection(&json!({"url": url})));
}

#[test]
fn headers_and_bodies_are_compared_as_they_are_sent() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            r#"{"header": "X-Shop: north\nAccept: a/b"}"#,
            r#"{"header": [{"key": "accept", "value": "a/b"}]}"#,
            &["header-removed X-Shop"],
        ),
        (
            r#"{"header": [{"key": "A", "value": "1"}, {"key": "a", "value": "2"}]}"#,
            r#"{"header": [{"key": "A", "value": "2", "disabled": 0}, {"key": "A", "value": "2", "disabled": 1}]}"#,
            &["header-disabled A", "header-value-changed A"],
        ),
        (
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "{ // a\n \"b\": 1, \"c\": [{{d}}]}", "options": {"raw": {"language": "json"}}}}"#,
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "{\"c\": [{{e}}] /* b */}", "options": {"raw": {"language": "json"}}}}"#,
            &[
                "body-json-key-removed body.b",
                "body-json-key-value-changed body.c[]",
            ],
        ),
        (
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "{\"a\": {{b}}}"}}"#,
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "{\"a\": \"{{b}}\"}"}}"#,
            &["body-json-key-type-changed body.a"],
        ),
        (
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "[[1], [2, 3]]"}}"#,
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "[[1, 2], [3]]"}}"#,
            &["body-json-key-value-changed body"],
        ),
        (
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "{}"}}"#,
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "{}", "options": {"raw": {"language": "json"}}}}"#,
            &["body-media-type-changed body"],
        ),
        (
            r#"{"method": "GET", "body": {"mode": "raw", "raw": "a"}}"#,
            r#"{"body": {"mode": "raw", "raw": "b"}}"#,
            &[],
        ),
        (
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "a", "disabled": "false"}}"#,
            r#"{"method": "POST"}"#,
            &[],
        ),
        (
            r#"{"method": "POST", "body": "a"}"#,
            r#"{"method": "POST", "body": {"mode": "raw", "raw": "a"}}"#,
            &[],
        ),
        (
            r#"{"method": "POST", "body": {"mode": "urlencoded", "urlencoded": "a=b&c=d"}}"#,
            r#"{"method": "POST", "body": {"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "b"}, {"key": "c", "value": "e"}]}}"#,
            &["form-field-value-changed c"],
        ),
        (
            r#"{"method": "POST", "body": {"mode": "formdata", "formdata": [{"key": "a", "type": "file", "src": "b"}]}}"#,
            r#"{"method": "POST", "body": {"mode": "formdata", "formdata": [{"key": "a", "type": "file", "src": ["c"], "contentType": "x/y"}]}}"#,
            &["form-field-type-changed a", "form-field-value-changed a"],
        ),
        (
            r#"{"method": "POST", "body": {"mode": "graphql", "graphql": {"query": "query A { a }", "operationName": "A", "variables": "{\"b\": 1}"}}}"#,
            r#"{"method": "POST", "body": {"mode": "graphql", "graphql": {"query": "query  A {a }", "operationName": "B", "variables": {"b": 2}}}}"#,
            &[
                "body-json-key-value-changed body.variables.b",
                "graphql-query-changed body.operationName",
                "graphql-query-changed body.query",
            ],
        ),
    ];
    assert_changes(cases, |mut request| {
        request["url"] = "{{host}}/a".into();
        collection(&request)
    });
}

#[test]
fn what_is_inherited_is_reported_where_it_is_written() {
    let folder = |ppb: bool, auth: Value| {
        let request = json!({"method": "GET", "url": "h/a", "body": {"mode": "raw", "raw": "a"}});
        json!({"info": {}, "item": [{"name": "F", "protocolProfileBehavior": {"disableBodyPruning": ppb}, "auth": auth,
            "item": [{"name": "A", "request": request}, {"name": "B", "request": request, "auth": {"type": "noauth"}}]}]})
    };
    let bearer =
        |token: &str| json!({"type": "bearer", "bearer": [{"key": "token", "value": token}]});
    assert_eq!(
        described(
            &folder(false, bearer("{{a}}")),
            &folder(true, bearer("{{a}}"))
        ),
        [
            "protocol-profile-changed disableBodyPruning",
            "body-added body",
            "body-added body"
        ]
    );
    assert_eq!(
        described(
            &folder(true, bearer("{{a}}")),
            &folder(true, bearer("{{b}}"))
        ),
        ["auth-parameter-changed inherited auth.token"]
    );
    let beside =
        |auth: Value| json!({"info": {}, "item": [{"name": "A", "request": "h/a", "auth": auth}]});
    assert_eq!(
        described(&beside(bearer("a")), &beside(bearer("b"))),
        [""; 0]
    );
}

#[test]
fn of_a_variable_that_is_defined_twice_the_last_counts() {
    let variables = |values: [&str; 2]| {
        let list = values.map(|value| json!({"key": "shop", "value": value}));
        json!({"info": {}, "item": [{"name": "A", "request": "{{shop}}/a"}], "variable": list})
    };
    assert_eq!(
        described(&variables(["a", "b"]), &variables(["b", "a"])),
        ["base-url-default-changed shop (not sent)"]
    );
    assert_eq!(
        described(&variables(["a", "b"]), &variables(["c", "b"])),
        [""; 0]
    );
}

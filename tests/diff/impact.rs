//! What a change is that could be taken for a milder one, and at which place it is shown.

use serde_json::{Value, json};
use sqlacc_postman::diff::Change;

use crate::diff;

fn changes(base: &Value, revision: &Value) -> Vec<Change> {
    diff(&base.to_string(), &revision.to_string())
}

fn kinds(changes: &[Change]) -> Vec<&'static str> {
    changes.iter().map(|one| one.kind.id()).collect()
}

#[test]
fn a_content_type_is_compared_with_what_postman_adds() {
    let with = |language: &str, headers: Value| {
        json!({"info": {}, "item": [{"name": "Send", "request": {
            "method": "POST", "url": "https://a.example/b", "header": headers,
            "body": {"mode": "raw", "raw": "1", "options": {"raw": {"language": language}}}}}]})
    };
    let header = |value: &str| json!([{"key": "content-type", "value": value}]);
    let off = json!([{"key": "content-type", "value": "application/xml", "disabled": true}]);
    for (language, headers, kind) in [
        (
            "text",
            header("application/xml"),
            "header-media-type-changed",
        ),
        ("json", header("application/json"), "header-default-written"),
        (
            "json",
            header("application/json; charset=utf-8"),
            "header-value-changed",
        ),
        ("json", header("{{type}}"), "header-added-enabled"),
        ("text", off.clone(), "header-added-disabled"),
    ] {
        let (plain, written) = (with(language, json!([])), with(language, headers.clone()));
        assert_eq!(
            kinds(&changes(&plain, &written)),
            [kind],
            "{language} {headers}"
        );
    }
    let on = with("text", header("application/xml"));
    let toggled = changes(&with("text", off), &on);
    assert_eq!(kinds(&toggled), ["header-media-type-changed"]);
    assert_eq!(toggled[0].before.as_deref(), Some("text/plain"));
}

#[test]
fn an_auth_that_changes_is_shown_at_its_folder() {
    let requests = |count: usize| -> Vec<Value> {
        let request = |nth| json!({"name": format!("R{nth}"), "request": "https://a.example/b"});
        (0..count).map(request).collect()
    };
    let with = |auth: Value| {
        json!({"info": {}, "auth": {"type": "basic"}, "item": [
            {"name": "Other", "item": requests(2)},
            {"name": "Outer", "item": [{"name": "Inner", "auth": auth, "item": [
                {"name": "Innermost", "item": requests(2)}]}]}]})
    };
    let key = |key: &str| json!({"type": "apikey", "apikey": [{"key": "key", "value": key}]});
    for (base, revision, kind) in [
        (key("X-Key"), key("X-Api-Key"), "auth-api-key-field-changed"),
        (key("X-Key"), Value::Null, "auth-type-changed"),
        (Value::Null, key("X-Key"), "auth-type-changed"),
        (Value::Null, json!({"type": "noauth"}), "auth-removed"),
    ] {
        let found = changes(&with(base), &with(revision));
        assert_eq!(kinds(&found), [kind]);
        assert_eq!(found[0].location.path(), "Outer › Inner");
        assert_eq!(found[0].count, 2);
    }
}

#[test]
fn the_default_of_a_credential_is_hidden() {
    let with = |value: &str| {
        json!({"info": {}, "variable": [{"key": "who", "value": value}],
            "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{who}}"}]},
            "item": [{"name": "A", "request": "https://a.example/b"}]})
    };
    let found = changes(&with("blue house"), &with("red house"));
    assert_eq!(kinds(&found), ["variable-default-changed"]);
    assert_eq!(found[0].before.as_deref(), Some("(hidden)"));
    assert_eq!(found[0].after.as_deref(), Some("(hidden)"));
}

use serde_json::{Value, json};

use super::{Strictness, defects, violations_of_v2_1_0};
use crate::json::Document;
use crate::postman::view::Version;

/// A collection with something in every place where a defect can be planted.
fn whole(version: Version) -> Value {
    let attributes = match version {
        Version::V2_0 => json!({ "token": "t" }),
        Version::V2_1 => json!([{ "key": "token", "value": "t", "type": "string" }]),
    };
    let request = json!({
        "method": "POST",
        "url": {
            "raw": "{{host}}/a?b=c", "host": ["{{host}}"], "path": ["a", { "value": "x" }],
            "query": [{ "key": "b", "value": "c" }], "port": "80",
            "variable": [{ "key": "id", "value": "1", "type": "any" }]
        },
        "header": [{ "key": "A", "value": "B" }, { "key": "C", "value": "D" }],
        "auth": { "type": "bearer", "bearer": attributes },
        "body": {
            "mode": "raw", "raw": "{}", "urlencoded": [{ "key": "a", "value": "b" }],
            "formdata": [{ "key": "a", "value": "b", "type": "text" }, { "key": "f", "type": "file", "src": [] }],
            "file": { "src": "x" }, "options": { "raw": { "language": "json" } }
        },
        "description": { "content": "text" }
    });
    let event =
        json!([{ "listen": "test", "script": { "exec": ["x"], "type": "text/javascript" } }]);
    let example = json!({
        "name": "ok", "originalRequest": request, "code": 200, "status": "OK",
        "header": [{ "key": "A", "value": "B" }], "body": "{}",
        "cookie": [{ "domain": "d", "path": "/" }]
    });
    let entry = json!({ "name": "one", "request": request, "response": [example], "event": event });
    let variable = json!([{ "key": "v", "value": "1", "type": "string", "disabled": false }]);
    let folder = json!({ "name": "inner", "item": [entry], "variable": variable, "auth": null });
    json!({
        "info": {
            "name": "c", "schema": "s",
            "version": { "major": 1, "minor": 0, "patch": 0, "identifier": "a" }
        },
        "item": [{ "name": "outer", "item": [folder] }, entry],
        "variable": variable, "event": event
    })
}

/// Where the innermost request of [`whole`] is.
const ENTRY: &str = "/item/0/item/0/item/0";

/// What is planted below [`ENTRY`], or, where it starts with a `^`, below the root; and the member
/// that is messages when it is another than the planted one.
#[rustfmt::skip]
fn plants() -> Vec<(&'static str, Value)> {
    vec![
        ("/request/header/1/value", json!(5)),
        ("/request/header/0/key", json!(null)),
        ("/request/header/0", json!(7)),
        ("/request/header", json!({})),
        ("/request/method", json!(1)),
        ("/request/body/mode", json!("rawx")),
        ("/request/body/raw", json!({})),
        ("/request/body/urlencoded/0/value", json!(1)),
        ("/request/body/formdata/0/value", json!(1)),
        ("/request/body/formdata/0/type", json!("files")),
        ("/request/body/formdata/1/src", json!(1)),
        ("/request/body/file/src", json!(1)),
        ("/request/body", json!([])),
        ("/request/url/port", json!(80)),
        ("/request/url/host", json!(1)),
        ("/request/url/path/1/value", json!(1)),
        ("/request/url/path/0", json!(1)),
        ("/request/url/query/0/key", json!(1)),
        ("/request/url/query", json!({})),
        ("/request/url", json!(null)),
        ("/request/url/variable/0/type", json!("text")),
        ("/request/auth/type", json!("bear")),
        ("/request/auth", json!("bearer")),
        ("/request/description/content", json!(1)),
        ("/request/description", json!([])),
        ("/request", json!(null)),
        ("/response/0/code", json!("200")),
        ("/response/0/body", json!({})),
        ("/response/0/header/0/value", json!(1)),
        ("/response/0/cookie/0/domain", json!(1)),
        ("/response/0/originalRequest/header/0/value", json!(1)),
        ("/response", json!({})),
        ("/event/0/listen", json!(1)),
        ("/event/0/script/exec", json!(1)),
        ("/event/0/script/exec/0", json!(1)),
        ("/event", json!({})),
        ("/name", json!(1)),
        ("", json!([])),
        ("^/info/name", json!(1)),
        ("^/info/version/major", json!(-1)),
        ("^/info/version/identifier", json!("longer than ten")),
        ("^/info/version", json!(1)),
        ("^/variable/0/disabled", json!("no")),
        ("^/variable", json!({})),
        ("^/item/1/request/header/0/value", json!(1)),
        ("^/item", json!({})),
        ("^/info", json!("c")),
    ]
}

/// What is taken away, and what is messages to lack it.
const TAKEN: [&str; 9] = [
    "/request/header/0/key",
    "/request/body/urlencoded/0/key",
    "/request/body/formdata/0/key",
    "/response/0/cookie/0/path",
    "/event/0/listen",
    "/request",
    "^/variable/0/key",
    "^/info/schema",
    "^/info/version/minor",
];

fn absolute(place: &str) -> String {
    place
        .strip_prefix('^')
        .map_or_else(|| format!("{ENTRY}{place}"), str::to_owned)
}

fn messages(collection: &Value, version: Version, strictness: Strictness) -> Vec<(String, String)> {
    let text = collection.to_string();
    let document = Document::from_text(&text).unwrap();
    let defects = defects(document.root(), version, strictness).unwrap();
    let messages = defects.into_iter().map(|one| (one.pointer, one.message));
    messages.collect()
}

#[test]
fn only_a_planted_defect_is_reported_at_its_location() {
    for version in [Version::V2_0, Version::V2_1] {
        for strictness in [Strictness::Official, Strictness::Corrected] {
            assert_eq!(messages(&whole(version), version, strictness), []);
            for (place, value) in plants() {
                let pointer = absolute(place);
                let mut collection = whole(version);
                *collection.pointer_mut(&pointer).unwrap() = value;
                let messages = messages(&collection, version, strictness);
                let pointers: Vec<&str> = messages
                    .iter()
                    .map(|(pointer, _)| pointer.as_str())
                    .collect();
                assert_eq!(pointers, [pointer], "{version:?} {messages:?}");
            }
            for place in TAKEN {
                let pointer = absolute(place);
                let (parent, name) = pointer.rsplit_once('/').unwrap();
                let mut collection = whole(version);
                let object = collection.pointer_mut(parent).unwrap();
                object.as_object_mut().unwrap().remove(name);
                let messages = messages(&collection, version, strictness);
                let pointers: Vec<&str> = messages
                    .iter()
                    .map(|(pointer, _)| pointer.as_str())
                    .collect();
                assert_eq!(pointers, [parent], "{version:?} {messages:?}");
            }
        }
    }
}

#[test]
fn what_is_said_is_reviewed() {
    let mut said: Vec<String> = Vec::new();
    for (place, value) in plants() {
        let mut collection = whole(Version::V2_1);
        *collection.pointer_mut(&absolute(place)).unwrap() = value;
        let messages = messages(&collection, Version::V2_1, Strictness::Official);
        said.extend(messages.into_iter().map(|(_, message)| message));
    }
    for place in TAKEN {
        let pointer = absolute(place);
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let mut collection = whole(Version::V2_1);
        let object = collection.pointer_mut(parent).unwrap();
        object.as_object_mut().unwrap().remove(name);
        let messages = messages(&collection, Version::V2_1, Strictness::Official);
        said.extend(messages.into_iter().map(|(_, message)| message));
    }
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn each_version_has_its_own_shape_of_auth() {
    for (own, other) in [
        (Version::V2_0, Version::V2_1),
        (Version::V2_1, Version::V2_0),
    ] {
        let messages = messages(&whole(other), own, Strictness::Official);
        let attributes = messages
            .iter()
            .filter(|(at, _)| at.ends_with("/auth/bearer"));
        assert_eq!(attributes.count(), messages.len());
        assert_eq!(messages.len(), 4);
    }
}

#[test]
fn corrected_accepts_what_postman_writes() {
    for (place, value) in [
        ("/request/header/0/value", json!(null)),
        ("/request/auth", json!({ "type": "jwt", "jwt": [] })),
        ("/request/auth", json!({ "type": "asap" })),
        ("^/variable/0/type", json!("secret")),
        ("^/variable/0/type", json!("default")),
    ] {
        let mut collection = whole(Version::V2_1);
        *collection.pointer_mut(&absolute(place)).unwrap() = value;
        let official = messages(&collection, Version::V2_1, Strictness::Official);
        assert_eq!(official.len(), 1, "{official:?}");
        let corrected = messages(&collection, Version::V2_1, Strictness::Corrected);
        assert_eq!(corrected, [], "{place}");
    }
}

#[test]
fn an_entry_that_is_both_is_broken_at_the_top_and_only_there() {
    let both = json!({ "name": "b", "request": "http://a", "item": [] });
    let mut collection = whole(Version::V2_1);
    collection["item"][1] = both.clone();
    let official = messages(&collection, Version::V2_1, Strictness::Official);
    let message = "the entry has both `request` and `item`".to_owned();
    assert_eq!(official, [("/item/1".to_owned(), message)]);
    let mut collection = whole(Version::V2_1);
    collection["item"][0]["item"][0] = both;
    assert_eq!(
        messages(&collection, Version::V2_1, Strictness::Official),
        []
    );
}

#[test]
fn the_writer_gets_places_too() {
    let text = r#"{"info": {"name": "A"}, "item": [{"request": {"header": [{"key": "A"}]}}]}"#;
    let document = Document::from_text(text).unwrap();
    let violations = violations_of_v2_1_0(&document).unwrap();
    let pointers: Vec<String> = violations.into_iter().map(|one| one.pointer).collect();
    assert_eq!(pointers, ["/info", "/item/0/request/header/0"]);
}

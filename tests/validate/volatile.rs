//! One list of volatile members: what the rule `volatile-field` reports and its fix removes,
//! `fmt --strip-volatile` drops, and beside it only what is the same in each export of an account.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use sqlacc_postman::json::Document;
use sqlacc_postman::postman::{Strip, canonical};
use sqlacc_postman::validate::{Environments, Settings, fix, validate};

/// Volatile somewhere.
pub(crate) const VOLATILE: [&str; 13] = [
    "_postman_exported_at",
    "_postman_exported_using",
    "_exporter_id",
    "_collection_link",
    "uid",
    "_uid",
    "createdAt",
    "updatedAt",
    "lastUpdatedBy",
    "owner",
    "responseTime",
    "timings",
    "cookie",
];

/// Names of members that lead to other objects, and a few that lead nowhere.
const OTHERS: [&str; 20] = [
    "info",
    "item",
    "request",
    "response",
    "originalRequest",
    "header",
    "url",
    "query",
    "variable",
    "event",
    "script",
    "body",
    "auth",
    "bearer",
    "description",
    "values",
    "collection",
    "id",
    "_postman_id",
    "other",
];

fn settings() -> Settings {
    Settings {
        select: vec!["volatile-field".to_owned()],
        ..Settings::default()
    }
}

fn formatted(text: &str, strip: Strip) -> String {
    canonical(&Document::from_text(text).unwrap(), strip)
}

fn findings(text: &str) -> Vec<String> {
    let found = validate(text.as_bytes(), &settings(), &Environments::default());
    found.into_iter().map(|one| one.message).collect()
}

fn fixed(text: &str) -> String {
    fix(text, &settings(), &Environments::default(), false).text
}

/// Any objects in any others, most of them where the format has them.
fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        Just(json!([])),
        Just(json!({})),
        Just(json!("")),
        Just(json!("a")),
        Just(json!(1)),
    ];
    let name = prop_oneof![
        prop::sample::select(&VOLATILE[..]),
        prop::sample::select(&OTHERS[..]),
        prop::sample::select(&["item", "response", "info"][..]),
    ];
    leaf.prop_recursive(7, 120, 6, move |inner| {
        let object = prop::collection::vec((name.clone(), inner.clone()), 0..7);
        prop_oneof![
            1 => prop::collection::vec(inner, 0..3).prop_map(Value::Array),
            3 => object.clone().prop_map(object_of),
            2 => object.prop_map(|members| json!([object_of(members)])),
        ]
    })
}

fn object_of(members: Vec<(&str, Value)>) -> Value {
    let members = members.into_iter();
    Value::Object(
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

/// `root` as a collection, an environment, the globals, something else, or what the Postman API makes
/// of the first.
fn as_format(root: Value, format: u8) -> Value {
    let mut root = match root {
        Value::Object(root) => root,
        other => Map::from_iter([("item".to_owned(), json!([other]))]),
    };
    let scope = "_postman_variable_scope";
    match format {
        0 | 1 => {
            root.remove("collection");
            root.entry("info").or_insert_with(|| json!({"name": "A"}));
            root.entry("item").or_insert_with(|| json!([]));
        }
        2 | 4 => {
            root.entry("values").or_insert_with(|| json!([]));
            root.insert(scope.to_owned(), json!("environment"));
        }
        3 => {
            root.insert(scope.to_owned(), json!("globals"));
        }
        _ => {}
    }
    let root = Value::Object(root);
    match format {
        1 => json!({ "collection": root, "uid": "1" }),
        4 => json!({ "environment": root }),
        _ => root,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fmt_drops_what_the_rule_finds_and_what_belongs_to_an_account(
        root in tree(), format in 0_u8..6, pretty in any::<bool>(),
    ) {
        let root = as_format(root, format);
        let text = if pretty {
            serde_json::to_string_pretty(&root).unwrap()
        } else {
            root.to_string()
        };
        let stripped = formatted(&text, Strip::Volatile);
        prop_assert_eq!(findings(&stripped), Vec::<String>::new(), "{}", stripped);
        let fixed = fixed(&text);
        prop_assert_eq!(findings(&fixed), Vec::<String>::new(), "{}", fixed);
        prop_assert_eq!(formatted(&fixed, Strip::Volatile), stripped.as_str());
        let is_changed = formatted(&text, Strip::Nothing) != formatted(&fixed, Strip::Nothing);
        prop_assert_eq!(is_changed, !findings(&text).is_empty(), "{}", text);
    }
}

/// An object with every volatile member, each of them `value`.
fn crowded(value: &Value) -> Value {
    object_of(VOLATILE.map(|name| (name, value.clone())).to_vec())
}

fn with(members: &Value, own: &Value) -> Value {
    let mut object = own.as_object().unwrap().clone();
    object.extend(members.as_object().unwrap().clone());
    Value::Object(object)
}

/// A collection that has `members` in every object.
fn shop(members: &Value) -> Value {
    let example = with(members, &json!({"name": "OK", "code": 200, "body": "[]"}));
    let url = with(members, &json!({"raw": "http://a", "query": [members]}));
    let auth = with(members, &json!({"type": "bearer", "bearer": [members]}));
    let request = json!({"method": "GET", "url": url, "header": [members], "auth": auth});
    let item = json!({"name": "Get", "request": with(members, &request), "response": [example]});
    let folder = json!({"name": "Orders", "item": [with(members, &item)]});
    let event = json!({"listen": "test", "script": members});
    with(
        members,
        &json!({
            "info": with(members, &json!({"_postman_id": "1", "name": "Shop"})),
            "item": [with(members, &folder)],
            "event": [with(members, &event)],
            "variable": [members],
        }),
    )
}

#[test]
fn each_object_has_its_own_volatile_members() {
    let export = ["_postman_exported_at", "_postman_exported_using"];
    let account = ["uid", "_uid", "createdAt", "updatedAt", "lastUpdatedBy"];
    let received = ["responseTime", "timings", "cookie"];
    let exporter = ["_exporter_id", "_collection_link"];
    let text = shop(&crowded(&json!("1"))).to_string();
    let stripped: Value = serde_json::from_str(&formatted(&text, Strip::Volatile)).unwrap();
    let item = "/item/0/item/0";
    for (place, dropped) in [
        (String::new(), [&export[..], &account].concat()),
        (
            "/info".to_owned(),
            [&export[..], &exporter, &account].concat(),
        ),
        ("/item/0".to_owned(), account.to_vec()),
        (item.to_owned(), account.to_vec()),
        (
            format!("{item}/response/0"),
            [&received[..], &account].concat(),
        ),
        (format!("{item}/request"), Vec::new()),
        (format!("{item}/request/url"), Vec::new()),
        (format!("{item}/request/url/query/0"), Vec::new()),
        (format!("{item}/request/header/0"), Vec::new()),
        (format!("{item}/request/auth"), Vec::new()),
        (format!("{item}/request/auth/bearer/0"), Vec::new()),
        ("/event/0".to_owned(), Vec::new()),
        ("/event/0/script".to_owned(), Vec::new()),
        ("/variable/0".to_owned(), Vec::new()),
    ] {
        let object = stripped.pointer(&place).unwrap().as_object().unwrap();
        for name in VOLATILE {
            let is_dropped = !object.contains_key(name);
            assert_eq!(is_dropped, dropped.contains(&name), "{name} at `{place}`");
        }
    }
    assert_eq!(
        formatted(&fixed(&text), Strip::Volatile),
        formatted(&text, Strip::Volatile)
    );
}

#[test]
fn only_what_changes_is_reported_and_once_for_all_objects() {
    let account = json!({"uid": "7-1", "createdAt": "2026-01-01", "updatedAt": "2026-01-02"});
    let messages = findings(&shop(&account).to_string());
    let message = "`updatedAt` changes with every edit in Postman, here and in 4 other places";
    assert_eq!(messages, [message]);
}

#[test]
fn what_is_empty_is_the_same_in_every_copy() {
    for empty in [json!(null), json!([]), json!({})] {
        let text = formatted(&shop(&crowded(&empty)).to_string(), Strip::Nothing);
        assert_eq!(formatted(&text, Strip::Volatile), text);
        assert!(findings(&text).is_empty());
    }
}

#[test]
fn environments_lose_what_says_who_exported_them() {
    let text = r#"{"id":"1","name":"e","owner":"7","uid":"7-1","createdAt":"2026-01-01",
        "values":[{"key":"a","value":"1","uid":"kept","enabled":true}],
        "_postman_variable_scope":"environment","_postman_exported_at":"2026-01-01",
        "_postman_exported_using":"Postman/11"}"#;
    let stripped = formatted(text, Strip::Volatile);
    insta::assert_snapshot!(stripped);
    assert_eq!(formatted(&fixed(text), Strip::Volatile), stripped);
}

#[test]
fn what_postman_has_not_made_is_left_alone() {
    for text in [
        r#"{"version":"1","uid":"u","items":[],"name":"Bruno"}"#,
        r#"{"openapi":"3.1.0","uid":"1","info":{"version":"1","title":"A","uid":"2"}}"#,
        r#"{"uid":"1"}"#,
    ] {
        assert_eq!(
            formatted(text, Strip::Volatile),
            formatted(text, Strip::Nothing)
        );
        let members = |text: &str| {
            let parsed: Value = serde_json::from_str(text).unwrap();
            let names = parsed.as_object().unwrap().keys();
            names.cloned().collect::<Vec<_>>()
        };
        assert_eq!(members(&formatted(text, Strip::Volatile)), members(text));
    }
}

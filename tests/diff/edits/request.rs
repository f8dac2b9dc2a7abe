//! Edits of a request, each with the change that it is.

use serde_json::{Value, json};

use super::shop::{name, request};

/// What is reported: the kind, the request and what in it.
pub(crate) type ReportedChange = (String, String, String);

/// An edit inside a request: what it does, the kind that it is, and what in the request it is.
pub(crate) type Edit = (fn(&mut Value), &'static str, &'static str);

/// Those of which one request takes several at once.
pub(crate) const INSIDE: &[Edit] = &[
    (
        |one| {
            push(
                one,
                "/request/url/query",
                json!({"key": "sort", "value": "a", "disabled": true}),
            );
        },
        "query-added-disabled",
        "sort",
    ),
    (
        |one| set(one, "/request/url/query/0/value", "99"),
        "query-value-changed",
        "limit",
    ),
    (
        |one| set(one, "/request/url/query/0/disabled", true),
        "query-disabled",
        "limit",
    ),
    (
        |one| drop_last(one, "/request/url/query", "page"),
        "query-removed",
        "page",
    ),
    (
        |one| {
            push(
                one,
                "/request/header",
                json!({"key": "X-New", "value": "1"}),
            );
        },
        "header-added-enabled",
        "X-New",
    ),
    (
        |one| set(one, "/request/header/1/value", "other"),
        "header-value-changed",
        "X-Number",
    ),
    (
        |one| set(one, "/request/header/0/value", "application/json"),
        "header-media-type-changed",
        "Accept",
    ),
    (
        |one| {
            replace(
                one,
                "/request/body/raw",
                "{\"code\"",
                "{\"extra\": true, \"code\"",
            );
        },
        "body-json-key-added",
        "body.extra",
    ),
    (
        |one| replace(one, "/request/body/raw", "\"qty\": 1", "\"qty\": \"1\""),
        "body-json-key-type-changed",
        "body.rows[].qty",
    ),
    (
        |one| replace(one, "/request/body/raw", "\"A\"", "\"B\""),
        "body-json-key-value-changed",
        "body.code",
    ),
    (
        |one| push(one, "/event/0/script/exec", "console.log(1);".into()),
        "script-changed",
        "script.test",
    ),
    (
        |one| {
            push(
                one,
                "/event",
                json!({"listen": "prerequest", "script": {"exec": "let a = 1;"}}),
            );
        },
        "script-added",
        "script.prerequest",
    ),
    (
        |one| set(one, "/request/description", "Other."),
        "description-changed",
        "description",
    ),
    (
        |one| replace(one, "/response/0/body", "{", "{\"extra\": 1, "),
        "example-json-key-added",
        "response.extra",
    ),
    (
        |one| {
            push(
                one,
                "/response",
                json!({"name": "Refused", "code": 400, "body": "no"}),
            );
        },
        "example-added",
        "400",
    ),
    (
        |one| one["request"]["auth"] = json!({"type": "basic", "basic": []}),
        "auth-type-changed",
        "auth",
    ),
    (
        |one| one["protocolProfileBehavior"] = json!({"followRedirects": false}),
        "protocol-profile-changed",
        "followRedirects",
    ),
];

/// Those of which a request takes one at most: with two it might well be another request.
pub(crate) const IDENTITY: &[Edit] = &[
    (
        |one| set(one, "/request/method", "PUT"),
        "request-method-changed",
        "method",
    ),
    (
        |one| push(one, "/request/url/path", "more".into()),
        "request-path-changed",
        "path",
    ),
    (
        |one| {
            set(one, "/request/url/path/1", ":key");
            set(one, "/request/url/variable/0/key", "key");
        },
        "path-variable-renamed",
        "path",
    ),
    (
        |one| {
            let name = format!("Renamed {}", one["name"].as_str().unwrap());
            set(one, "/name", name);
        },
        "request-renamed",
        "name",
    ),
];

fn set(one: &mut Value, pointer: &str, value: impl Into<Value>) {
    let (holder, key) = pointer.rsplit_once('/').unwrap();
    let holder = one.pointer_mut(holder).unwrap();
    match holder {
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value.into(),
        holder => holder[key] = value.into(),
    }
}

fn push(one: &mut Value, pointer: &str, value: Value) {
    one.pointer_mut(pointer)
        .unwrap()
        .as_array_mut()
        .unwrap()
        .push(value);
}

fn drop_last(one: &mut Value, pointer: &str, key: &str) {
    let list = one.pointer_mut(pointer).unwrap().as_array_mut().unwrap();
    list.retain(|entry| entry["key"] != key);
}

fn replace(one: &mut Value, pointer: &str, from: &str, to: &str) {
    let value = one.pointer_mut(pointer).unwrap();
    *value = value.as_str().unwrap().replacen(from, to, 1).into();
}

/// The `item` list that holds request number `n`, and where in it.
fn find(item: &mut Value, n: usize) -> Option<(&mut Vec<Value>, usize)> {
    let list = item["item"].as_array_mut()?;
    let number = Value::from(n.to_string());
    let is_it = |one: &Value| one.pointer("/request/header/1/value") == Some(&number);
    if let Some(index) = list.iter().position(is_it) {
        return Some((list, index));
    }
    list.iter_mut()
        .filter(|one| one.get("item").is_some())
        .find_map(|one| find(one, n))
}

/// Renames a folder, and says so.
pub(crate) fn rename(item: &mut Value, folder: &str) -> Option<ReportedChange> {
    let list = item["item"].as_array_mut()?;
    for one in list.iter_mut().filter(|one| one.get("item").is_some()) {
        if one["name"] == folder {
            one["name"] = format!("{folder} (new)").into();
            return Some(("folder-renamed".to_owned(), String::new(), String::new()));
        }
        let found = rename(one, folder);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// What happens to a request as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Removed,
    /// To the folder Second, where it is not already.
    Moved,
    /// An edit of [`IDENTITY`].
    Identity(usize),
    Kept,
}

/// Applies the edits to request `n`, and says what they are.
pub(crate) fn edit(
    root: &mut Value,
    n: usize,
    fate: Fate,
    inside: &[usize],
) -> Vec<ReportedChange> {
    let (list, index) = find(root, n).unwrap();
    if fate == Fate::Removed {
        list.remove(index);
        return vec![("request-removed".to_owned(), name(n), String::new())];
    }
    let one = &mut list[index];
    let mut reported: Vec<(&str, &str)> = Vec::new();
    for number in inside {
        let (apply, kind, at) = INSIDE[*number];
        let is_off = one.pointer("/request/url/query/1/disabled").is_some();
        let is_optional = kind == "query-removed" && is_off;
        let kind = if is_optional {
            "query-removed-disabled"
        } else {
            kind
        };
        apply(one);
        reported.push((kind, at));
    }
    if let Fate::Identity(number) = fate {
        let (apply, kind, at) = IDENTITY[number];
        let has_variable = one.pointer("/request/url/variable").is_some();
        if has_variable || kind != "path-variable-renamed" {
            apply(one);
            reported.push((kind, at));
        }
    }
    let name = one["name"].as_str().unwrap().to_owned();
    if fate == Fate::Moved && n % 5 != 2 {
        let moved = list.remove(index);
        root["item"][1]["item"].as_array_mut().unwrap().push(moved);
        reported.push(("request-moved", "folder"));
    }
    reported
        .into_iter()
        .map(|(kind, at)| (kind.to_owned(), name.clone(), at.to_lowercase()))
        .collect()
}

/// Adds a request that is like none.
pub(crate) fn add(root: &mut Value, n: usize) -> ReportedChange {
    let mut made = request(1000 + n);
    made["request"]["method"] = "GET".into();
    root["item"][2]["item"].as_array_mut().unwrap().push(made);
    ("request-added".to_owned(), name(1000 + n), String::new())
}

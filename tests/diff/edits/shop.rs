//! Made collections of any size: requests of one name beside each other, variants of one endpoint,
//! URLs with and without what a text cannot say.

use serde_json::{Value, json};

/// What request number `n` is called: those beside all folders have one name.
pub(crate) fn name(n: usize) -> String {
    if n % 5 == 4 {
        "Twin".to_owned()
    } else {
        format!("Thing{n}")
    }
}

fn url(n: usize) -> Value {
    // The requests of one folder are variants of one endpoint.
    let first = if n % 5 == 3 {
        "things".to_owned()
    } else {
        format!("thing{n}")
    };
    let limit = json!({"key": "limit", "value": "10"});
    if n % 7 == 5 {
        return json!({"raw": format!("{{{{host}}}}/{first}?limit=10&page=1"), "host": ["{{host}}"],
            "path": [first], "query": [limit, {"key": "page", "value": "1"}]});
    }
    json!({"raw": format!("{{{{host}}}}/{first}/:id?limit=10"), "host": ["{{host}}"],
        "path": [first, ":id"], "variable": [{"key": "id", "value": "1"}],
        "query": [limit, {"key": "page", "value": "1", "disabled": true}]})
}

/// Request number `n`.
pub(crate) fn request(n: usize) -> Value {
    json!({
        "name": name(n), "id": format!("old-{n}"),
        "event": [{"listen": "test", "script": {"id": format!("old-s{n}"),
            "exec": ["// é", "pm.test(\"ok\", () => {});"]}}],
        "request": {"method": "POST", "url": url(n), "description": format!("About {n}."),
            "header": [{"key": "Accept", "value": "text/plain"}, {"key": "X-Number", "value": n.to_string()}],
            "body": {"mode": "raw", "options": {"raw": {"language": "json"}},
                "raw": "{\"code\": \"A\", \"rows\": [{\"qty\": 1}]}"}},
        "response": [{"id": format!("old-r{n}"), "name": "OK", "code": 200, "body": "{\"number\": 1}",
            "originalRequest": {"method": "POST", "url": url(n), "header": []}}],
    })
}

/// The folders, each with the remainder by five of the numbers that are in it.
pub(crate) const FOLDERS: &[(&str, usize)] =
    &[("Outer", 0), ("Inner", 1), ("Second", 2), ("Third", 3)];

/// `count` requests in four folders, one of them in another, and beside these.
pub(crate) fn collection(count: usize) -> Value {
    let mut lists: Vec<Vec<Value>> = vec![Vec::new(); 5];
    for n in 0..count {
        lists[n % 5].push(request(n));
    }
    let folder = |name: &str, item: Vec<Value>| json!({"name": name, "id": format!("old-f{name}"), "item": item});
    let mut lists = lists.into_iter();
    let mut next = || lists.next().unwrap();
    let mut outer = next();
    outer.push(folder("Inner", next()));
    let mut root = vec![
        folder("Outer", outer),
        folder("Second", next()),
        folder("Third", next()),
    ];
    root.extend(next());
    json!({
        "info": {"name": "Shop", "_postman_id": "old-c",
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "auth": {"type": "awsv4", "awsv4": [{"key": "service", "value": "shop", "type": "string"}]},
        "variable": [{"key": "host", "value": "https://shop.example"}],
        "item": root,
    })
}

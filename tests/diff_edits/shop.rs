//! Made collections: of any size, no two requests alike, and ways to write the same one otherwise.

use serde_json::{Map, Value, json};

/// Numbers that are the same for the same seed.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for index in (1..list.len()).rev() {
            list.swap(index, self.below(index + 1));
        }
    }
}

/// Request number `n`.
pub(crate) fn request(n: usize) -> Value {
    let path = json!([format!("thing{n}"), ":id"]);
    let url = json!({"raw": format!("{{{{host}}}}/thing{n}/:id?limit=10"), "host": ["{{host}}"],
        "path": path, "variable": [{"key": "id", "value": "1"}],
        "query": [{"key": "limit", "value": "10"}, {"key": "page", "value": "1", "disabled": true}]});
    json!({
        "name": format!("Thing{n}"), "id": format!("old-{n}"),
        "event": [{"listen": "test", "script": {"id": format!("old-s{n}"), "exec": ["pm.test(\"ok\", () => {});"]}}],
        "request": {"method": "POST", "url": url, "description": format!("About {n}."),
            "header": [{"key": "Accept", "value": "text/plain"}, {"key": "X-Number", "value": n.to_string()}],
            "body": {"mode": "raw", "options": {"raw": {"language": "json"}},
                "raw": "{\"code\": \"A\", \"rows\": [{\"qty\": 1}]}"}},
        "response": [{"id": format!("old-r{n}"), "name": "OK", "code": 200, "body": "{\"number\": 1}",
            "originalRequest": {"method": "POST", "url": url, "header": []}}],
    })
}

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

/// The same collection as another program might write it: every id new or none, members, folders
/// and requests in another order, descriptions as objects, names of headers in another case.
pub(crate) fn disguised(value: Value, dice: &mut Dice) -> Value {
    let with_ids = dice.below(2) == 0;
    disguise(value, "", with_ids, dice)
}

fn disguise(value: Value, within: &str, with_ids: bool, dice: &mut Dice) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<(String, Value)> = members
                .into_iter()
                .filter(|(key, _)| with_ids || !["id", "_postman_id"].contains(&key.as_str()))
                .map(|(key, value)| {
                    let value = disguise(value, &key, with_ids, dice);
                    let value = match (key.as_str(), value) {
                        ("id" | "_postman_id", _) => format!("new-{}", dice.below(1 << 30)).into(),
                        ("description", Value::String(text)) => {
                            json!({"content": text, "type": "text/markdown"})
                        }
                        ("key", Value::String(name)) if within == "header" => {
                            name.to_uppercase().into()
                        }
                        (_, value) => value,
                    };
                    (key, value)
                })
                .collect();
            dice.shuffle(&mut members);
            if within == "info" {
                members.push(("_exporter_id".to_owned(), "1".into()));
            }
            Value::Object(members.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(items) => {
            let mut items: Vec<Value> = items
                .into_iter()
                .map(|item| disguise(item, within, with_ids, dice))
                .collect();
            if within == "item" {
                dice.shuffle(&mut items);
            }
            Value::Array(items)
        }
        other => other,
    }
}

//! Where in a collection text can be.

use serde_json::{Value, json};

/// A place: its name, and whether what is there has a name of its own.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) is_named: bool,
    /// Whether whatever is there is a secret.
    pub(crate) is_credential: bool,
    write: fn(&mut Value, name: &str, text: &str),
}

const fn named(name: &'static str, write: fn(&mut Value, &str, &str)) -> Place {
    Place {
        name,
        is_named: true,
        is_credential: false,
        write,
    }
}

const fn nameless(name: &'static str, write: fn(&mut Value, &str, &str)) -> Place {
    Place {
        is_named: false,
        ..named(name, write)
    }
}

const fn credential(name: &'static str, write: fn(&mut Value, &str, &str)) -> Place {
    Place {
        is_credential: true,
        ..named(name, write)
    }
}

/// Every place, each with how a text is written there in a request's item.
pub(crate) const PLACES: &[Place] = &[
    named("header", |item, name, text| {
        item["request"]["header"] = json!([{ "key": name, "value": text }]);
    }),
    named("header text", |item, name, text| {
        // A header is one line.
        let line = text.replace('\n', " ");
        item["request"]["header"] = json!(format!("Accept: */*\n{name}: {line}"));
    }),
    credential("bearer auth", |item, _, text| {
        item["request"]["auth"] = json!({
            "type": "bearer", "bearer": [{ "key": "token", "value": text, "type": "string" }],
        });
    }),
    credential("API key", |item, name, text| {
        item["request"]["auth"] = json!({ "type": "apikey", "apikey": [
            { "key": "key", "value": name, "type": "string" },
            { "key": "value", "value": text, "type": "string" },
        ] });
    }),
    credential("auth of v2.0", |item, _, text| {
        item["request"]["auth"] =
            json!({ "type": "basic", "basic": { "username": "u", "password": text } });
    }),
    named("query", |item, name, text| {
        item["request"]["url"] = json!({
            "raw": format!("{{{{host}}}}/a?{name}={text}"), "host": ["{{host}}"], "path": ["a"],
            "query": [{ "key": name, "value": text }],
        });
    }),
    named("address", |item, name, text| {
        item["request"]["url"] = json!(format!("https://x.test/a?{name}={text}"));
    }),
    named("JSON body", |item, name, text| {
        let raw = json!({ "a": [{ name: text }] }).to_string();
        item["request"]["body"] =
            json!({ "mode": "raw", "raw": raw, "options": { "raw": { "language": "json" } } });
    }),
    named("broken JSON body", |item, name, text| {
        let raw = format!("{{\"a\": 1,, {}: {}", json!(name), json!(text));
        item["request"]["body"] =
            json!({ "mode": "raw", "raw": raw, "options": { "raw": { "language": "json" } } });
    }),
    named("form", |item, name, text| {
        item["request"]["body"] =
            json!({ "mode": "urlencoded", "urlencoded": [{ "key": name, "value": text }] });
    }),
    named("GraphQL variables", |item, name, text| {
        let variables = json!({ name: text }).to_string();
        item["request"]["body"] =
            json!({ "mode": "graphql", "graphql": { "query": "{ a }", "variables": variables } });
    }),
    named("variable", |item, name, text| {
        item["variable"] = json!([{ "key": name, "value": text }]);
    }),
    named("example", |item, name, text| {
        item["response"] = json!([{
            "name": "OK", "code": 200, "status": "OK",
            "originalRequest": {
                "method": "GET", "url": "https://x.test", "header": [{ "key": name, "value": text }],
            },
            "header": [{ "key": "Set-Cookie", "value": format!("sid={}", text.replace('\n', "")) }],
            "body": json!({ name: text }).to_string(),
        }]);
    }),
    named("script", |item, name, text| {
        let call = format!("pm.environment.set('{name}', {});", json!(text));
        item["event"] = json!([{
            "listen": "prerequest", "script": { "type": "text/javascript", "exec": [call] },
        }]);
    }),
    named("comment", |item, name, text| {
        let lines: Vec<String> = format!("/* {name}={text} */")
            .lines()
            .map(str::to_owned)
            .collect();
        item["event"] = json!([{
            "listen": "test", "script": { "type": "text/javascript", "exec": lines },
        }]);
    }),
    nameless("description", |item, _, text| {
        item["request"]["description"] = json!(format!("Use this: {text} please"));
    }),
    nameless("name", |item, _, text| {
        item["name"] = json!(format!("Call with {text}"));
    }),
    nameless("path", |item, _, text| {
        item["request"]["url"] = json!({
            "raw": format!("{{{{host}}}}/a/{text}"), "host": ["{{host}}"], "path": ["a", text],
        });
    }),
    nameless("method", |item, _, text| {
        item["request"]["method"] = json!(text);
    }),
    nameless("names of fields", |item, _, text| {
        item["request"]["header"] = json!([{ "key": text, "value": "1" }]);
        item["request"]["body"] = json!({ "mode": "raw", "raw": json!({ text: 1 }).to_string(),
            "options": { "raw": { "language": "json" } } });
        item["request"][text] = json!(1);
        item["variable"] = json!([{ "key": text, "value": "1" }]);
    }),
    nameless("words of the format", |item, _, text| {
        item["request"]["auth"] = json!({ "type": text, "bearer": [] });
        item["request"]["body"] = json!({ "mode": text, "raw": "{}" });
        item["event"] = json!([{ "listen": text, "script": { "type": text, "exec": [] } }]);
        item["response"] = json!([{ "name": "OK", "code": 200, "status": text, "body": "",
            "header": [], "_postman_previewlanguage": text }]);
    }),
];

/// A collection with a request for each of `texts`, the text in that place under that name.
pub(crate) fn collection(place: Place, name: &str, texts: &[&str]) -> String {
    let item = |(number, text): (usize, &&str)| {
        let mut item = json!({
            "name": format!("Request {number}"),
            "request": { "method": "POST", "header": [], "url": "{{host}}/a" },
            "response": [],
        });
        (place.write)(&mut item, name, text);
        item
    };
    let items: Vec<Value> = texts.iter().enumerate().map(item).collect();
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    let collection = json!({
        "info": { "name": "Secrets", "schema": schema },
        "item": items,
        "variable": [{ "key": "host", "value": "https://x.test" }],
    });
    serde_json::to_string_pretty(&collection).unwrap()
}

//! Ways to write the same collection otherwise, as other programs and versions do.

use std::fmt::Write;

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

    /// Yes once in `end` times.
    pub(crate) fn once_in(&mut self, end: usize) -> bool {
        self.below(end) == 0
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for index in (1..list.len()).rev() {
            list.swap(index, self.below(index + 1));
        }
    }
}

/// What holds for the whole of a disguise.
struct Style {
    with_ids: bool,
    is_v2_0: bool,
}

/// The same collection in other shapes: every id new or none, v2.0 or v2.1, members, folders and
/// requests in another order, texts for objects and objects for texts.
pub(crate) fn disguised(value: Value, dice: &mut Dice) -> Value {
    let style = Style {
        with_ids: dice.once_in(2),
        is_v2_0: dice.once_in(2),
    };
    disguise(value, "", &style, dice)
}

fn disguise(value: Value, within: &str, style: &Style, dice: &mut Dice) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter();
            let mut members: Vec<(String, Value)> = members
                .filter(|(key, _)| style.with_ids || !["id", "_postman_id"].contains(&key.as_str()))
                .map(|(key, value)| {
                    let value = disguise(value, &key, style, dice);
                    let value = member(&key, value, within, style, dice);
                    (key, value)
                })
                .collect();
            members.extend(idle(&members, within, dice));
            dice.shuffle(&mut members);
            Value::Object(members.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(items) => {
            let items = items.into_iter();
            let mut items: Vec<Value> = items
                .map(|item| disguise(item, within, style, dice))
                .collect();
            if within == "item" {
                dice.shuffle(&mut items);
            }
            Value::Array(items)
        }
        other => other,
    }
}

fn member(key: &str, value: Value, within: &str, style: &Style, dice: &mut Dice) -> Value {
    match (key, value) {
        ("id" | "_postman_id", _) => format!("new-{}", dice.below(1 << 30)).into(),
        ("schema", Value::String(text)) if style.is_v2_0 => text.replace("2.1.0", "2.0.0").into(),
        ("auth", value) if style.is_v2_0 => auth_of_v2_0(value),
        ("description", Value::String(text)) => {
            json!({"content": text, "type": "text/markdown"})
        }
        ("key", Value::String(name)) if within == "header" => name.to_uppercase().into(),
        ("header", Value::Array(list)) if dice.once_in(3) => header_text(list),
        ("exec", Value::Array(lines)) if dice.once_in(2) => {
            let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
            lines.join("\r\n").into()
        }
        ("url", Value::Object(url)) => address(url, dice),
        ("raw", Value::String(text)) if within == "body" => laid_out(&text, dice).into(),
        (_, value) => value,
    }
}

/// Members that say nothing.
fn idle(members: &[(String, Value)], within: &str, dice: &mut Dice) -> Vec<(String, Value)> {
    let list: &[(&str, Value)] = match within {
        "info" => &[("_exporter_id", json!("1"))],
        "item" => &[
            ("event", json!([])),
            ("protocolProfileBehavior", json!({})),
            ("description", Value::Null),
        ],
        "request" => &[("auth", Value::Null)],
        "header" | "query" => &[("disabled", json!(false)), ("description", json!(""))],
        _ => &[],
    };
    let is_new = |key: &str| members.iter().all(|(known, _)| known != key);
    let list = list
        .iter()
        .filter(|(key, _)| is_new(key) && dice.once_in(2));
    list.map(|(key, value)| ((*key).to_owned(), value.clone()))
        .collect()
}

fn auth_of_v2_0(mut auth: Value) -> Value {
    let kind = auth["type"].as_str().unwrap_or_default().to_owned();
    if let Some(Value::Array(list)) = auth.get(&kind) {
        let pairs = list.iter().map(|one| {
            (
                one["key"].as_str().unwrap().to_owned(),
                one["value"].clone(),
            )
        });
        auth[&kind] = Value::Object(pairs.collect());
    }
    auth
}

/// Headers as one text, where a text can say them.
fn header_text(list: Vec<Value>) -> Value {
    if list.iter().any(|one| one["disabled"] == true) {
        return Value::Array(list);
    }
    let line = |one: &Value| {
        let part = |name: &str| one[name].as_str().unwrap().to_owned();
        format!("{}: {}", part("key"), part("value"))
    };
    list.iter().map(line).collect::<Vec<_>>().join("\n").into()
}

/// A URL in other parts, without its `raw`, or as a text where a text can say it.
fn address(mut url: Map<String, Value>, dice: &mut Dice) -> Value {
    let texts = |list: &Value| -> Vec<String> {
        let list = list.as_array().unwrap().iter();
        list.map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let (host, path) = (texts(&url["host"]).join("."), texts(&url["path"]));
    let query = url["query"].as_array().unwrap();
    let is_plain = !url.contains_key("variable") && query.iter().all(|one| one["disabled"] != true);
    if is_plain && dice.once_in(2) {
        let query = query.iter().map(|one| {
            let part = |name: &str| one[name].as_str().unwrap();
            format!("{}={}", part("key"), part("value"))
        });
        let query = query.collect::<Vec<_>>().join("&");
        let mark = if query.is_empty() { "" } else { "?" };
        return format!("{host}/{}{mark}{query}", path.join("/")).into();
    }
    if dice.once_in(3) {
        url.remove("raw");
    }
    if dice.once_in(3) {
        url["host"] = host.into();
    }
    match dice.below(3) {
        0 => url["path"] = format!("/{}", path.join("/")).into(),
        1 => {
            let parts = path
                .iter()
                .map(|part| json!({"type": "string", "value": part}));
            url["path"] = parts.collect();
        }
        _ => {}
    }
    Value::Object(url)
}

/// The JSON of a body with other blanks, its members in another order.
fn laid_out(text: &str, dice: &mut Dice) -> String {
    let Ok(Value::Object(members)) = serde_json::from_str(text) else {
        return text.to_owned();
    };
    let mut members: Vec<_> = members.into_iter().collect();
    dice.shuffle(&mut members);
    let body = Value::Object(members.into_iter().collect());
    if dice.once_in(2) {
        serde_json::to_string_pretty(&body)
            .unwrap()
            .replace('\n', "\r\n")
    } else {
        body.to_string()
    }
}

/// The text of a value: perhaps a BOM, blanks anywhere, characters perhaps escaped.
pub(crate) fn written(value: &Value, dice: &mut Dice) -> String {
    let mut out = String::new();
    if dice.once_in(2) {
        out.push('\u{feff}');
    }
    write(value, dice, &mut out);
    blank(dice, &mut out);
    out
}

fn blank(dice: &mut Dice, out: &mut String) {
    out.push_str(["", "", " ", "\r\n", "\n\t"][dice.below(5)]);
}

fn write(value: &Value, dice: &mut Dice, out: &mut String) {
    blank(dice, out);
    match value {
        Value::Object(members) => {
            for (index, (key, value)) in members.iter().enumerate() {
                out.push(if index == 0 { '{' } else { ',' });
                blank(dice, out);
                write_text(key, dice, out);
                blank(dice, out);
                out.push(':');
                write(value, dice, out);
            }
            out.push_str(if members.is_empty() { "{}" } else { "}" });
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                out.push(if index == 0 { '[' } else { ',' });
                write(item, dice, out);
            }
            out.push_str(if items.is_empty() { "[]" } else { "]" });
        }
        Value::String(text) => write_text(text, dice, out),
        other => out.push_str(&other.to_string()),
    }
    blank(dice, out);
}

fn write_text(text: &str, dice: &mut Dice, out: &mut String) {
    out.push('"');
    let mut units = [0; 2];
    for c in text.chars() {
        if c < ' ' || ['"', '\\'].contains(&c) || dice.once_in(20) {
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out.push('"');
}

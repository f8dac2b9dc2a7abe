//! A collection's text in one form: members in one order, two spaces, volatile members dropped.

use crate::json::{Document, Entry, Kind, Value};

/// Members that change with every export and mean nothing to who runs the collection.
const VOLATILE: &[&str] = &[
    "_postman_exported_at",
    "_postman_exported_using",
    "_exporter_id",
    "_collection_link",
    "_uid",
    "uid",
    "createdAt",
    "updatedAt",
    "lastUpdatedBy",
    "responseTime",
    "timings",
];

/// The order of members, by what an object is: the order in which Postman exports them. Members
/// that are not listed follow in the order of the text.
const COLLECTION: &[&str] = &[
    "info",
    "item",
    "auth",
    "event",
    "variable",
    "protocolProfileBehavior",
];
const INFO: &[&str] = &["_postman_id", "name", "description", "version", "schema"];
const ITEM: &[&str] = &[
    "id",
    "name",
    "description",
    "variable",
    "auth",
    "event",
    "protocolProfileBehavior",
    "request",
    "response",
    "item",
];
const REQUEST: &[&str] = &["auth", "method", "header", "body", "url", "description"];
const URL: &[&str] = &[
    "raw", "protocol", "host", "port", "path", "query", "hash", "variable",
];
const BODY: &[&str] = &[
    "mode",
    "raw",
    "urlencoded",
    "formdata",
    "file",
    "graphql",
    "options",
    "disabled",
];
const RESPONSE: &[&str] = &[
    "id",
    "name",
    "originalRequest",
    "status",
    "code",
    "_postman_previewlanguage",
    "header",
    "cookie",
    "responseTime",
    "timings",
    "body",
];
const EVENT: &[&str] = &["listen", "script", "disabled"];
const SCRIPT: &[&str] = &["id", "type", "name", "packages", "requests", "exec", "src"];
const ENTRY: &[&str] = &[
    "id",
    "key",
    "name",
    "value",
    "type",
    "src",
    "disabled",
    "enabled",
    "description",
];
const AUTH: &[&str] = &["type"];
const ANY: &[&str] = &[];

/// The canonical text of `document`; with `strip` also without its volatile members.
pub fn canonical(document: &Document, strip: bool) -> String {
    let mut writer = Writer {
        text: String::with_capacity(document.text().len()),
        strip,
    };
    let root = document.root();
    let is_wrapped = root.get("collection").is_some() && root.get("item").is_none();
    writer.value(root, if is_wrapped { ANY } else { COLLECTION }, 0);
    writer.text.push('\n');
    writer.text
}

/// The text of any `document`, indented by two spaces, with nothing moved.
pub fn indented(document: &Document) -> String {
    let mut writer = Writer {
        text: String::with_capacity(document.text().len() * 2),
        strip: false,
    };
    writer.value(document.root(), ANY, 0);
    writer.text.push('\n');
    writer.text
}

/// The order of what stands in the member `name` of an object with `order`.
fn order_below(order: &'static [&'static str], name: &str) -> &'static [&'static str] {
    // What a body, an answer or a description holds is not the format's business.
    match (order, name) {
        (order, "collection") if order == ANY => COLLECTION,
        (order, "info") if order == COLLECTION => INFO,
        (order, "item") if order == COLLECTION || order == ITEM => ITEM,
        (order, "request") if order == ITEM => REQUEST,
        (order, "originalRequest") if order == RESPONSE => REQUEST,
        (order, "response") if order == ITEM => RESPONSE,
        (order, "event") if order == COLLECTION || order == ITEM => EVENT,
        (order, "script") if order == EVENT => SCRIPT,
        (order, "url") if order == REQUEST => URL,
        (order, "body") if order == REQUEST => BODY,
        (order, "auth") if order == COLLECTION || order == ITEM || order == REQUEST => AUTH,
        (order, "variable") if order == COLLECTION || order == ITEM || order == URL => ENTRY,
        (order, "header") if order == REQUEST || order == RESPONSE => ENTRY,
        (order, "query") if order == URL => ENTRY,
        (order, "urlencoded" | "formdata") if order == BODY => ENTRY,
        (order, _) if order == AUTH => ENTRY,
        _ => ANY,
    }
}

struct Writer {
    text: String,
    strip: bool,
}

impl Writer {
    fn value(&mut self, value: Value, order: &'static [&'static str], depth: usize) {
        match value.kind() {
            Kind::Object => self.object(value, order, depth),
            Kind::Array => self.array(value, order, depth),
            Kind::String => {
                let text = value.as_str().unwrap_or_default();
                self.string(&text);
            }
            _ => self.text.push_str(value.text()),
        }
    }

    fn object(&mut self, object: Value, order: &'static [&'static str], depth: usize) {
        let mut members: Vec<(usize, Entry)> = object
            .entries()
            .map(|member| {
                let key = member.key();
                let place = order.iter().position(|known| *known == key);
                (place.unwrap_or(order.len()), member)
            })
            .collect();
        if self.strip && order != ANY {
            members.retain(|(_, member)| !VOLATILE.contains(&member.key().as_ref()));
        }
        members.sort_by_key(|(place, _)| *place);
        if members.is_empty() {
            self.text.push_str("{}");
            return;
        }
        self.text.push('{');
        for (index, (_, member)) in members.iter().enumerate() {
            self.next(index, depth + 1);
            let key = member.key();
            self.string(&key);
            self.text.push_str(": ");
            self.value(member.value(), order_below(order, &key), depth + 1);
        }
        self.line(depth);
        self.text.push('}');
    }

    fn array(&mut self, array: Value, order: &'static [&'static str], depth: usize) {
        if array.is_empty() {
            self.text.push_str("[]");
            return;
        }
        self.text.push('[');
        for (index, element) in array.elements().enumerate() {
            self.next(index, depth + 1);
            self.value(element, order, depth + 1);
        }
        self.line(depth);
        self.text.push(']');
    }

    fn next(&mut self, index: usize, depth: usize) {
        if index > 0 {
            self.text.push(',');
        }
        self.line(depth);
    }

    fn line(&mut self, depth: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", depth));
    }

    fn string(&mut self, text: &str) {
        self.text
            .push_str(&serde_json::Value::from(text).to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::canonical;
    use crate::json::Document;

    fn formatted(text: &str, strip: bool) -> String {
        canonical(&Document::from_text(text).unwrap(), strip)
    }

    #[test]
    fn members_are_put_in_order_and_nothing_is_lost() {
        let text = r#"{"item":[{"request":{"url":"a","method":"GET","x":1e2},"name":"R"}],
            "info":{"schema":"s","name":"A\u00e9\/"},"other":{"b":1,"a":[]}}"#;
        insta::assert_snapshot!(formatted(text, false));
    }

    #[test]
    fn volatile_members_go_where_the_format_has_them_only() {
        let text = r#"{"info":{"_exporter_id":"1"},"item":[],"other":{"uid":"2"}}"#;
        let text = formatted(text, true);
        assert!(
            !text.contains("_exporter_id") && text.contains("uid"),
            "{text}"
        );
    }

    #[test]
    fn canonical_text_stays_as_it_is() {
        let text = formatted(r#"{"b":{},"info":{"name":"A"}}"#, false);
        assert_eq!(formatted(&text, false), text);
    }
}

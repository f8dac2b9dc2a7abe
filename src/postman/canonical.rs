//! The canonical text of a collection: fixed order of members, two spaces, volatile members dropped.

use super::members::Object;
use crate::json::{Document, Entry, Kind, Value};

/// What a canonical text leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strip {
    /// Nothing.
    Nothing,
    /// Members that each export writes otherwise.
    Volatile,
    /// These, and ids of what has a name: they change when a collection is imported again.
    Ids,
}

/// The canonical text of `document` without what `strip` says. A document of another format than
/// Postman's collections and environments is only indented.
pub fn canonical(document: &Document, strip: Strip) -> String {
    let mut writer = Writer {
        text: String::with_capacity(document.text().len()),
        strip,
    };
    let root = document.root();
    writer.value(root, Object::of_root(root), 0);
    writer.text.push('\n');
    writer.text
}

/// The text of any `document`, indented by two spaces, with nothing moved.
pub fn indented(document: &Document) -> String {
    let mut writer = Writer {
        text: String::with_capacity(document.text().len() * 2),
        strip: Strip::Nothing,
    };
    writer.value(document.root(), None, 0);
    writer.text.push('\n');
    writer.text
}

struct Writer {
    text: String,
    strip: Strip,
}

impl Writer {
    /// Writes `value`: an `object`, or a list of them, where that is known.
    fn value(&mut self, value: Value, object: Option<&Object>, depth: usize) {
        match value.kind() {
            Kind::Object => self.object(value, object, depth),
            Kind::Array => self.array(value, object, depth),
            Kind::String => {
                let text = value.as_str().unwrap_or_default();
                self.string(&text);
            }
            _ => self.text.push_str(value.text()),
        }
    }

    fn object(&mut self, value: Value, object: Option<&Object>, depth: usize) {
        let mut entries: Vec<(usize, Entry)> = Vec::new();
        for entry in value.entries() {
            let known = object.and_then(|object| object.member(&entry.key()));
            let (place, is_volatile) = known.map_or((usize::MAX, false), |(place, member)| {
                (place, member.volatile_as(entry.value()).is_some())
            });
            let is_id = || known.is_some() && ["id", "_postman_id"].contains(&&*entry.key());
            let is_left_out = (self.strip >= Strip::Volatile && is_volatile)
                || (self.strip == Strip::Ids && is_id() && is_named(value));
            if !is_left_out {
                entries.push((place, entry));
            }
        }
        // Members that the list does not have follow in the order of the text.
        entries.sort_by_key(|(place, _)| *place);
        if entries.is_empty() {
            self.text.push_str("{}");
            return;
        }
        self.text.push('{');
        for (index, (_, entry)) in entries.iter().enumerate() {
            self.next(index, depth + 1);
            let key = entry.key();
            self.string(&key);
            self.text.push_str(": ");
            let inner = object.and_then(|object| object.inner(&key));
            self.value(entry.value(), inner, depth + 1);
        }
        self.line(depth);
        self.text.push('}');
    }

    fn array(&mut self, array: Value, object: Option<&Object>, depth: usize) {
        if array.is_empty() {
            self.text.push_str("[]");
            return;
        }
        self.text.push('[');
        for (index, element) in array.elements().enumerate() {
            self.next(index, depth + 1);
            let object = object.filter(|_| element.kind() == Kind::Object);
            self.value(element, object, depth + 1);
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

/// Whether something other than its id says what an object is.
fn is_named(object: Value) -> bool {
    let names = ["name", "key", "listen", "exec"];
    names.iter().any(|name| object.get(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::{Strip, canonical};
    use crate::json::Document;

    fn formatted(text: &str, strip: Strip) -> String {
        canonical(&Document::from_text(text).unwrap(), strip)
    }

    #[test]
    fn members_are_put_in_order_and_nothing_is_lost() {
        let text = r#"{"item":[{"request":{"url":"a","method":"GET","x":1e2},"name":"R"}],
            "info":{"schema":"s","name":"A\u00e9\/"},"other":{"b":1,"a":[]}}"#;
        insta::assert_snapshot!(formatted(text, Strip::Nothing));
    }

    #[test]
    fn volatile_members_go_where_the_format_has_them_only() {
        let text = r#"{"info":{"_exporter_id":"1"},"item":[],"other":{"uid":"2"}}"#;
        let text = formatted(text, Strip::Volatile);
        assert!(
            !text.contains("_exporter_id") && text.contains("uid"),
            "{text}"
        );
    }

    #[test]
    fn ids_go_where_something_else_says_what_it_is() {
        let text = r#"{"info": {"_postman_id": "1", "name": "A"},
            "item": [{"id": "2", "name": "R", "event": [{"listen": "test", "script": {"id": "3", "exec": []}}],
                      "request": {"url": {"variable": [{"id": "4"}, {"id": "5", "key": "k"}]}},
                      "response": [{"id": "6", "name": "E", "body": "{\"id\": 7}"}]}]}"#;
        let text = formatted(text, Strip::Ids);
        let kept = ["1", "2", "3", "4", "5", "6"];
        let kept = kept.map(|id| text.contains(&format!("\"{id}\"")));
        assert_eq!(kept, [false, false, false, true, false, false], "{text}");
        assert!(text.contains(r#"{\"id\": 7}"#));
    }

    #[test]
    fn canonical_text_stays_as_it_is() {
        let text = formatted(r#"{"b":{},"info":{"name":"A"}}"#, Strip::Nothing);
        assert_eq!(formatted(&text, Strip::Nothing), text);
    }
}

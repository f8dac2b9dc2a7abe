//! Edits that leave the rest of the text unchanged: order, indentation, commas.

use std::ops::Range;

use crate::diagnostic::Edit;
use crate::json::{Entry, Kind, Value};
use crate::postman::effective::Piece;

/// Replaces `value` by the JSON text `text`.
pub(crate) fn replace(value: Value, text: impl Into<String>) -> Edit {
    Edit {
        span: value.span(),
        text: text.into(),
    }
}

/// Replaces the text of a string value.
pub(crate) fn replace_text(value: Value, text: &str) -> Edit {
    replace(value, serde_json::Value::from(text).to_string())
}

/// Removes the member `key` of `object`, with its comma.
pub(crate) fn remove_member(object: Value, key: &str) -> Option<Edit> {
    let members = object.entries().filter(|member| member.key() == key);
    remove_entry(members.last()?)
}

/// Removes a member of an object, with its comma; looks only at what is around it.
pub(crate) fn remove_entry(member: Entry) -> Option<Edit> {
    let value = member.value();
    let span = member.key_span().start..value.span().end;
    remove(value.document().text(), span)
}

/// Removes `element`, one of a list, with its comma; looks only at what is around it.
pub(crate) fn remove_element(element: Value) -> Option<Edit> {
    remove(element.document().text(), element.span())
}

/// Removes `own`, a member or an element, with a comma and the white space that would be left.
fn remove(text: &str, own: Range<usize>) -> Option<Edit> {
    let before = text.get(..own.start)?.trim_end();
    let after = text.get(own.end..)?.trim_start();
    let span = if let Some(before) = before.strip_suffix(',') {
        // The comma may begin the line.
        before.trim_end().len()..own.end
    } else if let Some(after) = after.strip_prefix(',') {
        own.start..text.len() - after.trim_start().len()
    } else {
        // The only one: the white space around it goes as well, which would be a blank line.
        before.len()..text.len() - after.len()
    };
    Some(Edit {
        span,
        text: String::new(),
    })
}

/// Replaces the bytes `inside` of the unescaped text of a string.
pub(crate) fn replace_inside(value: Value, inside: Range<usize>, text: &str) -> Option<Edit> {
    let json = serde_json::Value::from(text).to_string();
    let text = json.strip_prefix('"')?.strip_suffix('"')?;
    Some(Edit {
        span: value.span_of(inside)?,
        text: text.to_owned(),
    })
}

/// Replaces a piece of an address by `text`.
pub(crate) fn replace_piece(piece: &Piece, text: &str) -> Option<Edit> {
    match &piece.part {
        Some(part) => replace_inside(piece.at, part.clone(), text),
        None if piece.at.kind() == Kind::String => Some(replace_text(piece.at, text)),
        None => None,
    }
}

/// Gives the member `key` of `object` another name.
pub(crate) fn rename_member(object: Value, key: &str, name: &str) -> Option<Edit> {
    let member = object
        .entries()
        .filter(|member| member.key() == key)
        .last()?;
    Some(Edit {
        span: member.key_span(),
        text: serde_json::Value::from(name).to_string(),
    })
}

/// Adds a member after the last of `object`, indented as the others are; nothing to another value.
pub(crate) fn add_member(object: Value, name: &str, json: &str) -> Option<Edit> {
    if object.kind() != Kind::Object {
        return None;
    }
    let text = object.document().text();
    let name = serde_json::Value::from(name);
    let Some(last) = object.entries().last() else {
        let inside = object.span().start + 1..object.span().end - 1;
        return Some(Edit {
            span: inside,
            text: format!("{name}: {json}"),
        });
    };
    let end = last.value().span().end;
    let layout = layout(text, last.key_span().start)?;
    let colon = text.get(last.key_span().end..last.value().span().start)?;
    Some(Edit {
        span: end..end,
        text: format!(",{layout}{name}{colon}{json}"),
    })
}

/// Adds elements, JSON texts, after the last of `list`, set as the others are; nothing to another value.
pub(crate) fn add_elements(list: Value, added: &[&str]) -> Option<Edit> {
    if list.kind() != Kind::Array {
        return None;
    }
    let text = list.document().text();
    let Some(tail) = list.elements().last() else {
        return Some(Edit {
            span: list.span().start + 1..list.span().end - 1,
            text: added.join(", "),
        });
    };
    let layout = layout(text, tail.span().start)?;
    let added: Vec<String> = added
        .iter()
        .map(|element| format!(",{layout}{element}"))
        .collect();
    let end = tail.span().end;
    Some(Edit {
        span: end..end,
        text: added.concat(),
    })
}

/// Replaces `element`, a string of a list, by one for each of `parts`, set as it is.
pub(crate) fn split_text(element: Value, parts: &[&str]) -> Option<Edit> {
    let layout = layout(element.document().text(), element.span().start)?;
    let texts: Vec<String> = parts
        .iter()
        .map(|part| serde_json::Value::from(*part).to_string())
        .collect();
    Some(replace(element, texts.join(&format!(",{layout}"))))
}

/// Defines a variable in `collection`; nothing where its variables are not a list.
pub(crate) fn define_variable(collection: Value, name: &str, value: &str) -> Option<Edit> {
    let entry = serde_json::json!({ "key": name, "value": value }).to_string();
    match collection.get("variable") {
        Some(list) if list.kind() == Kind::Array => add_elements(list, &[&entry]),
        Some(_) => None,
        None => add_member(collection, "variable", &format!("[{entry}]")),
    }
}

/// How what starts at `start` is set: the white space in front of it, blank lines left out.
fn layout(text: &str, start: usize) -> Option<&str> {
    let before = text.get(..start)?;
    let space = before.get(before.trim_end().len()..)?;
    let Some(line) = space.rfind('\n') else {
        return Some(space);
    };
    let has_return = space.get(..line)?.ends_with('\r');
    space.get(line - usize::from(has_return)..)
}

#[cfg(test)]
mod tests {
    use super::{
        add_elements, add_member, remove_element, remove_member, rename_member, replace_inside,
        replace_text,
    };
    use crate::diagnostic::Edit;
    use crate::json::Document;

    fn edited(text: &str, edit: impl Fn(&Document) -> Option<Edit>) -> String {
        let edit = edit(&Document::from_text(text).unwrap()).unwrap();
        let mut text = text.to_owned();
        text.replace_range(edit.span, &edit.text);
        assert!(Document::from_text(&text).is_ok(), "{text}");
        text
    }

    #[test]
    fn a_removed_member_takes_its_comma_along() {
        let remove = |key: &'static str| {
            edited("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", |document| {
                remove_member(document.root(), key)
            })
        };
        assert_eq!(remove("a"), "{\n  \"b\": 2,\n  \"c\": 3\n}");
        assert_eq!(remove("b"), "{\n  \"a\": 1,\n  \"c\": 3\n}");
        assert_eq!(remove("c"), "{\n  \"a\": 1,\n  \"b\": 2\n}");
        let only = edited("{\n  \"a\": 1\n}", |document| {
            remove_member(document.root(), "a")
        });
        assert_eq!(only, "{}");
    }

    #[test]
    fn an_element_is_removed_where_it_stands() {
        let remove = |index| {
            edited("[\n  1,\n  2,\n  3\n]", |document| {
                remove_element(document.root().index(index)?)
            })
        };
        assert_eq!(remove(0), "[\n  2,\n  3\n]");
        assert_eq!(remove(1), "[\n  1,\n  3\n]");
        assert_eq!(remove(2), "[\n  1,\n  2\n]");
        let only = edited("[\n  1\n]", |document| {
            remove_element(document.root().index(0)?)
        });
        assert_eq!(only, "[]");
        let comma_first = |index| {
            edited("[\n  1\n  , 2\n  , 3\n]", |document| {
                remove_element(document.root().index(index)?)
            })
        };
        assert_eq!(comma_first(0), "[\n  2\n  , 3\n]");
        assert_eq!(comma_first(1), "[\n  1\n  , 3\n]");
        assert_eq!(comma_first(2), "[\n  1\n  , 2\n]");
    }

    #[test]
    fn an_element_is_removed_and_a_name_changed() {
        let text = "[1, 2]";
        assert_eq!(
            edited(text, |document| remove_element(document.root().index(1)?)),
            "[1]"
        );
        let text = "{\"a\": 1}";
        assert_eq!(
            edited(text, |document| rename_member(document.root(), "a", "b\"")),
            "{\"b\\\"\": 1}"
        );
        assert_eq!(
            edited("\"x\"", |document| Some(replace_text(
                document.root(),
                "y\n"
            ))),
            "\"y\\n\""
        );
    }

    #[test]
    fn an_element_is_added_and_a_part_of_a_text_replaced() {
        let add = |text: &str| edited(text, |document| add_elements(document.root(), &["0"]));
        assert_eq!(add("[1,\n 2]"), "[1,\n 2,\n 0]");
        assert_eq!(add("[1]"), "[1,0]");
        assert_eq!(add("[ ]"), "[0]");
        let text = r#""a\nbc""#;
        let replaced = edited(text, |document| replace_inside(document.root(), 2..3, "\""));
        assert_eq!(replaced, r#""a\n\"c""#);
    }

    #[test]
    fn an_added_member_is_set_as_the_others_are() {
        let add = |text: &str| edited(text, |document| add_member(document.root(), "z", "null"));
        assert_eq!(
            add("{\n\t\"a\" : 1\n}"),
            "{\n\t\"a\" : 1,\n\t\"z\" : null\n}"
        );
        assert_eq!(
            add("{\"a\": 1,\r\n\r\n\t\"b\": 2\r\n}"),
            "{\"a\": 1,\r\n\r\n\t\"b\": 2,\r\n\t\"z\": null\r\n}"
        );
        assert_eq!(add("{\"a\":1}"), "{\"a\":1,\"z\":null}");
        assert_eq!(add("{}"), "{\"z\": null}");
        for text in ["\"a\"", "[]", "1"] {
            let document = Document::from_text(text).unwrap();
            assert!(add_member(document.root(), "z", "null").is_none(), "{text}");
        }
    }

    #[test]
    fn added_elements_are_set_as_the_others_are() {
        let add = |text: &str| edited(text, |document| add_elements(document.root(), &["8", "9"]));
        assert_eq!(add("[]"), "[8, 9]");
        assert_eq!(add("[1]"), "[1,8,9]");
        let object = Document::from_text("{}").unwrap();
        assert!(add_elements(object.root(), &["8"]).is_none());
        assert_eq!(add("[\n  1,\n  2\n]"), "[\n  1,\n  2,\n  8,\n  9\n]");
    }
}

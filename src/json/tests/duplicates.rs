//! Repeated keys.

use super::parse;

fn found(text: &str) -> Vec<(String, String, usize, usize)> {
    let document = parse(text);
    let duplicates = document.duplicate_keys();
    duplicates
        .into_iter()
        .map(|duplicate| {
            let (earlier, later) = (duplicate.earlier.start, duplicate.later.start);
            (duplicate.object, duplicate.key.into_owned(), earlier, later)
        })
        .collect()
}

fn one(object: &str, key: &str, earlier: usize, later: usize) -> (String, String, usize, usize) {
    (object.to_owned(), key.to_owned(), earlier, later)
}

#[test]
fn the_last_wins_and_all_are_kept() {
    let document = parse(r#"{"a": 1, "b": 2, "a": 3}"#);
    assert_eq!(
        document
            .root()
            .get("a")
            .and_then(super::super::value::Value::as_i64),
        Some(3)
    );
    assert_eq!(document.root().len(), 3);
}

#[test]
fn none() {
    assert_eq!(found(r#"[{"a": 1, "b": {"a": 1}}, {"a": 1}, 2]"#), []);
    assert_eq!(found("{}"), []);
}

#[test]
fn in_the_order_of_the_text() {
    assert_eq!(
        found(r#"{"x/y": [0, {"a": 1, "a": 2, "\u0061": 3}], "b": 1, "b": 2}"#),
        [
            one("/x~1y/1", "a", 13, 21),
            one("/x~1y/1", "a", 21, 29),
            one("", "b", 44, 52),
        ]
    );
}

#[test]
fn in_objects_with_many_keys() {
    let mut entries: Vec<_> = (0..20_000).map(|key| format!("\"key{key}\": 0")).collect();
    entries.extend([r#""key7": 1"#.to_owned(), r#""\u006bey9": 1"#.to_owned()]);
    let text = format!("{{{}}}", entries.join(", "));
    let found = found(&text);
    let keys: Vec<_> = found.iter().map(|(_, key, ..)| key.as_str()).collect();
    assert_eq!(keys, ["key7", "key9"]);
}

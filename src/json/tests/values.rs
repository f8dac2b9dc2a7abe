//! Values, lookups, pointers.

use std::borrow::Cow;

use super::parse;
use crate::json::Kind;

#[test]
fn scalars() {
    let document =
        parse(r#"[null, true, false, -12, 1.50, "a\u0041", "plain", 18446744073709551615]"#);
    let values: Vec<_> = document.root().elements().collect();
    let [null, yes, no, whole, fraction, escaped, plain, large] = values[..] else {
        panic!("eight values");
    };
    assert!(null.is_null());
    assert_eq!((yes.as_bool(), no.as_bool()), (Some(true), Some(false)));
    assert_eq!((whole.as_i64(), whole.as_u64()), (Some(-12), None));
    assert_eq!(fraction.as_number_text(), Some("1.50"));
    assert_eq!((fraction.as_i64(), fraction.as_f64()), (None, Some(1.5)));
    assert_eq!(escaped.as_raw_str(), Some(r"a\u0041"));
    assert_eq!(escaped.as_str(), Some(Cow::Owned("aA".to_owned())));
    assert!(escaped.is_str("aA") && !escaped.is_str(r"a\u0041"));
    assert!(matches!(plain.as_str(), Some(Cow::Borrowed("plain"))));
    assert_eq!((large.as_u64(), large.as_i64()), (Some(u64::MAX), None));
    assert_eq!(
        (plain.as_bool(), plain.as_i64(), plain.len()),
        (None, None, 0)
    );
    assert_eq!(null.as_str(), None);
}

#[test]
fn minus_zero_is_no_integer_as_in_serde_json() {
    let document = parse("-0");
    assert_eq!(
        (document.root().as_i64(), document.root().as_u64()),
        (None, None)
    );
    assert!(document.root().as_f64().is_some_and(f64::is_sign_negative));
}

#[test]
fn containers() {
    let document = parse(r#"{"a": [1, [2, 3], {}], "b": {"c": []}}"#);
    let root = document.root();
    assert_eq!(
        (root.kind(), root.len(), root.is_empty()),
        (Kind::Object, 2, false)
    );
    let a = root.get("a").expect("a");
    assert_eq!((a.kind(), a.len()), (Kind::Array, 3));
    assert_eq!(
        a.index(1).map(super::super::value::Value::text),
        Some("[2, 3]")
    );
    assert!(a.index(2).is_some_and(super::super::value::Value::is_empty));
    assert!(a.index(3).is_none() && a.get("a").is_none() && root.index(0).is_none());
    let keys: Vec<_> = root.entries().map(super::super::iter::Entry::key).collect();
    assert_eq!(keys, ["a", "b"]);
    let spans: Vec<_> = root
        .entries()
        .map(super::super::iter::Entry::key_span)
        .collect();
    assert_eq!(spans, [1..4, 23..26]);
    assert_eq!(root.span(), 0..document.text().len());
}

#[test]
fn pointers_both_ways() {
    let document = parse(r#"{"": 0, "a/b": [10, {"m~n": 1, "c%d": 2}], "\u0065": {"01": 3}}"#);
    let root = document.root();
    for (pointer, text) in [
        ("/", "0"),
        ("/a~1b/0", "10"),
        ("/a~1b/1/m~0n", "1"),
        ("/a~1b/1/c%d", "2"),
        ("/e/01", "3"),
        ("/e", "{\"01\": 3}"),
    ] {
        let value = root.pointer(pointer).expect(pointer);
        assert_eq!((value.text(), value.path().as_str()), (text, pointer));
    }
    assert_eq!(
        root.pointer("").map(super::super::value::Value::span),
        Some(root.span())
    );
    assert_eq!(root.path(), "");
    for missing in [
        "a",
        "/x",
        "/a~1b/00",
        "/a~1b/+1",
        "/a~1b/2",
        "/a~1b/-",
        "/a~1b/0/0",
        "/e/",
    ] {
        assert!(root.pointer(missing).is_none(), "{missing}");
    }
}

#[test]
fn debug_shows_no_text() {
    let document = parse(r#"{"secret": "AKIA"}"#);
    assert_eq!(format!("{:?}", document.root()), "Object at 0..18");
    assert_eq!(
        format!("{document:?}"),
        "Document { bytes: 18, nodes: 3, .. }"
    );
}

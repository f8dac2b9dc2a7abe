//! The same texts accepted, and the same values read, as `serde_json` does.

use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::Value as Serde;

use super::{super::Document, to_serde};
use crate::json::{MAX_DEPTH, Value};

/// A text of JSON values with white space anywhere it may be.
fn text() -> impl Strategy<Value = String> {
    let word = select(vec!["null", "true", "false"]).prop_map(str::to_owned);
    let scalar = prop_oneof![word, number(), string()];
    let inner = scalar.prop_recursive(6, 48, 6, |inner| {
        let element = (space(), inner.clone(), space()).prop_map(|(a, value, b)| a + &value + &b);
        let entry = (space(), string(), space(), space(), inner, space())
            .prop_map(|(a, key, b, c, value, d)| format!("{a}{key}{b}:{c}{value}{d}"));
        prop_oneof![
            (vec(element, 0..6), space()).prop_map(|(elements, space)| {
                let inside = elements.join(",");
                format!("[{}]", if inside.is_empty() { space } else { inside })
            }),
            (vec(entry, 0..6), space()).prop_map(|(entries, space)| {
                let inside = entries.join(",");
                format!("{{{}}}", if inside.is_empty() { space } else { inside })
            }),
        ]
    });
    (space(), inner, space()).prop_map(|(a, value, b)| a + &value + &b)
}

fn space() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just(String::new()),
        2 => "\n[ ]{0,20}",
        1 => "\r?\n\t{0,20}",
        1 => "[ \t\r\n]{0,4}",
    ]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?(0|[1-9][0-9]{0,21})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?"
            .prop_filter("in range", |number| number
                .parse()
                .is_ok_and(f64::is_finite)),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<u64>().prop_map(|number| number.to_string()),
        select(vec![
            "-0",
            "0e999999999999",
            "-0.0e5",
            "1e-400",
            "9007199254740993"
        ])
        .prop_map(str::to_owned),
    ]
}

fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z ]{0,12}",
        1 => any::<char>()
            .prop_map(|c| if c >= ' ' && c != '"' && c != '\\' { c } else { 'é' })
            .prop_map(String::from),
        1 => "\\\\[\"\\\\/bfnrt]",
        1 => "\\\\u[0-9a-cA-C][0-9a-fA-F]{3}",
        1 => "\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}",
    ];
    vec(piece, 0..5).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}

/// One change to a text: a piece taken out, and something that matters to JSON put in.
fn mutation() -> impl Strategy<Value = (usize, usize, String)> {
    let inserted = prop_oneof![
        2 => Just(String::new()),
        4 => select(vec![
            "{", "}", "[", "]", ",", ":", "\"", "\\", "/", "'", "-", "+", ".", "e", "0", "1", "9",
            "u", "t", "null", "true", "\n", "\t", " ", "\u{1}", "\u{7f}", "\u{feff}", "\u{a0}", "é",
            "\\u", "\\ud800", "\\udc00", "1e999", "01", "//", "/*", "#", "\"a\":", ",,",
        ])
        .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    (any::<usize>(), 0..4usize, inserted)
}

fn mutate(text: &str, (at, removed, inserted): &(usize, usize, String)) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = at % (characters.len() + 1);
    let end = (at + removed).min(characters.len());
    let head = characters.iter().take(at);
    let tail = characters.iter().skip(end);
    head.copied()
        .chain(inserted.chars())
        .chain(tail.copied())
        .collect()
}

fn assert_agrees(text: &str) -> Result<(), TestCaseError> {
    let theirs = serde_json::from_str::<Serde>(text);
    match (Document::from_text(text), theirs) {
        (Ok(ours), Ok(theirs)) => prop_assert_eq!(to_serde(ours.root()), theirs, "{}", text),
        (Err(_), Err(_)) => {}
        (Ok(ours), Err(_)) if ours.has_bom() => assert_agrees(text.trim_start_matches('\u{feff}'))?,
        (Ok(_), Err(theirs)) => prop_assert!(false, "only serde_json refuses: {theirs}: {text:?}"),
        (Err(ours), Ok(_)) => prop_assert!(false, "only the tape refuses: {ours}: {text:?}"),
    }
    Ok(())
}

/// Every value's span holds that value, and its path leads to it.
fn assert_places(value: Value<'_>) -> Result<(), TestCaseError> {
    let document = value.document();
    let slice = document.text().get(value.span()).expect("a span");
    let again: Serde = serde_json::from_str(slice).expect("a value");
    prop_assert_eq!(to_serde(value), again);
    if document.duplicate_keys().is_empty() {
        let path = value.path();
        let found = document
            .root()
            .pointer(&path)
            .expect("a path leads somewhere");
        prop_assert_eq!(found.span(), value.span(), "{}", path);
    }
    let members = value.entries().count() + value.elements().count();
    prop_assert_eq!(value.len(), members);
    for entry in value.entries() {
        let key = document.text().get(entry.key_span()).expect("a span");
        let again: String = serde_json::from_str(key).expect("a key");
        prop_assert_eq!(entry.key(), again);
        prop_assert_eq!(entry.key_value().path(), entry.value().path());
        assert_places(entry.value())?;
    }
    value.elements().try_for_each(assert_places)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn valid_texts(text in text()) {
        prop_assert!(Document::from_text(&text).is_ok(), "{}", text);
        assert_agrees(&text)?;
    }

    #[test]
    fn serialised_values(text in text()) {
        let value: Serde = serde_json::from_str(&text).expect("valid");
        assert_agrees(&value.to_string())?;
        assert_agrees(&serde_json::to_string_pretty(&value).expect("serialises"))?;
    }

    #[test]
    fn mutated_texts(text in text(), mutations in vec(mutation(), 1..4)) {
        assert_agrees(&mutations.iter().fold(text, |text, mutation| mutate(&text, mutation)))?;
    }

    #[test]
    fn any_text(text in any::<String>()) {
        assert_agrees(&text)?;
    }

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..40)) {
        let ours = Document::parse(&bytes);
        prop_assert_eq!(ours.is_ok(), serde_json::from_slice::<Serde>(&bytes).is_ok());
    }

    #[test]
    fn errors_point_into_the_text(text in text(), mutations in vec(mutation(), 1..4)) {
        let text = mutations.iter().fold(text, |text, mutation| mutate(&text, mutation));
        if let Err(error) = Document::from_text(&text) {
            prop_assert!(text.get(error.span()).is_some(), "{:?}: {}", error, text);
            prop_assert!(error.container().is_none_or(|at| at < text.len()));
            prop_assert!(!error.to_string().contains(char::is_control), "{:?}", error);
        }
    }

    #[test]
    fn places(text in text()) {
        assert_places(Document::from_text(&text).expect("valid").root())?;
    }
}

#[test]
fn depth_limit_is_that_of_serde_json() {
    for depth in MAX_DEPTH - 1..MAX_DEPTH + 3 {
        for (open, close) in [("[", "]"), ("{\"a\":[", "]}")] {
            let levels = depth / open.matches(['[', '{']).count();
            let text = open.repeat(levels) + &close.repeat(levels);
            let ours = Document::from_text(&text);
            let theirs = serde_json::from_str::<Serde>(&text);
            assert_eq!(ours.is_ok(), theirs.is_ok(), "{depth} levels");
        }
    }
}

//! The sentence and the place of every error.

use crate::json::{Document, Error};

fn error(text: &str) -> Error {
    match Document::from_text(text) {
        Ok(_) => panic!("it is accepted: {text}"),
        Err(error) => error,
    }
}

/// A text, the offset of its error, the bytes that it points at, and its sentence.
const CASES: &[(&str, usize, &str, &str)] = &[
    ("", 0, "", "expected a value, found an empty text"),
    (" \n", 2, "", "expected a value, found an empty text"),
    (
        "{",
        1,
        "",
        "expected a key in double quotes or `}`, found the end of the text",
    ),
    (
        "[",
        1,
        "",
        "expected a value or `]`, found the end of the text",
    ),
    (
        "[[]",
        3,
        "",
        "expected `,` or `]` after a value, found the end of the text",
    ),
    (
        "{\"a\": ",
        6,
        "",
        "expected a value, found the end of the text",
    ),
    (
        "{,}",
        1,
        ",",
        "expected a key in double quotes or `}`, found `,`",
    ),
    (
        "{{name}}",
        1,
        "{",
        "expected a key in double quotes or `}`, found `{`",
    ),
    (
        "{name: 1}",
        1,
        "name",
        "expected a key in double quotes or `}`, found `name`",
    ),
    (
        "{\"a\":1, b:2}",
        8,
        "b",
        "expected a key in double quotes, found `b`",
    ),
    (
        "{\"a\":1,,}",
        7,
        ",",
        "expected a key in double quotes, found `,`",
    ),
    ("{\"a\" 1}", 5, "1", "expected `:` after a key, found `1`"),
    ("{\"a\"}", 4, "}", "expected `:` after a key, found `}`"),
    ("{\"a\":}", 5, "}", "expected a value, found `}`"),
    ("[,1]", 1, ",", "expected a value or `]`, found `,`"),
    (
        "{\"a\":1 \"name\":2}",
        7,
        "\"name\"",
        "expected `,` or `}` after a value, found `\"name\"`",
    ),
    (
        "{\"a\":1]",
        6,
        "]",
        "expected `,` or `}` after a value, found `]`",
    ),
    (
        "[1 2]",
        3,
        "2",
        "expected `,` or `]` after a value, found `2`",
    ),
    (
        "[1}",
        2,
        "}",
        "expected `,` or `]` after a value, found `}`",
    ),
    (
        "[\"a\" \"b\\\"c\"]",
        5,
        "\"b\\\"c\"",
        "expected `,` or `]` after a value, found `\"b\\\"c\"`",
    ),
    (
        "[1 \"open\n]",
        3,
        "\"open",
        "expected `,` or `]` after a value, found `\"open`",
    ),
    (
        "[1 abcdefghijklmnopqrstuvwxyz]",
        3,
        "abcdefghijklmnopqrstuvwxyz",
        "expected `,` or `]` after a value, found `abcdefghijklmnopqrst…`",
    ),
    ("{\"a\":1,}", 6, ",", "trailing comma before `}`"),
    ("[1 ,\n]", 3, ",", "trailing comma before `]`"),
    ("// x\n1", 0, "//", "JSON has no comments, found `//`"),
    (
        "[1, /* x */ 2]",
        4,
        "/*",
        "JSON has no comments, found `/*`",
    ),
    ("{\"a\":1 # x\n}", 7, "#", "JSON has no comments, found `#`"),
    (
        "1/2",
        1,
        "/",
        "expected the end of the text after the value, found `/`",
    ),
    (
        "['a']",
        1,
        "'",
        "expected double quotes around a string, found a single quote `'`",
    ),
    (
        "{'a':1}",
        1,
        "'",
        "expected double quotes around a string, found a single quote `'`",
    ),
    (
        "{\"a\":1'}",
        6,
        "'",
        "expected `,` or `}` after a value, found `'`",
    ),
    ("[“a”]", 1, "“", "expected a value or `]`, found `“`"),
    (
        "[\u{a0}1]",
        1,
        "\u{a0}",
        "expected a value or `]`, found U+00A0",
    ),
    (
        "\u{feff}\u{feff}1",
        3,
        "\u{feff}",
        "expected a value, found U+FEFF",
    ),
    ("[NaN]", 1, "NaN", "expected a value or `]`, found `NaN`"),
    (
        "{\"a\": undefined}",
        6,
        "undefined",
        "expected a value, found `undefined`",
    ),
    ("nulll", 0, "nulll", "expected a value, found `nulll`"),
    ("True", 0, "True", "expected a value, found `True`"),
    ("+1", 0, "+1", "expected a value, found `+1`"),
    (".5", 0, ".5", "expected a value, found `.5`"),
    (
        "-",
        1,
        "",
        "expected a digit after `-`, found the end of the text",
    ),
    ("-a", 1, "a", "expected a digit after `-`, found `a`"),
    ("[1.]", 3, "]", "expected a digit after `.`, found `]`"),
    (
        "[1e+]",
        4,
        "]",
        "expected a digit in the exponent, found `]`",
    ),
    ("[012]", 1, "012", "leading zero in the number `012`"),
    ("-00", 0, "-00", "leading zero in the number `-00`"),
    (
        "1e999",
        0,
        "1e999",
        "the number `1e999` is out of range, expected at most 1.8e308",
    ),
    (
        "1 x",
        2,
        "x",
        "expected the end of the text after the value, found `x`",
    ),
    (
        "{}}",
        2,
        "}",
        "expected the end of the text after the value, found `}`",
    ),
    (
        "[\"ab",
        1,
        "\"ab",
        "unterminated string, expected `\"` before the end of the text",
    ),
    (
        "\"ab\\",
        0,
        "\"ab\\",
        "unterminated string, expected `\"` before the end of the text",
    ),
    (
        "\"a\nb\"",
        2,
        "\n",
        "line feed U+000A in a string, expected `\"` or `\\n`",
    ),
    (
        "\"a\rb\"",
        2,
        "\r",
        "carriage return U+000D in a string, expected `\"` or `\\r`",
    ),
    (
        "\"a\tb\"",
        2,
        "\t",
        "control character U+0009 in a string, expected `\\t`",
    ),
    (
        "\"\u{1}\"",
        1,
        "\u{1}",
        "control character U+0001 in a string, expected `\\u0001`",
    ),
    (
        "[\"a\\\n\"]",
        4,
        "\n",
        "line feed U+000A in a string, expected `\"` or `\\n`",
    ),
    (
        "[1 \"\u{1b}[31m\"]",
        3,
        "\"\u{1b}[31m\"",
        "expected `,` or `]` after a value, found `\"\u{fffd}[31m\"`",
    ),
    (
        r#""\q""#,
        1,
        r"\q",
        r#"unknown escape `\q` in a string, expected `\` and one of `"\/bfnrtu`"#,
    ),
    (
        r#""\é""#,
        1,
        r"\é",
        r#"unknown escape `\é` in a string, expected `\` and one of `"\/bfnrtu`"#,
    ),
    (
        r#""\u12G4 x""#,
        1,
        r"\u12G4",
        r"expected four hexadecimal digits after `\u`, found `\u12G4`",
    ),
    (
        r#""\u12""#,
        1,
        r"\u12",
        r"expected four hexadecimal digits after `\u`, found `\u12`",
    ),
    (
        r#""\ud83d!""#,
        1,
        r"\ud83d",
        r"lone surrogate `\ud83d` in a string, expected a pair such as `\ud83d\ude00`",
    ),
    (
        r#""\ud83d\u0041""#,
        1,
        r"\ud83d",
        r"lone surrogate `\ud83d` in a string, expected a pair such as `\ud83d\ude00`",
    ),
    (
        r#""\uDE00""#,
        1,
        r"\uDE00",
        r"lone surrogate `\uDE00` in a string, expected a pair such as `\ud83d\ude00`",
    ),
];

#[test]
fn sentences_and_places() {
    for (text, offset, found, sentence) in CASES {
        let error = error(text);
        assert_eq!(error.to_string(), *sentence, "{text:?}");
        assert_eq!(error.offset(), *offset, "{text:?}");
        assert_eq!(text.get(error.span()), Some(*found), "{text:?}");
        assert!(
            serde_json::from_str::<serde_json::Value>(text).is_err(),
            "{text:?}"
        );
    }
}

#[test]
fn too_deep() {
    let error = error(&"[".repeat(200));
    assert_eq!(
        error.to_string(),
        "nested too deeply, expected at most 127 levels"
    );
    assert_eq!(error.span(), 127..128);
}

#[test]
fn the_open_container_is_named() {
    assert_eq!(error("[1, {\"a\": [2]").container(), Some(4));
    assert_eq!(error("[1, 2}").container(), Some(0));
    assert_eq!(error("[] x").container(), None);
    assert_eq!(error("x").container(), None);
}

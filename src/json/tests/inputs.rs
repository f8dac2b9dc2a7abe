//! What the parser is given: encodings, byte order marks, sizes.

use crate::json::{Document, Encoding, ErrorKind, parser};

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

fn utf32(text: &str, to_bytes: fn(u32) -> [u8; 4]) -> Vec<u8> {
    text.chars().map(u32::from).flat_map(to_bytes).collect()
}

#[test]
fn other_encodings_are_named() {
    for text in [
        "{\"a\": 1}",
        "\u{feff}{\"a\": 1}",
        "\u{feff}1",
        "12",
        "\u{feff}",
    ] {
        let cases = [
            (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
            (utf32(text, u32::to_le_bytes), Encoding::Utf32Le),
            (utf32(text, u32::to_be_bytes), Encoding::Utf32Be),
        ];
        for (bytes, encoding) in cases {
            let error = Document::parse(&bytes).expect_err("not UTF-8");
            assert_eq!(error.kind(), ErrorKind::Encoding(encoding), "{text}");
            assert_eq!(
                error.to_string(),
                format!("the text is {encoding}, expected UTF-8")
            );
        }
    }
    assert_eq!(Encoding::Utf16Le.to_string(), "UTF-16 (little-endian)");
}

#[test]
fn invalid_utf8_is_located() {
    let error = Document::parse(b"{\"a\": \"caf\xE9\"}").expect_err("Latin-1");
    assert_eq!(error.span(), 10..11);
    assert_eq!(
        error.to_string(),
        "expected UTF-8 text, found the byte 0xE9"
    );
}

#[test]
fn byte_order_mark_counts_in_spans() {
    let document = Document::parse(b"\xEF\xBB\xBF [true]").expect("accepted");
    assert!(document.has_bom());
    assert_eq!(document.root().span(), 4..10);
    assert_eq!(document.root().text(), "[true]");
    assert!(!Document::parse(b"1").expect("accepted").has_bom());
}

#[test]
fn a_byte_order_mark_alone_is_empty() {
    let error = Document::parse(b"\xEF\xBB\xBF").expect_err("empty");
    assert_eq!((error.kind(), error.offset()), (ErrorKind::Empty, 3));
}

#[test]
fn too_large() {
    assert_eq!(parser::refuse_length(0xFFFF_FFFF), None);
    let Ok(bytes) = usize::try_from(0x1_0000_0000_u64) else {
        return;
    };
    let error = parser::refuse_length(bytes).expect("refused");
    assert_eq!(
        error.to_string(),
        "the text is 4294967296 bytes long, expected at most 4294967295"
    );
}

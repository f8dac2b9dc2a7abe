//! Lines and columns.

use proptest::prelude::*;

use crate::json::{LineIndex, Position};

fn places(text: &str) -> Vec<(usize, usize)> {
    let lines = LineIndex::new(text.as_bytes());
    (0..=text.len())
        .map(|offset| lines.position(offset))
        .map(|Position { line, column }| (line, column))
        .collect()
}

#[test]
fn every_kind_of_line_end() {
    assert_eq!(places("a\nb"), [(1, 1), (1, 2), (2, 1), (2, 2)]);
    assert_eq!(places("a\rb"), [(1, 1), (1, 2), (2, 1), (2, 2)]);
    assert_eq!(places("\r\nb"), [(1, 1), (1, 2), (2, 1), (2, 2)]);
    assert_eq!(places("\n\r\r\n"), [(1, 1), (2, 1), (3, 1), (3, 2), (4, 1)]);
    assert_eq!(places(""), [(1, 1)]);
}

#[test]
fn columns_count_characters() {
    assert_eq!(
        places("é😀x"),
        [
            (1, 1),
            (1, 1),
            (1, 2),
            (1, 2),
            (1, 2),
            (1, 2),
            (1, 3),
            (1, 4)
        ]
    );
}

#[test]
fn byte_order_mark_takes_no_column() {
    let lines = LineIndex::new("\u{feff}{\n}".as_bytes());
    assert_eq!(lines.position(0).to_string(), "1:1");
    assert_eq!(lines.position(3).to_string(), "1:1");
    assert_eq!(lines.position(4).to_string(), "1:2");
    assert_eq!(lines.position(5).to_string(), "2:1");
}

#[test]
fn beyond_the_end_and_outside_utf8() {
    let lines = LineIndex::new(b"ab\n\x80\xFF");
    assert_eq!(lines.position(99), lines.position(5));
    assert_eq!(lines.position(4).line, 2);
    assert_eq!(lines.line_count(), 2);
    assert_eq!(LineIndex::new(b"").line_count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn same_as_counting(text in "([a-é😀]|\r|\n|\r\n){0,40}", times in 1..40_usize) {
        let text = text.repeat(times);
        let lines = LineIndex::new(text.as_bytes());
        let (mut line, mut column) = (1, 1);
        for (offset, character) in text.char_indices() {
            prop_assert_eq!(lines.position(offset), Position { line, column });
            let is_end = match character {
                '\n' => true,
                '\r' => text.as_bytes().get(offset + 1) != Some(&b'\n'),
                _ => false,
            };
            (line, column) = if is_end { (line + 1, 1) } else { (line, column + 1) };
        }
        prop_assert_eq!(lines.line_count(), line);
    }
}

#[test]
fn columns_of_long_lines() {
    let text = format!("é\n{}\nx", "aé∀😀".repeat(3_000));
    let lines = LineIndex::new(text.as_bytes());
    for (characters, (offset, _)) in text.char_indices().enumerate().take(12_000) {
        let expected = match characters {
            0 | 1 => (1, characters + 1),
            _ => (2, characters - 1),
        };
        let position = lines.position(offset);
        assert_eq!((position.line, position.column), expected);
    }
    let end = lines.position(text.len());
    assert_eq!((end.line, end.column), (3, 2));
}

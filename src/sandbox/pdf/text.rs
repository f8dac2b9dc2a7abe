//! Text in the two standard fonts that every reader of PDF has: encoding, widths, lines.

use super::widths::{BOLD, REGULAR};

/// One of the two fonts that are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    /// Helvetica.
    Regular,
    /// Helvetica Bold.
    Bold,
}

/// The replacement of a character that the fonts do not have.
const REPLACEMENT: u8 = b'?';

/// The characters of Windows-1252 from 0x80 on that are not at their place in Unicode; `\0` where
/// there is none.
const HIGH: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/// `text` in the encoding of the fonts: white space becomes a space, and what they do not have a
/// question mark.
pub(super) fn encode(text: &str) -> Vec<u8> {
    text.chars().map(encode_char).collect()
}

fn encode_char(c: char) -> u8 {
    match c {
        ' '..='~' | '\u{a1}'..='\u{ff}' => u8::try_from(u32::from(c)).unwrap_or(REPLACEMENT),
        '\0' => REPLACEMENT,
        c if c.is_whitespace() => b' ',
        c => HIGH
            .chars()
            .zip(0x80..)
            .find(|(known, _)| *known == c)
            .map_or(REPLACEMENT, |(_, code)| code),
    }
}

/// How wide `encoded` is, in points, in `font` at `size` points.
pub(super) fn width(font: Font, encoded: &[u8], size: f32) -> f32 {
    let widths = match font {
        Font::Regular => &REGULAR,
        Font::Bold => &BOLD,
    };
    let one = |code: &u8| {
        let at = usize::from(code.saturating_sub(0x20));
        f32::from(widths.get(at).copied().unwrap_or_default())
    };
    encoded.iter().map(one).sum::<f32>() * size / 1000.0
}

/// `text` as lines no wider than `room` points, broken at spaces, and within words that are wider
/// than a line; at least one line.
pub(super) fn wrap(font: Font, text: &str, size: f32, room: f32) -> Vec<Vec<u8>> {
    let mut lines = Vec::new();
    let mut line: Vec<u8> = Vec::new();
    let encoded = encode(text);
    let words = encoded.split(|code| *code == b' ');
    for word in words.filter(|word| !word.is_empty()) {
        let gap: &[u8] = if line.is_empty() { b"" } else { b" " };
        let wanted = [line.as_slice(), gap, word].concat();
        if width(font, &wanted, size) <= room {
            line = wanted;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        loop {
            let (piece, after) = rest.split_at(fitting(font, rest, size, room));
            if after.is_empty() {
                line = piece.to_vec();
                break;
            }
            lines.push(piece.to_vec());
            rest = after;
        }
    }
    lines.push(line);
    lines
}

/// How many characters of `word` fit into `room`; at least one, so that every text has an end.
fn fitting(font: Font, word: &[u8], size: f32, room: f32) -> usize {
    let mut taken = 0.0;
    for (at, code) in word.iter().enumerate() {
        taken += width(font, &[*code], size);
        if taken > room {
            return at.max(1);
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_fonts_lack_is_a_question_mark() {
        assert_eq!(encode("Café €5 – ok"), b"Caf\xe9 \x805 \x96 ok");
        assert_eq!(encode("陈 Sdn\tBhd\n\u{81}\0"), b"? Sdn Bhd ??");
    }

    #[test]
    fn a_width_is_the_sum_of_the_fonts_own_widths() {
        // 722 + 556 + 222 thousandths, from the font's published metrics.
        assert!((width(Font::Regular, b"Hei", 10.0) - 15.0).abs() < 0.001);
        assert!((width(Font::Bold, b"Hei", 10.0) - 15.56).abs() < 0.001);
    }

    #[test]
    fn lines_break_at_spaces_and_within_long_words() {
        let lines = wrap(Font::Regular, "aa aa aaaaaaaaaa", 10.0, 30.0);
        let text = |line: Vec<u8>| String::from_utf8(line).unwrap();
        let lines: Vec<String> = lines.into_iter().map(text).collect();
        assert_eq!(lines, ["aa aa", "aaaaa", "aaaaa"]);
        assert_eq!(wrap(Font::Bold, "", 10.0, 30.0), [b""]);
        assert_eq!(wrap(Font::Bold, "ab", 10.0, 0.0).len(), 2);
    }
}

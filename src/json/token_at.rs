//! The token at an offset, for the sentence of an error.

use std::ops::Range;

/// Characters shown of what was found; more does not help, and the text may hold secrets.
const SHOWN: usize = 20;

/// The bytes of the token at `at`: a string with its quotes, a word or number, or one character.
pub(super) fn token(text: &str, at: usize) -> Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let length = match rest.chars().next() {
        None => 0,
        Some('"') => string_length(rest),
        Some(first) if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
        Some(first) => first.len_utf8(),
    };
    at..at + length
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || "_$.+-".contains(character)
}

/// Up to the closing quote, or the end of the line where there is none.
fn string_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            '\n' | '\r' => return at,
            '"' if !escaped => return at + 1,
            _ => escaped = character == '\\' && !escaped,
        }
    }
    rest.len()
}

/// As much of `token` as [`show`] needs: errors do not keep a copy of a long string.
pub(super) fn excerpt(token: &str) -> String {
    token.chars().take(SHOWN + 1).collect()
}

/// `token` as an error shows it: shortened, and safe to print.
pub(super) fn show(token: &str) -> String {
    let mut characters = token.chars();
    match (characters.next(), characters.next()) {
        (None, _) => "the end of the text".to_owned(),
        (Some(only), None) if is_invisible(only) => code(only),
        _ => {
            let shown = token.chars().take(SHOWN);
            let shown: String = shown
                .map(|c| {
                    if c != ' ' && is_invisible(c) {
                        '\u{fffd}'
                    } else {
                        c
                    }
                })
                .collect();
            let ellipsis = if token.chars().nth(SHOWN).is_some() {
                "…"
            } else {
                ""
            };
            format!("`{shown}{ellipsis}`")
        }
    }
}

/// Whether a reader would not see the character, or it would change what are around it.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || matches!(
            character,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

/// A character's code as Unicode writes it: `U+0009`.
pub(super) fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

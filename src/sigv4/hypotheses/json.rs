//! JSON written again, with other white space and other escapes.
//!
//! The text is cut into strings and the rest, not parsed: what is not JSON gives texts that nobody
//! signed, which does no harm.

use std::fmt::Write as _;

/// White space between the parts of a text.
#[derive(Clone, Copy)]
enum Space {
    Kept,
    None,
    /// After `:` and `,`, as Python writes it.
    After,
    /// After `:` alone.
    AfterColon,
    /// A line each, indented.
    Lines(&'static str),
}

/// Escapes in strings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escape {
    Kept,
    /// `\u00e9`, as Python and PHP write it.
    Unicode,
    /// `\/`, as PHP writes it.
    Slash,
    /// Both.
    UnicodeAndSlash,
    /// `\u003c`, as Go and .NET write it.
    Html,
    /// None of them.
    Undone,
}

const SPACES: [(Space, &str); 7] = [
    (
        Space::Kept,
        "characters in its JSON were escaped in another way",
    ),
    (Space::None, "its JSON had no white space"),
    (Space::After, "its JSON had a space after each `:` and `,`"),
    (Space::Lines("  "), "its JSON was indented by two spaces"),
    (Space::Lines("    "), "its JSON was indented by four spaces"),
    (Space::Lines("\t"), "its JSON was indented by tabs"),
    (Space::AfterColon, "its JSON had a space after each `:`"),
];
const ESCAPES: [Escape; 6] = [
    Escape::Kept,
    Escape::Unicode,
    Escape::Slash,
    Escape::UnicodeAndSlash,
    Escape::Html,
    Escape::Undone,
];

/// `text` in other forms, if it looks like JSON.
pub(super) fn rewritten(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let trimmed = text.trim();
    if !trimmed.starts_with(['{', '[', '"']) {
        return Vec::new();
    }
    let mut all = Vec::new();
    for escape in ESCAPES {
        let pieces = pieces(trimmed, escape);
        for (space, how) in SPACES {
            let written = match space {
                Space::Kept if escape == Escape::Kept => continue,
                Space::Kept => pieces.iter().map(Piece::text).collect(),
                space => spaced(&pieces, space),
            };
            if escape == Escape::Kept {
                all.push((how, format!("{written}\n").into_bytes()));
            }
            all.push((how, written.into_bytes()));
        }
    }
    let as_string = serde_json::to_string(trimmed).ok();
    all.extend(as_string.map(|text| {
        (
            "it was a JSON string with this JSON in it",
            text.into_bytes(),
        )
    }));
    let inner = serde_json::from_str::<String>(trimmed).ok();
    all.extend(inner.map(|text| ("it was put into a JSON string", text.into_bytes())));
    all.extend(sorted(trimmed));
    all
}

/// The JSON with the keys of its objects sorted.
fn sorted(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let Ok(mut value) = serde_json::from_str::<serde_json::Value>(text) else {
        return Vec::new();
    };
    value.sort_all_objects();
    let compact = value.to_string();
    let spaced = spaced(&pieces(&compact, Escape::Kept), Space::After);
    let how = "its keys were in another order";
    vec![(how, compact.into_bytes()), (how, spaced.into_bytes())]
}

/// A part of a text.
enum Piece {
    String(String),
    Blank(char),
    Other(char),
}

impl Piece {
    fn text(&self) -> String {
        match self {
            Self::String(text) => text.clone(),
            Self::Blank(character) | Self::Other(character) => character.to_string(),
        }
    }
}

fn pieces(text: &str, escape: Escape) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '"' => {
                let mut string = String::from("\"");
                while let Some(inner) = rest.next() {
                    match inner {
                        '"' => break,
                        '\\' => push_escaped(&mut string, &mut rest, escape),
                        inner => push(&mut string, inner, escape),
                    }
                }
                string.push('"');
                pieces.push(Piece::String(string));
            }
            c if c.is_whitespace() => pieces.push(Piece::Blank(c)),
            c => pieces.push(Piece::Other(c)),
        }
    }
    pieces
}

fn push(string: &mut String, character: char, escape: Escape) {
    let is_unicode = matches!(escape, Escape::Unicode | Escape::UnicodeAndSlash);
    let is_slash = matches!(escape, Escape::Slash | Escape::UnicodeAndSlash);
    match character {
        '/' if is_slash => string.push_str("\\/"),
        '<' | '>' | '&' if escape == Escape::Html => {
            let _ = write!(string, "\\u{:04x}", u32::from(character));
        }
        c if is_unicode && !c.is_ascii() => {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(string, "\\u{unit:04x}");
            }
        }
        c => string.push(c),
    }
}

/// An escape of the text: `\/` and `\u00e9` are undone where all are.
fn push_escaped(string: &mut String, rest: &mut std::str::Chars<'_>, escape: Escape) {
    let Some(kind) = rest.next() else {
        string.push('\\');
        return;
    };
    if escape == Escape::Undone && kind == '/' {
        string.push('/');
        return;
    }
    if escape == Escape::Undone && kind == 'u' {
        let digits = rest.as_str().get(..4).unwrap_or_default();
        let code = u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32);
        if let Some(character) = code.filter(|character| !character.is_ascii()) {
            string.push(character);
            rest.nth(3);
            return;
        }
    }
    string.extend(['\\', kind]);
}

fn spaced(pieces: &[Piece], space: Space) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    let mut parts = pieces
        .iter()
        .filter(|piece| !matches!(piece, Piece::Blank(_)))
        .peekable();
    let line = |text: &mut String, depth: usize| {
        if let Space::Lines(indent) = space {
            text.push('\n');
            // Deeper than that nobody reads, and each level makes every line longer.
            text.extend(std::iter::repeat_n(indent, depth.min(64)));
        }
    };
    while let Some(piece) = parts.next() {
        match piece {
            Piece::Other(open @ ('{' | '[')) => {
                text.push(*open);
                let close = parts.next_if(|next| matches!(next, Piece::Other('}' | ']')));
                if let Some(Piece::Other(close)) = close {
                    text.push(*close);
                } else {
                    depth += 1;
                    line(&mut text, depth);
                }
            }
            Piece::Other(close @ ('}' | ']')) => {
                depth = depth.saturating_sub(1);
                line(&mut text, depth);
                text.push(*close);
            }
            Piece::Other(',') => {
                text.push(',');
                if matches!(space, Space::After) {
                    text.push(' ');
                }
                line(&mut text, depth);
            }
            Piece::Other(':') => {
                text.push(':');
                if !matches!(space, Space::None) {
                    text.push(' ');
                }
            }
            Piece::String(string) => text.push_str(string),
            Piece::Other(other) | Piece::Blank(other) => text.push(*other),
        }
    }
    text
}

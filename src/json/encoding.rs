//! What the bytes are, before they are read as JSON.

use std::fmt;

/// The UTF-8 form of U+FEFF, written in front of a text by some Windows programs.
pub(super) const BOM: &str = "\u{feff}";

/// An encoding that is recognised only to be named: JSON exchanged between systems is UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-16, low byte first: what Windows calls "Unicode".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// UTF-32, low byte first.
    Utf32Le,
    /// UTF-32, high byte first.
    Utf32Be,
}

impl fmt::Display for Encoding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Utf16Le => "UTF-16 (little-endian)",
            Self::Utf16Be => "UTF-16 (big-endian)",
            Self::Utf32Le => "UTF-32 (little-endian)",
            Self::Utf32Be => "UTF-32 (big-endian)",
        })
    }
}

impl Encoding {
    /// By the byte order mark, or by where the NULs of the first, ASCII, characters fall.
    pub(super) fn recognise(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xFE, 0, 0, ..] | [1..=0xFF, 0, 0, 0, ..] => Some(Self::Utf32Le),
            [0, 0, 0xFE, 0xFF, ..] | [0, 0, 0, 1..=0xFF, ..] => Some(Self::Utf32Be),
            [0xFF, 0xFE, ..] | [1..=0xFF, 0, ..] => Some(Self::Utf16Le),
            [0xFE, 0xFF, ..] | [0, 1..=0xFF, ..] => Some(Self::Utf16Be),
            _ => None,
        }
    }
}

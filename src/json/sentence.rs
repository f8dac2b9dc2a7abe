//! The message of each error.

use std::fmt;

use super::{
    error::{Error, ErrorKind, Expected},
    parser::{MAX_DEPTH, MAX_LENGTH},
    token_at,
};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = token_at::show(&self.found);
        match self.kind() {
            ErrorKind::TooLarge { bytes } => write!(
                f,
                "the text is {bytes} bytes long, expected at most {MAX_LENGTH}"
            ),
            ErrorKind::Encoding(encoding) => write!(f, "the text is {encoding}, expected UTF-8"),
            ErrorKind::InvalidUtf8 { byte } => {
                write!(f, "expected UTF-8 text, found the byte 0x{byte:02X}")
            }
            ErrorKind::Empty => f.write_str("expected a value, found an empty text"),
            ErrorKind::Unexpected(expected) => write!(f, "expected {expected}, found {found}"),
            ErrorKind::TrailingComma { before } => write!(f, "trailing comma before `{before}`"),
            ErrorKind::Comment => write!(f, "JSON has no comments, found {found}"),
            ErrorKind::SingleQuote => {
                f.write_str("expected double quotes around a string, found a single quote `'`")
            }
            ErrorKind::UnterminatedString => {
                f.write_str("unterminated string, expected `\"` before the end of the text")
            }
            ErrorKind::ControlCharacter => control_character(f, &self.found),
            ErrorKind::UnknownEscape => write!(
                f,
                "unknown escape {found} in a string, expected `\\` and one of `\"\\/bfnrtu`"
            ),
            ErrorKind::IncompleteUnicodeEscape => write!(
                f,
                "expected four hexadecimal digits after `\\u`, found {found}"
            ),
            ErrorKind::LoneSurrogate => write!(
                f,
                "lone surrogate {found} in a string, expected a pair such as `\\ud83d\\ude00`"
            ),
            ErrorKind::LeadingZero => write!(f, "leading zero in the number {found}"),
            ErrorKind::NumberOutOfRange => write!(
                f,
                "the number {found} is out of range, expected at most 1.8e308"
            ),
            ErrorKind::TooDeep => {
                write!(f, "nested too deeply, expected at most {MAX_DEPTH} levels")
            }
        }
    }
}

fn control_character(f: &mut fmt::Formatter<'_>, found: &str) -> fmt::Result {
    let character = found.chars().next().unwrap_or_default();
    let code = token_at::code(character);
    match character {
        // The usual reason for a line end in a string is that its quote was forgotten.
        '\n' => write!(f, "line feed {code} in a string, expected `\"` or `\\n`"),
        '\r' => write!(
            f,
            "carriage return {code} in a string, expected `\"` or `\\r`"
        ),
        '\t' => write!(f, "control character {code} in a string, expected `\\t`"),
        _ => write!(
            f,
            "control character {code} in a string, expected `\\u{:04x}`",
            u32::from(character)
        ),
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value => "a value",
            Self::ValueOrEnd => "a value or `]`",
            Self::Key => "a key in double quotes",
            Self::KeyOrEnd => "a key in double quotes or `}`",
            Self::Colon => "`:` after a key",
            Self::CommaOrBracket => "`,` or `]` after a value",
            Self::CommaOrBrace => "`,` or `}` after a value",
            Self::End => "the end of the text after the value",
            Self::DigitAfterMinus => "a digit after `-`",
            Self::DigitAfterPoint => "a digit after `.`",
            Self::DigitInExponent => "a digit in the exponent",
        })
    }
}

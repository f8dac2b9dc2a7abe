//! Why a text is not JSON: what was found, what was expected, and where.

use std::ops::Range;

use super::{encoding::Encoding, token_at};

/// Why a text could not be parsed.
///
/// `Display` gives one sentence without the place; [`Error::span`] has that, and
/// [`LineIndex`](super::LineIndex) turns it into line and column.
///
/// The sentence quotes at most 20 characters of the text, at the place of the error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    span: Range<usize>,
    pub(super) found: String,
    container: Option<usize>,
}

/// The defect that an [`Error`] reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// More than 4 GiB − 1 bytes.
    TooLarge {
        /// The text's length in bytes.
        bytes: usize,
    },
    /// An encoding other than UTF-8.
    Encoding(Encoding),
    /// A byte that is not valid UTF-8.
    InvalidUtf8 {
        /// The first such byte.
        byte: u8,
    },
    /// Nothing but white space.
    Empty,
    /// Something other than what has to come next, without a more specific kind.
    Unexpected(Expected),
    /// A trailing comma.
    TrailingComma {
        /// The bracket after it, `}` or `]`.
        before: char,
    },
    /// `//`, `/*` or `#`.
    Comment,
    /// A single quote where a string should start.
    SingleQuote,
    /// A string without its closing quote.
    UnterminatedString,
    /// A character below U+0020 in a string.
    ControlCharacter,
    /// A backslash that does not start an escape.
    UnknownEscape,
    /// `\u` without four hexadecimal digits.
    IncompleteUnicodeEscape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// A number such as `012`.
    LeadingZero,
    /// A number beyond the range of an `f64`, such as `1e999`.
    NumberOutOfRange,
    /// More than [`MAX_DEPTH`](super::MAX_DEPTH) nested arrays and objects.
    TooDeep,
}

/// What has to come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expected {
    /// Any value.
    Value,
    /// The first value of an array, or its end.
    ValueOrEnd,
    /// A key.
    Key,
    /// The first key of an object, or its end.
    KeyOrEnd,
    /// The colon between a key and its value.
    Colon,
    /// What follows a value of an array.
    CommaOrBracket,
    /// What follows a value of an object.
    CommaOrBrace,
    /// The end of the text.
    End,
    /// A digit after a minus sign.
    DigitAfterMinus,
    /// A digit after a decimal point.
    DigitAfterPoint,
    /// A digit of an exponent.
    DigitInExponent,
}

impl Expected {
    /// Whether a string is allowed here.
    pub(super) fn is_string_next(self) -> bool {
        matches!(
            self,
            Self::Value | Self::ValueOrEnd | Self::Key | Self::KeyOrEnd
        )
    }
}

/// An [`Error`] as the parser returns it: small, so that valid texts are not slowed down.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fault {
    kind: ErrorKind,
    at: usize,
}

impl Fault {
    pub(super) fn new(kind: ErrorKind, at: usize) -> Self {
        Self { kind, at }
    }

    pub(super) fn is_unterminated(self) -> bool {
        self.kind == ErrorKind::UnterminatedString
    }

    /// The error, with what `text` has at its place; `container` is the innermost open one.
    pub(super) fn explain(self, text: &str, container: Option<usize>) -> Error {
        let rest = text.get(self.at..).unwrap_or_default();
        let length = match self.kind {
            ErrorKind::Empty => 0,
            ErrorKind::Comment if !rest.starts_with('#') => 2,
            ErrorKind::UnknownEscape => rest.chars().take(2).map(char::len_utf8).sum(),
            ErrorKind::IncompleteUnicodeEscape => {
                let digits = rest.chars().skip(2).take(4);
                2 + digits
                    .take_while(|c| !c.is_control() && *c != '"')
                    .map(char::len_utf8)
                    .sum::<usize>()
            }
            ErrorKind::LoneSurrogate => 6,
            _ => token_at::token(text, self.at).len(),
        };
        let length = length.min(rest.len());
        Error {
            kind: self.kind,
            span: self.at..self.at + length,
            found: token_at::excerpt(rest.get(..length).unwrap_or_default()),
            container,
        }
    }
}

impl Error {
    /// An error about the whole input.
    pub(super) fn at_start(kind: ErrorKind) -> Self {
        Self::bare(kind, 0..0)
    }

    /// An error whose sentence quotes nothing.
    pub(super) fn bare(kind: ErrorKind, span: Range<usize>) -> Self {
        Self {
            kind,
            span,
            found: String::new(),
            container: None,
        }
    }

    /// The kind of defect, for callers that treat some specially.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Where it is, in bytes from the start of the input, including a byte order mark.
    pub fn offset(&self) -> usize {
        self.span.start
    }

    /// The bytes that were found instead; empty at the end of the text.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The byte offset of the innermost array or object that was open at the error, to show
    /// which bracket is not closed.
    pub fn container(&self) -> Option<usize> {
        self.container
    }
}

impl std::error::Error for Error {}

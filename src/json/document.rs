//! A parsed text.

use std::{fmt, sync::OnceLock};

use super::{
    encoding::{BOM, Encoding},
    error::{Error, ErrorKind},
    node::Node,
    parser,
    position::LineIndex,
};

/// A JSON text and its tape: about 16 bytes for every key and value, beside the text itself,
/// which is borrowed.
pub struct Document<'t> {
    text: &'t str,
    tape: Vec<Node>,
    pub(super) overridden: OnceLock<Vec<u32>>,
}

impl<'t> Document<'t> {
    /// Parses a UTF-8 text of at most 4 GiB − 1 bytes, with or without a byte order mark.
    ///
    /// # Errors
    ///
    /// The first defect, with its place: too large, UTF-16 or UTF-32 (recognised by their byte
    /// order mark or their NULs), a byte that is not UTF-8, or not JSON. A number that no finite
    /// `f64` is near (`1e999`) and more than [`MAX_DEPTH`](super::MAX_DEPTH) levels are refused,
    /// as `serde_json` refuses them. Invalid UTF-8 is reported before any other defect.
    pub fn parse(bytes: &'t [u8]) -> Result<Self, Error> {
        if let Some(error) = parser::refuse_length(bytes.len()) {
            return Err(error);
        }
        Self::from_text(decode(bytes)?)
    }

    /// Parses a text that is known to be UTF-8.
    ///
    /// # Errors
    ///
    /// As [`Document::parse`], less those about the encoding.
    pub fn from_text(text: &'t str) -> Result<Self, Error> {
        let start = if text.starts_with(BOM) { BOM.len() } else { 0 };
        Ok(Self {
            text,
            tape: parser::parse(text, start)?,
            overridden: OnceLock::new(),
        })
    }

    /// The whole text, a byte order mark included: what every span counts in.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Whether the text starts with a byte order mark, which other JSON parsers refuse.
    pub fn has_bom(&self) -> bool {
        self.text.starts_with(BOM)
    }

    /// Finds where lines start, to turn offsets into lines and columns; one pass over the text.
    pub fn line_index(&self) -> LineIndex<'t> {
        LineIndex::new(self.text.as_bytes())
    }

    /// The node at `index`; every index comes from the tape itself.
    #[inline]
    pub(super) fn node(&self, index: u32) -> Node {
        self.tape.get(index as usize).copied().unwrap_or(Node::NULL)
    }

    /// The index of the key or value that starts at this byte.
    pub(super) fn index_at(&self, start: usize) -> Option<u32> {
        // The tape is in the order of the text.
        let index = self.tape.binary_search_by_key(&start, |node| node.start());
        u32::try_from(index.ok()?).ok()
    }

    /// Where the tape is in memory, to tell documents apart.
    pub(super) fn address(&self) -> usize {
        self.tape.as_ptr().addr()
    }

    /// A document that is `null`, without a text.
    pub(super) fn null() -> Self {
        Self {
            text: "",
            tape: Vec::new(),
            overridden: OnceLock::new(),
        }
    }
}

impl fmt::Debug for Document<'_> {
    /// Leaves the text out: it can be long and can contain secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Document")
            .field("bytes", &self.text.len())
            .field("nodes", &self.tape.len())
            .finish_non_exhaustive()
    }
}

/// The text in `bytes`, with the byte order mark if it has one.
fn decode(bytes: &[u8]) -> Result<&str, Error> {
    if let Some(encoding) = Encoding::recognise(bytes) {
        return Err(Error::at_start(ErrorKind::Encoding(encoding)));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or_default();
        Error::bare(ErrorKind::InvalidUtf8 { byte }, at..at + 1)
    })
}

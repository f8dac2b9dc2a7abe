//! From byte offsets to lines and columns.

use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use super::encoding::BOM;

/// A place as people and editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters (Unicode scalar values, not bytes).
    pub column: usize,
}

impl fmt::Display for Position {
    /// `12:3`
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// Where the lines of a text start.
///
/// Lines end with LF, CR LF or a lone CR. A byte order mark takes no column. The text may be
/// one that could not be parsed, or is not even UTF-8.
///
/// ```
/// use sqlacc_postman::json::{LineIndex, Position};
///
/// let lines = LineIndex::new("{\n  \"é\": 1}".as_bytes());
/// assert_eq!(lines.position(9), Position { line: 2, column: 7 });
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    bytes: &'t [u8],
    /// The line ends before each block of the text, and in all of it.
    ends: Vec<usize>,
    /// Whether any line may end with CR.
    has_returns: bool,
    /// The characters before each block of the text, counted when a long line asks for it.
    blocks: OnceLock<Vec<usize>>,
}

/// Line ends and characters are counted by blocks of so many bytes: a text has lines of any length, the
/// only one of a minified text too.
const BLOCK: usize = 1024;

impl<'t> LineIndex<'t> {
    /// Counts the lines of a text: one pass, and 8 bytes of memory for 1 KiB of text.
    pub fn new(bytes: &'t [u8]) -> Self {
        let mut index = Self {
            bytes,
            ends: vec![0],
            has_returns: memchr::memchr(b'\r', bytes).is_some(),
            blocks: OnceLock::new(),
        };
        let mut before = 0;
        for start in (0..bytes.len()).step_by(BLOCK) {
            before += index.count_ends(start..bytes.len().min(start + BLOCK));
            index.ends.push(before);
        }
        index
    }

    /// How many lines the text has; an empty text has one.
    pub fn line_count(&self) -> usize {
        self.ends.last().copied().unwrap_or_default() + 1
    }

    /// The place of a byte offset. An offset inside a character is taken as its start, one
    /// beyond the text as its end.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.bytes.len());
        while self.bytes.get(offset).copied().is_some_and(is_continuation) && offset > 0 {
            offset -= 1;
        }
        let block = offset / BLOCK;
        let before_block = self.ends.get(block).copied().unwrap_or_default();
        let before = before_block + self.count_ends(block * BLOCK..offset);
        let start = self.line_start(before, offset);
        let characters = if offset.saturating_sub(start) < 2 * BLOCK {
            count(self.bytes.get(start..offset).unwrap_or_default())
        } else {
            self.characters_before(offset) - self.characters_before(start)
        };
        Position {
            line: before + 1,
            column: characters + 1,
        }
    }

    /// Where the line starts that has `before` line ends before it, the last of them before `offset`.
    fn line_start(&self, before: usize, offset: usize) -> usize {
        // The block after the one that has the last of them.
        let after = self.ends.partition_point(|&ends| ends < before);
        let Some(block) = after.checked_sub(1) else {
            let has_bom = self.bytes.starts_with(BOM.as_bytes());
            return if has_bom { BOM.len() } else { 0 };
        };
        let last = self
            .ends_in(block * BLOCK..offset.min(after * BLOCK))
            .last();
        last.map_or(0, |end| end + 1)
    }

    fn count_ends(&self, span: Range<usize>) -> usize {
        if self.has_returns {
            return self.ends_in(span).count();
        }
        memchr::memchr_iter(b'\n', self.bytes.get(span).unwrap_or_default()).count()
    }

    /// The last byte of each line end in `span`.
    fn ends_in(&self, span: Range<usize>) -> impl Iterator<Item = usize> {
        let start = span.start;
        let bytes = self.bytes.get(span).unwrap_or_default();
        memchr::memchr2_iter(b'\n', b'\r', bytes)
            .map(move |at| start + at)
            .filter(|&end| {
                let is_first_of_two = self.bytes.get(end) == Some(&b'\r');
                !(is_first_of_two && self.bytes.get(end + 1) == Some(&b'\n'))
            })
    }

    fn characters_before(&self, offset: usize) -> usize {
        let blocks = self.blocks.get_or_init(|| {
            let mut counted = vec![0];
            let mut before = 0;
            for block in self.bytes.chunks(BLOCK) {
                before += count(block);
                counted.push(before);
            }
            counted
        });
        let block = offset / BLOCK;
        let head = self.bytes.get(block * BLOCK..offset).unwrap_or_default();
        blocks.get(block).copied().unwrap_or_default() + count(head)
    }
}

/// The characters that start in `bytes`.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !is_continuation(**byte)).count()
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

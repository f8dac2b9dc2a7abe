//! From byte offsets to lines and columns.

use std::{fmt, sync::OnceLock};

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
    /// Of the second and later lines; 32 bits hold any offset of a text that is not refused.
    starts: Vec<u32>,
    /// The characters before each block of the text, counted when a long line asks for it.
    blocks: OnceLock<Vec<usize>>,
}

/// In longer lines, such as the only one of a minified text, characters are counted by blocks of so
/// many bytes.
const BLOCK: usize = 4096;

impl<'t> LineIndex<'t> {
    /// Finds the lines of a text: one pass, and 4 bytes of memory a line. Of a text longer than
    /// 4 GiB, which [`Document`](super::Document) refuses, the rest is taken as one line.
    pub fn new(bytes: &'t [u8]) -> Self {
        let starts = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&end| {
                let is_first_of_two = bytes.get(end) == Some(&b'\r');
                !(is_first_of_two && bytes.get(end + 1) == Some(&b'\n'))
            })
            .map_while(|end| u32::try_from(end + 1).ok())
            .collect();
        Self {
            bytes,
            starts,
            blocks: OnceLock::new(),
        }
    }

    /// How many lines the text has; an empty text has one.
    pub fn line_count(&self) -> usize {
        self.starts.len() + 1
    }

    /// The place of a byte offset. An offset inside a character is taken as its start, one
    /// beyond the text as its end.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.bytes.len());
        while self.bytes.get(offset).copied().is_some_and(is_continuation) && offset > 0 {
            offset -= 1;
        }
        let before = self
            .starts
            .partition_point(|&start| start as usize <= offset);
        let start = before
            .checked_sub(1)
            .and_then(|line| self.starts.get(line))
            .map_or_else(|| self.first_start(), |&start| start as usize);
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

    fn first_start(&self) -> usize {
        let has_bom = self.bytes.starts_with(BOM.as_bytes());
        if has_bom { BOM.len() } else { 0 }
    }
}

/// The characters that start in `bytes`.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !is_continuation(**byte)).count()
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

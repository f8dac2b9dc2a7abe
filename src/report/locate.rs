//! Lines and columns of offsets that no finding has counted: those of edits.

use std::collections::BTreeMap;

use crate::json::{LineIndex, Position};

/// The positions of `offsets`.
///
/// [`LineIndex::position`] counts from the start of the line, which in a minified file is the
/// start of the file, for every offset again; here each starts where the one before it ended.
pub(super) fn positions(
    text: &str,
    offsets: impl IntoIterator<Item = usize>,
) -> BTreeMap<usize, Position> {
    let mut found: BTreeMap<usize, Position> = BTreeMap::new();
    for offset in offsets {
        found.insert(offset, Position { line: 1, column: 1 });
    }
    if found.is_empty() {
        return found;
    }
    let lines = LineIndex::new(text.as_bytes());
    let mut last: Option<(usize, Position)> = None;
    for (offset, position) in &mut found {
        let end = text.floor_char_boundary(*offset);
        let near = last.and_then(|(from, position)| {
            // Where a byte order mark may be, which takes no column, the index knows better.
            let between = text.get(from..end).filter(|_| from > 0)?;
            let is_on_line = !between.contains(['\n', '\r']);
            is_on_line.then(|| Position {
                line: position.line,
                column: position.column + between.chars().count(),
            })
        });
        *position = near.unwrap_or_else(|| lines.position(end));
        last = Some((end, *position));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::positions;
    use crate::json::LineIndex;

    #[test]
    fn positions_are_those_of_the_line_index() {
        let text = "\u{feff}{\r\n  \"é\": 1,\r  \"👍\": [2,\n3]\n}\n";
        let lines = LineIndex::new(text.as_bytes());
        for step in 1..9 {
            let offsets = (0..text.len() + 3).step_by(step);
            for (offset, position) in positions(text, offsets) {
                assert_eq!(position, lines.position(offset), "{offset} by {step}");
            }
        }
    }
}

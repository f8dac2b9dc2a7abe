//! Lines and columns of offsets that no finding has counted: those of edits.

use std::collections::BTreeMap;

use crate::json::{LineIndex, Position};

/// The positions of `offsets`; the lines of `text` are only looked for where there are any.
pub(super) fn positions(
    text: &str,
    offsets: impl IntoIterator<Item = usize>,
) -> BTreeMap<usize, Position> {
    let mut offsets = offsets.into_iter().peekable();
    if offsets.peek().is_none() {
        return BTreeMap::new();
    }
    let lines = LineIndex::new(text.as_bytes());
    offsets
        .map(|offset| (offset, lines.position(offset)))
        .collect()
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

//! Changed lines with the words in which they differ marked.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use crate::report::diff::indented;

/// Characters of a line up to which its words are compared.
const LONGEST: usize = 2000;

/// A line that is gone or new.
#[derive(Debug, Serialize)]
pub(super) struct ChangedLine {
    sign: char,
    class: &'static str,
    pieces: Vec<Piece>,
}

#[derive(Debug, Serialize)]
struct Piece {
    text: String,
    is_changed: bool,
}

/// Lines that start with `-` or `+`; a line that takes the place of another is compared with it.
pub(super) fn changed_lines(lines: &[String]) -> Vec<ChangedLine> {
    let mut shown = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while !rest.is_empty() {
        let (gone, after) = run(rest, '-');
        let (new, after) = run(after, '+');
        let (mut old_lines, mut new_lines) = (Vec::new(), Vec::new());
        for index in 0..gone.len().max(new.len()) {
            let pieces = match (gone.get(index), new.get(index)) {
                (Some(gone), Some(new)) => words(&text(gone), &text(new)),
                (gone, new) => [gone, new].map(|one| one.map(|one| whole(text(one)))),
            };
            let [left, right] = pieces;
            old_lines.extend(left.map(|pieces| ChangedLine::new('-', pieces)));
            new_lines.extend(right.map(|pieces| ChangedLine::new('+', pieces)));
        }
        shown.append(&mut old_lines);
        shown.append(&mut new_lines);
        if after.len() == rest.len() {
            break;
        }
        rest = after;
    }
    shown
}

impl ChangedLine {
    fn new(sign: char, pieces: Vec<Piece>) -> Self {
        let class = if sign == '-' { "gone" } else { "new" };
        Self {
            sign,
            class,
            pieces,
        }
    }
}

/// The lines at the start with that sign, and the others.
fn run(lines: &[String], sign: char) -> (&[String], &[String]) {
    let other = lines.iter().position(|line| !line.starts_with(sign));
    lines.split_at(other.unwrap_or(lines.len()))
}

/// A line without its sign.
fn text(line: &str) -> String {
    let text = line.get(1..).unwrap_or_default();
    indented(text.strip_prefix(' ').unwrap_or(text))
}

fn whole(text: String) -> Vec<Piece> {
    let is_changed = false;
    vec![Piece { text, is_changed }]
}

/// Both lines in pieces; in one piece where they have hardly a word in common.
fn words(gone: &str, new: &str) -> [Option<Vec<Piece>>; 2] {
    let mut sides = [Vec::new(), Vec::new()];
    let is_short = gone.len().max(new.len()) <= LONGEST;
    let diff = is_short.then(|| TextDiff::from_words(gone, new));
    let Some(diff) = diff.filter(is_alike) else {
        return [gone, new].map(|text| Some(whole(text.to_owned())));
    };
    for change in diff.iter_all_changes() {
        let shown = match change.tag() {
            ChangeTag::Equal => [true, true],
            ChangeTag::Delete => [true, false],
            ChangeTag::Insert => [false, true],
        };
        let is_changed = change.tag() != ChangeTag::Equal;
        for (side, _) in sides.iter_mut().zip(shown).filter(|(_, shown)| *shown) {
            push(side, change.value(), is_changed);
        }
    }
    sides.map(Some)
}

/// Whether at least half of what both have, without the blanks, is the same.
fn is_alike(diff: &TextDiff<'_, '_, str>) -> bool {
    let (mut same, mut all) = (0, 0);
    for change in diff.iter_all_changes() {
        let length = change.value().trim().len();
        if change.tag() == ChangeTag::Equal {
            same += 2 * length;
            all += 2 * length;
        } else {
            all += length;
        }
    }
    2 * same >= all
}

/// Adds `text` to the last piece, or as a new one; between two words that have changed, blanks count
/// as changed.
fn push(pieces: &mut Vec<Piece>, text: &str, is_changed: bool) {
    if is_changed
        && let [.., before, last] = pieces.as_mut_slice()
        && before.is_changed
        && last.text.trim().is_empty()
    {
        before.text.push_str(&last.text);
        pieces.pop();
    }
    match pieces.last_mut() {
        Some(last) if last.is_changed == is_changed => last.text.push_str(text),
        _ => pieces.push(Piece {
            text: text.to_owned(),
            is_changed,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::changed_lines;

    fn shown(lines: &[&str]) -> Vec<String> {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let shown = changed_lines(&lines).into_iter().map(|line| {
            let pieces = line.pieces.into_iter().map(|piece| {
                if piece.is_changed {
                    format!("[{}]", piece.text)
                } else {
                    piece.text
                }
            });
            format!("{} {}", line.sign, pieces.collect::<String>())
        });
        shown.collect()
    }

    #[test]
    fn the_words_that_differ_are_marked() {
        assert_eq!(
            shown(&[
                "- Lists all orders of a day",
                "+ Lists all invoices of a day"
            ]),
            [
                "- Lists all [orders] of a day",
                "+ Lists all [invoices] of a day"
            ]
        );
        assert_eq!(
            shown(&["- one", "- two", "+ other words", "+ three", "+ four"]),
            ["- one", "- two", "+ other words", "+ three", "+ four"]
        );
        assert_eq!(
            shown(&["- all old orders of today", "+ all new invoices of today"]),
            [
                "- all [old orders] of today",
                "+ all [new invoices] of today"
            ]
        );
        assert_eq!(shown(&["+   indented", "- a"]), ["+   indented", "- a"]);
        assert_eq!(shown(&["-"]), ["- "]);
    }
}

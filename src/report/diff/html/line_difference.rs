//! Changed lines with the words in which they differ marked.

use serde::Serialize;

use crate::report::diff::indented;
use crate::report::diff::words::{self, run, unsigned};

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

/// A line without its sign.
fn text(line: &str) -> String {
    indented(unsigned(line))
}

fn whole(text: String) -> Vec<Piece> {
    let is_changed = false;
    vec![Piece { text, is_changed }]
}

/// Both lines in pieces; in one piece where they have hardly a word in common.
fn words(gone: &str, new: &str) -> [Option<Vec<Piece>>; 2] {
    let Some(pieces) = words::pieces(gone, new) else {
        return [gone, new].map(|text| Some(whole(text.to_owned())));
    };
    let mut sides = [Vec::new(), Vec::new()];
    for piece in pieces {
        let (texts, is_changed) = match piece {
            words::Piece::Same(text) => ([text.clone(), text], false),
            words::Piece::Changed { gone, new } => ([gone, new], true),
        };
        for (side, text) in sides.iter_mut().zip(texts) {
            if !text.is_empty() {
                side.push(Piece { text, is_changed });
            }
        }
    }
    sides.map(Some)
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

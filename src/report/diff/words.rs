//! Two wordings of a line, piece by piece.

use similar::{ChangeTag, TextDiff};

/// Characters of a line up to which its words are compared.
const LONGEST: usize = 2000;

/// Characters of what is the same that are shown beside a change.
const CONTEXT: usize = 40;

/// A piece of a line.
pub(super) enum Piece {
    /// What both wordings have.
    Same(String),
    /// What takes the place of what; either can be empty.
    Changed {
        /// In the old wording.
        gone: String,
        /// In the new one.
        new: String,
    },
}

/// Both wordings in pieces; `None` where they have hardly a word in common.
pub(super) fn pieces(gone: &str, new: &str) -> Option<Vec<Piece>> {
    if gone.len().max(new.len()) > LONGEST {
        return None;
    }
    let (old_words, new_words) = (words(gone), words(new));
    let diff = TextDiff::from_slices(&old_words, &new_words);
    let mut pieces = Vec::new();
    for change in diff.iter_all_changes() {
        let text = change.value();
        match change.tag() {
            ChangeTag::Equal => push(&mut pieces, Piece::Same(text.to_owned())),
            ChangeTag::Delete => push(&mut pieces, Piece::changed(text, "")),
            ChangeTag::Insert => push(&mut pieces, Piece::changed("", text)),
        }
    }
    let pieces = merged(pieces);
    is_alike(&pieces).then_some(pieces)
}

impl Piece {
    fn changed(gone: &str, new: &str) -> Self {
        Self::Changed {
            gone: gone.to_owned(),
            new: new.to_owned(),
        }
    }
}

/// Letters and digits that are together, and other characters one by one.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut from = 0;
    let mut is_in_word = false;
    for (at, c) in line.char_indices() {
        let is_of_word = c.is_alphanumeric() || c == '_';
        if at > from && !(is_in_word && is_of_word) {
            words.extend(line.get(from..at));
            from = at;
        }
        is_in_word = is_of_word;
    }
    words.extend(line.get(from..).filter(|rest| !rest.is_empty()));
    words
}

/// Adds a piece to the last one where both are of one sort.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (Some(Piece::Same(text)), Piece::Same(more)) => text.push_str(&more),
        (
            Some(Piece::Changed { gone, new }),
            Piece::Changed {
                gone: more_gone,
                new: more_new,
            },
        ) => {
            gone.push_str(&more_gone);
            new.push_str(&more_new);
        }
        (_, piece) => pieces.push(piece),
    }
}

/// The pieces, what is the same between two changes only where it has a word, and blanks that differ
/// as the same.
fn merged(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let is_changed = |piece: &Piece| matches!(piece, Piece::Changed { .. });
        match piece {
            Piece::Same(text)
                if !text.contains(char::is_alphanumeric)
                    && merged.last().is_some_and(is_both)
                    && rest.peek().is_some_and(is_changed) =>
            {
                push(&mut merged, Piece::changed(&text, &text));
            }
            Piece::Changed { gone, new } if gone.trim().is_empty() && new.trim().is_empty() => {
                push(&mut merged, Piece::Same(new));
            }
            piece => push(&mut merged, piece),
        }
    }
    merged
}

/// Whether something takes the place of something.
fn is_both(piece: &Piece) -> bool {
    matches!(piece, Piece::Changed { gone, new } if !gone.is_empty() && !new.is_empty())
}

/// Whether at least half of what both have, without the blanks, is the same, or all of one of them.
fn is_alike(pieces: &[Piece]) -> bool {
    let (mut same, mut all_gone, mut all_new) = (0, 0, 0);
    for piece in pieces {
        match piece {
            Piece::Same(text) => same += 2 * text.trim().len(),
            Piece::Changed { gone, new } => {
                all_gone += gone.trim().len();
                all_new += new.trim().len();
            }
        }
    }
    let is_in_other = all_gone == 0 || all_new == 0;
    2 * same >= same + all_gone + all_new || is_in_other && same > 0
}

/// Lines that start with `-` or `+`; where a line takes the place of one that is much like it, both in
/// one that starts with `~` and marks `[-what is gone-]` and `{+what is new+}`, as git does.
pub(super) fn in_one_line(lines: &[String]) -> Vec<String> {
    let mut shown = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while !rest.is_empty() {
        let (gone, after) = run(rest, '-');
        let (new, after) = run(after, '+');
        let mut added = Vec::new();
        for index in 0..gone.len().max(new.len()) {
            let (gone, new) = (gone.get(index), new.get(index));
            let pieces = gone.zip(new);
            let pieces = pieces.and_then(|(gone, new)| pieces_of(gone, new));
            if let Some(pieces) = pieces {
                shown.extend(marked(&pieces));
            } else {
                shown.extend(gone.cloned());
                added.extend(new.cloned());
            }
        }
        shown.append(&mut added);
        if after.len() == rest.len() {
            break;
        }
        rest = after;
    }
    shown
}

/// The lines at the start with that sign, and the others.
pub(super) fn run(lines: &[String], sign: char) -> (&[String], &[String]) {
    let other = lines.iter().position(|line| !line.starts_with(sign));
    lines.split_at(other.unwrap_or(lines.len()))
}

fn pieces_of(gone: &str, new: &str) -> Option<Vec<Piece>> {
    pieces(unsigned(gone), unsigned(new))
}

/// A line with what has changed in it; `None` where only blanks have.
fn marked(pieces: &[Piece]) -> Option<String> {
    let mut line = "~ ".to_owned();
    let last = pieces.len().saturating_sub(1);
    if last == 0 {
        return None;
    }
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Same(text) => {
                let text = if index == 0 { text.trim_start() } else { text };
                line.push_str(&around(text, index > 0, index < last));
            }
            Piece::Changed { gone, new } => line.push_str(&difference(gone, new)),
        }
    }
    Some(line)
}

fn difference(gone: &str, new: &str) -> String {
    let mut text = String::new();
    if !gone.is_empty() {
        text = format!("[-{gone}-]");
    }
    if !new.is_empty() {
        text = format!("{text}{{+{new}+}}");
    }
    text
}

/// The start and the end of what is the same, as far as it is beside a change.
fn around(text: &str, has_before: bool, has_after: bool) -> String {
    let length = text.chars().count();
    let room = CONTEXT * (usize::from(has_before) + usize::from(has_after));
    if length <= room + CONTEXT / 2 {
        return text.to_owned();
    }
    let at = |count: usize| {
        let found = text.char_indices().nth(count);
        found.map_or(text.len(), |(at, _)| at)
    };
    let start = text.get(..at(CONTEXT)).filter(|_| has_before);
    let end = text
        .get(at(length.saturating_sub(CONTEXT))..)
        .filter(|_| has_after);
    // Whole words, where there are any.
    let start = start.map(|text| text.rsplit_once(' ').map_or(text, |(words, _)| words));
    let end = end.map(|text| text.split_once(' ').map_or(text, |(_, words)| words));
    match (start, end) {
        (Some(start), Some(end)) => format!("{start} … {end}"),
        (Some(start), None) => format!("{start} …"),
        (None, end) => format!("… {}", end.unwrap_or_default()),
    }
}

/// What differs in lines that start with `-` or `+`, whatever is the same around it.
pub(super) fn differences(lines: &[String]) -> Vec<String> {
    let (gone, after) = run(lines, '-');
    let (new, after) = run(after, '+');
    if let ([gone], [new], []) = (gone, new, after)
        && let Some(pieces) = pieces_of(gone, new)
    {
        let pieces = pieces.iter().filter_map(|piece| match piece {
            Piece::Same(_) => None,
            Piece::Changed { gone, new } => Some(difference(gone.trim(), new.trim())),
        });
        let pieces: Vec<String> = pieces.collect();
        return vec![format!("~ … {}", pieces.join(" … "))];
    }
    lines.to_vec()
}

/// A line without its sign.
pub(super) fn unsigned(line: &str) -> &str {
    let text = line.get(1..).unwrap_or_default();
    text.strip_prefix(' ').unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{differences, in_one_line};

    fn lines(list: &[&str]) -> Vec<String> {
        list.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn a_line_that_takes_the_place_of_another_is_shown_in_it() {
        let long = "word ".repeat(20);
        for (given, expected) in [
            (
                vec![
                    "- Lists all orders of a day",
                    "+ Lists all invoices of a day",
                ],
                vec!["~ Lists all [-orders-]{+invoices+} of a day"],
            ),
            (
                vec!["- one two", "- three", "+ four five six"],
                vec!["- one two", "- three", "+ four five six"],
            ),
            (
                vec!["- One.", "+ One.  With a sentence that is much longer."],
                vec!["~ One.{+  With a sentence that is much longer.+}"],
            ),
            (
                vec![r#"- <a b="c" d="e-1"/>"#, r#"+ <a b="c" d="{{f}}"/>"#],
                vec![r#"~ <a b="c" d="[-e-1-]{+{{f}}+}"/>"#],
            ),
            (vec!["-   one  two", "+ one two"], vec![]),
            (
                vec!["- twenty-five characters.", "+   twenty-five characters."],
                vec![],
            ),
            (vec!["+ new"], vec!["+ new"]),
            (vec![], vec![]),
        ] {
            assert_eq!(in_one_line(&lines(&given)), lines(&expected));
        }
        let far = [format!("- {long}end"), format!("+ {long}end, and more")];
        assert_eq!(
            in_one_line(&far),
            ["~ … word word word word word word word end{+, and more+}"]
        );
    }

    #[test]
    fn the_difference_does_not_depend_on_what_is_around_it() {
        let of = |one: &str| {
            let lines = [format!("- {one} a day"), format!("+ {one} a week")];
            differences(&lines)
        };
        assert_eq!(of("Lists all orders of"), ["~ … [-day-]{+week+}"]);
        assert_eq!(of("Lists all orders of"), of("Counts the invoices of"));
    }
}

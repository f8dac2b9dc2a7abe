//! The changed lines of a text that are shown where people read.

/// Changed lines up to `most`; of more `few`, half of them of each side where both have as many. And how
/// many there are beside these. Blank ones say little, and so do comments among code.
pub(super) fn excerpt(lines: &[String], most: usize, few: usize) -> (Vec<&String>, usize) {
    let tail = |line: &String| line.get(1..).unwrap_or_default().trim().to_owned();
    let shown: Vec<&String> = lines.iter().filter(|line| !tail(line).is_empty()).collect();
    let all = shown.len();
    if all <= few.min(most) {
        return (shown, 0);
    }
    let is_comment = |line: &&String| tail(line).starts_with("//");
    let code: Vec<&String> = shown
        .iter()
        .copied()
        .filter(|line| !is_comment(line))
        .collect();
    let mut shown = if code.is_empty() { shown } else { code };
    if shown.len() > most {
        let gone = shown.iter().filter(|line| line.starts_with('-')).count();
        let new = shown.len() - gone;
        let room = |own: usize, other: usize| own.min((few / 2).max(few.saturating_sub(other)));
        let (mut old, mut added) = (room(gone, new), room(new, gone));
        shown.retain(|line| {
            let room = if line.starts_with('-') {
                &mut old
            } else {
                &mut added
            };
            let has_room = *room > 0;
            *room = room.saturating_sub(1);
            has_room
        });
    }
    let more = all - shown.len();
    (shown, more)
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    fn lines(signs: &str) -> Vec<String> {
        signs.chars().map(|sign| format!("{sign} text")).collect()
    }

    #[test]
    fn a_long_text_shows_some_lines_of_both_sides() {
        for (signs, shown, more) in [
            ("--++", "--++", 0),
            ("------", "----", 2),
            ("---+++", "--++", 2),
            ("-+++++", "-+++", 2),
        ] {
            let lines = lines(signs);
            let (found, count) = excerpt(&lines, 4, 4);
            let found: String = found
                .iter()
                .filter_map(|line| line.chars().next())
                .collect();
            assert_eq!((found.as_str(), count), (shown, more), "{signs}");
        }
    }

    #[test]
    fn comments_give_room_to_code() {
        let lines = ["- // a", "- b", "+ // c", "+ d"].map(str::to_owned);
        assert_eq!(excerpt(&lines, 4, 4).1, 0);
        assert_eq!(excerpt(&lines, 3, 2), (vec![&lines[1], &lines[3]], 2));
        assert_eq!(excerpt(&lines[..1], 0, 0), (vec![], 1));
    }
}

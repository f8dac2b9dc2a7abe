//! Characters that would not show, or would act on a terminal, as something that shows.

use std::fmt::Write as _;

/// `text` on one line, with nothing hidden in it.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        push(&mut shown, c);
    }
    shown
}

/// [`visible`], and no longer than `limit` characters: a name in a message may be a megabyte.
pub(crate) fn short(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => visible(text),
        Some((end, _)) => visible(text.get(..end).unwrap_or_default()) + "…",
    }
}

/// [`visible`], line by line; tabs and the ends of lines stay as they are.
pub(crate) fn visible_lines(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\n' | '\t' => shown.push(c),
            '\r' if rest.peek() == Some(&'\n') => shown.push(c),
            _ => push(&mut shown, c),
        }
    }
    shown
}

/// Adds `c`, or its visible form.
pub(super) fn push(shown: &mut String, c: char) {
    match c {
        '\u{0}'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
        '\u{7f}' => shown.push('\u{2421}'),
        _ if is_hidden(c) => {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
        }
        _ => shown.push(c),
    }
}

/// Whether `c` has no shape of its own, but may change how others are shown: C1 controls, marks of
/// direction, spaces without width, line separators, tags and code points that are not characters. The
/// joiners of emoji and of Persian stay.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{80}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}'
            | '\u{ffff}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// A JSON text with its hidden characters written as escapes: it says the same, and does nothing
/// to a terminal. In JSON they only occur inside strings.
pub(super) fn escaped_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if c == '\u{7f}' || is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(c);
        }
    }
    escaped.push('\n');
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escaped_json, short, visible};

    #[test]
    fn nothing_is_hidden() {
        assert_eq!(visible("a\u{1b}[31m\r\n\tb"), "a␛[31m␍␊␉b");
        assert_eq!(visible("\u{9b}31m \u{202e}x"), "\\u{9b}31m \\u{202e}x");
        assert_eq!(visible("Résumé 👩‍💻"), "Résumé 👩‍💻");
        assert_eq!(short("Rechnung", 4), "Rech…");
        assert_eq!(short("Rech", 4), "Rech");
    }

    #[test]
    fn escaped_json_says_the_same() {
        let text = serde_json::json!(["\u{9b}\u{7f}\u{202e}\u{e0001}é"]);
        let escaped = escaped_json(&text.to_string());
        assert!(escaped.contains(r"\u009b\u007f\u202e\udb40\udc01é"));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&escaped).unwrap(),
            text
        );
    }
}

//! A command line of Windows' cmd.exe cut into words: its carets first, then the quotes, which the
//! program itself reads.

use super::CurlError;

/// Whether `line` is written for cmd.exe: a line ends with a caret, or a quote has one before it, as
/// browsers copy it.
pub(super) fn is_for_cmd(line: &str) -> bool {
    let mut lines = line.lines();
    lines.any(|line| line.trim_end().ends_with(" ^")) || line.contains(" ^\"")
}

/// The words of the first command in `line`, without their quotes.
pub(super) fn cmd_words(line: &str) -> Result<Vec<String>, CurlError> {
    arguments(&without_carets(line))
}

/// The text that the program gets. A caret takes the meaning from the character after it, and joins
/// two lines; within quotes it is a caret.
fn without_carets(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line.chars().peekable();
    let mut is_quoted = false;
    while let Some(character) = rest.next() {
        match character {
            '^' if !is_quoted => {
                let mut next = rest.next();
                if next == Some('\r') {
                    next = rest.next_if_eq(&'\n').or(next);
                }
                // The character after the line break is taken as it is, another line break included.
                if matches!(next, Some('\r' | '\n')) {
                    next = rest.next();
                }
                text.extend(next);
            }
            '"' => {
                is_quoted = !is_quoted;
                text.push('"');
            }
            '|' | '&' | '<' | '>' if !is_quoted => break,
            other => text.push(other),
        }
    }
    text
}

/// The arguments as C programs of Windows cut them: a backslash has a meaning before a quote only.
fn arguments(text: &str) -> Result<Vec<String>, CurlError> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut rest = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(character) = rest.next() {
        match character {
            '\\' => {
                let mut count = 1;
                while rest.next_if_eq(&'\\').is_some() {
                    count += 1;
                }
                let is_before_quote = rest.peek() == Some(&'"');
                let kept = if is_before_quote { count / 2 } else { count };
                let word = word.get_or_insert_default();
                word.extend(std::iter::repeat_n('\\', kept));
                if is_before_quote && count % 2 == 1 {
                    word.extend(rest.next());
                }
            }
            '"' if is_quoted && rest.next_if_eq(&'"').is_some() => {
                word.get_or_insert_default().push('"');
            }
            '"' => {
                is_quoted = !is_quoted;
                word.get_or_insert_default();
            }
            c if c.is_whitespace() && !is_quoted => words.extend(word.take()),
            other => word.get_or_insert_default().push(other),
        }
    }
    if is_quoted {
        return Err(CurlError::UnclosedQuote);
    }
    words.extend(word);
    Ok(words)
}

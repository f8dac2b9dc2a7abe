//! A command line cut into words, as a shell does it. Nothing in it is run.

use std::iter::Peekable;
use std::str::Chars;

use super::{CurlError, Shell};

/// The words of the first command in `line`, without their quotes.
pub(super) fn shell_words(line: &str, shell: Shell) -> Result<Vec<String>, CurlError> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut rest = line.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            c if shell.is_single_quote(c) => {
                single(&mut rest, word.get_or_insert_default(), shell)?;
            }
            c if shell.is_double_quote(c) => {
                double(&mut rest, word.get_or_insert_default(), shell)?;
            }
            '$' if shell == Shell::Bash && rest.peek() == Some(&'\'') => {
                rest.next();
                ansi(&mut rest, word.get_or_insert_default())?;
            }
            c if c == shell.escape() => match rest.next() {
                Some('\r') => {
                    rest.next_if_eq(&'\n');
                }
                Some('\n') | None => {}
                Some(other) => word.get_or_insert_default().push(other),
            },
            c if c.is_whitespace() => words.extend(word.take()),
            '|' | ';' | '&' | '<' | '>' if word.is_none() => break,
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    Ok(words)
}

/// Up to the closing single quote, which PowerShell doubles to mean itself.
fn single(
    rest: &mut Peekable<Chars<'_>>,
    word: &mut String,
    shell: Shell,
) -> Result<(), CurlError> {
    while let Some(character) = rest.next() {
        if !shell.is_single_quote(character) {
            word.push(character);
        } else if shell == Shell::PowerShell
            && let Some(second) = rest.next_if(|next| shell.is_single_quote(*next))
        {
            word.push(second);
        } else {
            return Ok(());
        }
    }
    Err(CurlError::UnclosedQuote)
}

/// Up to the closing double quote, which can be escaped.
fn double(
    rest: &mut Peekable<Chars<'_>>,
    word: &mut String,
    shell: Shell,
) -> Result<(), CurlError> {
    while let Some(character) = rest.next() {
        if shell.is_double_quote(character) {
            return Ok(());
        }
        if character != shell.escape() {
            word.push(character);
            continue;
        }
        match rest.next() {
            Some('\n') => {}
            Some(other) if shell.is_double_quote(other) || "$`\\".contains(other) => {
                word.push(other);
            }
            Some(other) => word.extend([shell.escape(), other]),
            None => break,
        }
    }
    Err(CurlError::UnclosedQuote)
}

/// bash's `$'…'`, as browsers copy a cURL.
fn ansi(rest: &mut Peekable<Chars<'_>>, word: &mut String) -> Result<(), CurlError> {
    while let Some(character) = rest.next() {
        match (character, character == '\\') {
            ('\'', _) => return Ok(()),
            (_, false) => word.push(character),
            (_, true) => match rest.next() {
                Some('n') => word.push('\n'),
                Some('r') => word.push('\r'),
                Some('t') => word.push('\t'),
                Some(marker @ ('u' | 'x')) => {
                    let most = if marker == 'u' { 4 } else { 2 };
                    let mut code = 0;
                    for _ in 0..most {
                        let Some(digit) = rest.peek().and_then(|c| c.to_digit(16)) else {
                            break;
                        };
                        code = code * 16 + digit;
                        rest.next();
                    }
                    let Some(character) = char::from_u32(code) else {
                        return Err(CurlError::Escape);
                    };
                    word.push(character);
                }
                Some(other) => word.push(other),
                None => break,
            },
        }
    }
    Err(CurlError::UnclosedQuote)
}

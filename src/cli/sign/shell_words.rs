//! A command line cut into words, as a shell does it. Nothing in it is run.

use std::iter::Peekable;
use std::str::Chars;

use anyhow::{anyhow, bail};

/// The words of `line`; with `powershell` quotes are doubled and lines go on after a backtick.
pub(super) fn shell_words(line: &str, powershell: bool) -> anyhow::Result<Vec<String>> {
    let escape = if powershell { '`' } else { '\\' };
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut rest = line.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\'' => single(&mut rest, word.get_or_insert_default(), powershell)?,
            '"' => double(&mut rest, word.get_or_insert_default(), escape)?,
            '$' if !powershell && rest.peek() == Some(&'\'') => {
                rest.next();
                ansi(&mut rest, word.get_or_insert_default())?;
            }
            c if c == escape => match rest.next() {
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

fn unclosed() -> anyhow::Error {
    anyhow!("the command has an unclosed quote; paste all of it")
}

fn single(rest: &mut Peekable<Chars<'_>>, word: &mut String, doubled: bool) -> anyhow::Result<()> {
    while let Some(character) = rest.next() {
        if character != '\'' {
            word.push(character);
        } else if doubled && rest.next_if_eq(&'\'').is_some() {
            word.push('\'');
        } else {
            return Ok(());
        }
    }
    Err(unclosed())
}

fn double(rest: &mut Peekable<Chars<'_>>, word: &mut String, escape: char) -> anyhow::Result<()> {
    while let Some(character) = rest.next() {
        if character == '"' {
            return Ok(());
        }
        if character != escape {
            word.push(character);
            continue;
        }
        match rest.next() {
            Some('\n') => {}
            Some(other) if "\"$`\\".contains(other) => word.push(other),
            Some(other) => word.extend([escape, other]),
            None => break,
        }
    }
    Err(unclosed())
}

/// bash's `$'…'`, as browsers copy a cURL.
fn ansi(rest: &mut Peekable<Chars<'_>>, word: &mut String) -> anyhow::Result<()> {
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
                        bail!("the command has an escape that is not a character");
                    };
                    word.push(character);
                }
                Some(other) => word.push(other),
                None => break,
            },
        }
    }
    Err(unclosed())
}

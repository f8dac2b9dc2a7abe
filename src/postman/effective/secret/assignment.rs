//! The value that a text gives to a name: `name: "value"`, `name=value`, `set("name", "value")`,
//! `<name>value</name>`.

use std::ops::Range;

use super::pattern::LONGEST;

/// A value in a text.
#[derive(Debug)]
pub(super) struct Assignment {
    pub(super) span: Range<usize>,
    /// Whether it is between quotes or tags, so that its ends are certain.
    pub(super) is_quoted: bool,
}

const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The value that `text` gives to the name at `name`, before `limit`. In code only texts and numbers are
/// values.
pub(super) fn assignment(
    text: &str,
    name: &Range<usize>,
    limit: usize,
    is_code: bool,
) -> Option<Assignment> {
    let end = text.floor_char_boundary((name.end + LONGEST).min(limit).max(name.end));
    let behind = text.get(name.end..end)?;
    let span = |value: &str| {
        // Slices are parts of `behind`, except for an empty constant.
        let inside = value.as_ptr().addr().checked_sub(behind.as_ptr().addr())?;
        let start = inside + name.end;
        (inside <= behind.len()).then_some(start..start + value.len())
    };
    if let Some(value) = tagged(text.get(..name.start)?, behind) {
        let span = span(value)?;
        return Some(Assignment {
            span,
            is_quoted: true,
        });
    }
    if let Some(value) = part(text.get(..name.start)?, behind) {
        let span = span(value)?;
        return Some(Assignment {
            span,
            is_quoted: true,
        });
    }
    let closed = without_tag(behind);
    let closed = closed.trim_start_matches(['\\', '"', '\'', '`', ' ', ']', '*']);
    let is_named_by_text = behind.trim_start_matches('\\').starts_with(QUOTES);
    let sign = closed.chars().next()?;
    let is_attached = sign == '=' && behind.trim_start_matches(']').starts_with('=');
    let is_alone = sign == '=' && is_line_start(text, name.start);
    let value = match sign {
        ':' => {
            let value = closed.get(1..)?.trim_start_matches(':').trim_start();
            typed(value).unwrap_or_else(|| first_element(value))
        }
        '=' => {
            let value = closed.trim_start_matches(['=', '>']);
            let value = value.trim_start_matches(' ');
            let other = if is_code { otherwise(value) } else { None };
            other.unwrap_or(value)
        }
        ',' if is_named_by_text => {
            let value = closed.get(1..)?.trim_start();
            let own = entry(value);
            // In a list the next is another name.
            own.or_else(|| is_first_argument(text, name).then_some(value))?
        }
        ')' | '|' | '?' => alternative(closed)?,
        _ => return None,
    };
    if let Some(value) = quoted(value) {
        let span = span(value)?;
        return Some(Assignment {
            span,
            is_quoted: true,
        });
    }
    let value = match sign {
        _ if is_code => number(value)?,
        '=' if is_attached && !closed.starts_with("==") && !closed.starts_with("= ") => {
            word(value, &['&', ';', ',', ')', '}', ']', '<', '>'])
        }
        // A line of a settings file.
        '=' if is_alone => word(value, &[';', '#', '<', '(']),
        ':' => words_with_scheme(value, &[',', ';', ')', '}', ']', '<', '>', '(']),
        _ => return None,
    };
    let span = span(value)?;
    (!value.is_empty()).then_some(Assignment {
        span,
        is_quoted: false,
    })
}

/// The text between the tag of that name and the next one.
fn tagged<'t>(before: &str, behind: &'t str) -> Option<&'t str> {
    let head = before.get(before.floor_char_boundary(before.len().saturating_sub(32))..)?;
    let open = head.rfind(|c: char| !c.is_alphanumeric() && !matches!(c, ':' | '_' | '-'))?;
    if !head.get(open..)?.starts_with('<') {
        return None;
    }
    let (attributes, value) = behind.split_once('>')?;
    let is_open = !attributes.contains('<') && !attributes.ends_with('/') && attributes.len() < 400;
    if let Some(data) = value.trim_start().strip_prefix("<![CDATA[") {
        return Some(data.split_once("]]>").filter(|_| is_open)?.0);
    }
    let (text, inner) = value.split_once('<').filter(|_| is_open)?;
    if text.trim().is_empty() && !inner.starts_with('/') {
        // What is in the first element of it.
        let (_, value) = inner.split_once('>')?;
        return Some(value.split_once('<')?.0.trim());
    }
    Some(text.trim())
}

/// What follows the tag that ends a displayed name: `<b>name</b>: value`.
fn without_tag(behind: &str) -> &str {
    let tag = behind
        .strip_prefix("</")
        .and_then(|tag| tag.split_once('>'));
    match tag {
        Some((tag, rest)) if tag.len() < 16 => rest,
        _ => behind,
    }
}

/// The value of a part of a form: `name="name"`, an empty line, the value.
fn part<'t>(before: &str, behind: &'t str) -> Option<&'t str> {
    let value = behind
        .strip_prefix('"')
        .filter(|_| before.ends_with("name=\""))?;
    let value = value
        .strip_prefix("\r\n\r\n")
        .or_else(|| value.strip_prefix("\n\n"))?;
    Some(value.lines().next()?.trim_end())
}

/// Whether there is only white space before `at` in its line.
fn is_line_start(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

/// The value after a type annotation, as in GraphQL and TypeScript: `name: String = "value"`.
fn typed(text: &str) -> Option<&str> {
    let is_type = |c: char| c.is_alphanumeric() || matches!(c, '[' | ']' | '!' | ' ');
    let value = text
        .trim_start_matches(is_type)
        .strip_prefix('=')?
        .trim_start();
    value.starts_with(QUOTES).then_some(value)
}

/// The first element of a list of texts.
fn first_element(text: &str) -> &str {
    let element = text.strip_prefix('[').map(str::trim_start);
    let is_text = |one: &&str| one.trim_start_matches('\\').starts_with(QUOTES);
    element.filter(is_text).unwrap_or(text)
}

/// The fallback in a line of code: `get() || "value"`.
fn otherwise(text: &str) -> Option<&str> {
    let end = text.floor_char_boundary(text.len().min(200));
    let line = text.get(..end)?.split(['\n', ';']).next()?;
    let sign = line.find("||").or_else(|| line.find("??"))?;
    let value = text.get(sign + 2..)?.trim_start_matches(' ');
    (value.starts_with(QUOTES) && !text.starts_with(QUOTES)).then_some(value)
}

/// Whether a quoted name is the first argument of a call.
fn is_first_argument(text: &str, name: &Range<usize>) -> bool {
    let before = text.get(..name.start).unwrap_or_default();
    let before = before.trim_end_matches(['\\', '"', '\'', '`']);
    before.trim_end_matches(' ').ends_with('(')
}

/// The value of an entry such as `{key: "name", value: "value"}`, if it is one.
fn entry(text: &str) -> Option<&str> {
    let bare = text.trim_start_matches(['\\', '"', '\'', '`']);
    let value = bare.strip_prefix("value").map(|rest| {
        rest.trim_start_matches(['\\', '"', '\'', '`', ' '])
            .strip_prefix(':')
    });
    value.flatten().map(str::trim_start)
}

/// The fallback for an unset variable: `get("name") || "value"`.
fn alternative(text: &str) -> Option<&str> {
    let text = text.strip_prefix(')').unwrap_or(text).trim_start();
    let value = text
        .strip_prefix("||")
        .or_else(|| text.strip_prefix("??"))?;
    Some(value.trim_start())
}

/// The content of the quotes that the text starts with, which may be escaped; up to the end of the
/// line if they are not closed.
fn quoted(text: &str) -> Option<&str> {
    let block = text.strip_prefix("\"\"\"");
    if let Some((value, _)) = block.and_then(|block| block.split_once("\"\"\"")) {
        return Some(value.trim());
    }
    let bare = text.trim_start_matches('\\');
    let depth = text.len() - bare.len();
    let quote = bare.chars().next().filter(|c| QUOTES.contains(c))?;
    let value = bare.get(1..)?;
    let mut slashes = 0;
    for (at, c) in value.char_indices() {
        match c {
            '\\' => slashes += 1,
            _ if c == quote && (slashes == depth || depth == 0 && slashes % 2 == 0) => {
                return value.get(..at - if depth == 0 { 0 } else { slashes });
            }
            '\n' if quote != '`' => return value.get(..at),
            _ => slashes = 0,
        }
    }
    Some(value.lines().next().unwrap_or_default())
}

/// The digits that the text starts with, if there are as many as in a PIN.
fn number(text: &str) -> Option<&str> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.'));
    (digits.len() >= 4 && is_whole).then_some(digits)
}

/// The word that the text starts with.
fn word<'t>(text: &'t str, stops: &[char]) -> &'t str {
    let is_end =
        |c: char| c.is_whitespace() || QUOTES.contains(&c) || c == '\\' || stops.contains(&c);
    let end = text.find(is_end).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The same, with the scheme of an authorization in front.
fn words_with_scheme<'t>(text: &'t str, stops: &[char]) -> &'t str {
    let schemes = ["Bearer ", "bearer ", "Basic ", "basic ", "Token ", "token "];
    let scheme = schemes.iter().find(|scheme| text.starts_with(**scheme));
    let length = scheme.map_or(0, |scheme| scheme.len());
    let rest = word(text.get(length..).unwrap_or_default(), stops);
    text.get(..length + rest.len()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::assignment;

    fn value(text: &str, is_code: bool) -> Option<&str> {
        let start = text.find("tok").unwrap();
        let found = assignment(text, &(start..start + 3), text.len(), is_code)?;
        text.get(found.span)
    }

    #[test]
    fn values_are_found_behind_their_names() {
        for (text, expected) in [
            (r#"{"tok": "a1"}"#, "a1"),
            (r#"{\"tok\": \"a1\", \"b\": 2}"#, "a1"),
            (r#"{\\\"tok\\\":\\\"a1\\\"}"#, "a1"),
            ("set('tok', 'a1')", "a1"),
            ("{key: 'tok', value: `a1`}", "a1"),
            ("get('tok') || 'a1'", "a1"),
            ("tok === \"a\\\"1\"", "a\\\"1"),
            ("tok = 'a1", "a1"),
            ("<x:tok a='b'>a1</x:tok>", "a1"),
            ("tok = 1234;", "1234"),
            ("tok: \"\"\"a1\"\"\"", "a1"),
            ("$tok: String! = \"a1\"", "a1"),
            ("{\"tok\": [\"a1\"]}", "a1"),
            ("tok = get('p') || 'a1';", "a1"),
            ("<tok><![CDATA[a<1]]></tok>", "a<1"),
            ("<tok><value>a1</value></tok>", "a1"),
            ("; name=\"tok\"\r\n\r\na1\r\n--b", "a1"),
        ] {
            assert_eq!(value(text, true), Some(expected), "{text}");
        }
        for (text, expected) in [
            ("?tok=a1&b", "a1"),
            ("X;tok=a#1;", "a#1"),
            ("tok: a1, b", "a1"),
            ("tok: Bearer a1", "Bearer a1"),
            ("**tok**: `a1`", "a1"),
            ("<b>tok</b>: a1", "a1"),
            ("?user[tok]=a1", "a1"),
            ("x = 1\ntok = a1 # b", "a1"),
        ] {
            assert_eq!(value(text, false), Some(expected), "{text}");
        }
        for text in ["tok = a1;", "tok: a1", "f('tok')", "['tok', 'a']"] {
            assert_eq!(value(text, true), None, "{text}");
        }
        assert_eq!(value("tok <b>a1</b>", false), None);
    }
}

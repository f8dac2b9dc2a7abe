//! Connection strings: they are hidden as a whole, not only their passwords.

use std::ops::Range;

use super::special::authority;

/// The longest one that is looked for.
const LONGEST: usize = 1024;

/// The connection string around a secret, if it is a part of one.
pub(super) fn connection(text: &str, secret: &Range<usize>) -> Option<Range<usize>> {
    address(text, secret).or_else(|| settings(text, secret))
}

/// Whether what is at `at` is one of the settings of `Server=…;User=…;Password=…`, behind the first.
pub(super) fn is_setting(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.trim_end_matches(' ').ends_with(';')
}

/// The address of a database or a queue, whose password is the secret; that of a website stays readable.
fn address(text: &str, secret: &Range<usize>) -> Option<Range<usize>> {
    text.get(secret.end..)?.strip_prefix('@')?;
    let start = authority(text.as_bytes(), secret.end)?;
    let before = text.get(..start)?.trim_end_matches(['/', '\\', ':']);
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
    let scheme = before.len() - before.trim_end_matches(is_part).len();
    let scheme = before.get(before.len() - scheme..)?;
    if ["http", "https", "ws", "wss"].contains(&scheme) {
        return None;
    }
    let rest = text.get(secret.end..)?;
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>' | '\\');
    let end = rest.find(is_end).unwrap_or(rest.len()).min(LONGEST);
    let end = text.floor_char_boundary(secret.end + end);
    Some(before.len() - scheme.len()..end)
}

/// The settings around one of them that is the secret.
fn settings(text: &str, secret: &Range<usize>) -> Option<Range<usize>> {
    let is_edge = |c: char| matches!(c, '"' | '\'' | '`' | '\n' | '<' | '>' | '{' | '}');
    let from = text.floor_char_boundary(secret.start.saturating_sub(LONGEST));
    let head = text.get(from..secret.start)?;
    let head = head.rsplit(is_edge).next()?;
    let (first, rest) = head.split_once(';')?;
    // It is the value of the last of them.
    let last = rest.rsplit(';').next()?.trim_start();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.');
    let own = last.strip_suffix('=').unwrap_or(last);
    if !own.chars().all(is_name) {
        return None;
    }
    let (name, _) = first.split_once('=')?;
    // Of what is said before it, the last word is its first name.
    let name = name.rsplit(char::is_whitespace).next()?;
    let before = first.find('=')?.checked_sub(name.len())?;
    let start = secret.start - head.len() + before;
    let to = text.floor_char_boundary((secret.end + LONGEST).min(text.len()));
    let tail = text.get(secret.end..to)?;
    let tail = tail.split(is_edge).next()?;
    let mut end = secret.end;
    for part in tail.split_inclusive(';') {
        if part != ";" && !part.contains('=') {
            break;
        }
        end += part.len();
    }
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::connection;

    #[test]
    fn all_of_a_connection_string_is_hidden() {
        for (text, whole) in [
            (
                "use Server=a,1;User ID=sa;Password=pw;Encrypt=true; please",
                "Server=a,1;User ID=sa;Password=pw;Encrypt=true;",
            ),
            ("'mongodb+srv://a:pw@b.c/d'", "mongodb+srv://a:pw@b.c/d"),
        ] {
            let at = text.find("pw").unwrap();
            let found = connection(text, &(at..at + 2)).unwrap();
            assert_eq!(text.get(found).unwrap(), whole);
        }
        for text in ["https://a:pw@b.c/d", "a;pw", "pw", "{a=b}; pw"] {
            let at = text.find("pw").unwrap();
            assert_eq!(connection(text, &(at..at + 2)), None, "{text}");
        }
    }
}

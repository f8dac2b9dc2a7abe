//! What scripts say: titles of tests, targets, variables. Comments say nothing.

use std::collections::BTreeSet;

/// The texts that a script gives to `function` as its first argument.
pub(super) fn calls(source: &str, function: &str) -> BTreeSet<String> {
    if !source.contains(function) {
        return BTreeSet::new();
    }
    let code = without_comments(source);
    let found = code.split(function).skip(1).filter_map(|rest| {
        let rest = rest.trim_start();
        let quote = rest
            .chars()
            .next()
            .filter(|c| ['"', '\'', '`'].contains(c))?;
        let (text, _) = rest.get(1..)?.split_once(quote)?;
        Some(text.to_owned())
    });
    found.collect()
}

/// The script with its comments left out. A regular expression is taken for code; one that holds
/// a quote or two slashes is rare, and then only what follows in its line is seen wrongly.
fn without_comments(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' | '\'' | '`' => string(rest, c),
            '/' if rest.starts_with("//") => {
                rest = rest.get(line(rest)..).unwrap_or_default();
                continue;
            }
            '/' if rest.starts_with("/*") => {
                let body = rest.get(2..).unwrap_or_default();
                let end = body.find("*/").map_or(rest.len(), |at| at + 4);
                rest = rest.get(end..).unwrap_or_default();
                continue;
            }
            // What a backslash stands before, in a regular expression, opens nothing.
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            c => c.len_utf8(),
        };
        let (head, tail) = rest.split_at(length.min(rest.len()));
        code.push_str(head);
        rest = tail;
    }
    code
}

/// The length of what is left of a line.
fn line(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

/// The length of the string that starts here; one in single or double quotes ends with its line.
fn string(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' if quote != '`' => return at,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::calls;

    #[test]
    fn comments_have_no_tests() {
        let source = "pm.test('a // b', f); // pm.test('c', f);\n/* pm.test('d') */ pm.test(`e`, f);\n\
                      x.replace(/\\/\\/'/g, ''); pm.test(\"http://f\", f);";
        let titles: Vec<String> = calls(source, "pm.test(").into_iter().collect();
        assert_eq!(titles, ["a // b", "e", "http://f"]);
    }
}

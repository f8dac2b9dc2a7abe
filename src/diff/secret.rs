//! What must never be shown: only that it changed.

use std::borrow::Cow;

const WORDS: &[&str] = &[
    "secret",
    "password",
    "passwd",
    "passphrase",
    "token",
    "apikey",
    "accesskey",
    "privatekey",
    "authorization",
    "credential",
    "cookie",
    "signature",
    "pwd",
];

const QUOTES: [char; 3] = ['"', '\'', '`'];

/// Functions of scripts whose first argument is a name, not a value.
const NAMING: &[&str] = &[
    "get",
    "set",
    "has",
    "unset",
    "test",
    "header",
    "property",
    "getEnvironmentVariable",
    "setEnvironmentVariable",
    "clearEnvironmentVariable",
    "getGlobalVariable",
    "setGlobalVariable",
    "clearGlobalVariable",
];

/// What stands in place of a value that is not shown.
pub(crate) const HIDDEN: &str = "(hidden)";

/// Whether something of that name may hold a secret.
pub(crate) fn is_secret_name(name: &str) -> bool {
    let plain: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let is_key = name
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word == "key" || word == "auth");
    is_key || WORDS.iter().any(|word| plain.contains(word))
}

/// Whether a text is one `{{variable}}` and nothing else: a name, not a value.
pub(crate) fn is_variable(text: &str) -> bool {
    text.strip_prefix("{{")
        .and_then(|rest| rest.strip_suffix("}}"))
        .is_some_and(|name| !name.contains(['{', '}']))
}

/// The value as it may be shown under that name.
pub(crate) fn shown(name: &str, value: &str) -> String {
    if is_secret_name(name) && !is_variable(value) && !value.is_empty() {
        HIDDEN.to_owned()
    } else {
        value.to_owned()
    }
}

/// How the lines of scripts may be shown.
pub(crate) struct Lines {
    /// Whether a string or a comment goes on over several lines, so that a line may be no code.
    has_long_texts: bool,
}

impl Lines {
    pub(crate) fn of(scripts: &[&str]) -> Self {
        let is_open = |line: &str| {
            line.matches('`').count() % 2 == 1 || (line.contains("/*") && !line.contains("*/"))
        };
        let mut lines = scripts.iter().flat_map(|script| script.lines());
        Self {
            has_long_texts: lines.any(is_open),
        }
    }

    /// A line as it may be shown: without its strings and long numbers where it speaks of secrets.
    pub(crate) fn shown<'l>(&self, line: &'l str) -> Cow<'l, str> {
        if !is_secret_name(line) {
            return Cow::Borrowed(line);
        }
        if self.has_long_texts {
            return Cow::Borrowed(HIDDEN);
        }
        let code = without_strings(line).map(|code| without_numbers(&code));
        code.map_or(Cow::Borrowed(HIDDEN), Cow::Owned)
    }
}

/// The line with every number hidden that is as long as a PIN.
fn without_numbers(line: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let words = line.split_inclusive(|c: char| !is_word(c)).map(|part| {
        let word = part.trim_end_matches(|c: char| !is_word(c));
        let is_number = word.len() >= 4 && word.starts_with(|c: char| c.is_ascii_digit());
        if is_number {
            part.replacen(word, HIDDEN, 1)
        } else {
            part.to_owned()
        }
    });
    words.collect()
}

/// The line with every string hidden that is not the name of a variable; nothing where it is not
/// plain what its strings are.
fn without_strings(line: &str) -> Option<String> {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((head, tail)) = rest.find(QUOTES).map(|at| rest.split_at(at)) {
        out.push_str(head);
        let quote = tail.chars().next()?;
        let (text, after) = tail.get(1..)?.split_once(quote)?;
        let text = if is_naming(&out) { text } else { HIDDEN };
        out.extend([quote].into_iter().chain(text.chars()).chain([quote]));
        rest = after;
    }
    out.push_str(rest);
    // What is commented out as a whole is read like the rest, if it looks like code.
    let code = out.trim_start_matches(['/', ' ', '\t']);
    let is_prose = line.trim_start().starts_with('/') && !line.contains(QUOTES);
    let is_plain = !line.contains('\\') && !code.contains("//") && !code.contains("/*");
    (is_plain && !is_prose).then_some(out)
}

/// Whether what comes next is the first argument of a function that takes a name.
fn is_naming(before: &str) -> bool {
    let function = before.trim_end().strip_suffix('(');
    let function = function.and_then(|call| call.rsplit(|c: char| !c.is_alphanumeric()).next());
    function.is_some_and(|function| NAMING.contains(&function))
}

/// A script as it may be shown.
pub(crate) fn shown_lines(text: &str) -> String {
    let lines = Lines::of(&[text]);
    let lines: Vec<_> = text.lines().map(|line| lines.shown(line)).collect();
    lines.join("\n")
}

/// A text that is no JSON as it may be shown: without the lines that speak of secrets.
pub(crate) fn shown_text(text: &str) -> String {
    let line = |line| {
        if is_secret_name(line) { HIDDEN } else { line }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{HIDDEN, Lines, shown, shown_lines};

    #[test]
    fn secrets_are_hidden_and_names_of_variables_are_not() {
        assert_eq!(shown("X-Api-Key", "abc"), HIDDEN);
        assert_eq!(shown("secretKey", "{{secret_key}}"), "{{secret_key}}");
        assert_eq!(shown("Accept", "application/json"), "application/json");
    }

    #[test]
    fn of_a_line_that_speaks_of_secrets_the_strings_are_hidden() {
        for (line, shown) in [
            ("pm.test('ok')", "pm.test('ok')"),
            ("const token = 'abc';", "const token = '(hidden)';"),
            (
                "pm.environment.set(\"token\", data.token);",
                "pm.environment.set(\"token\", data.token);",
            ),
            ("set( `token` , 'abc')", "set( `token` , '(hidden)')"),
            ("reset('token', 'abc')", "reset('(hidden)', '(hidden)')"),
            ("const token = 'ab\\'c';", HIDDEN),
            ("const token = 'a'; // or b", HIDDEN),
            ("// // token = 'abc'", "// // token = '(hidden)'"),
            ("end of a token` + 'b'", HIDDEN),
            ("const token = parts[1];", "const token = parts[1];"),
            ("const pwd = 123456;", "const pwd = (hidden);"),
            ("// password: hunter2", HIDDEN),
        ] {
            assert_eq!(Lines::of(&[line]).shown(line), shown);
        }
        assert_eq!(
            shown_lines("body = `\npassword=hunter2\nuser=me`;"),
            format!("body = `\n{HIDDEN}\nuser=me`;")
        );
    }
}

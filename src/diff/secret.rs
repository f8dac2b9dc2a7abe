//! What must never be shown: only that it changed.

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

/// A line of a script as it may be shown: without its strings where it speaks of secrets.
pub(crate) fn shown_line(line: &str) -> &str {
    if is_secret_name(line) && line.contains(['"', '\'', '`']) {
        HIDDEN
    } else {
        line
    }
}

/// A script as it may be shown.
pub(crate) fn shown_lines(text: &str) -> String {
    text.lines().map(shown_line).collect::<Vec<_>>().join("\n")
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
    use super::{HIDDEN, shown, shown_line};

    #[test]
    fn secrets_are_hidden_and_names_of_variables_are_not() {
        assert_eq!(shown("X-Api-Key", "abc"), HIDDEN);
        assert_eq!(shown("secretKey", "{{secret_key}}"), "{{secret_key}}");
        assert_eq!(shown("Accept", "application/json"), "application/json");
        assert_eq!(shown_line("const token = 'abc'"), HIDDEN);
        assert_eq!(shown_line("pm.test('ok')"), "pm.test('ok')");
    }
}

//! curl's own `--aws-sigv4`, for the requests that it signs correctly.

use super::shell::Shell;

/// Why curl would sign the request wrongly; `None` when it signs it as everybody else does.
///
/// curl 7.88.1 signs path and query as they are written, and fails for a wildcard or anything
/// else that is encoded in the path, a query that is not sorted, a key without a value, a `+` and
/// reserved characters. What later versions do differs, so all that is asked of any is what needs
/// neither encoding nor sorting.
pub(super) fn obstacle(target: &str) -> Option<&'static str> {
    let plain = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut segments = path.split('/').skip(1).peekable();
    if path.contains('*') {
        return Some("it signs a `*` in the path unencoded instead of as `%2A`");
    }
    while let Some(segment) = segments.next() {
        if segment.is_empty() && segments.peek().is_some() || [".", ".."].contains(&segment) {
            return Some("it does not resolve double slashes and dot segments in the path");
        }
        if !plain(segment) {
            return Some("it does not encode the path twice");
        }
    }
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs: Vec<(&str, &str)> = pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .collect();
    if pairs.iter().any(|(_, value)| value.is_empty()) {
        return Some("it signs a key without a value incorrectly");
    }
    if pairs
        .iter()
        .any(|(key, value)| !plain(key) || !plain(value))
    {
        return Some("its versions differ in how they encode the query");
    }
    if !pairs.is_sorted() {
        return Some("it does not sort the query");
    }
    None
}

/// The command. The keys come from variables and reach curl as configuration, not as arguments,
/// which others could see.
pub(super) fn command(shell: Shell, scope: &str, options: &[(&str, String)]) -> String {
    let mut options = options.to_vec();
    options.push(("--aws-sigv4", format!("aws:amz:{scope}")));
    let command = shell.command(&options);
    match shell {
        Shell::Bash => format!(
            "{command}{}--config <(printf 'user = \"%s:%s\"\\n' \"$SQLACC_ACCESS_KEY\" \"$SQLACC_SECRET_KEY\")",
            shell.continuation()
        ),
        Shell::Powershell => format!(
            "\"user = `\"${{env:SQLACC_ACCESS_KEY}}:${{env:SQLACC_SECRET_KEY}}`\"\" | {command}{}--config -",
            shell.continuation()
        ),
    }
}

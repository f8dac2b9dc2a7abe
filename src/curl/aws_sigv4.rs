//! curl's own `--aws-sigv4`, for the requests that it signs correctly.

use super::write::command_line;
use super::{CurlError, CurlRequest, Shell};

/// Why curl would sign a request for `target`, its path and query, incorrectly; `None` when it signs
/// it as everybody else does.
///
/// curl 7.88.1 signs path and query as they are written. Its signature is wrong for a wildcard or
/// anything else that is encoded in the path, for a query that is not sorted, for a key without a
/// value, for a `+` and for reserved characters. Later versions differ from each other, so no
/// version is asked to sign what needs encoding or sorting.
pub fn signing_obstacle(target: &str) -> Option<&'static str> {
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

/// What curl needs to sign a request itself.
#[derive(Clone, Copy, Debug)]
pub struct SigningByCurl<'a> {
    /// The AWS region.
    pub region: &'a str,
    /// The AWS name of the service.
    pub service: &'a str,
    /// The environment variable with the access key.
    pub access_key_variable: &'a str,
    /// The environment variable with the secret key.
    pub secret_key_variable: &'a str,
}

impl CurlRequest {
    /// The command line that signs and sends this request. The keys come from variables and reach
    /// curl as configuration, because arguments are visible to others.
    ///
    /// # Errors
    /// When the shell cannot pass a part of the request to curl.
    pub fn signing_command(
        &self,
        shell: Shell,
        signing: &SigningByCurl<'_>,
    ) -> Result<String, CurlError> {
        let SigningByCurl {
            region,
            service,
            access_key_variable: access_key,
            secret_key_variable: secret_key,
        } = signing;
        let mut options = self.options(shell)?;
        options.push(("--aws-sigv4", format!("aws:amz:{region}:{service}")));
        let command = command_line(shell, &options)?;
        let next = shell.continuation();
        Ok(match shell {
            Shell::Bash => format!(
                "{command}{next}--config <(printf 'user = \"%s:%s\"\\n' \"${access_key}\" \"${secret_key}\")"
            ),
            Shell::PowerShell => format!(
                "\"user = `\"${{env:{access_key}}}:${{env:{secret_key}}}`\"\" | {command}{next}--config -"
            ),
        })
    }
}

//! Requests as programs show them, written as they were sent.

use anyhow::bail;

/// The request in the output of `curl -v`, whose lines start with `> `; `None` for another text.
pub(super) fn of_verbose(text: &str) -> anyhow::Result<Option<String>> {
    let is_output =
        |line: &str| ["* ", "> ", "< ", "{ ", "} "].contains(&line.get(..2).unwrap_or_default());
    if !text.lines().next().is_some_and(is_output) {
        return Ok(None);
    }
    let sent = text.lines().filter_map(|line| line.strip_prefix('>'));
    let mut request = String::new();
    let mut is_over = false;
    for line in sent.map(str::trim) {
        if is_over {
            bail!("curl sent more than one request; paste the lines of one");
        }
        is_over = line.is_empty();
        request.extend([line, "\n"]);
    }
    if request.trim().is_empty() {
        bail!("the output of curl has no line that starts with `> `, which `curl -v` writes");
    }
    let has_body = request.lines().any(|line| {
        let line = line.to_ascii_lowercase();
        let length = line.strip_prefix("content-length:");
        length.is_some_and(|length| length.trim() != "0") || line.starts_with("transfer-encoding:")
    });
    if has_body {
        bail!(
            "`curl -v` does not show the body; paste the request without the `> `, an empty line and \
             the body"
        );
    }
    Ok(Some(request))
}

/// The request that starts with the pseudo headers of HTTP/2, as browsers show it: `:method: GET`,
/// or the name and the value in lines of their own. `None` for another text.
pub(super) fn of_pseudo_headers(text: &str) -> Option<String> {
    let text = text.trim_start();
    let first = text.lines().next().filter(|line| line.starts_with(':'))?;
    let is_in_pairs = !first.trim_end().trim_matches(':').contains(':');
    let (head, body) = text
        .split_once("\r\n\r\n")
        .or_else(|| text.split_once("\n\n"))
        .unwrap_or((text, ""));
    let mut lines = head.lines();
    let (mut method, mut path, mut host) = ("GET", "/", None);
    let mut headers = String::new();
    while let Some(line) = lines.next() {
        let own = line.strip_prefix(':');
        let (name, value) = if is_in_pairs {
            let name = own.unwrap_or(line).trim_end();
            (name.trim_end_matches(':'), lines.next().unwrap_or_default())
        } else {
            let text = own.unwrap_or(line);
            text.split_once(':').unwrap_or((text, ""))
        };
        match (own.is_some(), name, value.trim()) {
            (true, "method", value) => method = value,
            (true, "path", value) => path = value,
            (true, "authority", value) => host = Some(value),
            (true, ..) => {}
            (false, name, value) => headers.extend([name, ": ", value, "\n"]),
        }
    }
    let host = host.map_or_else(String::new, |host| format!("Host: {host}\n"));
    Some(format!("{method} {path} HTTP/2\n{host}{headers}\n{body}"))
}

/// The request for a URL alone, whose signature is in its query; `None` for another text.
pub(super) fn of_url(text: &str) -> Option<String> {
    let url = text.trim().trim_matches(['"', '\'', '<', '>']);
    let scheme = url.split("://").next()?.to_ascii_lowercase();
    let is_alone = ["http", "https"].contains(&scheme.as_str())
        && url.contains("://")
        && !url.contains(char::is_whitespace);
    is_alone.then(|| format!("GET {url} HTTP/1.1\n"))
}

use std::ops::Range;

use crate::postman::view::tokens;

/// Where the parts of a URL's text are, split as Postman splits it: never inside a `{{variable}}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UrlText {
    /// What comes before `://`.
    pub protocol: Option<Range<usize>>,
    /// What comes before `@`.
    pub user_info: Option<Range<usize>>,
    /// The host, without its port.
    pub host: Range<usize>,
    /// The port.
    pub port: Option<Range<usize>>,
    /// The path, from its slash; empty where there is none.
    pub path: Range<usize>,
    /// What follows `?`.
    pub query: Option<Range<usize>>,
    /// What follows `#`.
    pub hash: Option<Range<usize>>,
}

impl UrlText {
    /// The parts of `text`.
    pub(crate) fn new(text: &str) -> Self {
        Self::of_masked(&mask_variables(text))
    }

    /// The parts of a text whose variables are masked already.
    pub(super) fn of_masked(masked: &str) -> Self {
        let find = |range: Range<usize>, wanted: &[char]| {
            let found = masked.get(range.clone())?.find(wanted)?;
            Some(range.start + found)
        };
        // JavaScript counts a byte order mark as white space.
        let is_space = |c: char| c.is_whitespace() || c == '\u{feff}';
        let mut start = masked.len() - masked.trim_start_matches(is_space).len();
        let mut end = masked.len();
        let mut url = Self::default();
        if let Some(at) = find(start..end, &['#']) {
            url.hash = Some(at + 1..end);
            end = at;
        }
        if let Some(at) = find(start..end, &['?']) {
            url.query = Some(at + 1..end);
            end = at;
        }
        let rest = masked.get(start..end).unwrap_or_default();
        if let Some(at) = ["://", ":\\\\"].iter().find_map(|sign| rest.find(sign))
            && !rest
                .get(..at)
                .is_some_and(|before| before.contains(SLASHES))
        {
            url.protocol = Some(start..start + at);
            let behind = rest.get(at + 3..).unwrap_or_default();
            // `http:///host` is `http://host`, but a file's path starts with a slash.
            let is_file = rest
                .get(..at)
                .is_some_and(|it| it.eq_ignore_ascii_case("file"));
            let slashes = if is_file {
                0
            } else {
                behind.len() - behind.trim_start_matches(SLASHES).len()
            };
            start += at + 3 + slashes;
        }
        let slash = find(start..end, SLASHES).unwrap_or(end);
        url.path = slash..end;
        end = slash;
        let authority = masked.get(start..end).unwrap_or_default();
        if let Some(at) = authority.rfind('@') {
            url.user_info = Some(start..start + at);
            start += at + 1;
        }
        let authority = masked.get(start..end).unwrap_or_default();
        if let Some(at) = authority.rfind(':')
            && !authority.get(at..).is_some_and(|port| port.contains(']'))
        {
            url.port = Some(start + at + 1..end);
            end = start + at;
        }
        url.host = start..end;
        url
    }
}

/// Postman reads a backslash in front of the query as a slash.
pub(super) const SLASHES: &[char] = &['/', '\\'];

/// `text` with every `{{variable}}` replaced by as many `x`.
pub(crate) fn mask_variables(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for token in tokens(text) {
        masked.push_str(text.get(masked.len()..token.span.start).unwrap_or_default());
        masked.extend(std::iter::repeat_n('x', token.span.len()));
    }
    masked.push_str(text.get(masked.len()..).unwrap_or_default());
    masked
}

#[cfg(test)]
mod tests {
    use super::UrlText;

    fn cut(text: &str) -> [&str; 7] {
        let url = UrlText::new(text);
        let part = |range: Option<std::ops::Range<usize>>| range.map_or("-", |range| &text[range]);
        [
            part(url.protocol),
            part(url.user_info),
            &text[url.host],
            part(url.port),
            &text[url.path],
            part(url.query),
            part(url.hash),
        ]
    }

    #[test]
    fn a_url_is_split_as_postman_splits_it() {
        for (text, parts) in [
            (
                " https://u:p@a.b:80/c/d?e=f://g#h",
                ["https", "u:p", "a.b", "80", "/c/d", "e=f://g", "h"],
            ),
            (
                "{{a:b/?#}}:{{port}}/x",
                ["-", "-", "{{a:b/?#}}", "{{port}}", "/x", "-", "-"],
            ),
            ("a.b", ["-", "-", "a.b", "-", "", "-", "-"]),
            (
                "/x?u=http://y",
                ["-", "-", "", "-", "/x", "u=http://y", "-"],
            ),
            (
                "{{host}}/proxy/https://a.b/c",
                ["-", "-", "{{host}}", "-", "/proxy/https://a.b/c", "-", "-"],
            ),
            ("http://[::1]/", ["http", "-", "[::1]", "-", "/", "-", "-"]),
            ("http:///a/b", ["http", "-", "a", "-", "/b", "-", "-"]),
            ("http:\\\\a\\b", ["http", "-", "a", "-", "\\b", "-", "-"]),
            ("", ["-", "-", "", "-", "", "-", "-"]),
        ] {
            assert_eq!(cut(text), parts, "{text}");
        }
    }
}

use std::ops::Range;

use crate::postman::view::tokens;

/// Where the parts of a URL's text are, cut as Postman cuts it: never inside a `{{variable}}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UrlText {
    /// What stands before `://`.
    pub(crate) protocol: Option<Range<usize>>,
    /// What stands before `@`.
    pub(crate) user: Option<Range<usize>>,
    /// The host, without its port.
    pub(crate) host: Range<usize>,
    /// The port.
    pub(crate) port: Option<Range<usize>>,
    /// The path, from its slash; empty where there is none.
    pub(crate) path: Range<usize>,
    /// What stands behind `?`.
    pub(crate) query: Option<Range<usize>>,
    /// What stands behind `#`.
    pub(crate) hash: Option<Range<usize>>,
}

impl UrlText {
    /// The parts of `text`.
    pub(crate) fn new(text: &str) -> Self {
        let masked = mask(text);
        let find = |from: usize, to: usize, wanted: &str| {
            let found = masked.get(from..to)?.find(wanted)?;
            Some(from + found)
        };
        let mut start = text.len() - text.trim_start().len();
        let mut end = text.trim_end().len().max(start);
        let mut url = Self::default();
        if let Some(at) = find(start, end, "://")
            && !masked
                .get(start..at)
                .is_some_and(|before| before.contains(['/', '?', '#']))
        {
            url.protocol = Some(start..at);
            start = at + 3;
        }
        if let Some(at) = find(start, end, "#") {
            url.hash = Some(at + 1..end);
            end = at;
        }
        if let Some(at) = find(start, end, "?") {
            url.query = Some(at + 1..end);
            end = at;
        }
        let slash = find(start, end, "/").unwrap_or(end);
        url.path = slash..end;
        end = slash;
        let authority = masked.get(start..end).unwrap_or_default();
        if let Some(at) = authority.rfind('@') {
            url.user = Some(start..start + at);
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

/// `text` with every `{{variable}}` replaced by as many `x`.
pub(crate) fn mask(text: &str) -> String {
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
            part(url.user),
            &text[url.host],
            part(url.port),
            &text[url.path],
            part(url.query),
            part(url.hash),
        ]
    }

    #[test]
    fn a_url_is_cut_as_postman_cuts_it() {
        for (text, parts) in [
            (
                " https://u:p@a.b:80/c/d?e=f://g#h ",
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
            ("http://[::1]/", ["http", "-", "[::1]", "-", "/", "-", "-"]),
            ("", ["-", "-", "", "-", "", "-", "-"]),
        ] {
            assert_eq!(cut(text), parts, "{text}");
        }
    }
}

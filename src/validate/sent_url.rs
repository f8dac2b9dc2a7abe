//! Path and query of a URL as they are sent, whether it is split into parts or one text.

use std::borrow::Cow;
use std::ops::Range;

use crate::json::Value;
use crate::postman::view::Url;

/// A piece of a URL: a segment, a parameter's name or its value.
#[derive(Clone, Debug)]
pub(crate) struct Piece<'d> {
    /// What it says.
    pub(crate) text: Cow<'d, str>,
    /// The string that it stands in.
    pub(crate) value: Value<'d>,
    /// Where it stands, bytes of the document.
    pub(crate) span: Range<usize>,
}

/// A query parameter.
#[derive(Clone, Debug)]
pub(crate) struct Parameter<'d> {
    /// Its name.
    pub(crate) key: Piece<'d>,
    /// Its value, where it has one.
    pub(crate) value: Option<Piece<'d>>,
    /// Whether it is sent.
    pub(crate) is_enabled: bool,
}

/// A URL's path and query.
#[derive(Clone, Debug, Default)]
pub(crate) struct SentUrl<'d> {
    /// Host and port, with the scheme where a text has one; empty where there is none.
    pub(crate) host: Cow<'d, str>,
    /// The segments of the path; a trailing slash leaves an empty one.
    pub(crate) path: Vec<Piece<'d>>,
    /// The query parameters, switched off ones included.
    pub(crate) query: Vec<Parameter<'d>>,
}

impl<'d> SentUrl<'d> {
    /// The path and query that Postman takes from `url`: the parts where it has them.
    pub(crate) fn of(url: &Url<'d>) -> Self {
        if url.has_parts() {
            return Self::of_parts(url);
        }
        let raw = url.raw.and_then(|raw| Some((raw, raw.as_raw_str()?)));
        raw.map(|(value, text)| Self::of_text(value, text))
            .unwrap_or_default()
    }

    fn of_parts(url: &Url<'d>) -> Self {
        let path = url.segments().into_iter().map(|segment| Piece {
            span: segment.value.span(),
            text: segment.text,
            value: segment.value,
        });
        let piece = |entry: Value<'d>, name| {
            let value = entry.get(name)?;
            let text = value.as_str()?;
            let span = value.span();
            Some(Piece { text, value, span })
        };
        let query = url.query().into_iter().filter_map(|parameter| {
            Some(Parameter {
                key: piece(parameter.entry, "key")?,
                value: piece(parameter.entry, "value"),
                is_enabled: parameter.is_enabled,
            })
        });
        Self {
            host: url.host_text().unwrap_or_default().into(),
            path: path.collect(),
            query: query.collect(),
        }
    }

    /// `text` is what stands between the quotes of `value`, escapes and all: escapes are rare in
    /// URLs, and places stay exact.
    fn of_text(value: Value<'d>, text: &'d str) -> Self {
        let start = value.span().start + 1;
        let end = text.find('#').unwrap_or(text.len());
        let text = text.get(..end).unwrap_or(text);
        let (before, query) = text.split_once('?').unwrap_or((text, ""));
        let after_scheme = before.find("://").map_or(0, |at| at + 3);
        let rest = before.get(after_scheme..).unwrap_or_default();
        let slash = rest.find('/').map(|at| after_scheme + at);
        let (host, path) = slash.map_or((before, None), |at| {
            let (host, path) = before.split_at(at);
            (host, path.strip_prefix('/').map(|path| (path, at + 1)))
        });
        let piece = |text: &'d str, at: usize| Piece {
            text: Cow::Borrowed(text),
            value,
            span: start + at..start + at + text.len(),
        };
        let path = path
            .into_iter()
            .flat_map(|(path, at)| pieces(path, at, '/'));
        let parameters = pieces(query, before.len() + 1, '&').filter(|(text, _)| !text.is_empty());
        let parameter = |(text, at): (&'d str, usize)| match text.split_once('=') {
            Some((key, value)) => Parameter {
                key: piece(key, at),
                value: Some(piece(value, at + key.len() + 1)),
                is_enabled: true,
            },
            None => Parameter {
                key: piece(text, at),
                value: None,
                is_enabled: true,
            },
        };
        Self {
            host: Cow::Borrowed(host),
            path: path.map(|(text, at)| piece(text, at)).collect(),
            query: parameters.map(parameter).collect(),
        }
    }
}

/// The parts of `text`, which starts at `at`, between `separator`s, each with where it starts.
fn pieces(text: &str, at: usize, separator: char) -> impl Iterator<Item = (&str, usize)> {
    text.split(separator).scan(at, move |next, part| {
        let here = *next;
        *next += part.len() + separator.len_utf8();
        Some((part, here))
    })
}

#[cfg(test)]
mod tests {
    use super::SentUrl;
    use crate::json::Document;
    use crate::postman::view::Url;

    fn told(json: &str) -> String {
        let document = Document::from_text(json).unwrap();
        let url = SentUrl::of(&Url::new(document.root()));
        let shown = |span: &std::ops::Range<usize>| json[span.clone()].trim_matches('"').to_owned();
        let path: Vec<_> = url.path.iter().map(|piece| shown(&piece.span)).collect();
        let query = url.query.iter().map(|one| {
            let value = one.value.as_ref().map(|value| shown(&value.span));
            format!("{}={}", shown(&one.key.span), value.unwrap_or_default())
        });
        let query: Vec<_> = query.collect();
        format!("{} {} {}", url.host, path.join("|"), query.join("|"))
    }

    #[test]
    fn parts_and_texts_are_read_alike() {
        let parts = r#"{"raw": "x", "host": ["{{host}}"], "path": ["a", "*"],
            "query": [{"key": "b", "value": "c"}, {"key": "d", "value": null}, {"key": null}]}"#;
        assert_eq!(told(parts), "{{host}} a|* b=c|d=");
        assert_eq!(told(r#""{{host}}/a/*?b=c&d#e""#), "{{host}} a|* b=c|d=");
        assert_eq!(told(r#"{"raw": "https://h:1/a/?q"}"#), "https://h:1 a| q=");
        assert_eq!(told(r#""https://h""#), "https://h  ");
        assert_eq!(told(r#""?a=b&&""#), "  a=b");
        assert_eq!(told("17"), "  ");
    }
}

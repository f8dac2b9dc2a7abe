//! The address of a request: from a text or from parts, as Postman composes it.
//!
//! Postman composes one text from the parts, puts the values of variables into it, and splits that
//! text again before it sends. So a `/` or `?` inside a part, or in the value of a variable, means
//! what it means in a text; only a literal `&` or `#` of a query parameter, and a `=` of its key, are
//! encoded first. (`Url.toString` and `QueryParam.unparse` of postman-collection 5.3, `resolveUrl` of
//! postman-runtime 7.56.)

mod compose;
mod parts;
mod resplit;
mod text;
mod wire;

use std::borrow::Cow;

use super::{Piece, TypedValue};
use crate::json::Value;
use crate::postman::view;

pub(super) use compose::PlacedPiece;
pub(super) use parts::parameters_of;
pub(crate) use text::{UrlText, mask_variables};
pub(crate) use wire::{UrlEncoding, WireUrl, encoded_segment};

/// The address of a request, each piece with its place.
#[derive(Clone, Debug, Default)]
pub struct RequestUrl<'d> {
    /// Whether it is written in parts; otherwise it is read from a text.
    pub is_split: bool,
    /// The protocol, as it is written: `https`, or `https://`, which means the same.
    pub protocol: Option<Piece<'d>>,
    /// User and password, with a colon between them.
    pub user_info: Option<Piece<'d>>,
    /// The host, the elements of a list joined by dots.
    pub host: Option<Piece<'d>>,
    /// The port.
    pub port: Option<Piece<'d>>,
    /// The segments of the path, the last one empty after a trailing slash; `None` if there
    /// is no path at all.
    pub path: Option<Vec<Piece<'d>>>,
    /// The query parameters, disabled ones included.
    pub query: Vec<QueryParameter<'d>>,
    /// The fragment.
    pub hash: Option<Piece<'d>>,
    /// The values of segments such as `:id`.
    pub variables: Vec<PathVariable<'d>>,
}

/// A query parameter.
#[derive(Clone, Debug)]
pub struct QueryParameter<'d> {
    /// Its name; `None` if it is not a string.
    pub key: Option<Piece<'d>>,
    /// Its value; `None` if it is not a string, which sends the name alone.
    pub value: Option<Piece<'d>>,
    /// Whether it is sent.
    pub is_enabled: bool,
    /// Its entry in the list, where it has one.
    pub entry: Option<Value<'d>>,
}

/// The value of a segment such as `:id`.
#[derive(Clone, Debug)]
pub struct PathVariable<'d> {
    /// Its name: `key`, or `id` where it has none.
    pub name: Cow<'d, str>,
    /// Its value.
    pub value: Option<Value<'d>>,
    /// Its entry in the list.
    pub entry: Value<'d>,
}

impl<'d> RequestUrl<'d> {
    /// The address that Postman makes of `url`: of its parts where it has a host or a path, else of
    /// its text.
    pub fn of(url: &view::Url<'d>) -> Self {
        if url.has_parts() {
            Self::of_parts(url).split_again(url.value)
        } else {
            Self::of_raw(url)
        }
    }

    /// The same without a query that is a list, which is most of what there is to read.
    pub(crate) fn without_query(url: &view::Url<'d>) -> Self {
        Self::of(&view::Url {
            query: None,
            ..*url
        })
    }

    /// The address that the text of `url` is, whatever its parts say.
    pub fn of_raw(url: &view::Url<'d>) -> Self {
        url.raw.map(Self::of_text).unwrap_or_default()
    }

    /// The segments of the path; none where there is no path.
    pub fn segments(&self) -> &[Piece<'d>] {
        self.path.as_deref().unwrap_or_default()
    }

    /// The query parameters that are sent.
    pub fn sent_query(&self) -> impl Iterator<Item = &QueryParameter<'d>> {
        self.query.iter().filter(|one| one.is_enabled)
    }

    /// The host, empty where there is none.
    pub fn host_text(&self) -> &str {
        self.host.as_ref().map_or("", |host| &host.text)
    }

    /// The protocol without `://`; `None` where none is written.
    pub fn protocol_text(&self) -> Option<&str> {
        let text = self.protocol.as_ref()?.text.trim_end_matches("://");
        (!text.is_empty()).then_some(text)
    }

    /// The value that Postman puts in place of the segment `:name`: only a text that is not empty, once
    /// it is converted to its type, and of two of that name the later one.
    pub fn path_value(&self, name: &str) -> Option<Cow<'d, str>> {
        let named = self.variables.iter().rfind(|one| one.name == name)?;
        match TypedValue::of_entry(named.entry) {
            TypedValue::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }
}

impl QueryParameter<'_> {
    /// Its name, empty where it has none.
    pub fn key_text(&self) -> &str {
        self.key.as_ref().map_or("", |key| &key.text)
    }

    /// Its value, empty where it has none.
    pub fn value_text(&self) -> &str {
        self.value.as_ref().map_or("", |value| &value.text)
    }
}

/// The name that a segment such as `:id` or `:id.json` asks a value for: it starts behind the colon
/// and ends at the first dot.
pub(crate) fn path_parameter(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix(':')?.split('.').next()?;
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::RequestUrl;
    use crate::json::Document;
    use crate::postman::view::Url;

    fn with<T>(text: &str, look: impl FnOnce(&RequestUrl) -> T) -> T {
        let document = Document::from_text(text).unwrap();
        look(&RequestUrl::of(&Url::new(document.root())))
    }

    #[test]
    fn an_address_is_composed_as_postman_composes_it() {
        for (url, composed) in [
            (r#""{{host}}/a/:id?b=c&&d#e""#, "{{host}}/a/:id?b=c&&d#e"),
            (r#"{"raw": "https://h:1/a/?q"}"#, "https://h:1/a/?q"),
            (
                r#"{"raw": "x", "protocol": "http", "host": ["127", "0", "0", "1"], "port": 80, "path": ["a", ""]}"#,
                "http://127.0.0.1:80/a/",
            ),
            (
                r#"{"host": "{{base}}", "path": "/a/b", "query": [{"key": "name", "value": "Lim & Sons"},
                    {"key": "a=b", "value": "{{x&y}}=#1"}, {"key": "off", "value": "", "disabled": true},
                    {"key": "flag", "value": null}]}"#,
                "{{base}}/a/b?name=Lim %26 Sons&a%3Db={{x&y}}=%231&flag",
            ),
            (
                r#"{"host": ["h"], "path": [":id.json", ":none", ":empty"], "variable": [{"key": "id", "value": "6"},
                    {"id": "id", "value": "7"}, {"key": "empty", "value": ""}]}"#,
                "h/7.json/:none/:empty",
            ),
            (
                r#"{"protocol": "http", "host": "h:1/a", "path": ["b?c=d", "e"], "query": [{"key": "f", "value": "&"}]}"#,
                "http://h:1/a/b?c=d/e?f=%26",
            ),
            (r#"{"host": ["h"], "path": []}"#, "h/"),
            (
                r#"{"host": ["h"], "query": [{"key": "", "value": null}]}"#,
                "h?",
            ),
            (
                r#"{"host": ["h"], "auth": {"user": "u", "password": "p"}}"#,
                "u:p@h",
            ),
            ("17", ""),
        ] {
            with(url, |it| assert_eq!(it.composed(), composed, "{url}"));
        }
    }

    #[test]
    fn parts_that_hold_more_are_split_again() {
        let text = r#"{"host": ["https://a", "b:8"], "path": ["c/d", ":e?f=g"],
            "query": [{"key": "h", "value": "i"}, {"key": "j", "value": "k"}, {"key": "off", "disabled": true}]}"#;
        with(text, |url| {
            assert_eq!(url.origin(), "https://a.b:8");
            assert_eq!(url.path_text(), "/c/d/:e");
            assert_eq!(&text[url.segments()[1].span()], "d");
            let query: Vec<_> = url
                .query
                .iter()
                .map(|one| (one.key_text(), one.value_text()))
                .collect();
            assert_eq!(query, [("f", "g?h=i"), ("j", "k"), ("off", "")]);
            assert!(url.query[1].entry.is_some());
        });
    }

    #[test]
    fn each_piece_has_its_place() {
        let text = r#""https:\/\/{{h/?}}:1\/a\u00e9\/b?c=d""#;
        with(text, |url| {
            let spans = [
                url.host.as_ref(),
                url.path.as_ref().and_then(|path| path.get(1)),
            ];
            let texts = spans.map(|piece| &text[piece.unwrap().span()]);
            assert_eq!(texts, ["{{h/?}}", "b"]);
            let value = url.query[0].value.as_ref().unwrap();
            assert_eq!(&text[value.span()], "d");
            assert_eq!(url.path_text(), "/aé/b");
            assert_eq!(url.origin(), "https://{{h/?}}:1");
        });
    }
}

//! What a URL asks for, apart from values: the segments of its path and the keys of its query.

use std::borrow::Cow;

use crate::postman::view::Url;

/// A URL's path and query keys, from its parts or, where it has none, from its text.
#[derive(Debug)]
pub(super) struct UrlShape<'d> {
    /// Whether scheme and host are variables, behind which the start of the path may be too.
    has_open_base: bool,
    /// The segments that are not empty.
    pub(super) path: Vec<Cow<'d, str>>,
    /// The keys of the query, and whether each is sent.
    pub(super) query: Vec<(Cow<'d, str>, bool)>,
}

impl<'d> UrlShape<'d> {
    /// The shape of `url`; `None` where there is nothing to read.
    pub(super) fn of(url: &Url<'d>) -> Option<Self> {
        if !url.has_parts() {
            return Self::of_text(&url.raw_text()?);
        }
        let host = url.host_text().unwrap_or_default();
        let segments = url.segments().into_iter().map(|segment| segment.text);
        let query = url.query();
        let query = query.into_iter();
        Some(Self {
            has_open_base: host.contains("{{") || host.is_empty(),
            path: segments.filter(|text| !text.is_empty()).collect(),
            query: query
                .filter_map(|one| Some((one.key?, one.is_enabled)))
                .collect(),
        })
    }

    fn of_text(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let text = raw.split('#').next().unwrap_or_default();
        let (place, query) = text.split_once('?').unwrap_or((text, ""));
        let place = place.split_once("://").map_or(place, |(_, rest)| rest);
        let (host, path) = place.split_once('/').unwrap_or((place, ""));
        if raw.is_empty() {
            return None;
        }
        let owned = |text: &str| Cow::Owned(text.to_owned());
        let key = |pair: &str| owned(pair.split('=').next().unwrap_or_default());
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        Some(Self {
            has_open_base: host.contains("{{"),
            path: path
                .split('/')
                .filter(|one| !one.is_empty())
                .map(owned)
                .collect(),
            query: pairs.map(|pair| (key(pair), true)).collect(),
        })
    }

    /// Whether the query has that key, sent or not. Postman takes `%5B` and `[` for the same.
    pub(super) fn has_key(&self, key: &str) -> bool {
        self.query
            .iter()
            .any(|(own, _)| own == key || bare(own) == bare(key))
    }

    /// The path as people write it.
    pub(super) fn path_text(&self) -> String {
        self.path
            .iter()
            .fold(String::new(), |text, one| text + "/" + one)
    }
}

fn bare(key: &str) -> Cow<'_, str> {
    if !key.contains('%') {
        return Cow::Borrowed(key);
    }
    let opened = key.replace("%5B", "[").replace("%5b", "[");
    Cow::Owned(opened.replace("%5D", "]").replace("%5d", "]"))
}

/// Whether an example's path may be the request's: equal, or with values where one of them has
/// variables. What a variable in front or inside stands for may be any number of segments.
pub(super) fn paths_agree(now: &UrlShape, then: &UrlShape) -> bool {
    let is_whole_token = |text: &str| text.starts_with("{{") && text.ends_with("}}");
    let (a, b) = (&now.path, &then.path);
    if a.len() == b.len() {
        return a.iter().zip(b).all(|(a, b)| segments_agree(a, b));
    }
    if a.iter().chain(b).any(|text| is_whole_token(text)) {
        return true;
    }
    let open = if a.len() < b.len() {
        now.has_open_base
    } else {
        then.has_open_base
    };
    let ends_agree = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .all(|(a, b)| segments_agree(a, b));
    open && now.has_open_base != then.has_open_base && ends_agree
}

fn segments_agree(a: &str, b: &str) -> bool {
    if let (Some(a), Some(b)) = (a.strip_prefix(':'), b.strip_prefix(':')) {
        return a == b;
    }
    let stands_for_any = |text: &str| text.starts_with(':') || text.contains('{');
    stands_for_any(a) || stands_for_any(b) || a == b
}

use std::collections::BTreeMap;
use std::ops::Range;

use crate::json::{Kind, Value};
use crate::postman::effective::RequestUrl;
use crate::postman::effective::url::{UrlText, mask_variables};
use crate::postman::view::{Url, tokens};
use crate::validate::edit::{replace, replace_text};
use crate::validate::request::{port_in_host, queries_in_path};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A URL's `raw` text and its parts differ.
    ///
    /// ## What it does
    ///
    /// Compares `raw` with protocol, host, port, path and query. Equivalent spellings are allowed:
    /// the order of the query, a trailing slash, percent-encoding, `a` and `a=`, and disabled
    /// parameters, which are not in `raw`. Slashes that differ because an element of the path has
    /// some are left to `path-segment-with-slash`. A URL object with only `raw` is reported too.
    /// Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// People read `raw`, runners send the parts, and the official schema does not compare them. A
    /// URL that was edited by hand or by a script then does something other than it shows.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "raw": "{{host}}/customer", "host": ["{{host}}"], "path": ["agent"] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "raw": "{{host}}/agent", "host": ["{{host}}"], "path": ["agent"] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: rewrites `raw` if the parts contain everything in `raw` and more, such as a missing
    /// query parameter. If the two contradict each other, Postman sends the parts, but `raw` may be
    /// right, so there is no fix. Unsafe: turns a URL object with only `raw` into a string, which
    /// is then sent.
    URL_RAW_MISMATCH {
        id: "url-raw-mismatch",
        group: Request,
        severity: Error,
        profile: Import,
        fixable: Safe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    if let Some(finding) = sent.request.url().and_then(|url| compare(&url)) {
        sink.report(finding);
    }
}

fn compare<'d>(url: &Url<'d>) -> Option<Finding<'d>> {
    let at = url.raw.filter(|_| url.value.kind() == Kind::Object)?;
    let raw = at.as_str()?;
    if raw.trim().is_empty() {
        return None;
    }
    if !url.has_parts() && url.query.is_none() {
        return Some(only_raw(url, at));
    }
    let address = RequestUrl::of(url);
    if !queries_in_path(url).is_empty() || port_in_host(&address).is_some() {
        // Other rules say so.
        return None;
    }
    let composed = address.written();
    if raw.trim() == composed {
        return None;
    }
    let said = Parts::of(&raw);
    // Postman has written a literal `&` of a value into `raw` as it is, and as `%26`.
    said.difference(&Parts::of(&composed), url)?;
    let composed = address.written_encoded();
    let is_sent = Parts::of(&composed);
    let (what, member) = said.difference(&is_sent, url)?;
    let finding = Finding::new(at, format!("`raw` is not what is sent: {what}"))
        .label(member.unwrap_or(url.value), "Postman sends the parts");
    // Which of the two is right cannot be known, unless one has everything that the other has.
    if !said.is_within(&is_sent) {
        return Some(
            finding.help("correct the parts if `raw` is right, otherwise rewrite `raw` from them"),
        );
    }
    Some(finding.help("rewrite `raw` from the parts").safe_fix(
        "rewrite `raw` from the parts",
        vec![replace_text(at, &composed)],
    ))
}

fn only_raw<'d>(url: &Url<'d>, at: Value<'d>) -> Finding<'d> {
    let message = "`raw` is not what is sent: the URL has no parts, so runners send nothing";
    let finding = Finding::new(at, message).help("write the URL as a string, or add its parts");
    if url.value.len() > 1 {
        return finding;
    }
    let edit = replace(url.value, at.text());
    finding.unsafe_fix("write the URL as a string", vec![edit])
}

/// A URL's text, reduced to what it means.
struct Parts {
    protocol: Option<String>,
    host: String,
    path: String,
    /// Each name with its values, sorted.
    query: BTreeMap<String, Vec<String>>,
    user_info: Option<String>,
    hash: Option<String>,
}

impl Parts {
    fn of(text: &str) -> Self {
        let cut = UrlText::new(text);
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let end = cut.port.as_ref().map_or(cut.host.end, |port| port.end);
        let mut query: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for parameter in cut.query.map(part).unwrap_or_default().split('&') {
            let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            if !key.is_empty() || !value.is_empty() {
                query.entry(decode(key)).or_default().push(decode(value));
            }
        }
        for values in query.values_mut() {
            values.sort_unstable();
        }
        let path = part(cut.path);
        let path = path.strip_prefix('/').unwrap_or(path);
        Self {
            protocol: cut.protocol.map(|range| part(range).to_ascii_lowercase()),
            host: lower_case(part(cut.host.start..end).trim_end_matches(':')),
            path: decode(path.strip_suffix('/').unwrap_or(path)),
            query,
            user_info: cut.user_info.map(|range| part(range).to_owned()),
            hash: cut.hash.map(|range| part(range).to_owned()),
        }
    }

    /// Whether `other` has everything that this has.
    fn is_within(&self, other: &Self) -> bool {
        let fits = |own: &Option<String>, other: &Option<String>| own.is_none() || own == other;
        let path = other.path.strip_prefix(&self.path);
        let continues =
            |rest: &str| self.path.is_empty() || rest.is_empty() || rest.starts_with('/');
        let port = other.host.strip_prefix(&self.host);
        let has_value = |(key, values): (&String, &Vec<String>)| {
            let there = other.query.get(key).map(Vec::as_slice).unwrap_or_default();
            there.len() >= values.len()
                && values
                    .iter()
                    .all(|value| value.is_empty() || there.contains(value))
        };
        port.is_some_and(|port| self.host.is_empty() || port.is_empty() || port.starts_with(':'))
            && fits(&self.protocol, &other.protocol)
            && fits(&self.user_info, &other.user_info)
            && fits(&self.hash, &other.hash)
            && path.is_some_and(continues)
            && self.query.iter().all(has_value)
    }

    /// What is the first difference in words, and the part of `url` that it is about.
    fn difference<'d>(&self, is_sent: &Self, url: &Url<'d>) -> Option<(String, Option<Value<'d>>)> {
        // What a variable in front holds can bring the protocol along.
        let has_protocol = |parts: &Self| parts.protocol.is_some() || !parts.host.starts_with("{{");
        let protocol = |parts: &Self| parts.protocol.clone().unwrap_or_else(|| "http".into());
        if self.host != is_sent.host {
            let what = match (self.host.as_str(), is_sent.host.as_str()) {
                (host, "") => format!("it has the host `{host}`, but the parts have none"),
                ("", host) => format!("it has no host, but the parts have `{host}`"),
                (said, host) => format!("its host is `{said}`, that of the parts `{host}`"),
            };
            return Some((what, url.host));
        }
        if has_protocol(self) && has_protocol(is_sent) && protocol(self) != protocol(is_sent) {
            let (said, real) = (protocol(self), protocol(is_sent));
            let what = format!("it has `{said}`, the parts have `{real}`");
            return Some((what, url.protocol));
        }
        let is_unsplit = differs_in_slashes(&self.path, &is_sent.path) && has_slash(url);
        if self.path != is_sent.path && !is_unsplit {
            return Some((different_path(&self.path, &is_sent.path), url.path));
        }
        let differs = |key: &&String| self.query.get(*key) != is_sent.query.get(*key);
        let key = self
            .query
            .keys()
            .chain(is_sent.query.keys())
            .find(differs)?;
        let what = match (
            self.query.contains_key(key),
            is_sent.query.contains_key(key),
        ) {
            (true, false) => format!("its query parameter `{key}` is missing from the parts"),
            (false, true) => format!("it lacks the query parameter `{key}`"),
            _ => format!("its query parameter `{key}` has a different value in the parts"),
        };
        Some((what, url.query))
    }
}

/// A host in lower case, but for its variables, whose names differ by case.
fn lower_case(host: &str) -> String {
    let mut lower = host.to_ascii_lowercase();
    for token in tokens(host) {
        let name = host.get(token.span.clone()).unwrap_or_default();
        lower.replace_range(token.span, name);
    }
    lower
}

fn differs_in_slashes(one: &str, other: &str) -> bool {
    one.replace('/', "") == other.replace('/', "")
}

/// Whether an element of the path has more than one segment.
fn has_slash(url: &Url) -> bool {
    let elements = url.path.into_iter().flat_map(Value::elements);
    let mut texts = elements.filter_map(Value::as_str);
    texts.any(|text| mask_variables(&text).contains('/'))
}

fn different_path(said: &str, is_sent: &str) -> String {
    let count = |path: &str| {
        path.split('/')
            .filter(|segment| !segment.is_empty())
            .count()
    };
    if differs_in_slashes(said, is_sent) {
        return "the slashes of the paths differ".into();
    }
    match (count(said), count(is_sent)) {
        (_, 0) => "it has a path, but the parts have none".into(),
        (0, _) => "it has no path, but the parts have one".into(),
        (a, b) if a != b => format!("its path has {a} segments, that of the parts {b}"),
        _ => {
            let pairs = said.split('/').zip(is_sent.split('/'));
            let number = pairs.take_while(|(a, b)| a == b).count() + 1;
            format!("segment {number} of its path differs from the parts")
        }
    }
}

/// `text` with percent-encoding and `+` undone, for comparing.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let escaped = (first == b'%').then(|| text_byte(behind)).flatten();
        rest = behind
            .get(if escaped.is_some() { 2 } else { 0 }..)
            .unwrap_or_default();
        bytes.push(escaped.unwrap_or(if first == b'+' { b' ' } else { first }));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn text_byte(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits.get(..2)?).ok()?;
    u8::from_str_radix(digits, 16).ok()
}

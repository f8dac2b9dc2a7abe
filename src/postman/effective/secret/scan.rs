//! The secrets in a text, by their patterns and by their names.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::Confidence;
use super::assignment::assignment;
use super::classify::{classify, shifted};
use super::connection::{connection, is_setting};
use super::decoded::Decoded;
use super::name::name_signal;
use super::prefilter::{Mark, marks, name_around};
use super::sample::is_published;
use super::script::texts;
use super::value::{is_made_up, is_opaque, looks_random};

/// A secret in a text.
#[derive(Clone, Debug)]
pub(super) struct FoundSecret<'t> {
    pub(super) span: Range<usize>,
    /// What it is, with its article.
    pub(super) kind: &'static str,
    pub(super) confidence: Confidence,
    /// Its name there, if it has one.
    pub(super) name: Option<Cow<'t, str>>,
}

impl FoundSecret<'_> {
    pub(super) fn new(span: Range<usize>, kind: &'static str, confidence: Confidence) -> Self {
        Self {
            span,
            kind,
            confidence,
            name: None,
        }
    }
}

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// A value: a header, a URL, a body.
    Value,
    /// Prose. It explains names and shows samples, so what it calls a secret is hidden
    /// but not reported.
    Prose,
    /// A script: without quotes or digits there is no value.
    Script,
}

/// The secrets of `text`, as it is written and decoded, in order; they may overlap.
pub(super) fn scan(text: &str, reading: Reading) -> Vec<FoundSecret<'_>> {
    let mut found = scan_written(text, reading);
    let Some(decoded) = Decoded::of(text) else {
        return found;
    };
    let known: HashSet<_> = found
        .iter()
        .map(|one| (one.span.clone(), one.kind))
        .collect();
    let more = scan_written(&decoded.text, reading).into_iter();
    // A name there is a guess more.
    let confidence = |one: &FoundSecret| match one.name {
        Some(_) => Confidence::Possible,
        None => one.confidence,
    };
    let more = more.map(|one| FoundSecret {
        span: decoded.written(&one.span),
        kind: one.kind,
        confidence: confidence(&one),
        name: one.name.map(|name| Cow::Owned(name.into_owned())),
    });
    found.extend(more.filter(|one| !known.contains(&(one.span.clone(), one.kind))));
    found.sort_by_key(|one| one.span.start);
    found
}

/// The secrets of `text` as written. Nothing is examined more than once, however many marks
/// there are.
fn scan_written(text: &str, reading: Reading) -> Vec<FoundSecret<'_>> {
    let mut found = Vec::new();
    // `access_token_secret` is one name with two marks.
    let mut named = 0;
    let mut literals = None;
    for (at, mark) in marks(text) {
        match mark {
            Mark::Pattern(pattern) => found.extend(known(text, at, pattern)),
            Mark::Special(find) => found.extend(find(text, at)),
            Mark::Name => {
                let name = name_around(text.as_bytes(), at);
                if name.start < named {
                    continue;
                }
                named = name.end;
                let around = (reading == Reading::Script).then(|| {
                    let literals = literals.get_or_insert_with(|| texts(text));
                    around(literals, &name)
                });
                let limit = around.flatten().unwrap_or(text.len());
                let is_code = around == Some(None);
                found.extend(called(text, &name, limit, (reading, is_code)));
            }
        }
    }
    let mut passwords = Vec::new();
    for one in &mut found {
        if let Some(span) = connection(text, &one.span) {
            let whole = FoundSecret::new(span, "a connection string", one.confidence);
            let mut password = std::mem::replace(one, whole);
            // It may occur without the rest.
            password.confidence = Confidence::Possible;
            passwords.push(password);
        }
    }
    found.append(&mut passwords);
    found.sort_by_key(|one| one.span.start);
    found
}

fn known<'t>(
    text: &str,
    at: usize,
    pattern: &super::pattern::SecretPattern,
) -> Option<FoundSecret<'t>> {
    let span = pattern.find(text.as_bytes(), at)?;
    let key = text.get(span.clone())?;
    let is_real = !is_made_up(key) && !is_published(key);
    is_real.then(|| FoundSecret::new(span, pattern.kind, Confidence::Certain))
}

/// Where the text ends that a name is inside of, unless the name is the whole of it.
fn around(texts: &[Range<usize>], name: &Range<usize>) -> Option<usize> {
    let after = texts.partition_point(|text| text.end <= name.start);
    let around = texts.get(after).filter(|text| text.start < name.start)?;
    let is_whole = around.start + 1 == name.start && name.end + 1 == around.end;
    (!is_whole).then_some(around.end.saturating_sub(1))
}

/// The value that the text gives to the name there.
fn called<'t>(
    text: &'t str,
    span: &Range<usize>,
    limit: usize,
    (reading, is_code): (Reading, bool),
) -> Vec<FoundSecret<'t>> {
    let Some(name) = text.get(span.clone()) else {
        return Vec::new();
    };
    // Most names with such a part do not indicate a secret.
    if name_signal(name).is_none() {
        return Vec::new();
    }
    let Some(value) = assignment(text, span, limit, is_code) else {
        return Vec::new();
    };
    let literal = text.get(value.span.clone()).unwrap_or_default();
    let mut found: Vec<FoundSecret> = shifted(classify(name, literal), value.span.start).collect();
    let is_connection = is_setting(text, span.start);
    let behind = text.get(span.end..).unwrap_or_default();
    let is_attached = behind.starts_with('=');
    // With spaces around it a separator may belong to a sentence.
    let is_loose = behind.starts_with(' ') && behind.trim_start().starts_with('=');
    let is_bare = reading == Reading::Prose && !is_attached || is_loose;
    if is_bare && !value.is_quoted {
        let last = literal.rsplit(' ').next().unwrap_or_default();
        found.retain(|_| looks_random(last));
    }
    let is_told = is_connection
        || is_set_cookie(text, value.span.end)
        || match reading {
            Reading::Prose => false,
            Reading::Value => value.is_quoted || is_attached,
            Reading::Script => value.is_quoted,
        };
    for one in &mut found {
        if !is_told {
            one.confidence = Confidence::Possible;
        }
    }
    found
}

/// Whether attributes of a cookie are behind what ends at `at`.
fn is_set_cookie(text: &str, at: usize) -> bool {
    let behind = text.get(at..).unwrap_or_default();
    [
        "; Path=",
        "; HttpOnly",
        "; Secure",
        "; Domain=",
        "; Expires=",
    ]
    .iter()
    .any(|attribute| behind.starts_with(attribute))
}

/// Long random words of `text`, which may be unknown secrets; those whose name denotes something
/// else, such as a hash, are left out.
pub(super) fn opaque(text: &str) -> Vec<Range<usize>> {
    let mut spans = opaque_words(text);
    if let Some(decoded) = Decoded::of(text) {
        let words = opaque_words(&decoded.text).into_iter();
        spans.extend(words.map(|span| decoded.written(&span)));
    }
    spans
}

fn opaque_words(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/_-".contains(byte);
    let mut spans = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let rest = bytes.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| is_part(byte)).count();
        let end = start + length;
        let word = text.get(start..end).unwrap_or_default();
        let trimmed = word.trim_start_matches('-');
        let from = end - trimmed.len();
        // Base64 may begin with a slash, and ends in padding, which a path does not.
        let is_path = trimmed.starts_with('/') && bytes.get(end) != Some(&b'=');
        if !is_path && is_opaque(trimmed) && !is_called_harmless(text, start) {
            spans.push(from..end);
        }
        let rest = bytes.get(end..).unwrap_or_default();
        let padding = rest.iter().take_while(|byte| **byte == b'=').count();
        if let Some(last) = spans
            .last_mut()
            .filter(|last: &&mut Range<usize>| last.end == end)
        {
            last.end += padding;
        }
        start = end + 1;
    }
    spans
}

/// Names of long random words that are not secrets.
const HARMLESS: &[&str] = &[
    "hash",
    "sha",
    "md5",
    "sum",
    "digest",
    "etag",
    "commit",
    "revision",
    "uuid",
    "guid",
    "trace",
    "span",
    "id\"",
    "id:",
    "id=",
    "_id",
    "ids",
    "integrity",
    "fingerprint",
    "cursor",
    "version",
    "image",
    "pdf",
    "file",
    "url",
    "path",
    "checksum",
    "base64",
    "ref",
];

fn is_called_harmless(text: &str, at: usize) -> bool {
    let from = text.floor_char_boundary(at.saturating_sub(24));
    let before = text.get(from..at).unwrap_or_default().to_lowercase();
    before.ends_with('/') || HARMLESS.iter().any(|word| before.contains(word))
}

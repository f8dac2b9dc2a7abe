//! What is not JSON at all.

use std::ops::Range;

use super::ForeignFormat;
use crate::json::{Document, Kind};

impl ForeignFormat {
    /// The format of `bytes`, a file that could not be read as JSON, where it is known, and the bytes
    /// that show it.
    pub(crate) fn of_text(bytes: &[u8]) -> Option<(Self, Range<usize>)> {
        if let Some(range) = conflict(bytes) {
            return Some((Self::MergeConflict, range));
        }
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = text.trim_ascii_start();
        let format = by_start(text).or_else(|| {
            // What starts as JSON does is broken JSON, whatever its members are called.
            match text.first()? {
                b'{' | b'[' => are_several(text).then_some(Self::Ndjson),
                _ => by_keys(text),
            }
        })?;
        let start = bytes.len() - text.len();
        let end = match format {
            Self::Archive => 0,
            _ => text
                .iter()
                .position(|byte| b"\r\n".contains(byte))
                .unwrap_or(text.len()),
        };
        Some((format, start..start + end))
    }
}

/// The first line of the first conflict that Git left.
fn conflict(bytes: &[u8]) -> Option<Range<usize>> {
    let mut markers = [&b"<<<<<<<"[..], b"=======", b">>>>>>>"].into_iter();
    let mut marker = markers.next()?;
    let mut first = None;
    let mut start = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let rest = line.strip_prefix(marker);
        if rest.is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace)) {
            first = first.or(Some(start..start + line.trim_ascii_end().len()));
            match markers.next() {
                Some(next) => marker = next,
                None => return first,
            }
        }
        start += line.len();
    }
    None
}

fn by_start(text: &[u8]) -> Option<ForeignFormat> {
    let starts = |prefix: &[u8]| {
        let start = text.get(..prefix.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    if starts(b"version https://git-lfs.github.com/") {
        Some(ForeignFormat::GitLfsPointer)
    } else if starts(b"PK\x03\x04") || starts(b"\x1f\x8b") {
        Some(ForeignFormat::Archive)
    } else if starts(b"#%RAML") {
        Some(ForeignFormat::Raml)
    } else if starts(b"curl ") {
        Some(ForeignFormat::Curl)
    } else if starts(b"meta {") {
        Some(ForeignFormat::Bruno)
    } else if starts(b"<") && !starts(b"<<") {
        let head = text.get(..1024).unwrap_or(text).to_ascii_lowercase();
        let has = |tag: &[u8]| head.windows(tag.len()).any(|window| window == tag);
        let tags: [&[u8]; 4] = [b"<!doctype html", b"<html", b"<head", b"<body"];
        let is_html = tags.into_iter().any(has);
        Some(if is_html {
            ForeignFormat::Html
        } else {
            ForeignFormat::Xml
        })
    } else {
        None
    }
}

/// Whether each of the first two non-empty lines is a JSON text.
fn are_several(text: &[u8]) -> bool {
    let lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let mut lines = lines.filter(|line| !line.is_empty());
    let is_one = |line: &[u8]| {
        Document::parse(line)
            .is_ok_and(|one| matches!(one.root().kind(), Kind::Object | Kind::Array))
    };
    let mut next = || lines.next().is_some_and(is_one);
    next() && next()
}

/// The format of a YAML text, by the keys that are not indented.
fn by_keys(text: &[u8]) -> Option<ForeignFormat> {
    let lines = text.split(|byte| *byte == b'\n');
    let keys = lines.filter_map(|line| {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let (key, value) = line.split_at_checked(colon)?;
        Some((str::from_utf8(key).ok()?.trim_end(), value))
    });
    let mut formats = keys.filter_map(|(key, value)| match key.trim_matches(['"', '\'']) {
        "openapi" => Some(ForeignFormat::OpenApi),
        "swagger" => Some(ForeignFormat::Swagger),
        "asyncapi" => Some(ForeignFormat::AsyncApi),
        "$kind" => Some(ForeignFormat::CollectionV3),
        "opencollection" => Some(ForeignFormat::OpenCollection),
        "__export_format" => Some(ForeignFormat::Insomnia),
        "type" => {
            let mark = b".insomnia.rest/";
            let is_insomnia = value.windows(mark.len()).any(|window| window == mark);
            is_insomnia.then_some(ForeignFormat::Insomnia)
        }
        _ => None,
    });
    formats.next()
}

#[cfg(test)]
mod tests {
    use super::ForeignFormat as Format;

    #[test]
    fn texts_that_are_not_json_are_recognised() {
        let lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n";
        for (text, expected) in [
            (lfs, Some((Format::GitLfsPointer, 0..42))),
            (
                "{\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> b\n}",
                Some((Format::MergeConflict, 2..14)),
            ),
            (
                "{\r\n<<<<<<<\r\n=======\r\n>>>>>>>\r\n}",
                Some((Format::MergeConflict, 3..10)),
            ),
            ("\u{feff}\n <html>\n<body>", Some((Format::Html, 5..11))),
            (
                "<!-- x --><!DOCTYPE HTML><HTML>",
                Some((Format::Html, 0..31)),
            ),
            ("<?xml version=\"1.0\"?><a/>", Some((Format::Xml, 0..25))),
            ("{\"a\": 1}\n\n[]\n", Some((Format::Ndjson, 0..8))),
            (
                "info:\n  a: b\n\"openapi\": 3.1.0\n",
                Some((Format::OpenApi, 0..5)),
            ),
            ("swagger: \"2.0\"", Some((Format::Swagger, 0..14))),
            (
                "# made by hand\n$kind: collection",
                Some((Format::CollectionV3, 0..14)),
            ),
            (
                "type: collection.insomnia.rest/5.0",
                Some((Format::Insomnia, 0..34)),
            ),
            (
                "_type: export\n__export_format: 4",
                Some((Format::Insomnia, 0..13)),
            ),
            (
                "opencollection: 1.0.0",
                Some((Format::OpenCollection, 0..21)),
            ),
            ("meta {\n  name: List\n}", Some((Format::Bruno, 0..6))),
            ("#%RAML 1.0", Some((Format::Raml, 0..10))),
            ("curl https://example.com", Some((Format::Curl, 0..24))),
            ("PK\u{3}\u{4}\n", Some((Format::Archive, 0..0))),
            ("<<<<<<< HEAD\n=======\n", None),
            ("{\n\"openapi\": 3.1.0\n}", None),
            ("{\"a\": 1}\n}", None),
            ("name: Depot", None),
            (
                "  openapi: 3.1.0\n  swagger: 2",
                Some((Format::OpenApi, 2..16)),
            ),
            ("", None),
        ] {
            assert_eq!(Format::of_text(text.as_bytes()), expected, "{text:?}");
        }
    }
}

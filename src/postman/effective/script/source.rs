use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::super::text::element_text;
use crate::json::{Kind, Value};
use crate::postman::view::{Event, is_disabled};

/// A script with its text.
#[derive(Debug)]
pub(crate) struct Script<'d> {
    /// The event that runs it.
    pub event: Event<'d>,
    /// Its source: the lines of a list joined by line feeds.
    pub source: Cow<'d, str>,
    places: OnceLock<Vec<SourceMapping<'d>>>,
}

/// From here on, up to the next, bytes of the source are bytes of the document.
#[derive(Clone, Copy)]
struct SourceMapping<'d> {
    /// The byte of the source.
    source: usize,
    /// The byte of the document.
    document: usize,
    /// The string that they are in.
    line: Value<'d>,
}

impl std::fmt::Debug for SourceMapping<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.source, self.document)
    }
}

/// The scripts that `owner`, a collection, a folder or a request's item, has of its own and that
/// Postman runs: not those that are switched off, and only before requests and after them.
pub(crate) fn own_scripts(events: Option<Value<'_>>) -> impl Iterator<Item = Script<'_>> {
    Event::list(events)
        .filter(|event| {
            let is_run = |listen: Value| listen.is_str("prerequest") || listen.is_str("test");
            event.listen.is_some_and(is_run) && !is_disabled(event.value)
        })
        .filter_map(Script::new)
}

impl<'d> Script<'d> {
    /// The script of an event, whether it runs or not; `None` where there is none.
    pub(crate) fn new(event: Event<'d>) -> Option<Self> {
        let exec = event.exec?;
        let source = match exec.kind() {
            Kind::String => exec.as_str()?,
            Kind::Array => {
                let lines: Vec<Cow<str>> = exec.elements().map(element_text).collect();
                Cow::Owned(lines.join("\n"))
            }
            _ => return None,
        };
        Some(Self {
            event,
            source,
            places: OnceLock::new(),
        })
    }

    /// The line of the script, or the text, that `range` of the source begins in, and the bytes of
    /// the document that it takes there; at least one.
    pub(crate) fn location(&self, range: &Range<usize>) -> (Value<'d>, Range<usize>) {
        let places = self.places.get_or_init(|| self.mappings());
        let mapping = |at: usize| {
            let after = places.partition_point(|mapping| mapping.source <= at);
            after.checked_sub(1).and_then(|index| places.get(index))
        };
        let Some(first) = mapping(range.start) else {
            let whole = self.event.exec.unwrap_or(self.event.value);
            return (whole, whole.span());
        };
        let last = first.line.span().end.saturating_sub(1);
        let place =
            |at: usize, mapping: &SourceMapping| (mapping.document + at - mapping.source).min(last);
        let start = place(range.start, first);
        let end = mapping(range.end).filter(|mapping| mapping.line.span() == first.line.span());
        let end = end.map_or(last, |mapping| place(range.end, mapping));
        (first.line, start..end.max(start + 1))
    }

    /// One for each line, and one behind each escape.
    fn mappings(&self) -> Vec<SourceMapping<'d>> {
        let mut mappings = Vec::new();
        let Some(exec) = self.event.exec else {
            return mappings;
        };
        let single = (exec.kind() == Kind::String).then_some(exec);
        let mut start = 0;
        for line in single.into_iter().chain(exec.elements()) {
            let raw = line.as_raw_str().unwrap_or_default();
            let inside = line.span().start + usize::from(line.kind() == Kind::String);
            mappings.push(SourceMapping {
                source: start,
                document: inside,
                line,
            });
            let (mut at, mut shorter) = (0, 0);
            while let Some(found) =
                memchr::memchr(b'\\', raw.as_bytes().get(at..).unwrap_or_default())
            {
                let escape = at + found;
                let (written, meant) = escape_length(raw.get(escape..).unwrap_or_default());
                at = escape + written;
                shorter += written - meant;
                mappings.push(SourceMapping {
                    source: start + at - shorter,
                    document: inside + at,
                    line,
                });
            }
            start += element_text(line).len() + 1;
        }
        mappings
    }
}

/// The length of the escape that `raw` starts with, and its character.
fn escape_length(raw: &str) -> (usize, usize) {
    if raw.as_bytes().get(1) != Some(&b'u') {
        return (2.min(raw.len()), 1);
    }
    let digits = raw.get(2..6).unwrap_or_default();
    match u32::from_str_radix(digits, 16) {
        Ok(code @ (0..0xD800 | 0xE000..)) => (6, char::from_u32(code).map_or(3, char::len_utf8)),
        _ => (12, 4),
    }
}

#[cfg(test)]
mod tests {
    use super::{Script, own_scripts};
    use crate::json::Document;
    use crate::postman::view::Event;

    fn script(text: &str, look: impl FnOnce(&Script)) {
        let document = Document::from_text(text).unwrap();
        let event = Event::list(Some(document.root())).next().unwrap();
        look(&Script::new(event).unwrap());
    }

    #[test]
    fn every_byte_of_the_source_has_its_place() {
        let text = r#"[{"script": {"exec": ["a\"b", 7, null, "\u00e9\ud83d\ude00c", "d"]}}]"#;
        script(text, |script| {
            assert_eq!(script.source, "a\"b\n7\n\né😀c\nd");
            let written = |range| {
                let (line, span) = script.location(&range);
                (line.text(), &text[span])
            };
            assert_eq!(written(0..3), (r#""a\"b""#, r#"a\"b"#));
            assert_eq!(written(1..2), (r#""a\"b""#, r#"\""#));
            assert_eq!(written(2..2), (r#""a\"b""#, "b"));
            assert_eq!(written(4..5), ("7", "7"));
            let last = r#""\u00e9\ud83d\ude00c""#;
            assert_eq!(written(7..9), (last, r"\u00e9"));
            assert_eq!(written(9..13), (last, r"\ud83d\ude00"));
            assert_eq!(written(13..14), (last, "c"));
            assert_eq!(written(13..16), (last, "c"));
            assert_eq!(written(15..16), (r#""d""#, "d"));
        });
        script(r#"[{"script": "a\nb"}]"#, |script| {
            assert_eq!(script.source, "a\nb");
            assert_eq!(script.location(&(2..3)).1, 16..17);
        });
    }

    /// What Newman 6.2.2 runs of these.
    #[test]
    fn what_postman_runs_is_read() {
        let text = r#"[{"listen": "test", "script": {"exec": "a"}},
            {"listen": "prerequest", "script": ["b"]}, {"listen": "test", "script": "c"},
            {"listen": "test", "script": {"type": "text/plain", "exec": ["d"]}},
            {"listen": "test", "disabled": false, "script": {"exec": ["e", 1, null]}},
            {"listen": "test", "disabled": "false", "script": "no"}, {"script": "no"},
            {"listen": "tests", "script": "no"}, {"listen": "test", "disabled": true, "script": "no"},
            {"listen": "test", "script": {"exec": "no", "src": "http://a"}}, null,
            {"listen": "test"}, {"listen": "test", "script": {"exec": null}}]"#;
        let document = Document::from_text(text).unwrap();
        let scripts = own_scripts(Some(document.root()));
        let sources: Vec<String> = scripts.map(|one| one.source.into_owned()).collect();
        assert_eq!(sources, ["a", "b", "c", "d", "e\n1\n"]);
    }
}

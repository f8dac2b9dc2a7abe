use std::fmt::Write as _;
use std::ops::Range;

use crate::diagnostic::Edit;
use crate::json::{Entry, Kind, Value};
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A URL has a character that cannot be seen.
    ///
    /// ## What it does
    ///
    /// Reports zero-width characters, byte order marks and soft hyphens in a URL, line breaks and
    /// other control characters in its path and in names of query parameters, and blanks, line breaks
    /// and tabs around a path segment or a query value. Inside a query value, line breaks are allowed.
    /// Each URL is reported once; examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// They come with pasted text. Postman encodes and sends them, so the server answers 404 to a URL
    /// that looks right. In front of the scheme, they make the URL invalid.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "url": "{{host}}/agent\n" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "url": "{{host}}/agent" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because a different URL is sent: removes zero-width characters.
    URL_INVISIBLE_CHARACTER {
        id: "url-invisible-character",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

/// The piece of a URL that a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Address,
    Segment,
    Key,
    Value,
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(url) = sent.request.url().filter(|_| sent.example.is_none()) else {
        return;
    };
    let address = sent.url();
    let around = [&address.protocol, &address.host, &address.port];
    let around = around.into_iter().flatten().map(|one| (one, Part::Address));
    let path = address.segments().iter().map(|one| (one, Part::Segment));
    let query = address.sent_query().flat_map(|one| {
        let key = one.key.iter().map(|key| (key, Part::Key));
        key.chain(one.value.iter().map(|value| (value, Part::Value)))
    });
    let mut pieces = around.chain(path).chain(query);
    let found = pieces.find_map(|(piece, part)| Some((piece, part, misfit(&piece.text, part)?)));
    let Some((piece, part, (c, range))) = found else {
        return;
    };
    let finding = Finding::new(piece.at, message(part, c))
        .span(piece.span_of(range))
        .help("remove it");
    sink.report(match edits(url.value) {
        edits if edits.is_empty() => finding,
        edits => finding.unsafe_fix("remove it", edits),
    });
}

fn message(part: Part, c: char) -> String {
    let place = match part {
        Part::Address => "the URL",
        Part::Segment => "the path",
        Part::Key => "the name of a query parameter",
        Part::Value => "a query value",
    };
    let what = match c {
        '\n' | '\r' => "a line break".to_owned(),
        ' ' => "a blank at its end".to_owned(),
        '\t' => "a tab".to_owned(),
        c => format!("the invisible character U+{:04X}", u32::from(c)),
    };
    let mut message = format!("{place} has {what}");
    if part != Part::Address {
        let mut bytes = [0; 4];
        message.push_str(", sent as `");
        for byte in c.encode_utf8(&mut bytes).bytes() {
            let _ = write!(message, "%{byte:02X}");
        }
        message.push('`');
    }
    message
}

/// The first character of a text that should not be there.
fn misfit(text: &str, part: Part) -> Option<(char, Range<usize>)> {
    let is_plain = |byte: u8| byte > b' ' && byte.is_ascii();
    if text.bytes().all(is_plain) {
        return None;
    }
    let end = text.trim_end().len();
    let start = text.len() - text.trim_start().len();
    let is_outside = |at: usize| (at < start || at >= end) && start < end;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let is_misfit = match c {
            // Postman drops those around the scheme and the host.
            _ if c.is_ascii_control() || c == ' ' => match part {
                Part::Address => false,
                Part::Segment | Part::Key if c != ' ' => true,
                _ => is_outside(at),
            },
            _ => is_invisible(c) && before.is_none_or(|before: char| before.is_ascii()),
        };
        if is_misfit {
            return Some((c, at..at + c.len_utf8()));
        }
        before = Some(c);
    }
    None
}

/// Whether nothing is shown of a character. Behind letters that are not ASCII they may be needed.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// Removes invisible characters from every text of a URL.
fn edits(url: Value) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut to_do = vec![url];
    while let Some(value) = to_do.pop() {
        match value.kind() {
            Kind::String => edits.extend(cleaned(value)),
            Kind::Array => to_do.extend(value.elements()),
            Kind::Object => {
                let sent = |one: &Entry| !one.key_value().is_str("description");
                to_do.extend(value.entries().filter(sent).map(Entry::value));
            }
            _ => {}
        }
    }
    edits
}

fn cleaned(value: Value) -> Option<Edit> {
    let text = value.as_str().filter(|text| !text.is_ascii())?;
    let mut before = None;
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) && before.is_none_or(|before: char| before.is_ascii()) {
            continue;
        }
        clean.push(c);
        before = Some(c);
    }
    (clean.len() < text.len()).then(|| replace_text(value, &clean))
}

use std::fmt::Write as _;
use std::ops::Range;

use crate::diagnostic::Edit;
use crate::postman::effective::{Piece, RequestUrl};
use crate::validate::edit::replace_piece;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A URL has a character that cannot be seen.
    ///
    /// ## What it does
    ///
    /// Reports zero-width characters, byte order marks, soft hyphens and no-break spaces in a URL, line
    /// breaks and other control characters in its path and in names of query parameters, and blanks,
    /// line breaks and tabs around a path segment or a query value. Inside a query value, line breaks
    /// are allowed. Each URL is reported once; examples are not checked.
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
    /// Unsafe, because a different URL is sent: removes them, from `raw` too.
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
    let mut found = misfits(sent.url());
    let Some((piece, part, c)) = found.next() else {
        return;
    };
    let finding = Finding::new(piece.at, message(part, c))
        .span(piece.span())
        .help("remove it");
    let mut pieces = vec![piece];
    pieces.extend(found.map(|(piece, ..)| piece));
    // What is sent comes from the parts, and `raw` says the same.
    if url.has_parts() {
        let raw = RequestUrl::of_raw(&url);
        pieces.extend(misfits(&raw).map(|(piece, ..)| piece));
    }
    let removed = pieces.iter().map(|piece| replace_piece(piece, ""));
    let edits: Option<Vec<Edit>> = removed.collect();
    sink.report(match edits {
        Some(edits) => finding.unsafe_fix("remove it", once_each(edits)),
        None => finding,
    });
}

/// `edits` in order, each once: a piece may be in the address twice.
fn once_each(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| edit.span.start);
    edits.dedup();
    edits
}

/// The characters of an address that should not be there, each as a piece, with what it is in.
fn misfits<'u, 'd>(
    address: &'u RequestUrl<'d>,
) -> impl Iterator<Item = (Piece<'d>, Part, char)> + use<'u, 'd> {
    let around = [&address.protocol, &address.host, &address.port];
    let around = around.into_iter().flatten().map(|one| (one, Part::Address));
    let path = address.segments().iter().map(|one| (one, Part::Segment));
    let query = address.sent_query().flat_map(|one| {
        let key = one.key.iter().map(|key| (key, Part::Key));
        key.chain(one.value.iter().map(|value| (value, Part::Value)))
    });
    let pieces = around.chain(path).chain(query);
    pieces.flat_map(|(piece, part)| {
        let found = misfits_of(&piece.text, part).into_iter();
        found.map(move |(c, range)| (piece.part(range), part, c))
    })
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
        c if is_wide_blank(c) => format!("a special blank, U+{:04X}", u32::from(c)),
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

/// The characters of a text that should not be there.
fn misfits_of(text: &str, part: Part) -> Vec<(char, Range<usize>)> {
    let is_plain = |byte: u8| byte > b' ' && byte.is_ascii();
    if text.bytes().all(is_plain) {
        return Vec::new();
    }
    let end = text.trim_end().len();
    let start = text.len() - text.trim_start().len();
    let is_outside = |at: usize| (at < start || at >= end) && start < end;
    let mut found = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let is_misfit = match c {
            // Postman drops those around the scheme and the host.
            _ if c.is_ascii_control() || c == ' ' => match part {
                Part::Address => false,
                Part::Segment | Part::Key if c != ' ' => true,
                _ => is_outside(at),
            },
            _ if is_wide_blank(c) => part != Part::Value || is_outside(at),
            _ => is_invisible(c) && before.is_none_or(|before: char| before.is_ascii()),
        };
        if is_misfit {
            found.push((c, at..at + c.len_utf8()));
        } else {
            before = Some(c);
        }
    }
    found
}

/// Whether a character looks like a blank and is another one, such as a no-break space.
fn is_wide_blank(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Whether nothing is shown of a character. Behind letters that are not ASCII they may be needed.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

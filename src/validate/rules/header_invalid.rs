use std::ops::Range;

use super::url_invisible_character::is_invisible;
use crate::diagnostic::Edit;
use crate::postman::effective::Piece;
use crate::postman::effective::url::mask_variables;
use crate::validate::edit::replace_piece;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A header cannot be sent.
    ///
    /// ## What it does
    ///
    /// Reports a header name with a blank or another character that HTTP does not allow in names,
    /// and a header value with a line break, a control character or a character beyond Latin-1,
    /// such as a typographic quote or a zero-width space. Disabled headers and examples are not
    /// checked.
    ///
    /// ## Why it matters
    ///
    /// Postman does not send the request at all: *Header name must be a valid HTTP token*, or
    /// *Invalid character in header content*. Most such characters were pasted and cannot be seen.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "header": [{ "key": "X-Shop ", "value": "north" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "header": [{ "key": "X-Shop", "value": "north" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the request is then sent: removes blanks and invisible characters from the
    /// ends of a name or a value.
    HEADER_INVALID {
        id: "header-invalid",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    for header in sent.headers().iter().filter(|one| one.is_enabled) {
        let masked = mask_variables(&header.key.text);
        if let Some(found) = first(&masked, is_in_name) {
            report("the header name", &header.key, &found, is_in_name, sink);
        } else if let Some(value) = &header.value
            && let Some(found) = first(&value.text, is_in_value)
        {
            let what = format!("the value of `{}`", header.key.text);
            report(&what, value, &found, is_in_value, sink);
        }
    }
}

/// A character that cannot be sent, and its bytes in the text.
type Misfit = (char, Range<usize>);

fn first(text: &str, is_allowed: fn(char) -> bool) -> Option<Misfit> {
    let (at, c) = text.char_indices().find(|(_, c)| !is_allowed(*c))?;
    Some((c, at..at + c.len_utf8()))
}

/// Whether a name may have it: RFC 9110 calls such a name a token.
fn is_in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

/// Whether Node.js, in which Postman runs, sends it in a value.
fn is_in_value(c: char) -> bool {
    matches!(c, '\t' | ' '..='~' | '\u{80}'..='\u{ff}')
}

fn report<'d>(
    what: &str,
    piece: &Piece<'d>,
    (misfit, range): &Misfit,
    is_allowed: fn(char) -> bool,
    sink: &mut Sink<'d>,
) {
    let message = format!(
        "{what} has {}, so the request cannot be sent",
        description(*misfit)
    );
    let finding = Finding::new(piece.at, message)
        .span(piece.span_of(range.clone()))
        .help("remove it");
    sink.report(match edit(piece, is_allowed) {
        Some(edit) => finding.unsafe_fix("remove it", vec![edit]),
        None => finding,
    });
}

/// A character in words.
fn description(c: char) -> String {
    match c {
        ' ' | '\u{a0}' => "a blank".to_owned(),
        '\n' | '\r' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        c if c.is_control() || is_invisible(c) => format!("the character U+{:04X}", u32::from(c)),
        c => format!("`{c}`"),
    }
}

/// Removes what is wrong, where that is only at the ends.
fn edit(piece: &Piece, is_allowed: fn(char) -> bool) -> Option<Edit> {
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let is_odd = |c: char| !is_allowed(c) && is_blank(c);
    let trimmed = piece.text.trim_matches(is_odd);
    let is_right = mask_variables(trimmed).chars().all(is_allowed);
    replace_piece(piece, trimmed).filter(|_| is_right && !trimmed.is_empty())
}

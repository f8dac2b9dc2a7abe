use std::ops::Range;

use crate::diagnostic::Edit;
use crate::postman::effective::{Piece, QueryParameter};
use crate::postman::view::{Url, tokens};
use crate::validate::awsv4::effective_awsv4;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A plus sign in the query is signed as a space.
    ///
    /// ## What it does
    ///
    /// Reports a `+` in an enabled query parameter of a request that is signed with `awsv4`.
    ///
    /// ## Why it matters
    ///
    /// The `+` is sent unchanged but signed as `%20`, so the signature is wrong for servers that
    /// read the query literally.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "companyname", "value": "Tan+Sons" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "companyname", "value": "Tan%20Sons" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the request changes: writes `%20`, which is what is signed. A literal plus
    /// sign is `%2B`.
    AWSV4_PLUS_IN_QUERY {
        id: "awsv4-plus-in-query",
        group: Auth,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(url) = sent.request.url() else {
        return;
    };
    let written = if url.has_parts() { url.query } else { url.raw };
    if !written.is_some_and(|value| value.text().contains('+')) || effective_awsv4(sent).is_none() {
        return;
    }
    for parameter in sent.url().sent_query() {
        let pieces = parameter.key.iter().chain(&parameter.value);
        let found: Vec<&Piece<'d>> = pieces.filter(|piece| has_plus(&piece.text)).collect();
        let Some(first) = found.first() else {
            continue;
        };
        let message = format!("the `+` in `{}` is signed as a space", parameter.key_text());
        let finding = Finding::new(first.at, message)
            .span(first.span())
            .help("write `%20` for a space or `%2B` for a plus sign");
        sink.report(match edits(&url, parameter, &found) {
            Some(edits) => finding.unsafe_fix("write `%20`", edits),
            None => finding,
        });
    }
}

/// Whether `text` has a plus sign outside its variables.
fn has_plus(text: &str) -> bool {
    text.contains('+') && with_spaces(text) != text
}

/// `text` with its plus signs as encoded spaces, those inside variables left alone.
fn with_spaces(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 2);
    let mut done = 0;
    for token in tokens(text) {
        result.push_str(&encode_plus(text, done..token.span.start));
        result.push_str(text.get(token.span.clone()).unwrap_or_default());
        done = token.span.end;
    }
    result.push_str(&encode_plus(text, done..text.len()));
    result
}

fn encode_plus(text: &str, range: Range<usize>) -> String {
    text.get(range).unwrap_or_default().replace('+', "%20")
}

/// Writes encoded spaces, in the parts and, where the parameter is found there, in `raw`.
fn edits(url: &Url, parameter: &QueryParameter, found: &[&Piece]) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    for piece in found {
        let span = piece.span();
        let written = piece.at.document().text().get(span.clone())?;
        let text = with_spaces(written);
        // A plus sign that is written as an escape is not found.
        if text == written {
            return None;
        }
        edits.push(Edit { span, text });
    }
    if !url.has_parts() {
        return Some(edits);
    }
    let Some((raw, whole)) = url.raw.and_then(|raw| Some((raw, raw.as_raw_str()?))) else {
        return Some(edits);
    };
    let value = parameter
        .value
        .as_ref()
        .map(|value| format!("={}", value.text));
    let pair = format!("{}{}", parameter.key_text(), value.unwrap_or_default());
    let query = whole.find('?')?;
    let mut places = whole.match_indices(&pair).filter(|(at, _)| {
        let before = whole.get(..*at).unwrap_or_default();
        let after = whole.get(at + pair.len()..).unwrap_or_default();
        *at > query
            && before.ends_with(['?', '&'])
            && (after.is_empty() || after.starts_with(['&', '#']))
    });
    let (at, _) = places.next()?;
    let start = raw.span().start + 1 + at;
    edits.push(Edit {
        span: start..start + pair.len(),
        text: with_spaces(&pair),
    });
    Some(edits)
}

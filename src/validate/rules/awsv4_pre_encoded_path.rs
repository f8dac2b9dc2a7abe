use std::ops::Range;

use crate::diagnostic::Edit;
use crate::json::Value;
use crate::postman::effective::Piece;
use crate::postman::view::{Auth, Url};
use crate::validate::awsv4::effective_awsv4;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A percent-encoded path is encoded twice in the signature.
    ///
    /// ## What it does
    ///
    /// Reports `%2A` and the like in the path of a request that is signed with `awsv4`, except for
    /// the service `s3`, whose paths are encoded once.
    ///
    /// ## Why it matters
    ///
    /// `%2A` is sent unchanged but signed as `%252A`. A gateway that decodes the path before
    /// checking the signature computes a different one and refuses the request.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "path": ["agent", "%2A"] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "path": ["agent", "*"] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: decodes the characters if they are allowed in a path.
    AWSV4_PRE_ENCODED_PATH {
        id: "awsv4-pre-encoded-path",
        group: Auth,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

/// Characters that a path may have unencoded; a colon could start a path variable, and a slash
/// another segment.
const ALLOWED: &str = " *@!$&'(),;=~-._";

fn check<'d>(context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(url) = sent.request.url() else {
        return;
    };
    let written = if url.has_parts() { url.path } else { url.raw };
    let has_percent = written.is_some_and(|value| value.text().contains('%'));
    let is_signed = || effective_awsv4(sent).is_some_and(|auth| !is_for_s3(context, auth));
    if !has_percent || !is_signed() {
        return;
    }
    for segment in sent.url().segments() {
        let Some(first) = escapes(&segment.text).next() else {
            continue;
        };
        let code = segment.text.get(first).unwrap_or_default();
        let twice = code.replace('%', "%25");
        let finding = Finding::new(
            segment.at,
            format!("`{code}` in the path is signed as `{twice}`"),
        )
        .span(segment.span());
        let decoded = decoded(&segment.text);
        sink.report(
            match decoded
                .as_deref()
                .and_then(|text| Some((edits(&url, segment, text)?, text)))
            {
                Some((edits, text)) => finding
                    .help(format!("write `{text}`; Postman encodes what needs it"))
                    .unsafe_fix(format!("write `{text}`"), edits),
                None => finding.help("write the path unencoded if the service allows it"),
            },
        );
    }
}

fn is_for_s3<'d>(context: &Context<'d>, auth: Auth<'d>) -> bool {
    let service = auth.parameter("service").and_then(Value::as_str);
    service.is_some_and(|service| context.scopes().substitute(&service) == "s3")
}

/// Where `text` has a percent sign with two hexadecimal digits.
fn escapes(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_code = |at: &usize| {
        let digits = text.get(at + 1..at + 3);
        digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let signs = text.match_indices('%').map(|(at, _)| at);
    signs.filter(is_code).map(|at| at..at + 3)
}

/// `text` decoded, if every code in it is of a character that a path may have unencoded.
fn decoded(text: &str) -> Option<String> {
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for code in escapes(text) {
        result.push_str(text.get(done..code.start)?);
        let byte = u8::from_str_radix(text.get(code.start + 1..code.end)?, 16).ok()?;
        let character = char::from(byte);
        if !ALLOWED.contains(character) && !character.is_ascii_alphanumeric() {
            return None;
        }
        result.push(character);
        done = code.end;
    }
    result.push_str(text.get(done..)?);
    Some(result)
}

/// Writes `text` for the segment, in the parts and in `raw` alike.
fn edits(url: &Url, segment: &Piece, text: &str) -> Option<Vec<Edit>> {
    let is_whole = segment.part.is_none();
    let own = if is_whole {
        let raw = segment.at.as_raw_str()?;
        // A path that is one text has all segments in it.
        (raw == segment.text).then_some(segment.span().start + 1..segment.span().end - 1)?
    } else {
        segment.span()
    };
    let mut edits = vec![Edit {
        span: own,
        text: text.to_owned(),
    }];
    let is_other = |raw: &Value| raw.span() != segment.at.span();
    let Some(raw) = url.raw.filter(is_other) else {
        return Some(edits);
    };
    let whole = raw.as_raw_str()?;
    let wanted = format!("/{}", segment.text);
    let mut places = whole.match_indices(&wanted).filter(|(at, _)| {
        let after = whole.get(at + wanted.len()..).unwrap_or_default();
        after.is_empty() || after.starts_with(['/', '?', '#'])
    });
    let (at, _) = places.next()?;
    if places.next().is_some() {
        return None;
    }
    let start = raw.span().start + 1 + at + 1;
    edits.push(Edit {
        span: start..start + segment.text.len(),
        text: text.to_owned(),
    });
    Some(edits)
}

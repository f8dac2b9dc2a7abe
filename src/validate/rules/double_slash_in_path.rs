use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Edit;
use crate::json::Kind;
use crate::postman::effective::url::UrlText;
use crate::postman::effective::{Piece, RequestUrl};
use crate::postman::view::{Url, tokens};
use crate::validate::edit::{remove_element, replace_inside, replace_text};
use crate::validate::request::each_request;
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A path has two slashes in a row.
    ///
    /// ## What it does
    ///
    /// Reports an empty segment that is not the last of a path, and a collection variable whose
    /// value ends with a slash while the requests that start with it add another. A URL inside the
    /// path (`/proxy/https://…`), an element with several segments, which `path-segment-with-slash`
    /// reports, and examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman sends both slashes. Some servers answer 404, some redirect and lose the body, and
    /// AWS Signature Version 4 implementations disagree about what is signed.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "raw": "{{host}}//agent", "host": ["{{host}}"], "path": ["", "agent"] }
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
    /// Unsafe, because the path changes: removes the empty segment, or the trailing slash of the
    /// variable if no other URL, header, body or script uses it.
    DOUBLE_SLASH_IN_PATH {
        id: "double-slash-in-path",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    // How many requests put a slash after a variable, and which variables precede other text.
    let mut bases: BTreeMap<String, usize> = BTreeMap::new();
    let mut others: BTreeSet<String> = BTreeSet::new();
    each_request(context, &mut |folders, item, request| {
        let Some(url) = request.url() else { return };
        if let Some(raw) = url.raw_text() {
            let starts_path = UrlText::new(&raw).path.start;
            for token in tokens(&raw) {
                if token.span.end == starts_path
                    && raw.get(starts_path..).is_some_and(|path| path.len() > 1)
                {
                    *bases.entry(token.name.to_owned()).or_default() += 1;
                } else {
                    others.insert(token.name.to_owned());
                }
            }
        }
        if let Some(finding) = empty_segment(&url) {
            sink.report_in(names(folders, item), finding);
        }
    });
    for variable in context.own_variables() {
        let (name, text) = (&variable.name, variable.text());
        let is_base = text.ends_with('/') && text.contains("://");
        let at = variable.value.filter(|at| at.kind() == Kind::String);
        let Some(at) = at.filter(|_| is_base) else {
            continue;
        };
        let Some(count) = bases.get(name.as_ref()) else {
            continue;
        };
        let requests = if *count == 1 {
            "1 request adds".into()
        } else {
            format!("{count} requests add")
        };
        let message = format!("`{name}` ends with a slash, and {requests} another");
        let finding = Finding::new(at, message).help("remove the trailing slash");
        sink.report(if others.contains(name.as_ref()) {
            finding
        } else {
            let shorter = text.trim_end_matches('/');
            finding.unsafe_fix("remove the slash", vec![replace_text(at, shorter)])
        });
    }
}

fn empty_segment<'d>(url: &Url<'d>) -> Option<Finding<'d>> {
    let address = RequestUrl::without_query(url);
    let segments = address.segments();
    let mut before = "";
    let mut found = None;
    for (index, segment) in segments.iter().enumerate() {
        if segment.is_empty() && index + 1 < segments.len() && !before.ends_with(':') {
            found = Some((index, segment));
            break;
        }
        before = segment.text.as_ref();
    }
    let (index, segment) = found?;
    let is_element = url.path.is_some_and(|path| path.kind() == Kind::Array);
    if is_element && segment.part.is_some() {
        return None;
    }
    // In a text the empty segment is between two slashes: show both.
    let slashes = segment.part.as_ref().and_then(|part| {
        segment
            .at
            .span_of(part.start.saturating_sub(1)..part.end + 1)
    });
    let finding = Finding::new(segment.at, "the path has an empty segment: `//`")
        .span(slashes.unwrap_or_else(|| segment.at.span()))
        .help("leave one slash");
    Some(match edits(url, segment, index) {
        Some(edits) => finding.unsafe_fix("remove the empty segment", edits),
        None => finding,
    })
}

fn edits(url: &Url, segment: &Piece, index: usize) -> Option<Vec<Edit>> {
    let mut edits = vec![without(url, segment)?];
    let raw = RequestUrl::of_raw(url);
    let twin = raw.segments().get(index).filter(|twin| twin.is_empty());
    if let Some(twin) = twin.filter(|twin| twin.at.span() != segment.at.span()) {
        edits.push(without(url, twin)?);
    }
    Some(edits)
}

/// Removes an empty segment: its element of a list, or the slash behind it in a text.
fn without(url: &Url, segment: &Piece) -> Option<Edit> {
    if let Some(part) = &segment.part {
        return replace_inside(segment.at, part.end..part.end + 1, "");
    }
    // An element may be an object with the text in it.
    let own = segment.at.span();
    let mut elements = url.path?.elements();
    let element = elements.find(|one| one.span().end >= own.end)?;
    (element.span().start <= own.start).then(|| remove_element(element))?
}

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Edit;
use crate::json::Kind;
use crate::postman::view::{Url, tokens};
use crate::validate::edit::{remove_element, replace_inside, replace_text};
use crate::validate::request::{UrlText, each_request, path_parts, raw_parts, variable_texts};
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A path has two slashes in a row.
    ///
    /// ## What it does
    ///
    /// Reports an empty segment that is not the last of a path, and a collection variable whose
    /// value ends with a slash while the requests that start with it add another. An address inside
    /// the path (`/proxy/https://…`) is left alone, and so are examples.
    ///
    /// ## Why it matters
    ///
    /// Postman sends both slashes. Some servers answer 404, some redirect and lose the body, and
    /// signers of AWS Signature Version 4 do not agree about what is signed.
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
    /// Safe: removes the empty segment, or the slash at the end of the variable where nothing else
    /// needs it.
    DOUBLE_SLASH_IN_PATH {
        id: "double-slash-in-path",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    // How many requests put a slash behind a variable, and which variables stand before other text.
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
    for (name, (variable, text)) in variable_texts(context) {
        let Some(at) = variable
            .value
            .filter(|_| text.ends_with('/') && text.contains("://"))
        else {
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
        let finding = Finding::new(at, message).help("end it without a slash");
        sink.report(if others.contains(name.as_ref()) {
            finding
        } else {
            let shorter = text.trim_end_matches('/');
            finding.safe_fix("remove the slash", vec![replace_text(at, shorter)])
        });
    }
}

fn empty_segment<'d>(url: &Url<'d>) -> Option<Finding<'d>> {
    let parts = path_parts(url);
    let mut before = "";
    let mut found = None;
    for (index, part) in parts.iter().enumerate() {
        if part.text.is_empty() && index + 1 < parts.len() && !before.ends_with(':') {
            found = Some((index, part));
            break;
        }
        before = part.text.as_ref();
    }
    let (index, part) = found?;
    // In a text the empty segment stands between two slashes: show both.
    let slashes = part.range.start.saturating_sub(1)..part.range.end + 1;
    let is_element = url.path.is_some_and(|path| path.kind() == Kind::Array);
    let span = if is_element {
        None
    } else {
        part.at.span_of(slashes)
    };
    let finding = Finding::new(part.at, "the path has an empty segment: `//`")
        .span(span.unwrap_or_else(|| part.at.span()))
        .help("leave one slash");
    Some(match edits(url, index) {
        Some(edits) => finding.safe_fix("remove the empty segment", edits),
        None => finding,
    })
}

fn edits(url: &Url, index: usize) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    if let Some(path) = url.path {
        if path.kind() == Kind::Array {
            // Only where every element is a segment do their numbers agree.
            if path.len() != path_parts(url).len() {
                return None;
            }
            edits.push(remove_element(path, index)?);
        } else {
            let part = path_parts(url).into_iter().nth(index)?;
            edits.push(replace_inside(
                path,
                part.range.end..part.range.end + 1,
                "",
            )?);
        }
    }
    if let Some(raw) = raw_parts(url)
        .get(index)
        .filter(|part| part.text.is_empty())
    {
        edits.push(replace_inside(
            raw.at,
            raw.range.end..raw.range.end + 1,
            "",
        )?);
    }
    (!edits.is_empty()).then_some(edits)
}

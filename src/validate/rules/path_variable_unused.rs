use std::collections::HashSet;

use crate::validate::edit::remove_element;
use crate::validate::request::variable_names;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A path variable is not used by any segment.
    ///
    /// ## What it does
    ///
    /// Reports an entry of a URL's `variable` list that no path segment uses. Examples and URLs
    /// whose path may be inside a variable are not checked.
    ///
    /// ## Why it matters
    ///
    /// The entry has no effect. Usually the segment was renamed or removed and the entry forgotten.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "raw": "{{host}}/agent", "path": ["agent"], "variable": [{ "key": "code", "value": "A" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "raw": "{{host}}/agent", "path": ["agent"] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, since its value and description are lost: removes the entry, unless a segment of the
    /// same URL lacks one that this may be meant for.
    PATH_VARIABLE_UNUSED {
        id: "path-variable-unused",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

/// Names are compared up to this many characters.
const LONGEST: usize = 100;

/// Everything that follows a `:` or a `{` in a segment and may be a name.
fn mentioned_in<'t>(texts: impl Iterator<Item = &'t str>) -> HashSet<&'t str> {
    let after_marks = texts.flat_map(|text| {
        let marks = text.match_indices([':', '{']);
        let rests = marks.filter_map(|(at, _)| text.get(at + 1..));
        rests.filter_map(|rest| rest.split([':', '{', '}']).next())
    });
    let starts = after_marks.flat_map(|text| {
        let ends = text.char_indices().map(|(start, c)| start + c.len_utf8());
        ends.take(LONGEST).filter_map(|end| text.get(..end))
    });
    starts.collect()
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    let url = sent.url();
    let parts = url.segments();
    let list = sent.request.url().and_then(|url| url.variable);
    let Some(list) = list.filter(|_| !parts.is_empty()) else {
        return;
    };
    let used = variable_names(parts);
    let defined = &url.variables;
    let defined: HashSet<&str> = defined.iter().map(|one| one.name.as_ref()).collect();
    let has_lost = !used.is_subset(&defined);
    let mut mentioned = None;
    for entry in list.elements() {
        let Some(at) = entry.get("key").or_else(|| entry.get("id")) else {
            continue;
        };
        let Some(name) = at.as_str().filter(|name| !name.is_empty()) else {
            continue;
        };
        if used.contains(name.as_ref()) {
            continue;
        }
        // A value that is written in a way that does not work is not thrown away.
        let texts = || mentioned_in(parts.iter().map(|part| part.text.as_ref()));
        let start = name
            .char_indices()
            .nth(LONGEST)
            .map_or(name.len(), |(end, _)| end);
        if mentioned
            .get_or_insert_with(texts)
            .contains(name.get(..start).unwrap_or_default())
        {
            continue;
        }
        let finding = Finding::new(at, format!("no path segment uses `:{name}`"))
            .help("remove the entry, or add the segment");
        sink.report(match remove_element(entry).filter(|_| !has_lost) {
            Some(edit) => finding.unsafe_fix("remove the entry", vec![edit]),
            None => finding,
        });
    }
}

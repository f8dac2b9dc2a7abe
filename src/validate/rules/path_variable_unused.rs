use crate::validate::edit::remove_element;
use crate::validate::request::variable_names;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A path variable belongs to no segment.
    ///
    /// ## What it does
    ///
    /// Reports an entry of a URL's `variable` list that no segment of the path asks for. Examples
    /// are not looked at, nor are URLs whose path may be inside a variable.
    ///
    /// ## Why it matters
    ///
    /// The entry does nothing. Most often the segment was renamed or removed and the entry
    /// forgotten.
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
    /// same URL has none; then it may be meant for that one.
    PATH_VARIABLE_UNUSED {
        id: "path-variable-unused",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Unsafe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    let url = sent.url();
    let parts = url.segments();
    let is_anywhere = |name: &str| {
        // Written in a way that does not work is no reason to throw the value away.
        let colon = format!(":{name}");
        let brace = format!("{{{name}}}");
        let texts = parts.iter().map(|part| part.text.as_ref());
        texts
            .into_iter()
            .any(|text| text.contains(&colon) || text.contains(&brace))
    };
    let list = sent.request.url().and_then(|url| url.variable);
    let Some(list) = list.filter(|_| !parts.is_empty()) else {
        return;
    };
    let used = variable_names(parts);
    let defined = &url.variables;
    let is_defined = |name: &&str| defined.iter().any(|variable| variable.name == *name);
    let has_lost = !used.iter().all(is_defined);
    for entry in list.elements() {
        let Some(at) = entry.get("key").or_else(|| entry.get("id")) else {
            continue;
        };
        let Some(name) = at.as_str().filter(|name| !name.is_empty()) else {
            continue;
        };
        if used.contains(name.as_ref()) || is_anywhere(&name) {
            continue;
        }
        let finding = Finding::new(at, format!("no segment of the path is `:{name}`"))
            .help("remove the entry, or write the segment");
        sink.report(match remove_element(entry).filter(|_| !has_lost) {
            Some(edit) => finding.unsafe_fix("remove the entry", vec![edit]),
            None => finding,
        });
    }
}

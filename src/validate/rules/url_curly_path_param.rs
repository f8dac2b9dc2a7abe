use std::ops::Range;

use crate::diagnostic::Edit;
use crate::json::Kind;
use crate::postman::effective::url::mask_variables;
use crate::postman::effective::{Piece, RequestUrl};
use crate::postman::view::Url;
use crate::validate::edit::{add_elements, add_member, replace_piece};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A path parameter is written as `{id}` or `<id>`.
    ///
    /// ## What it does
    ///
    /// Reports a name or words in single braces or in angle brackets in the path of a request; in
    /// examples it is not looked for.
    ///
    /// ## Why it matters
    ///
    /// API descriptions write path parameters like that. Postman knows `:id` and `{{id}}`; anything
    /// else is sent as it is, `%7Bid%7D` on the wire.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "raw": "{{host}}/agent/{code}", "host": ["{{host}}"], "path": ["agent", "{code}"] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "raw": "{{host}}/agent/:code",
    ///   "host": ["{{host}}"],
    ///   "path": ["agent", ":code"],
    ///   "variable": [{ "key": "code", "value": "AHMAD" }]
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, where the parameter is a whole segment of a URL in parts: it becomes `:id`, with an
    /// entry without value in `variable`, as Postman itself makes one. Until it has a value, `:id` is
    /// sent.
    URL_CURLY_PATH_PARAM {
        id: "url-curly-path-param",
        group: Request,
        severity: Error,
        profile: Import,
        fixable: Unsafe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(url) = sent.request.url().filter(|_| sent.example.is_none()) else {
        return;
    };
    for (index, part) in sent.url().segments().iter().enumerate() {
        for (name, range) in names(&part.text) {
            let is_whole = range.len() == part.text.len();
            let written = part.text.get(range.clone()).unwrap_or_default();
            let signs = if written.starts_with('<') {
                "angle brackets"
            } else {
                "single braces"
            };
            let name = name.replace(' ', "_");
            let finding = Finding::new(
                part.at,
                format!("`{written}` is sent as it is: {signs} are not a path parameter"),
            )
            .span(if is_whole {
                part.span()
            } else {
                part.span_of(range)
            });
            let edits = is_whole.then(|| edits(&url, part, index, &name)).flatten();
            sink.report(match edits {
                Some(edits) => finding
                    .help(format!("write `:{name}` and give it a value in `variable`"))
                    .unsafe_fix(format!("write `:{name}`"), edits),
                None => finding.help(format!("write `{{{{{name}}}}}`, a variable")),
            });
        }
    }
}

/// The names in single braces or angle brackets with the bytes of the whole.
fn names(text: &str) -> Vec<(&str, Range<usize>)> {
    if !text.contains(['{', '<']) {
        return Vec::new();
    }
    let masked = mask_variables(text);
    let mut found = Vec::new();
    for (open, sign) in masked.match_indices(['{', '<']) {
        let closing = if sign == "<" { '>' } else { '}' };
        let behind = text.get(open + 1..).unwrap_or_default();
        let Some(inside) = behind.find(closing).and_then(|close| behind.get(..close)) else {
            break;
        };
        // Some write both forms at once: `{:id}`.
        let name = inside.strip_prefix(':').unwrap_or(inside);
        let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' '));
        let around = masked
            .get(..open)
            .is_some_and(|before| before.ends_with(['{', '$']))
            || behind
                .get(inside.len() + 1..)
                .is_some_and(|rest| rest.starts_with('}'));
        if is_name && !around {
            found.push((name, open..open + inside.len() + 2));
        }
    }
    found
}

fn edits(url: &Url, part: &Piece, index: usize, name: &str) -> Option<Vec<Edit>> {
    if url.value.kind() != Kind::Object || !url.has_parts() || name.contains('.') {
        return None;
    }
    let segment = format!(":{name}");
    let mut edits = vec![replace_piece(part, &segment)?];
    let raw = RequestUrl::of_raw(url);
    let twin = raw.segments().get(index);
    if let Some(twin) = twin.filter(|twin| twin.text == part.text) {
        edits.push(replace_piece(twin, &segment)?);
    }
    let variables = RequestUrl::of(url).variables;
    if !variables.iter().any(|variable| variable.name == name) {
        let entry = format!("{{ \"key\": \"{name}\", \"value\": \"\" }}");
        edits.push(match url.variable {
            Some(list) if list.kind() == Kind::Array => add_elements(list, &[&entry])?,
            Some(_) => return None,
            None => add_member(url.value, "variable", &format!("[{entry}]"))?,
        });
    }
    Some(edits)
}

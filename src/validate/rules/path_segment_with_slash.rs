use crate::json::Kind;
use crate::postman::effective::{path_parameter, url::mask_variables};
use crate::validate::edit::split_text;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A path element contains several segments.
    ///
    /// ## What it does
    ///
    /// Reports a `/` in an element of a URL's `path` list. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman does not substitute a path variable that is only part of an element, and sends `:id`
    /// literally. Tools that count segments get them wrong.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "path": ["agent/:code"], "variable": [{ "key": "code", "value": "A" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "path": ["agent", ":code"], "variable": [{ "key": "code", "value": "A" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe if no segment is a path variable, since the request does not change; otherwise unsafe:
    /// splits the element.
    PATH_SEGMENT_WITH_SLASH {
        id: "path-segment-with-slash",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let url = sent.request.url().filter(|_| sent.example.is_none());
    let path = url.and_then(|url| url.path);
    let Some(path) = path.filter(|path| path.kind() == Kind::Array) else {
        return;
    };
    for at in path.elements() {
        let Some(text) = at.as_str() else { continue };
        let masked = mask_variables(&text);
        // What follows a `?` or `#` is another rule's.
        if !masked.contains('/') || masked.contains(['?', '#']) {
            continue;
        }
        let mut start = 0;
        let mut parts = Vec::new();
        for part in masked.split('/') {
            parts.extend(text.get(start..start + part.len()));
            start += part.len() + 1;
        }
        // `//:password@host` is an address, not a path variable.
        let is_name = |name: &&str| {
            name.chars()
                .all(|c| c.is_alphanumeric() || "_-".contains(c))
        };
        let variable = parts
            .iter()
            .find_map(|part| path_parameter(part).filter(is_name));
        let message = match variable {
            Some(name) => {
                format!(
                    "one element contains `{text}`, so the value of `:{name}` is not substituted"
                )
            }
            None => format!("one element contains `{text}`, which is more than one segment"),
        };
        let finding = Finding::new(at, message).help("write each segment as a separate element");
        // An address or a key is known for what it is only as a whole, so that its pieces would show.
        let is_plain = |c: char| c.is_alphanumeric() || "._~:{}$-".contains(c);
        // A slash at an end is most likely one too many, which a split would only move.
        let is_segment = |part: &&str| !part.is_empty() && part.chars().all(is_plain);
        let can_split = parts.iter().all(is_segment);
        let edit = split_text(at, &parts).filter(|_| can_split);
        // Of `:id:cancel` the whole may be the name of a variable.
        let may_be_substituted = parts.iter().any(|part| path_parameter(part).is_some());
        sink.report(match edit {
            Some(edit) if may_be_substituted => {
                finding.unsafe_fix("split it into segments", vec![edit])
            }
            Some(edit) => finding.safe_fix("split it into segments", vec![edit]),
            None => finding,
        });
    }
}

use std::ops::Range;

use crate::catalogue::{Key, Resource, ResourceKind};
use crate::coverage::Target;
use crate::json::Value;
use crate::postman::effective::path_parameter;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A record is requested by a field that is not its key.
    ///
    /// ## What it does
    ///
    /// Reports a path variable named after a field other than the key, a non-numeric key where the
    /// service assigns numbers, and a key in the path of a report, which has no records.
    ///
    /// ## Why it matters
    ///
    /// Documents are read by their `dockey`, not by their document number. For the latter the
    /// service answers that it is not a floating point value.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "path": ["invoice", ":docno"], "variable": [{ "key": "docno", "value": "IV-00001" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "path": ["invoice", ":dockey"], "variable": [{ "key": "dockey", "value": "17" }] }
    /// ```
    CATALOGUE_KEY_WRONG {
        id: "catalogue-key-wrong",
        group: Catalogue,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(context: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(endpoint) = sent.endpoint(context) else {
        return;
    };
    let Target::Key(segment) = endpoint.target() else {
        return;
    };
    let resource = endpoint.resource;
    let path = resource.path;
    let Some(key) = resource.key_field() else {
        if resource.kind == ResourceKind::Report {
            let message = format!("`{path}` is a report, which has no records to read by key");
            let finding = Finding::new(segment.at, message).span(segment.span());
            sink.report(finding.help(format!("use `/{path}` with parameters")));
        }
        return;
    };
    let Some(name) = path_parameter(&segment.text) else {
        let text = segment.text.clone();
        check_value(context, resource, &text, segment.at, segment.span(), sink);
        return;
    };
    let lower = name.to_ascii_lowercase();
    let is_other = is_key(context, &lower) || resource.field(&lower).is_some();
    if lower != key && is_other {
        let message = format!("`:{name}` is not the key of `{path}`, which is `{key}`");
        let finding = Finding::new(segment.at, message).span(segment.span());
        sink.report(finding.help(format!("use `:{key}`")));
        return;
    }
    let variables = sent.url().variables.iter();
    let value = variables
        .rev()
        .find(|one| one.name == name)
        .and_then(|one| one.value);
    if let Some((at, text)) = value.and_then(|at: Value| Some((at, at.as_str()?))) {
        check_value(context, resource, &text, at, at.span(), sink);
    }
}

/// Whether a field of that name is the key of some resource.
fn is_key(context: &Context<'_>, name: &str) -> bool {
    let resources = context
        .catalogue()
        .into_iter()
        .flat_map(|all| &all.resources);
    resources
        .filter_map(|one| one.key_field())
        .any(|key| key == name)
}

fn check_value<'d>(
    context: &Context<'d>,
    resource: &Resource,
    text: &str,
    at: Value<'d>,
    span: Range<usize>,
    sink: &mut Sink<'d>,
) {
    let Some(Key { field: key, .. }) = resource.key.filter(|key| key.is_number()) else {
        return;
    };
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    // A value that a person or a variable has yet to fill in.
    let is_open = text.is_empty() || text.contains("{{") || text.starts_with(['<', ':']);
    if is_number || is_open {
        return;
    }
    let message = format!(
        "`{text}` is not a valid `{key}` of `{}`, which is a number",
        resource.path
    );
    let finding = Finding::new(at, message).span(span);
    let filters = resource.indexed_filters.iter();
    let by: Vec<&str> = filters
        .copied()
        .filter(|name| !is_key(context, name))
        .collect();
    sink.report(if by.is_empty() {
        finding
    } else {
        let (path, by) = (resource.path, by.join(", "));
        finding.help(format!(
            "read the record by `/{path}/*`, filtered by one of {by}"
        ))
    });
}

use super::super::placeholder::{is_placeholder, placeholder_in_prose, placeholder_in_text};
use crate::json::Value;
use crate::postman::effective::{RequestUrl, headers};
use crate::postman::view::{Item, Request, description};
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A placeholder was left in place of a real text or value.
    ///
    /// ## What it does
    ///
    /// Reports names and descriptions with *lorem ipsum*, `TODO:` or `FIXME`, the collection's too,
    /// and values of query parameters, path variables, headers and bodies that are only the name of
    /// a type, such as `<string>` or `string`, in requests and in saved examples. For a body, only
    /// the first one is reported. Requests of examples are checked only if the request itself has
    /// no placeholder.
    ///
    /// ## Why it matters
    ///
    /// Converters write `<string>` for every field without an example. It tells readers nothing,
    /// and a request with it fails or, worse, creates a record called `<string>`.
    ///
    /// ## Example
    ///
    /// ```json
    /// "query": [{ "key": "code", "value": "<string>", "description": "TODO: explain" }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "query": [{ "key": "code", "value": "300-A0001", "description": "Code of the customer." }]
    /// ```
    DOC_PLACEHOLDER_VALUE {
        id: "doc-placeholder-value",
        group: Docs,
        severity: Warning,
        profile: Publish,
        fixable: No,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    if let Some(info) = context.collection.info() {
        let mut found = Vec::new();
        name(info.get("name"), &mut found);
        prose(info, "the description", &mut found);
        for finding in found {
            sink.report(finding);
        }
    }
    context.tree().for_each(&mut |folders, item| {
        for finding in in_item(item) {
            sink.report_in(names(folders, item), finding);
        }
    });
}

fn in_item<'d>(item: &Item<'d>) -> Vec<Finding<'d>> {
    let mut found = Vec::new();
    name(item.name, &mut found);
    prose(item.value, "the description", &mut found);
    let before = found.len();
    if let Some(request) = item.request() {
        prose(request.value, "the description", &mut found);
        request_values(&request, &mut found);
    }
    let is_unfinished = found.len() > before;
    for example in item.examples() {
        if let Some(original) = example.request().filter(|_| !is_unfinished) {
            request_values(&original, &mut found);
        }
        if let Some(body) = example.body {
            check_text(body, "the body of an example", &mut found);
        }
    }
    found
}

fn name<'d>(at: Option<Value<'d>>, found: &mut Vec<Finding<'d>>) {
    if let Some((at, name)) = at.and_then(|at| Some((at, at.as_str()?)))
        && let Some(placeholder) = placeholder_in_prose(&name)
    {
        report(at, "the name", placeholder, found);
    }
}

fn request_values<'d>(request: &Request<'d>, found: &mut Vec<Finding<'d>>) {
    if let Some(url) = request.url() {
        for list in [url.query, url.variable].into_iter().flatten() {
            entries(list, found);
        }
        let parameters = RequestUrl::of(&url).query.into_iter();
        for one in parameters.filter(|one| one.entry.is_none()) {
            let value = one
                .value
                .as_ref()
                .filter(|value| is_placeholder(&value.text));
            if let Some(value) = value {
                let what = format!("the value of `{}`", one.key_text());
                let finding = finding(value.at, &what, value.text.trim());
                found.push(finding.span(value.span()));
            }
        }
    }
    for header in headers(request).iter().filter(|one| one.is_listed()) {
        entry(header.entry, found);
    }
    let Some(body) = request.body() else {
        return;
    };
    match body.mode().as_deref() {
        Some("urlencoded" | "formdata") => {
            if let Some(list) = body.payload() {
                entries(list, found);
            }
        }
        _ => {
            if let Some(raw) = body.raw() {
                check_text(raw, "the body", found);
            }
        }
    }
}

fn entries<'d>(list: Value<'d>, found: &mut Vec<Finding<'d>>) {
    for one in list.elements() {
        entry(one, found);
    }
}

fn entry<'d>(entry: Value<'d>, found: &mut Vec<Finding<'d>>) {
    let key = entry.get("key").and_then(Value::as_str).unwrap_or_default();
    if let Some((at, value)) = entry.get("value").and_then(|at| Some((at, at.as_str()?)))
        && is_placeholder(&value)
    {
        report(at, &format!("the value of `{key}`"), value.trim(), found);
    }
    prose(entry, &format!("the description of `{key}`"), found);
}

fn prose<'d>(owner: Value<'d>, what: &str, found: &mut Vec<Finding<'d>>) {
    if let Some(text) = description(owner)
        && let Some(placeholder) = placeholder_in_prose(&text)
    {
        let at = owner.get("description").unwrap_or(owner);
        report(at, what, placeholder, found);
    }
}

fn check_text<'d>(at: Value<'d>, what: &str, found: &mut Vec<Finding<'d>>) {
    if let Some(raw) = at.as_raw_str()
        && let Some(span) = placeholder_in_text(raw)
    {
        let start = at.span().start + 1;
        let placeholder = raw.get(span.clone()).unwrap_or_default();
        found.push(finding(at, what, placeholder).span(start + span.start..start + span.end));
    }
}

fn report<'d>(at: Value<'d>, what: &str, placeholder: &str, found: &mut Vec<Finding<'d>>) {
    found.push(finding(at, what, placeholder));
}

fn finding<'d>(at: Value<'d>, what: &str, placeholder: &str) -> Finding<'d> {
    Finding::new(
        at,
        format!("{what} still has the placeholder `{placeholder}`"),
    )
    .help("replace it with a realistic text or value")
}

use crate::postman::effective::json_body::Comments;
use crate::postman::effective::script::own_scripts;
use crate::postman::effective::{Header, content_type};
use crate::postman::view::{Body, Item};
use crate::validate::edit::{remove_element, replace_piece};
use crate::validate::request::json_error;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// The `Content-Type` header does not match the body.
    ///
    /// ## What it does
    ///
    /// Compares the header with the body's mode and, of a raw body, its language (JSON, XML, HTML,
    /// JavaScript). Bodies that are empty, disabled or never sent, values with variables, examples,
    /// and requests that test the refusal of a wrong type (the name or a script has the status 415,
    /// or the name says `unsupported media type`) are not checked.
    ///
    /// ## Why it matters
    ///
    /// The header overrides the mode: the server reads a form as JSON, or JSON as a form, and finds
    /// nothing.
    ///
    /// ## Example
    ///
    /// ```json
    /// {
    ///   "header": [{ "key": "Content-Type", "value": "application/json" }],
    ///   "body": { "mode": "urlencoded", "urlencoded": [{ "key": "code", "value": "AHMAD" }] }
    /// }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "header": [],
    ///   "body": { "mode": "urlencoded", "urlencoded": [{ "key": "code", "value": "AHMAD" }] }
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, since a test may send the wrong type on purpose. For a form it removes the header,
    /// because Postman adds the right one including the boundary; for a raw body that is JSON it
    /// writes `application/json`.
    CONTENT_TYPE_MISMATCH {
        id: "content-type-mismatch",
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
    if expects_refusal(sent.visit.item) {
        return;
    }
    let request = sent.request;
    let Some(body) = sent.body() else {
        return;
    };
    let Some(header) = content_type(request) else {
        return;
    };
    let (Some(at), Some(value)) = (header.value.as_ref().map(|value| value.at), header.text())
    else {
        return;
    };
    let media = value
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    if media.is_empty() || value.contains("{{") {
        return;
    }
    let Some((is, example)) = expected(body).filter(|(_, expected)| !agrees(&media, expected))
    else {
        return;
    };
    let finding = Finding::new(
        at,
        format!("the header says `{media}`, but the body is {is}"),
    );
    let finding = match example {
        "multipart/form-data" | "application/x-www-form-urlencoded" => {
            finding.help("remove the header; Postman adds the right one")
        }
        _ => finding.help(format!("write `{example}`, or change the body")),
    };
    sink.report(match edit(&header, body) {
        Some((message, edit)) => finding.unsafe_fix(message, vec![edit]),
        None => finding,
    });
}

/// Whether the wrong type is sent on purpose.
fn expects_refusal(item: &Item) -> bool {
    let name = item.name_text().to_ascii_lowercase();
    let has_status = |text: &str| {
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| word == "415")
    };
    name.contains("unsupported media type")
        || has_status(&name)
        || own_scripts(item.event).any(|script| has_status(&script.source))
}

/// What the body is, in words, and the media type for it.
fn expected(body: Body) -> Option<(&'static str, &'static str)> {
    let mode = body.mode()?;
    let language = body.language();
    match (mode.as_ref(), language.as_deref()) {
        ("urlencoded", _) => Some(("a URL-encoded form", "application/x-www-form-urlencoded")),
        ("formdata", _) => Some(("multipart form data", "multipart/form-data")),
        ("graphql", _) => Some(("GraphQL, sent as JSON", "application/json")),
        ("raw", Some("json")) => Some(("marked as JSON", "application/json")),
        ("raw", Some("xml")) => Some(("marked as XML", "application/xml")),
        ("raw", Some("html")) => Some(("marked as HTML", "text/html")),
        ("raw", Some("javascript")) => Some(("marked as JavaScript", "application/javascript")),
        _ => None,
    }
}

/// Whether a media type is that expected, or a relative of it.
fn agrees(media: &str, expected: &str) -> bool {
    match expected {
        "application/json" => media.contains("json") || media == "application/graphql",
        "application/xml" => media.contains("xml") || media == "text/html",
        "text/html" => media.contains("html") || media.contains("xml"),
        "application/javascript" => media.contains("script") || media.contains("json"),
        "multipart/form-data" => media.starts_with("multipart/"),
        _ => media == expected,
    }
}

fn edit(header: &Header, body: Body) -> Option<(&'static str, crate::diagnostic::Edit)> {
    let mode = body.mode()?;
    if matches!(mode.as_ref(), "urlencoded" | "formdata") {
        let entry = header.is_listed().then_some(header.entry)?;
        return Some(("remove the header", remove_element(entry)?));
    }
    let is_json = mode != "raw"
        || (body.language().as_deref() == Some("json")
            && json_error(&body.raw()?.as_str()?, Comments::Allowed).is_none());
    let value = header.value.as_ref().filter(|_| is_json)?;
    Some((
        "say `application/json`",
        replace_piece(value, "application/json")?,
    ))
}

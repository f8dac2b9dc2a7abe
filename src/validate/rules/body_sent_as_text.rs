use crate::diagnostic::Edit;
use crate::json::Kind;
use crate::postman::effective::json_body::Comments;
use crate::postman::effective::url::mask_variables;
use crate::postman::effective::{content_type, raw_type};
use crate::postman::view::Body;
use crate::validate::edit::add_member;
use crate::validate::request::json_error;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A JSON body is sent as plain text.
    ///
    /// ## What it does
    ///
    /// Reports a raw body that is a JSON object or list and has neither a language nor a
    /// `Content-Type` header. If the language is text, that counts as intended. Bodies that are not
    /// sent, requests whose scripts, name or folder speak of the content type, and examples are not
    /// checked.
    ///
    /// ## Why it matters
    ///
    /// Postman sends `Content-Type: text/plain`. Most frameworks then do not parse the body: the
    /// server answers 415, or behaves as if the body were empty.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "mode": "raw", "raw": "{ \"code\": \"AHMAD\" }" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "mode": "raw", "raw": "{ \"code\": \"AHMAD\" }", "options": { "raw": { "language": "json" } } }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the header changes: sets the language to JSON.
    BODY_SENT_AS_TEXT {
        id: "body-sent-as-text",
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
    let Some(body) = sent.body().filter(|body| body.is_mode("raw")) else {
        return;
    };
    let language = body.language().unwrap_or_default();
    if language == "text" || raw_type(&language) != "text/plain" {
        return;
    }
    let Some(at) = body.raw() else { return };
    let Some(text) = at.as_str() else { return };
    // The whole value may be a variable.
    let masked = mask_variables(text.trim());
    let is_json = masked.starts_with(['{', '['])
        && masked.ends_with(['}', ']'])
        && json_error(&text, Comments::Allowed).is_none();
    if !is_json || content_type(sent.request).is_some() || is_intended(sent) {
        return;
    }
    let finding = Finding::new(at, "the body is JSON but is sent as `text/plain`")
        .help("set its language to JSON, or add a `Content-Type` header");
    sink.report(match edit(body) {
        Some(edit) => finding.unsafe_fix("set the language to JSON", vec![edit]),
        None => finding,
    });
}

/// Whether a script sets the type, or the request tests that it is missing.
fn is_intended(sent: &RequestContext) -> bool {
    let speaks = |text: &str| {
        let mut lower = text.to_ascii_lowercase();
        lower.retain(|c| !matches!(c, '-' | '_' | ' '));
        lower.contains("contenttype") || lower.contains("header")
    };
    let visit = sent.visit;
    let mut items = visit.folders.iter().chain([visit.item]);
    let scripts = visit.prerequest_scripts();
    items.any(|item| speaks(&item.name_text()))
        || scripts.iter().any(|script| speaks(&script.source))
}

fn edit(body: Body) -> Option<Edit> {
    const RAW: &str = r#"{ "language": "json" }"#;
    let options = body.value.get("options");
    match options.filter(|options| options.kind() == Kind::Object) {
        None if options.is_some() => None,
        None => add_member(body.value, "options", &format!(r#"{{ "raw": {RAW} }}"#)),
        Some(options) => match options.get("raw") {
            None => add_member(options, "raw", RAW),
            Some(raw) if raw.get("language").is_none() => add_member(raw, "language", r#""json""#),
            Some(_) => None,
        },
    }
}

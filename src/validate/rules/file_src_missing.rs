use crate::json::{Kind, Value};
use crate::postman::effective::{Mode, form_fields, is_pruned, method};
use crate::postman::view::is_truthy;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A file to upload is not chosen.
    ///
    /// ## What it does
    ///
    /// Reports a form field of the type *file* without a path in `src`, and such a body of the mode
    /// *file* in a `POST`, `PUT` or `PATCH` request. Disabled fields, bodies that are never sent, and examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Postman does not export the path of a file outside its working directory. A runner sends an
    /// empty file and only prints a warning, so the request fails at the server, or stores nothing.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "mode": "formdata", "formdata": [{ "key": "photo", "type": "file", "src": [] }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "mode": "formdata", "formdata": [{ "key": "photo", "type": "file", "src": "files/photo.png" }] }
    /// ```
    FILE_SRC_MISSING {
        id: "file-src-missing",
        group: Request,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

const HELP: &str = "put the file into the working directory and write its path into `src`";

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let body = sent.request.body().filter(|_| sent.example.is_none());
    let Some(body) = body.filter(|body| !body.is_disabled()) else {
        return;
    };
    let Some((mode, payload)) = body.mode().zip(body.payload()) else {
        return;
    };
    if !matches!(mode.as_ref(), "file" | "formdata")
        || is_pruned(sent.request, &sent.visit.ancestors().settings())
    {
        return;
    }
    if mode == "file" {
        // Elsewhere an empty body is as good as none.
        let takes_body = ["POST", "PUT", "PATCH"].contains(&method(sent.request).as_str());
        let is_chosen = !takes_body
            || payload.kind() != Kind::Object
            || has_source(payload)
            || payload.get("content").is_some_and(is_truthy);
        if !is_chosen {
            let message = "the body is a file, but none is chosen";
            sink.report(Finding::new(payload, message).help(HELP));
        }
        return;
    }
    for field in form_fields(Mode::FormData, payload) {
        let entry = field.entry.filter(|_| field.is_file && field.is_enabled);
        if let Some(entry) = entry.filter(|entry| !has_source(*entry)) {
            let message = format!("no file is chosen for `{}`", field.key);
            sink.report(Finding::new(entry, message).help(HELP));
        }
    }
}

/// Whether `src` names a file.
fn has_source(owner: Value) -> bool {
    owner.get("src").is_some_and(|src| match src.kind() {
        Kind::Array => src.elements().any(is_truthy),
        _ => is_truthy(src),
    })
}

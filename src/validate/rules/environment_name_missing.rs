use crate::json::Value;
use crate::postman::view::{DocumentKind, unwrapped};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// An environment has no name.
    ///
    /// ## What it does
    ///
    /// Reports an environment whose `name` is missing, blank or not text. Globals need none.
    ///
    /// ## Why it matters
    ///
    /// Postman lists environments by name, and scripts read it as `pm.environment.name`.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "values": [{ "key": "host", "value": "https://localhost", "enabled": true }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "Test", "values": [{ "key": "host", "value": "https://localhost", "enabled": true }] }
    /// ```
    ENVIRONMENT_NAME_MISSING {
        id: "environment-name-missing",
        group: Variables,
        severity: Warning,
        profile: Import,
        fixable: No,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    if !matches!(context.format, DocumentKind::Environment) {
        return;
    }
    let environment = unwrapped(context.document.root());
    let name = environment.get("name");
    let text = name.and_then(Value::as_str);
    if text.is_none_or(|text| text.trim().is_empty()) {
        let at = name.unwrap_or(environment);
        sink.report(Finding::new(at, "the environment has no name").help("give it a `name`"));
    }
}

use crate::json::Kind;
use crate::postman::view::{DocumentKind, unwrapped};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The variables of an environment are not a list.
    ///
    /// ## What it does
    ///
    /// Reports an environment, or the globals, whose `values` is missing or something else than a
    /// list. Variables are not checked further then.
    ///
    /// ## Why it matters
    ///
    /// Newman takes it for an environment without variables and runs on, and Postman does not
    /// import it.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "Test", "values": { "host": "https://localhost" } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "Test", "values": [{ "key": "host", "value": "https://localhost", "enabled": true }] }
    /// ```
    ENVIRONMENT_VALUES_INVALID {
        id: "environment-values-invalid",
        group: Variables,
        severity: Error,
        profile: Import,
        fixable: No,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    if !matches!(
        context.format,
        DocumentKind::Environment | DocumentKind::Globals
    ) {
        return;
    }
    let environment = unwrapped(context.document.root());
    let finding = match environment.get("values") {
        Some(list) if list.kind() == Kind::Array => return,
        Some(other) => Finding::new(other, "`values` is not a list, so there are no variables"),
        None => Finding::new(environment, "the environment has no `values`"),
    };
    sink.report(finding.help("write a list of objects with `key`, `value` and `enabled`"));
}

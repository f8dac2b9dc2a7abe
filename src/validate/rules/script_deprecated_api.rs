use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ScriptContext, Sink};

rule! {
    /// A script uses an API that Postman has replaced with `pm`.
    ///
    /// ## What it does
    ///
    /// Reports `tests[…]`, `postman.…`, `responseBody`, `responseCode`, `responseTime`,
    /// `responseHeaders`, `responseCookies`, and members of `request`, `environment`, `globals` and
    /// `iteration`, each once per script, at its first use. Names that the script declares itself
    /// are allowed.
    ///
    /// ## Why it matters
    ///
    /// They are no longer documented, and other runners and editors do not support them. A test set
    /// with `tests["…"] = …` cannot explain why it failed.
    ///
    /// ## Example
    ///
    /// ```json
    /// "exec": ["tests['status is 200'] = responseCode.code === 200;"]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "exec": ["pm.test('status is 200', () => pm.response.to.have.status(200));"]
    /// ```
    SCRIPT_DEPRECATED_API {
        id: "script-deprecated-api",
        group: Scripts,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Script(check),
    }
}

fn check<'d>(_: &Context<'d>, found: &ScriptContext<'_, 'd>, sink: &mut Sink<'d>) {
    for old in &found.facts.deprecated {
        let (at, span) = found.script.location(&old.span);
        let message = match old.uses {
            1 => format!("`{}` is deprecated", old.name),
            uses => format!(
                "`{}` is deprecated and used {uses} times in this script",
                old.name
            ),
        };
        sink.report(
            Finding::new(at, message)
                .span(span)
                .help(format!("use `{}`", old.instead)),
        );
    }
}

use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ScriptContext, Sink};

rule! {
    /// A script before the request reads its response.
    ///
    /// ## What it does
    ///
    /// Reports the first use of a member of `pm.response` in a script that runs before the request,
    /// unless the script looks whether there is a response.
    ///
    /// ## Why it matters
    ///
    /// There is no response yet, so that the script fails there and the rest of it does not run.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "listen": "prerequest", "script": { "exec": ["pm.response.to.have.status(200);"] } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "listen": "test", "script": { "exec": ["pm.response.to.have.status(200);"] } }
    /// ```
    SCRIPT_RESPONSE_UNAVAILABLE {
        id: "script-response-unavailable",
        group: Scripts,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Script(check),
    }
}

fn check<'d>(_: &Context<'d>, found: &ScriptContext<'_, 'd>, sink: &mut Sink<'d>) {
    let listen = found.script.event.listen;
    let is_before = listen.is_some_and(|listen| listen.is_str("prerequest"));
    let Some(range) = found.facts.response.as_ref().filter(|_| is_before) else {
        return;
    };
    let (at, span) = found.script.location(range);
    let message = "`pm.response` does not exist before the request, so the script fails here";
    sink.report(
        Finding::new(at, message)
            .span(span)
            .help("move this to the script of the event `test`"),
    );
}

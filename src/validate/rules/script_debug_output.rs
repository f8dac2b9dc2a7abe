use crate::postman::effective::script::LoggedValue;
use crate::postman::effective::secret::kind_of_name;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ScriptContext, Sink};

rule! {
    /// A script writes secrets or a whole response to the console.
    ///
    /// ## What it does
    ///
    /// Reports `console.log` and similar calls with something called `token`, `password`,
    /// `secretKey` and so on, with a whole request or response, or with all variables.
    ///
    /// ## Why it matters
    ///
    /// A runner's console ends up in the build log, which is stored and read by more people than
    /// should have the keys. Most such lines are left over from debugging.
    ///
    /// ## Example
    ///
    /// ```json
    /// "exec": ["console.log('token', pm.environment.get('access_token'));"]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "exec": ["console.log('has a token', pm.environment.has('access_token'));"]
    /// ```
    SCRIPT_DEBUG_OUTPUT {
        id: "script-debug-output",
        group: Scripts,
        severity: Info,
        profile: Run,
        fixable: No,
        check: Script(check),
    }
}

fn check<'d>(_: &Context<'d>, found: &ScriptContext<'_, 'd>, sink: &mut Sink<'d>) {
    let mut reported = None;
    for output in &found.facts.output {
        let what = match &output.value {
            LoggedValue::Whole(what) => (*what).to_owned(),
            LoggedValue::Named(name) => match kind_of_name(name) {
                Some(kind) => format!("`{name}`, {kind}"),
                None => continue,
            },
        };
        // One for each argument.
        if reported.replace(output.argument) == Some(output.argument) {
            continue;
        }
        let (at, span) = found.script.location(&output.span);
        sink.report(
            Finding::new(at, format!("the script prints {what}"))
                .span(span)
                .help("remove the line, or print less"),
        );
    }
}

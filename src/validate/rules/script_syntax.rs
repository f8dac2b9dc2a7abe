use crate::postman::effective::script::SyntaxError;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ScriptContext, Sink};

rule! {
    /// A script is not valid JavaScript.
    ///
    /// ## What it does
    ///
    /// Parses every script that is run as JavaScript and reports the first error with its line.
    /// `await` and `return` are allowed outside a function, as in Postman, which runs every script
    /// as JavaScript regardless of its `type`.
    ///
    /// ## Why it matters
    ///
    /// No line of such a script runs, and neither do its tests. A runner that continues after
    /// errors then reports no failed test.
    ///
    /// ## Example
    ///
    /// ```json
    /// "exec": ["pm.test('ok', () => {", "    pm.response.to.have.status(200);", "}"]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "exec": ["pm.test('ok', () => {", "    pm.response.to.have.status(200);", "});"]
    /// ```
    SCRIPT_SYNTAX {
        id: "script-syntax",
        group: Scripts,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Script(check),
    }
}

fn check<'d>(_: &Context<'d>, found: &ScriptContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(SyntaxError { span, message }) = &found.facts.syntax_error else {
        return;
    };
    let source = found.script.source.as_ref();
    let before = source.get(..span.start).unwrap_or(source);
    let line = before.matches('\n').count() + 1;
    let mut text = message.trim_end_matches('.').replace("`EOF`", "its end");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    let written = source.get(span.clone()).unwrap_or_default();
    if text == "unexpected token" {
        text = match written.trim() {
            "" => "it ends too early".to_owned(),
            token => format!(
                "unexpected `{}`",
                token.chars().take(40).collect::<String>()
            ),
        };
    }
    let (at, span) = found.script.location(span);
    sink.report(
        Finding::new(
            at,
            format!("line {line} of the script is not valid JavaScript: {text}"),
        )
        .span(span)
        .help("correct it; until then the script does not run"),
    );
}

use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ScriptContext, Sink};

rule! {
    /// An assertion asserts nothing.
    ///
    /// ## What it does
    ///
    /// Reports `pm.expect(…)` as a statement without an assertion behind it, or with one that is not
    /// called, such as `.to.equal`.
    ///
    /// ## Why it matters
    ///
    /// Such a test can never fail, whatever the response is.
    ///
    /// ## Example
    ///
    /// ```json
    /// "exec": ["pm.test('is paid', () => { pm.expect(pm.response.json().paid); });"]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "exec": ["pm.test('is paid', () => { pm.expect(pm.response.json().paid).to.be.true; });"]
    /// ```
    SCRIPT_EXPECT_INCOMPLETE {
        id: "script-expect-incomplete",
        group: Scripts,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Script(check),
    }
}

fn check<'d>(_: &Context<'d>, found: &ScriptContext<'_, 'd>, sink: &mut Sink<'d>) {
    for range in &found.facts.incomplete_assertions {
        let written = found.script.source.get(range.clone()).unwrap_or_default();
        let (at, span) = found.script.location(range);
        let (what, help) = if written.ends_with(')') {
            ("`expect` has no assertion", "add one, such as `.to.eql(…)`")
        } else {
            (
                "the assertion is not complete",
                "finish it, such as `.to.eql(…)`",
            )
        };
        let message = format!("{what}, so the test cannot fail");
        sink.report(Finding::new(at, message).span(span).help(help));
    }
}

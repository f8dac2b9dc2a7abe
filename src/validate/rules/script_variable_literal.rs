use std::ops::Range;

use crate::postman::effective::script::StringLiteral;
use crate::postman::view::tokens;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ScriptContext, Sink};

rule! {
    /// A script has a `{{variable}}` where Postman replaces none.
    ///
    /// ## What it does
    ///
    /// Reports `{{name}}` in a string of a script that is the name of a variable to get or set, the
    /// value that an assertion compares with, a part of a request that `pm.sendRequest` sends, or the
    /// value that the variable of that name is set to. Strings that go through `replaceIn`, and all
    /// other strings, which may be templates or values for later, are allowed.
    ///
    /// ## Why it matters
    ///
    /// Postman replaces variables in requests, not in scripts. The script works with the braces
    /// themselves.
    ///
    /// ## Example
    ///
    /// ```json
    /// "exec": ["pm.sendRequest('{{host}}/agent', () => {});"]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "exec": ["pm.sendRequest(pm.variables.replaceIn('{{host}}/agent'), () => {});"]
    /// ```
    SCRIPT_VARIABLE_LITERAL {
        id: "script-variable-literal",
        group: Scripts,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Script(check),
    }
}

/// What has variables.
const SCOPES: [&str; 5] = [
    "collectionVariables",
    "environment",
    "globals",
    "iterationData",
    "variables",
];

/// Assertions that compare with their argument.
const COMPARING: [&str; 9] = [
    "contain", "contains", "eq", "eql", "equal", "equals", "include", "includes", "string",
];

fn check<'d>(_: &Context<'d>, found: &ScriptContext<'_, 'd>, sink: &mut Sink<'d>) {
    let facts = &found.facts;
    let source = found.script.source.as_ref();
    let mut sent = facts.sent_strings.iter().peekable();
    let mut before: Option<&StringLiteral> = None;
    for string in &facts.strings {
        while sent
            .next_if(|span| span.start < string.span.start)
            .is_some()
        {}
        let is_sent = sent.peek().is_some_and(|span| **span == string.span);
        let previous = before.replace(string);
        let written = string.written(source);
        let Some(token) = tokens(written).next().filter(|token| is_name(token.name)) else {
            continue;
        };
        let name = token.name;
        let problem = if is_sent {
            Some("a request that a script sends")
        } else {
            string.argument.as_ref().and_then(|argument| {
                let function = source.get(argument.0.clone()).unwrap_or_default();
                in_call(function, argument, name, written, previous, source)
            })
        };
        let Some(place) = problem else { continue };
        let start = string.span.start;
        let range = start + token.span.start..start + token.span.end;
        let (at, span) = found.script.location(&range);
        let message = match place {
            ITSELF => format!("the variable `{name}` is set to itself, `{{{{{name}}}}}`"),
            _ => format!("`{{{{{name}}}}}` is not replaced in {place}"),
        };
        let help = match place {
            NAME => format!("write the name alone: `{name}`"),
            _ => format!("use `pm.variables.get(\"{name}\")` or `pm.variables.replaceIn(…)`"),
        };
        sink.report(Finding::new(at, message).span(span).help(help));
    }
}

const NAME: &str = "the name of a variable";
const ITSELF: &str = "its own value";

/// What a string is as an argument of `function`, where nothing is replaced in that.
fn in_call(
    function: &str,
    argument: &(Range<usize>, usize),
    name: &str,
    written: &str,
    previous: Option<&StringLiteral>,
    source: &str,
) -> Option<&'static str> {
    let (object, method) = function.rsplit_once('.')?;
    let number = argument.1;
    let is_scope = object.starts_with("pm.") && SCOPES.iter().any(|scope| object.ends_with(scope));
    match method.trim() {
        "get" | "has" | "unset" | "set" if is_scope && number == 0 => Some(NAME),
        "set" if is_scope && number == 1 && written.len() == name.len() + 4 => {
            let variable = previous.filter(|one| one.argument == Some((argument.0.clone(), 0)))?;
            (variable.written(source) == name).then_some(ITSELF)
        }
        method if COMPARING.contains(&method) && number == 0 && object.contains("expect(") => {
            Some("an assertion")
        }
        _ => None,
    }
}

/// Whether it is the name of a variable rather than of something in a template.
fn is_name(name: &str) -> bool {
    let is_fit = |c: char| c.is_alphanumeric() || "_-.$ ".contains(c);
    !name.trim().is_empty() && name.chars().all(is_fit)
}

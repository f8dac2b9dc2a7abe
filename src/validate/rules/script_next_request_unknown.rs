use crate::validate::rule::rule;
use crate::validate::{Context, Finding, ScriptContext, Sink};

rule! {
    /// A script jumps to a request that does not exist.
    ///
    /// ## What it does
    ///
    /// Reports `setNextRequest` with a string that is neither the name nor the id of a request of
    /// the collection. `null`, which ends the run, is allowed; computed values are not checked.
    ///
    /// ## Why it matters
    ///
    /// The run silently ends there with success, and all later requests are skipped.
    ///
    /// ## Example
    ///
    /// ```json
    /// "exec": ["pm.execution.setNextRequest('Delete agnet');"]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// "exec": ["pm.execution.setNextRequest('Delete agent');"]
    /// ```
    SCRIPT_NEXT_REQUEST_UNKNOWN {
        id: "script-next-request-unknown",
        group: Scripts,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Script(check),
    }
}

/// In a larger collection a near name is not searched for: it would be looked for in all of them,
/// once for each finding.
const MOST_NAMES: usize = 1000;

fn check<'d>(context: &Context<'d>, found: &ScriptContext<'_, 'd>, sink: &mut Sink<'d>) {
    for next in &found.facts.next_requests {
        let target = next.text.as_str();
        let known = context.request_names();
        if known.contains(target) || target.contains("{{") {
            continue;
        }
        let few = known.iter().take_while(|_| known.len() <= MOST_NAMES);
        let near = few
            .map(|name| (strsim::damerau_levenshtein(name, target), name))
            .filter(|(distance, name)| *distance <= 3 && *distance * 2 < name.chars().count())
            .min();
        let help = match near {
            Some((_, name)) => format!("did you mean `{name}`?"),
            None if is_id(target) => {
                "use the name of the request; ids change when a collection is imported".to_owned()
            }
            None => "use the name or the id of a request of this collection".to_owned(),
        };
        let (at, span) = found.script.location(&next.span);
        let message = format!("no request is named `{target}`, so the run ends here");
        sink.report(Finding::new(at, message).span(span).help(help));
    }
}

/// Whether it is an id, with or without its owner in front.
fn is_id(target: &str) -> bool {
    let id = target.len().checked_sub(36).and_then(|at| target.get(at..));
    id.is_some_and(|id| uuid::Uuid::try_parse(id).is_ok())
}

use crate::json::Value;
use crate::postman::view::Event;
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink, Visit};

rule! {
    /// A script listens to an event that does not exist.
    ///
    /// ## What it does
    ///
    /// Reports an event whose `listen` is neither `prerequest` nor `test`.
    ///
    /// ## Why it matters
    ///
    /// The official schema accepts any text there, and the script never runs.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "listen": "tests", "script": { … } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "listen": "test", "script": { … } }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe, where it is plain which of the two is meant.
    EVENT_LISTEN_UNKNOWN {
        id: "event-listen-unknown",
        group: Scripts,
        severity: Error,
        profile: Import,
        fixable: Safe,
        check: Item(check),
    }
}

fn check<'d>(_: &Context<'d>, visit: &Visit<'_, 'd>, sink: &mut Sink<'d>) {
    for event in visit.item.events() {
        check_event(&event, sink);
    }
}

fn check_event<'d>(event: &Event<'d>, sink: &mut Sink<'d>) {
    let Some((at, listen)) = event.listen.and_then(|at: Value| Some((at, at.as_str()?))) else {
        return;
    };
    if listen == "prerequest" || listen == "test" {
        return;
    }
    let finding = Finding::new(
        at,
        format!("`{listen}` is no event, so the script never runs"),
    );
    let lower = listen.to_ascii_lowercase();
    let meant = if lower.starts_with("test") {
        Some("test")
    } else if lower.starts_with("pre") {
        Some("prerequest")
    } else {
        None
    };
    sink.report(match meant {
        Some(meant) => finding.help(format!("use `{meant}`")).safe_fix(
            format!("replace it by `{meant}`"),
            vec![replace_text(at, meant)],
        ),
        None => finding.help("use `prerequest` or `test`"),
    });
}

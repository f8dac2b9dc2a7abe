use crate::json::Value;
use crate::postman::view::Event;
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A script listens to an unknown event.
    ///
    /// ## What it does
    ///
    /// Reports an event of the collection, a folder or a request whose `listen` is neither `prerequest`
    /// nor `test`.
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
    /// Unsafe, because the script then runs: corrects the name if the intended one is clear.
    EVENT_LISTEN_UNKNOWN {
        id: "event-listen-unknown",
        group: Scripts,
        severity: Error,
        profile: Import,
        fixable: Unsafe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    for event in Event::list(context.collection.value.get("event")) {
        check_event(&event, &Vec::new, sink);
    }
    context.tree().for_each(&mut |folders, item| {
        for event in item.events() {
            check_event(&event, &|| names(folders, item), sink);
        }
    });
}

fn check_event<'d>(event: &Event<'d>, names: &dyn Fn() -> Vec<String>, sink: &mut Sink<'d>) {
    let Some((at, listen)) = event.listen.and_then(|at: Value| Some((at, at.as_str()?))) else {
        return;
    };
    if listen == "prerequest" || listen == "test" {
        return;
    }
    let finding = Finding::new(
        at,
        format!("`{listen}` is not an event, so the script never runs"),
    );
    let lower = listen.to_ascii_lowercase();
    let suggestion = if lower.starts_with("test") {
        Some("test")
    } else if lower.starts_with("pre") {
        Some("prerequest")
    } else {
        None
    };
    let finding = match suggestion {
        Some(suggestion) => finding.help(format!("use `{suggestion}`")).unsafe_fix(
            format!("replace it with `{suggestion}`"),
            vec![replace_text(at, suggestion)],
        ),
        None => finding.help("use `prerequest` or `test`"),
    };
    sink.report_in(names(), finding);
}

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use crate::json::Value;
use crate::postman::effective::script::own_scripts;
use crate::postman::view::{Item, ItemKind};
use crate::validate::rule::rule;
use crate::validate::tree::{names, parent_id};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// Two requests have the same name and method.
    ///
    /// ## What it does
    ///
    /// Reports a request with the name and the method of an earlier one in the same folder but
    /// another URL, and a request that a script targets by name with `setNextRequest` if another
    /// one in the collection has the same name. The same request again is a step of a workflow, and
    /// allowed; `duplicate-method-path` reports exact copies.
    ///
    /// ## Why it matters
    ///
    /// `setNextRequest` picks one of them, and reports do not show which.
    ///
    /// ## Example
    ///
    /// ```json
    /// [{ "name": "Get agent", "request": "{{host}}/agent" }, { "name": "Get agent", "request": "{{host}}/agent/HA" }]
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// [{ "name": "List agents", "request": "{{host}}/agent" }, { "name": "Get agent", "request": "{{host}}/agent/HA" }]
    /// ```
    DUPLICATE_REQUEST_NAME {
        id: "duplicate-request-name",
        group: Structure,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Collection(check),
    }
}

/// Where a name may be used once: in a folder, known by where its text starts, among the requests of
/// one method.
type NameScope<'d> = (usize, Cow<'d, str>, Cow<'d, str>);

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let targets = targets(context);
    let mut seen: HashMap<NameScope<'d>, (Value<'d>, Option<Cow<'d, str>>)> = HashMap::new();
    let mut anywhere: HashMap<Cow<'d, str>, Value<'d>> = HashMap::new();
    context.tree().for_each(&mut |folders, item| {
        let Some((at, name)) = item.name.and_then(|at| Some((at, at.as_str()?))) else {
            return;
        };
        if name.trim().is_empty() {
            return;
        }
        let Some(request) = item.request().filter(|_| item.kind() == ItemKind::Request) else {
            return;
        };
        let url = request.url().and_then(|url| url.raw_text());
        let here = seen.entry((parent_id(folders), request.method_text(), name.clone()));
        let taken = match &here {
            // The same request again is a step of a workflow.
            Entry::Occupied(taken) => Some(taken.get()).filter(|one| one.1 != url),
            Entry::Vacant(_) => None,
        };
        if let Some((taken, _)) = taken {
            let message = format!("two requests in this folder are called `{name}`");
            let finding = Finding::new(at, message).label(*taken, "the other one");
            sink.report_in(
                names(folders, item),
                finding.help("give each a unique name"),
            );
        } else if targets.contains(name.as_ref())
            && let Some(other) = anywhere.get(&name)
        {
            let message =
                format!("a script targets `{name}` by name, but two requests have this name");
            let finding = Finding::new(at, message).label(*other, "the other one");
            sink.report_in(
                names(folders, item),
                finding.help("give each a unique name"),
            );
        }
        here.or_insert((at, url));
        anywhere.entry(name).or_insert(at);
    });
}

/// The names that scripts go to with `setNextRequest("…")`.
fn targets(context: &Context) -> HashSet<String> {
    let mut targets = HashSet::new();
    let mut look = |events| {
        for script in own_scripts(events) {
            let facts = context.scripts.read(&script.source);
            let next = facts.next_requests.iter();
            targets.extend(next.map(|one| one.text.clone()));
        }
    };
    look(context.collection.value.get("event"));
    context
        .tree()
        .for_each(&mut |_, item: &Item| look(item.event));
    targets
}
